import NewsModel

/// A text in both languages of the interface.
struct Bilingual: Hashable, Sendable {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in one language.
  subscript(language: Configuration.Language) -> String {
    language == .chinese ? chinese : english
  }
}
