/// Something the user should know about a file that did open.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given.
  public let file: String
  /// The line, counted from 1, when the trouble has one.
  public let line: Int?
  /// What was found and what was done about it, in one sentence.
  public let message: String

  /// Creates a diagnostic.
  public init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `path:line: message`.
  public var description: String {
    file + (line.map { ":\($0)" } ?? "") + ": " + message
  }
}
