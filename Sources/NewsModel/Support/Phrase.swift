/// The language of the interface; articles are shown as they are.
public typealias Language = Configuration.Language

extension Configuration.Language {
  /// The one of the two wordings that is in this language.
  public func callAsFunction(_ chinese: String, _ english: String) -> String {
    self == .chinese ? chinese : english
  }

  /// What an error says in this language; one that knows no languages says it in its own words.
  public func callAsFunction(_ error: any Error) -> String {
    (error as? any ExplainedError)?.text[self] ?? "\(error)"
  }
}

/// A wording in both languages.
public struct Phrase: Sendable, Hashable {
  /// The wording in Chinese.
  public let chinese: String
  /// The wording in English.
  public let english: String

  /// A wording in Chinese and in English.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The wording in one of the languages.
  public subscript(language: Language) -> String { language(chinese, english) }
}

/// An error that says in both languages what is wrong, where, and what to do.
public protocol ExplainedError: Error, CustomStringConvertible {
  /// One line.
  var text: Phrase { get }
}

extension ExplainedError {
  /// The line in English.
  public var description: String { text.english }
}
