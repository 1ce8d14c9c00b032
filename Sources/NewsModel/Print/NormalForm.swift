/// The text of a file as it is read, shown, searched and kept, with the way back to the print.
///
/// Tools that take text out of print leave their own marks in it: radicals for characters, blanks between characters,
/// tags. `NormalStep` names what is mended. A text that needs no mending is its own normal form and costs one look at its bytes.
public struct NormalForm: Sendable {
  /// The normal form; lines end with `\n`.
  public let text: String
  /// What was mended, step by step in the order of the steps; empty for a text that is its own normal form.
  public let repairs: [Repair]
  /// For each line of `text` the line of the print that it begins on, both counted from 0; `nil` where they are the same.
  let lineNumbers: [Int32]?
  /// For each scalar of `text` the index of the scalar of the print that it is or stands for; `nil` where they are the same.
  let origins: [Int32]?
  /// For each line of the print that was changed, counted from 0, the steps that changed it.
  let changedLines: [Int: [NormalStep]]
  /// What a tool says of lines of `text`, counted from 0.
  let lineKinds: [Int: LineKind]
  /// Lines of `text`, counted from 0, that print spread over their column, so that their length says nothing.
  let looseLines: Set<Int>
  /// Lines of the print, counted from 1, that look as if two columns stood on them side by side and were left as they are.
  let crowdedLines: [Int]

  /// The normal form of a file's text.
  ///
  /// - Parameter print: the text as decoded; lines end with `\n`.
  /// - Complexity: O(bytes).
  public init(_ print: String) {
    var print = print
    let survey = print.withUTF8 { PrintSurvey($0) }
    guard !survey.isEmpty else {
      self.init(unchanged: print)
      return
    }
    var text = PrintText(print)
    text.mend(survey)
    guard !text.changes.isEmpty || !text.crowded.isEmpty || !text.kinds.isEmpty else {
      self.init(unchanged: print)
      return
    }
    self.init(text, print: print)
  }

  private init(unchanged text: String) {
    self.text = text
    (repairs, lineNumbers, origins, changedLines, lineKinds) = ([], nil, nil, [:], [:])
    (looseLines, crowdedLines) = ([], [])
  }

  private init(_ mended: PrintText, print: String) {
    text = mended.scalars[...].string
    origins = mended.origins
    var ends: [Int32] = []
    for (index, scalar) in print.unicodeScalars.enumerated() where scalar == "\n" { ends.append(Int32(index)) }
    let line = { (origin: Int32) in ends.partitioningIndex { $0 >= origin } }
    let lines = mended.lines
    // An empty line after the last line end has no scalar of its own.
    let starts = lines.map { range in
      range.lowerBound < mended.origins.count ? Int32(line(mended.origins[range.lowerBound])) : Int32(ends.count)
    }
    lineKinds = lines.indices.reduce(into: [:]) { kinds, index in
      if let kind = mended.kind(of: lines[index]) { kinds[index] = kind }
    }
    looseLines = Set(
      lines.indices.filter { !lines[$0].isEmpty && mended.loose.contains(mended.origins[lines[$0].lowerBound]) })
    crowdedLines = mended.crowded.map { line($0) + 1 }
    lineNumbers = starts.enumerated().contains { $0.offset != $0.element } ? starts : nil
    var repairs: [NormalStep: Repair] = [:]
    var changed: [Int: [NormalStep]] = [:]
    for (step, origin) in mended.changes {
      let number = line(origin)
      repairs[step, default: Repair(step: step, count: 0, line: number + 1)].count += 1
      if changed[number]?.contains(step) != true { changed[number, default: []].append(step) }
    }
    self.repairs = NormalStep.allCases.compactMap { repairs[$0] }
    changedLines = changed
  }

  /// The stretches of the print, in lines counted from 1, that lines of the text counted from 0 came from, in reading order.
  static func printed(_ lines: some Collection<Int>, by lineNumbers: [Int32]?) -> [LineSpan] {
    var spans: [LineSpan] = []
    for index in lines {
      let line = (lineNumbers.map { Int($0[index]) } ?? index) + 1
      if let last = spans.last, last.last == line { continue }
      if let last = spans.last, last.last + 1 == line {
        spans[spans.count - 1] = LineSpan(last.first, line)
      } else if !spans.contains(where: { $0.first <= line && line <= $0.last }) {
        spans.append(LineSpan(line, line))
      }
    }
    return spans
  }
}

extension PrintText {
  /// Takes the steps that a survey asks for.
  fileprivate mutating func mend(_ survey: PrintSurvey) {
    var survey = survey
    if !survey.isDisjoint(with: [.breaks, .dropped, .signs, .markup]) {
      if survey.contains(.breaks) { mendBreaks() }
      if survey.contains(.dropped) { dropInvisible() }
      if survey.contains(.signs) { mendSigns() }
      if survey.contains(.markup) { mendMarkup() }
      // What stood between other signs may have hidden them.
      var text = scalars[...].string
      survey = text.withUTF8 { PrintSurvey($0) }
    }
    if survey.contains(.gaps) { partColumns() }
    if survey.contains(.cuts) { joinCutLines() }
    if survey.contains(.blanks) { closeUp() }
  }
}
