import ReaderUI

@testable import ReaderTerminal

extension Capabilities {
  /// A terminal that is told everything in words, for tests to read.
  static var fake: Capabilities {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    return Capabilities(
      clear: bytes("<clear>"), clearToEnd: bytes("<el>"), showCursor: bytes("<show>"), hideCursor: bytes("<hide>"),
      reset: bytes("<reset>"),
      attributes: [(.bold, bytes("<b>")), (.underline, bytes("<u>")), (.reverse, bytes("<r>"))],
      foregrounds: (0..<16).map { bytes("<f\($0)>") }, backgrounds: (0..<16).map { bytes("<k\($0)>") },
      scrollsAtCorner: false, move: { x, y in bytes("<\(x),\(y)>") })
  }
}

/// What a terminal with the capabilities `fake` would show.
struct FakeScreen {
  let size: Size
  let cellWidth: CellWidth
  /// Row by row; nil for the right half of a wide character.
  private(set) var cells: [String?]
  private(set) var cursor: Point?
  private var place = Point(x: 0, y: 0)

  init(size: Size, cellWidth: CellWidth) {
    self.size = size
    self.cellWidth = cellWidth
    cells = Array(repeating: " ", count: size.columns * size.rows)
  }

  var text: String {
    (0..<size.rows).map { y in
      let row = cells[y * size.columns..<(y + 1) * size.columns].map { $0 ?? "" }.joined()
      return String(row.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  mutating func receive(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "<", let end = rest.firstIndex(of: ">") {
        obey(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        write(scalar)
      }
    }
  }

  private mutating func obey(_ command: String) {
    let numbers = command.split(separator: ",").compactMap { Int($0) }
    let row = place.y * size.columns
    switch command {
    case "clear": cells = Array(repeating: " ", count: cells.count)
    case "el": for x in place.x..<size.columns { cells[row + x] = " " }
    case "hide": cursor = nil
    case "show": cursor = place
    default: if numbers.count == 2 { place = Point(x: numbers[0], y: numbers[1]) }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let index = place.y * size.columns + place.x
    switch cellWidth.width(of: scalar) {
    case 0: cells[index - 1]?.unicodeScalars.append(scalar)
    case 1:
      blankHalf(index)
      cells[index] = String(scalar)
      place.x += 1
    default:
      blankHalf(index)
      blankHalf(index + 1)
      cells[index] = String(scalar)
      cells[index + 1] = nil
      place.x += 2
    }
  }

  /// Terminals blank what is left of a wide character when half of it is overwritten.
  private mutating func blankHalf(_ index: Int) {
    if cells[index] == nil { cells[index - 1] = " " }
    if index + 1 < cells.count && cells[index + 1] == nil { cells[index + 1] = " " }
  }
}
