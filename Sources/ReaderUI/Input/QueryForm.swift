import NewsModel

/// One thing that a query can say, by an example: the one source of the help pane, `xianwen help query`, the manual
/// page and README.
public struct QueryForm: Sendable {
  /// A query as it is typed.
  public let example: String
  /// What it finds.
  public let meaning: Phrase

  private init(_ example: String, _ chinese: String, _ english: String) {
    self.example = example
    meaning = Phrase(chinese, english)
  }

  private init(_ field: QueryField) {
    example = field.example
    meaning = field.meaning
  }

  /// Everything a query can say, the plain before the special.
  public static let all = plain + QueryField.all.map { QueryForm($0) } + special

  private static let plain = [
    QueryForm("残疾 就业", "都要有，次序不论；一个字也能搜", "both, in any order; one character is enough"),
    QueryForm("\"残疾人协会\"", "连在一起；“ ”「 」也行", "the exact phrase; “ ” and 「 」 will do"),
    QueryForm("残疾 | 养老", "有一个就行；也写 OR", "either; also OR"),
    QueryForm("残疾 -招聘", "不要有“招聘”；也写 NOT 招聘", "without 招聘; also NOT 招聘"),
    QueryForm("(残疾|养老) 补贴", "分组", "a group"),
  ]

  private static let special = [
    QueryForm("~残疾人协会", "容许错一个字（OCR 常错）", "one character may be wrong, as OCR has it"),
    QueryForm(
      "残疾 <20> 就业", "同一段里，相隔最多 20 个字；<20 还要按这个次序",
      "in one paragraph, at most 20 characters apart; <20 in this order"),
    QueryForm("段(残疾 就业)", "同一段里；也写 para( )", "in one and the same paragraph; also para( )"),
    QueryForm("/第.届/", "正则表达式", "a regular expression"),
  ]

  /// What makes no difference.
  public static let note = Phrase(
    "不分大小写、全角半角（符号也是）、简体繁体，也不管字与字之间的空格和换行。写错的查询、没有的字段按普通文字搜，并且会说。",
    "Letter case, full- and half-width forms (of signs too), simplified and traditional characters, and space between "
      + "Chinese characters make no difference. A query that cannot be parsed, or a field that does not exist, is searched as "
      + "plain text, and says so.")
}
