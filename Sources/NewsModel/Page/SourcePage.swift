/// A page as it is shown beside its articles: the lines of its file, or where its boxes are known the lines that were printed.
public struct SourcePage: Hashable, Sendable {
  /// A line of the page.
  public struct Line: Hashable, Sendable {
    /// What `Part.lines` calls it by: the number of the file's line, or of the row.
    public let number: Int
    /// Every row of the file that it was made of; `number` alone for a line of a text.
    public let rows: [LineSpan]
    /// Its text.
    public let text: String

    /// Creates a line.
    public init(number: Int, rows: [LineSpan]? = nil, text: String) {
      self.number = number
      self.rows = rows ?? [LineSpan(number, number)]
      self.text = text
    }

    /// Whether one of some lines of the file is among its rows.
    public func stands(in lines: [LineSpan]) -> Bool {
      rows.contains { row in lines.contains { $0.first <= row.last && row.first <= $0.last } }
    }
  }

  /// The lines, from the first to the last, or in reading order.
  public let lines: [Line]
  /// Pictures of the printed pages, where their boxes are known.
  public let sketches: [LayoutSketch]

  /// The text whose line N is what `Part.lines` calls N: the file's own, or that of the rows of boxes.
  ///
  /// - Complexity: O(bytes).
  public var print: String {
    guard !isText else { return lines.map(\.text).joined(separator: "\n") }
    var rows = [String](repeating: "", count: lines.lazy.map(\.number).max() ?? 0)
    for line in lines where line.number > 0 { rows[line.number - 1] += line.text }
    return rows.joined(separator: "\n")
  }

  private var isText: Bool { lines.indices.allSatisfy { lines[$0].number == $0 + 1 } }

  /// The page of a text.
  public init(text: String) {
    self.init(
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        Line(number: $0.offset + 1, text: String($0.element))
      }, sketches: [])
  }

  private init(_ lines: [Line], sketches: [LayoutSketch]) {
    self.lines = lines
    self.sketches = sketches
  }

  /// The page that a file holds.
  ///
  /// - Complexity: O(bytes) for a text; as reading the page for one with boxes.
  public init(_ decoded: DecodedText) {
    guard let laidOut = LaidOutText(decoded) else {
      self.init(text: decoded.text)
      return
    }
    var lines: [Line] = []
    for (index, text) in laidOut.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let rows = laidOut.rows(ofLine: index)
      guard let first = rows.first else { continue }
      lines.append(Line(number: first.first, rows: rows, text: String(text)))
    }
    self.init(lines, sketches: laidOut.sketches)
  }
}
