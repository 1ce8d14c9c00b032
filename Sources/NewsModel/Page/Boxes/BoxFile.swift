/// What a file of boxes holds: the words of each printed page with their places.
struct BoxFile {
  /// The formats that are understood.
  enum Format: String {
    /// The table of `pdftotext -tsv` and `tesseract … tsv`.
    case table
    /// The results of PaddleOCR and RapidOCR.
    case json
    /// hOCR.
    case hocr
    /// ALTO.
    case alto
  }

  /// How the boxes were written down.
  let format: Format
  /// The printed pages.
  private(set) var sheets: [BoxSheet] = []
  /// How many rows or boxes were damaged; their text, where they had one, is among the words without a place.
  var damaged = 0
  /// The line of the file (from 1) that the first of them stands on.
  var firstDamaged = 0

  init(_ format: Format) {
    self.format = format
    rowsAreLines = format == .table
  }

  /// Whether a row of the page is a line of the file, as it is in tables; else rows are counted as they are read.
  var rowsAreLines: Bool

  /// The boxes that a text holds; `nil` where it is a text to be read as it is.
  ///
  /// - Complexity: O(bytes); a few bytes for a text without boxes.
  init?(_ text: String) {
    var text = text
    guard let format = text.withUTF8({ Format(of: $0) }) else { return nil }
    self.init(format)
    switch format {
    case .table: readTable(text)
    case .json: readJSON(text)
    case .hocr: readHOCR(text)
    case .alto: readALTO(text)
    }
    if sheets.allSatisfy(\.words.isEmpty), format != .table { return nil }
  }

  mutating func append(_ sheet: BoxSheet) { sheets.append(sheet) }

  mutating func append(_ word: BoxWord) { sheets[sheets.count - 1].words.append(word) }

  mutating func append(rule: Box) { sheets[sheets.count - 1].rules.append(rule) }

  /// Says that all boxes are full squares.
  mutating func setAllExact() { for index in sheets.indices { sheets[index].isExact = true } }

  /// Notes a damaged row on a line of the file, counted from 1.
  mutating func noteDamage(line: Int) {
    damaged += 1
    if firstDamaged == 0 { firstDamaged = line }
  }
}

extension BoxFile.Format {
  /// The format that a file's bytes begin as; `nil` for a text.
  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.prefix(4096).firstIndex(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF })
    else { return nil }
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    switch bytes[start] {
    case UInt8(ascii: "l"):
      guard rest.starts(with: Self.tableStart) else { return nil }
      let header = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      let names = Set(header.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) })
      guard names.isSuperset(of: ["left", "top", "width", "height", "text"]) else { return nil }
      self = .table
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard Self.jsonKeys.contains(where: { rest.holds($0) }) else { return nil }
      self = .json
    case UInt8(ascii: "<"):
      if rest.holds("ocr_page"), rest.holds("bbox") {
        self = .hocr
      } else if rest.holds("<alto") || rest.holds(":alto"), rest.holds("HPOS") {
        self = .alto
      } else {
        return nil
      }
    default: return nil
    }
  }

  private static let tableStart = Array("level\tpage_num\t".utf8)
  private static let jsonKeys = [
    "\"rec_texts\"", "\"rec_text\"", "\"txts\"", "\"txt\"", "\"transcription\"", "\"dt_polys\"", "\"dt_boxes\"",
  ]
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes of an ASCII text stand in the first megabyte.
  fileprivate func holds(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    let limit = Swift.min(count, 1 << 20)
    var at = 0
    while at + wanted.count <= limit {
      guard let next = self[at..<limit].firstIndex(of: first), next + wanted.count <= count else { return false }
      if self[next..<next + wanted.count].elementsEqual(wanted) { return true }
      at = next + 1
    }
    return false
  }
}
