/// The table of `pdftotext -tsv` and `tesseract … tsv`: a row for each page, block, line and word, the columns named in its first line.
extension BoxFile {
  /// Where the columns stand that are asked for.
  private struct Columns {
    var level = 0
    var page = 1
    var groups: [Int] = []
    var left = 6
    var confidence = 10
    var text = 11

    init?(_ header: [Substring]) {
      var places: [Substring: Int] = [:]
      for (index, name) in header.enumerated() { places[name] = index }
      guard let level = places["level"], let page = places["page_num"], let left = places["left"],
        let confidence = places["conf"], let text = places["text"], places["top"] == left + 1,
        places["width"] == left + 2, places["height"] == left + 3
      else { return nil }
      (self.level, self.page, self.left, self.confidence, self.text) = (level, page, left, confidence, text)
      groups = ["block_num", "par_num", "line_num"].compactMap { places[$0[...]] }
    }
  }

  /// The level of a word's row.
  private static let wordLevel: Substring = "5"

  mutating func readTable(_ text: String) {
    var columns: Columns?
    var page: Substring?
    var line: [Substring] = []
    var lineNumber = 0
    var confidences = 0
    for (row, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if content.isEmpty { continue }
      let fields = content.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      if fields.first == "level", let header = Columns(fields) {
        // Tables of several files one after the other begin again with the first page.
        (columns, page) = (header, nil)
        continue
      }
      guard let columns, fields.count > max(columns.text, columns.confidence) else {
        // A row that was cut off has no text left.
        if fields.first == Self.wordLevel || Int(fields.first ?? "") == nil { noteDamage(line: row + 1) }
        continue
      }
      if page != fields[columns.page] {
        page = fields[columns.page]
        append(BoxSheet())
        line = []
      }
      guard fields[columns.level] == Self.wordLevel else { continue }
      let numbers = (0..<4).map { Double(fields[columns.left + $0]) }
      var box: Box?
      if let left = numbers[0], let top = numbers[1], let width = numbers[2], let height = numbers[3] {
        box = Box(claimed: left, top, left + width, top + height)
      }
      let word = Array(fields[columns.text].unicodeScalars.map(\.value)[...].trimmed)
      if word.isEmpty {
        if let box { append(rule: box) }
        continue
      }
      let own = columns.groups.map { fields[$0] }
      if own != line {
        line = own
        lineNumber += 1
      }
      if box == nil { noteDamage(line: row + 1) }
      let confidence = Float(fields[columns.confidence]).flatMap { (0...100).contains($0) ? $0 / 100 : nil }
      if confidence != 1 { confidences += 1 }
      append(BoxWord(text: word, row: row, box: box, confidence: confidence, line: lineNumber))
    }
    // Text that was set is sure of every character; OCR is not.
    if confidences == 0 { setAllExact() }
  }
}
