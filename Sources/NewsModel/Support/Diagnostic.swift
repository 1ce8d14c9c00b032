/// Something the user should know about a file that did open.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// The path as it was given.
  public let file: String
  /// The line, counted from 1, when the trouble has one.
  public let line: Int?
  /// What was found and what was done about it, in one sentence.
  public let message: Phrase

  /// Creates a diagnostic.
  public init(file: String, line: Int? = nil, message: Phrase) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `path:line: message`, in both languages.
  public var text: Phrase {
    let place = file + (line.map { ":\($0)" } ?? "") + ": "
    return Phrase(place + message.chinese, place + message.english)
  }

  /// The text in English.
  public var description: String { text.english }
}
