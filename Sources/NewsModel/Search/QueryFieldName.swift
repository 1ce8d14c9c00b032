/// What can stand before the colon of `name:text`.
enum QueryFieldName {
  case field(QueryField)
  case date

  /// The longest name, in Unicode scalars.
  static let longestName = 8

  /// The field with this English or Chinese name, in any letter case.
  init?(_ name: String) {
    switch name.lowercased() {
    case "county", "县", "縣": self = .field(.county)
    case "mentions", "提及": self = .field(.mentions)
    case "by", "记者", "記者": self = .field(.by)
    case "title", "标题", "標題": self = .field(.title)
    case "file", "文件": self = .field(.file)
    case "date", "日期": self = .date
    default: return nil
    }
  }

  /// The condition that the field holds `text`; `offset` is where the text stands in the query.
  func node(_ text: String, at offset: Int) throws(QueryProblem) -> QueryNode {
    switch self {
    case .field(let field):
      guard !Folding.units(text).isEmpty else {
        throw QueryProblem(
          message: Phrase(
            "\(field.rawValue) 后面没有字；写成 名称:文字", "nothing stands after \(field.rawValue): write it as name:text"),
          offset: offset)
      }
      return .field(field, text)
    case .date:
      guard let span = DateSpan(text) else {
        throw QueryProblem(
          message: Phrase(
            "“\(text)”不是日期；可写 6月、2021年8月、2021-08-11、2021-08..2021-10",
            "“\(text)” is no date: write 2021, 2021-08, 2021-08-11, --08 (August of any year) or 2021-08..2021-10"),
          offset: offset)
      }
      return .date(span)
    }
  }
}
