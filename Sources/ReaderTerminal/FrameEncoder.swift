import ReaderUI

/// Writes the difference between two frames as bytes for the terminal.
///
/// Each changed row is sent once, from its first changed cell to its last, left to right. The grid is our own because ncurses', and with it
/// the C library's, idea of a character's width is not always the terminal's: after each character that terminals disagree about the
/// cursor is placed anew, so that a wrong guess costs one cell and not the row.
struct FrameEncoder {
  private let capabilities: Capabilities
  private var previous: Frame?
  private var style = Style.plain
  private var bytes: [UInt8] = []

  init(_ capabilities: Capabilities) {
    self.capabilities = capabilities
  }

  /// Forgets what the screen shows; the next frame clears it first.
  mutating func invalidate() {
    previous = nil
  }

  /// The bytes that turn the screen from the last frame into `frame`; none if they are equal.
  mutating func encode(_ frame: Frame) -> [UInt8] {
    if frame == previous { return [] }
    bytes.removeAll(keepingCapacity: true)
    bytes += capabilities.hideCursor
    var shown = previous
    if previous?.size != frame.size || previous?.cellWidth != frame.cellWidth {
      bytes += capabilities.reset + capabilities.clear
      style = .plain
      shown = Frame(size: frame.size, cellWidth: frame.cellWidth)
    }
    for y in 0..<frame.size.rows {
      if let shown { encodeRow(y, of: frame, over: shown) }
    }
    use(.plain)
    if let cursor = frame.cursor, frame.bounds.contains(cursor) {
      bytes += capabilities.move(cursor.x, cursor.y) + capabilities.showCursor
    }
    previous = frame
    return bytes
  }

  private mutating func encodeRow(_ y: Int, of frame: Frame, over shown: Frame) {
    let new = frame.row(y)
    let old = shown.row(y)
    let offset = old.startIndex - new.startIndex
    guard let start = new.indices.first(where: { new[$0] != old[$0 + offset] }),
      let last = new.indices.last(where: { new[$0] != old[$0 + offset] })
    else { return }
    // The first change is never a right half: it differs only where the left one does.
    var end = last + 1
    while end < new.endIndex && new[end].isRightHalf { end += 1 }
    if capabilities.scrollsAtCorner && y == frame.size.rows - 1 && end == new.endIndex {
      end -= new[end - 1].isRightHalf ? 2 : 1
    }
    // What is left of the row in plain blanks is cleared rather than written.
    let blanks = new[start..<end].reversed().prefix { $0.isBlank && $0.style == .plain }.count
    let clears = blanks > capabilities.clearToEnd.count && end == new.endIndex && !capabilities.clearToEnd.isEmpty
    if clears { end -= blanks }

    bytes += capabilities.move(start - new.startIndex, y)
    var isPlaced = true
    for index in start..<end where !new[index].isRightHalf {
      let cell = new[index]
      if !isPlaced { bytes += capabilities.move(index - new.startIndex, y) }
      use(cell.style)
      cell.append(to: &bytes)
      isPlaced = !cell.isUncertain(in: frame.cellWidth)
    }
    if clears {
      if !isPlaced { bytes += capabilities.move(end - new.startIndex, y) }
      use(.plain)
      bytes += capabilities.clearToEnd
    }
  }

  /// Switches to a style, if it is not the one in use. Terminals have no common way to end one attribute alone, so all end first.
  private mutating func use(_ next: Style) {
    guard next != style else { return }
    style = next
    bytes += capabilities.reset
    for (attribute, begin) in capabilities.attributes where next.attributes.contains(attribute) { bytes += begin }
    let foreground = Int(next.foreground.rawValue)
    if foreground < capabilities.foregrounds.count { bytes += capabilities.foregrounds[foreground] }
    let background = Int(next.background.rawValue)
    if background < capabilities.backgrounds.count { bytes += capabilities.backgrounds[background] }
  }
}

extension Cell {
  fileprivate func isUncertain(in cellWidth: CellWidth) -> Bool {
    guard let scalar else { return false }
    return hasMarks || cellWidth.isUncertain(scalar)
  }
}
