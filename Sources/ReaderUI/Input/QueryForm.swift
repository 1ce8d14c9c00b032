import NewsModel

/// One thing that a query can say, by an example: the one source of the help pane, `xianwen help query`, the manual page and README.
public struct QueryForm: Sendable {
  /// A query as it is typed.
  public let example: String
  /// What it finds.
  public let meaning: Phrase

  private init(_ example: String, _ chinese: String, _ english: String) {
    self.example = example
    meaning = Phrase(chinese, english)
  }

  /// Everything a query can say, the plain before the special.
  public static let all = [
    QueryForm("残疾 就业", "都要有，次序不论；一个字也能搜", "both, in any order; one character is enough"),
    QueryForm("\"残疾人协会\"", "连在一起", "the exact phrase"),
    QueryForm("残疾 | 养老", "有一个就行", "either"),
    QueryForm("残疾 -招聘", "不要有“招聘”", "without 招聘"),
    QueryForm("(残疾|养老) 补贴", "分组", "a group"),
    QueryForm("县:高唐", "归在这里（也写 county:）", "filed there; also county:"),
    QueryForm("提及:高唐", "文中提到（mentions:）", "named in the text; also mentions:"),
    QueryForm("记者:孙亚飞", "署名（by:）", "the byline; also by:"),
    QueryForm("标题:先锋", "标题里（title:）", "in the headline; also title:"),
    QueryForm(
      "日期:2021-08", "年、月、日，或 A..B；6月 是任何一年的六月（date:）",
      "a year, month, day or A..B; 6月 or --06 is June of any year; also date:"),
    QueryForm("file:seeds", "文件路径", "the path of the page"),
    QueryForm("~残疾人协会", "容许错一个字（OCR 常错）", "one character may be wrong, as OCR has it"),
    QueryForm("/第.届/", "正则表达式", "a regular expression"),
  ]

  /// What makes no difference.
  public static let note = Phrase(
    "不分大小写、全角半角、简体繁体，也不管字与字之间的空格和换行。写错的查询按普通文字搜，并且会说。",
    "Letter case, full- and half-width forms, simplified and traditional characters, and space between Chinese characters make "
      + "no difference. A query that cannot be parsed is searched as plain text, and says so.")
}
