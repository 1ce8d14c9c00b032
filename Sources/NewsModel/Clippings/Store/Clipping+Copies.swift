extension Clipping {
  /// The tags that a text names, parted by blanks or commas, with or without `#`.
  public static func tags(in text: String) -> [String] {
    let marks: Set<Character> = [",", "，", "、", "#", "＃"]
    return text.split(whereSeparator: { $0.isWhitespace || marks.contains($0) }).map(String.init)
  }

  /// Adds what is new of these tags and of this note, which may have several lines.
  public mutating func add(tags added: [String], note line: String) {
    for tag in added where !tags.contains(tag) { tags.append(tag) }
    if !line.isEmpty, !note.contains(line) { note += (note.isEmpty ? "" : "\n") + line }
  }

  /// What there is one clipping of: an article in a book.
  struct Identity: Hashable {
    let book: String?
    let id: String
  }

  var identity: Identity { Identity(book: book, id: id) }

  /// The clipping with what other copies of it say besides, as when the files of two machines were put together: the notes and tags of all,
  /// and the keys of other programs that it has not.
  ///
  /// - Parameter copies: all of them in the order of their lines.
  func united(with copies: [Clipping]) -> Clipping {
    var united = self
    var notes: [String] = []
    // A note that was gone on with on one machine says all that it said on the other.
    for note in copies.map(\.note) where !note.isEmpty && !notes.contains(where: { $0.contains(note) }) {
      notes.removeAll { note.contains($0) }
      notes.append(note)
    }
    united.note = notes.joined(separator: "\n")
    united.tags = []
    for tag in copies.flatMap(\.tags) where !united.tags.contains(tag) { united.tags.append(tag) }
    let marks = copies.flatMap { $0.marks ?? [] }
    united.marks = marks.isEmpty ? nil : marks.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    for field in copies.flatMap(\.foreignFields) where !united.foreignFields.contains(where: { $0.key == field.key }) {
      united.foreignFields.append(field)
    }
    return united
  }

  /// Whether nothing would be lost if only this clipping stayed, which was united with `copy`.
  func holds(all copy: Clipping) -> Bool {
    text == copy.text && copy.foreignFields.allSatisfy(foreignFields.contains)
  }
}
