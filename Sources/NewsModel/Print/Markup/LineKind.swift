/// What a tool says a line is, by tags or by marks of Markdown.
enum LineKind: UInt8, Sendable {
  case heading, caption
  /// A row of a table, its cells set apart by two blanks and more.
  case row
}
