/// The language of the interface; articles are shown as they are.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The language that an environment asks for: Chinese for `zh*` in the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that
  /// is set to something (the order of POSIX.1-2017, XBD 8.2), else English.
  public init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  /// The one of the two wordings that is in this language.
  public func callAsFunction(_ chinese: String, _ english: String) -> String {
    self == .chinese ? chinese : english
  }
}

/// A wording in both languages.
public struct Phrase: Sendable, Hashable {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  func `in`(_ language: Language) -> String { language(chinese, english) }
}
