import NewsModel

/// The language of the interface; articles are shown as they are.
public typealias Language = Configuration.Language

extension Configuration.Language {
  /// The one of the two wordings that is in this language.
  public func callAsFunction(_ chinese: String, _ english: String) -> String {
    self == .chinese ? chinese : english
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
