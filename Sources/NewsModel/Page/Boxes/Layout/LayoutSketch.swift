/// A small picture of a printed page in cells: each piece of each article where it stands, numbered in reading order.
public struct LayoutSketch: Hashable, Sendable {
  /// The pieces, in reading order.
  let pieces: [Piece]
  /// The page's edges.
  private let page: Box?

  /// A piece of the page.
  struct Piece: Hashable, Sendable {
    /// The article's number and, for its columns, a letter: `3`, `3b`.
    let name: String
    let box: Box
    /// What fills it: `=` headlines, `-` their smaller lines, `:` text, `~` captions, `.` the page's own lines, `?` what nothing explains.
    let fill: Character
    /// The rows of the file.
    let rows: [LineSpan]
    /// How its text begins.
    let text: String
  }

  /// A line of the picture.
  public struct Line: Hashable, Sendable {
    /// As it is drawn.
    public let text: String
    /// Whether a piece that was asked for stands on it.
    public let isMarked: Bool
  }

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    page = pieces.dropFirst().reduce(pieces.first?.box) { $0?.union($1.box) }
  }

  /// Whether nothing is known of the page.
  public var isEmpty: Bool { pieces.isEmpty }

  /// The lines of the picture.
  ///
  /// - Parameters:
  ///   - columns: the cells that a line may take.
  ///   - marked: pieces that hold one of these rows are filled with `#`.
  /// - Complexity: O(cells + pieces).
  public func lines(columns: Int, marking marked: [LineSpan] = []) -> [Line] {
    guard let page, page.width > 0, page.height > 0 else { return [] }
    let columns = max(10, min(columns, 200))
    // A cell is twice as high as it is wide.
    let rowCount = max(1, min(400, Int((Double(columns) * page.height / page.width / 2).rounded(.up))))
    var cells = [[Character]](repeating: [Character](repeating: " ", count: columns), count: rowCount)
    var isMarked = [Bool](repeating: false, count: rowCount)
    func cell(_ value: Double, _ start: Double, _ length: Double, _ count: Int) -> Int {
      max(0, min(count - 1, Int((value - start) / length * Double(count))))
    }
    for piece in pieces {
      let holds = piece.rows.contains { row in marked.contains { $0.first <= row.last && row.first <= $0.last } }
      let (left, top) = (
        cell(piece.box.left, page.left, page.width, columns), cell(piece.box.top, page.top, page.height, rowCount)
      )
      let right = max(left, cell(piece.box.right, page.left, page.width, columns) - 1)
      let bottom = max(top, cell(piece.box.bottom, page.top, page.height, rowCount) - 1)
      for row in top...bottom {
        for column in left...right { cells[row][column] = holds ? "#" : piece.fill }
        if holds { isMarked[row] = true }
      }
      for (place, digit) in piece.name.enumerated() where left + place < columns { cells[top][left + place] = digit }
    }
    return zip(cells, isMarked).map { row, isMarked in
      var row = row
      while row.last == " " { row.removeLast() }
      return Line(text: String(row), isMarked: isMarked)
    }
  }

  /// What the numbers stand for: a line for each piece.
  public var legend: [String] { pieces.map { "\($0.name)\t\($0.fill)\t\($0.text)" } }
}

extension LayoutSketch.Piece {
  /// The piece that stands at `place` of the article `number`; `nil` for one without lines.
  init?(_ piece: PageLayout.Piece, _ place: Int, of number: Int, _ layout: PageLayout, _ rows: [LineSpan]) {
    let lines = piece.lines.map { layout.lines[$0] }.filter { !$0.words.isEmpty }
    guard let first = lines.first else { return nil }
    let letter = piece.kind == .text ? Unicode.Scalar(UInt32(0x61 + min(place, 25))).map { String($0) } ?? "" : ""
    self.init(
      name: "\(number + 1)\(letter)", box: lines.dropFirst().reduce(first.box) { $0.union($1.box) },
      fill: Self.fill(piece.kind), rows: rows, text: first.text[...].string)
  }

  private static func fill(_ kind: PageLayout.Kind) -> Character {
    switch kind {
    case .headline: "="
    case .label, .kicker, .deck, .subhead: "-"
    case .text: ":"
    case .caption: "~"
    case .furniture: "."
    case .loose: "?"
    }
  }
}
