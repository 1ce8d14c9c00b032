/// One line of text being typed, with a caret between whole characters.
public struct LineEditor: Sendable, Equatable {
  /// The characters before the caret.
  private(set) var before: [Character]
  /// The characters behind the caret.
  private(set) var after: [Character] = []

  init(_ text: String = "") { before = Array(text) }

  var text: String { String(before + after) }
  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// Puts `scalar` at the caret; one that combines with the character before it stays with it.
  mutating func insert(_ scalar: Unicode.Scalar) {
    let joined = (before.popLast().map { String($0) } ?? "") + String(Character(scalar))
    before += Array(joined)
  }

  mutating func insert(_ text: String) { before += Array(text) }

  mutating func deleteBackward() { _ = before.popLast() }
  mutating func deleteForward() { if !after.isEmpty { after.removeFirst() } }
  mutating func deleteToStart() { before = [] }
  mutating func deleteToEnd() { after = [] }

  /// Deletes blanks before the caret, then the run of characters of one kind (Han, or anything else not blank).
  mutating func deleteWord() {
    while before.last?.isWhitespace == true { before.removeLast() }
    guard let kind = before.last.map(Self.isHan) else { return }
    while let last = before.last, !last.isWhitespace, Self.isHan(last) == kind { before.removeLast() }
  }

  mutating func moveLeft() { if let last = before.popLast() { after.insert(last, at: 0) } }
  mutating func moveRight() { if !after.isEmpty { before.append(after.removeFirst()) } }
  mutating func moveToStart() { (before, after) = ([], before + after) }
  mutating func moveToEnd() { (before, after) = (before + after, []) }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 } ?? false
  }
}
