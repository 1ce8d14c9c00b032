/// Words into printed lines, by their places alone: tools put lines of neighbouring columns together and cut others.
struct LineFinder {
  private let sheet: BoxSheet
  private(set) var typography: Typography
  private var runs: [Run] = []
  /// How many runs of body size begin and end at a place, by quarters of an em.
  private var lefts: [Int: Int] = [:]
  private var rights: [Int: Int] = [:]
  /// By rows half an em high: the runs of body size whose middle lies there.
  private var rows: [Int: [Int]] = [:]

  /// Words of one of the tool's lines without a gap between them.
  private struct Run {
    var words: [Int]
    var box: Box
    var units: Double
    var size: Double
    var line: Int
  }

  /// Prepares for finding the lines of a sheet's placed words.
  init(_ sheet: BoxSheet) {
    self.sheet = sheet.isExact ? sheet : Self.clipped(sheet)
    typography = Typography(em: 1, pitch: 1.5, inkHeight: 1, isExact: sheet.isExact)
    findRuns()
    measure()
    for (index, run) in runs.enumerated() where run.size < 1.25 * typography.em {
      rows[row(run.box.midY), default: []].append(index)
      lefts[quarter(run.box.left), default: 0] += 1
      rights[quarter(run.box.right), default: 0] += 1
    }
  }

  /// The sheet with no word reaching beyond where the next one of its line begins: OCR knows where characters begin better than how wide
  /// they are.
  private static func clipped(_ sheet: BoxSheet) -> BoxSheet {
    var sheet = sheet
    for index in sheet.words.indices.dropLast() {
      let (word, next) = (sheet.words[index], sheet.words[index + 1])
      guard word.line == next.line, let box = word.box, let other = next.box, other.left > box.left,
        other.left < box.right
      else { continue }
      let clipped = Box(left: box.left, top: box.top, right: other.left, bottom: box.bottom)
      sheet.words[index] = BoxWord(
        text: word.text, row: word.row, box: clipped, confidence: word.confidence, line: word.line)
    }
    return sheet
  }

  private func row(_ y: Double) -> Int { Int((y / typography.em * 2).rounded(.down)) }

  private func quarter(_ x: Double) -> Int { Int((x / typography.em * 4).rounded()) }

  /// Whether many lines begin at `right` and many end at `left`: the edges of two columns.
  private func areEdges(_ left: Double, _ right: Double) -> Bool {
    let slack = typography.isExact ? 1 : 2
    func count(_ edges: [Int: Int], _ x: Double) -> Int {
      (quarter(x) - slack...quarter(x) + slack).reduce(0) { $0 + (edges[$1] ?? 0) }
    }
    return right - left > 0.6 * typography.em && count(rights, left) >= 6 && count(lefts, right) >= 6
  }

  // MARK: Runs

  private mutating func findRuns() {
    for (index, word) in sheet.words.enumerated() {
      guard let box = word.box else { continue }
      let units = max(0.3, Typography.units(word.text))
      if var last = runs.last, last.line == word.line {
        let size = last.units >= 1.5 ? last.box.width / last.units : min(last.box.height, box.height)
        let gap = box.left - last.box.right
        // OCR gives characters their ink, with gaps between them, and puts words on one line only where they stand close.
        let most = sheet.isExact ? 0.25 * size : 1.5 * max(last.box.height, box.height)
        let isLevel = abs(box.midY - last.box.midY) < 0.5 * max(size, min(last.box.height, box.height))
        if gap < most, gap > -2 * max(size, last.box.height), isLevel || !sheet.isExact {
          last.words.append(index)
          last.box = last.box.union(box)
          last.units += units
          runs[runs.count - 1] = last
          continue
        }
      }
      runs.append(Run(words: [index], box: box, units: units, size: 0, line: word.line))
    }
  }

  /// Finds the size of each run, and the body's.
  private mutating func measure() {
    var start = 0
    while start < runs.count {
      var end = start + 1
      while end < runs.count, runs[end].line == runs[start].line { end += 1 }
      let whole = size(of: runs[start..<end].flatMap(\.words))
      for index in start..<end {
        let own = runs[index].units >= 4 ? size(of: runs[index].words) : nil
        runs[index].size = own ?? whole ?? max(runs[index].box.width / runs[index].units, runs[index].box.height)
      }
      start = end
    }
    typography.em = Typography.mode(runs.map { ($0.size, $0.units) }) ?? 1
    let em = typography.em
    typography.inkHeight =
      Typography.median(
        runs.filter { abs($0.size - em) < 0.08 * em }.map {
          (sheet.isExact ? $0.box.height : inkHeight($0.words) ?? $0.box.height, $0.units)
        }) ?? em
    typography.pitch = 1.5 * em
  }

  /// The size of type that words are set in: the width of their characters, which justified lines set apart, or for ink the pace that they
  /// come at; `nil` for too few characters.
  private func size(of words: [Int]) -> Double? {
    let measured = words.compactMap { index -> (value: Double, weight: Double)? in
      let units = Typography.units(sheet.words[index].text)
      guard let box = sheet.words[index].box, units > 0 else { return nil }
      return (box.width / units, units)
    }
    let units = measured.reduce(0) { $0 + $1.weight }
    if sheet.isExact {
      let wide = measured.filter { $0.weight >= 1 }
      return Typography.median(wide.isEmpty ? measured : wide)
    }
    guard units >= 0.9 else { return nil }
    let boxes = words.compactMap { sheet.words[$0].box }
    let byHeight = inkHeight(words).map { $0 / 0.91 }
    // What stands far apart was not set at one pace.
    var (width, right) = (0.0, -Double.infinity)
    let height = boxes.map(\.height).sorted()[boxes.count / 2]
    for box in boxes {
      let gap = box.left - right
      width += max(0, box.right - max(box.left, right)) + (gap > 0 && gap < 1.5 * height ? gap : 0)
      right = max(right, box.right)
    }
    let byPace = width / units
    // Boxes can be too high, and few characters stand at no pace: the smaller of both is less wrong.
    return units < 2.5 || units < 12 && byPace > 1.25 * (byHeight ?? byPace) ? min(byPace, byHeight ?? byPace) : byPace
  }

  /// How high the ink of Han is: nine tenths of their square. Boxes can be too high, and 一 is not as high as others.
  private func inkHeight(_ words: [Int]) -> Double? {
    let heights = words.compactMap { index -> Double? in
      let text = sheet.words[index].text
      return text.contains { CharacterClass.of($0).contains(.han) && $0 != 0x4E00 }
        ? sheet.words[index].box?.height : nil
    }.sorted()
    return heights.isEmpty ? nil : heights[heights.count / 4]
  }

  // MARK: Lines

  /// The printed lines, unordered.
  ///
  /// - Complexity: O(words × words side by side and near).
  func lines() -> [PrintedLine] {
    // By rows as high as an em: runs of all sizes, to look for neighbours in.
    var byRow: [Int: [Int]] = [:]
    for (index, run) in runs.enumerated() { byRow[row(run.box.midY) / 2, default: []].append(index) }
    var right = [Int?](repeating: nil, count: runs.count)
    var left = [Int?](repeating: nil, count: runs.count)
    for index in runs.indices {
      let run = runs[index]
      let reach = max(1, Int((0.45 * run.size / typography.em).rounded(.up)))
      let middle = row(run.box.midY) / 2
      for near in max(middle - 40, middle - reach)...min(middle + 40, middle + reach) {
        for other in byRow[near] ?? []
        where other != index && areInOneRow(run, runs[other]) && runs[other].box.left >= run.box.midX {
          guard runs[other].box.left - run.box.right < 2.2 * max(run.size, runs[other].size) else { continue }
          if right[index].map({ runs[$0].box.left > runs[other].box.left }) ?? true { right[index] = other }
        }
      }
    }
    for index in runs.indices {
      guard let next = right[index] else { continue }
      if left[next].map({ runs[$0].box.right < runs[index].box.right }) ?? true { left[next] = index }
    }
    var lines: [PrintedLine] = []
    for index in runs.indices {
      if let before = left[index], right[before] == index, joins(runs[before], runs[index]) { continue }
      var words = runs[index].words
      var last = index
      while let next = right[last], left[next] == last, joins(runs[last], runs[next]) {
        words += runs[next].words
        last = next
      }
      lines.append(line(words, size: runs[index].size))
    }
    return lines
  }

  private func areInOneRow(_ a: Run, _ b: Run) -> Bool {
    abs(a.box.midY - b.box.midY) <= 0.45 * min(a.size, b.size)
      && (max(a.size, b.size) < 1.35 * min(a.size, b.size) || min(a.units, b.units) < 2.5)
  }

  /// Whether what stands side by side is one line.
  private func joins(_ a: Run, _ b: Run) -> Bool {
    let gap = b.box.left - a.box.right
    let size = max(a.size, b.size)
    if gap < 0.3 * size { return !(gap > 0.6 * typography.em && isGutter(a.box.right, b.box.left, a.box.midY, size)) }
    if isGutter(a.box.right, b.box.left, a.box.midY, size) { return false }
    // Two headings side by side have as wide a gap as a heading's blank: their columns tell (`LayoutFinder`).
    if size > 1.2 * typography.em { return gap < 0.7 * size }
    return gap < (typography.isExact ? 1.6 : 2.2) * size
  }

  /// Whether the gap between two runs holds the gutter of columns above or below it.
  private func isGutter(_ left: Double, _ right: Double, _ y: Double, _ size: Double) -> Bool {
    if areEdges(left, right) { return true }
    let em = typography.em
    let x = (left + right) / 2
    let slack = (typography.isExact ? 0.2 : 0.45) * em
    let middle = row(y)
    for range in [(middle - 22)...(middle - 2), (middle + 2)...(middle + 22)] {
      var (covered, open) = (0, 0)
      var nearest: (left: [Double], right: [Double]) = ([], [])
      for near in range {
        guard let inRow = rows[near] else { continue }
        var isCovered = false
        var (before, after) = (Double.infinity, Double.infinity)
        for index in inRow {
          let box = runs[index].box
          if box.left + 0.15 * em < x, x < box.right - 0.15 * em { isCovered = true }
          if box.right <= x + 0.15 * em { before = min(before, x - box.right) }
          if box.left >= x - 0.15 * em { after = min(after, box.left - x) }
        }
        if isCovered {
          covered += 1
        } else if before < 3 * em || after < 3 * em {
          open += 1
          if before < 3 * em { nearest.left.append(before) }
          if after < 3 * em { nearest.right.append(after) }
        }
      }
      guard open >= 3, covered * 4 <= open, nearest.left.count >= 2, nearest.right.count >= 2 else { continue }
      let (before, after) = (
        nearest.left.sorted()[nearest.left.count / 4], nearest.right.sorted()[nearest.right.count / 4]
      )
      if left <= x - before + slack, right >= x + after - slack, before + after > 0.4 * em { return true }
    }
    return false
  }

  /// The line that words make.
  func line(_ words: [Int], size known: Double) -> PrintedLine {
    let boxes = words.compactMap { sheet.words[$0].box }
    var box = boxes[0]
    for other in boxes.dropFirst() { box = box.union(other) }
    let text = text(of: words, size: known)
    let units = Typography.units(text)
    var size = size(of: words) ?? known
    if !sheet.isExact {
      // Ink fills half the square of a mark at the line's end, and of a quotation mark at its beginning.
      let most = size > 0 ? size / 2 : 0
      if let last = text.last, Self.isHalf(last, atEnd: true) { box.right += most }
      if let first = text.first, Self.isHalf(first, atEnd: false) { box.left -= most }
    }
    let middle = Typography.median(words.compactMap { sheet.words[$0].box.map { ($0.midY, $0.width) } }) ?? box.midY
    let height =
      (sheet.isExact ? nil : inkHeight(words)) ?? Typography.median(boxes.map { ($0.height, $0.width) }) ?? box.height
    if sheet.isExact {
      // Justified lines are set wide, but the boxes of one font are as high as its type is large.
      let byHeight = typography.em * height / typography.inkHeight
      if byHeight <= 1.07 * size, byHeight > 0.6 * size { size = byHeight }
    }
    box.top = middle - size / 2
    box.bottom = middle + size / 2
    return PrintedLine(words: words, box: box, size: size, units: units, inkHeight: height, text: text)
  }

  private static func isHalf(_ scalar: UInt32, atEnd: Bool) -> Bool {
    guard !LineMeasure.isNarrow(scalar) else { return false }
    let kind = CharacterClass.of(scalar)
    return atEnd
      ? kind.contains(.closer) && !kind.contains(.opener) || scalar == 0x3002 || kind.contains(.comma)
      : kind.contains(.opener) && !kind.contains(.closer)
  }

  /// The text of words side by side: with a blank where the gap is wider than between other characters of the line.
  private func text(of words: [Int], size: Double) -> [UInt32] {
    var gaps: [Double] = []
    for (a, b) in zip(words, words.dropFirst()) {
      guard let before = sheet.words[a].box, let after = sheet.words[b].box else { continue }
      gaps.append(max(0, after.left - before.right))
    }
    // A line whose characters stand apart, each a word to the tool, has no more blanks than another.
    let count = words.reduce(0) { $0 + sheet.words[$1].text.count }
    let usual = gaps.count >= 3 && count * 2 < words.count * 3 ? gaps.sorted()[gaps.count / 2] : 0
    var text: [UInt32] = []
    for (place, index) in words.enumerated() {
      let word = sheet.words[index].text
      if place > 0, let last = text.last, let first = word.first {
        let gap = gaps[place - 1] - usual
        let (before, after) = (CharacterClass.of(last), CharacterClass.of(first))
        let areLatin = before.contains(.latin) && after.contains(.latin)
        let areMarks =
          !sheet.isExact
          && (before.isDisjoint(with: [.han, .latin, .digit]) || after.isDisjoint(with: [.han, .latin, .digit]))
        let isBlank = gap > (areLatin ? 0.12 : sheet.isExact ? 0.3 : 0.45) * size && !areMarks
        if isBlank { text.append(0x20) }
      }
      text += word
    }
    return text
  }
}
