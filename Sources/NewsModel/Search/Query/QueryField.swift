/// A field that a query can ask for, as in `name:value`.
///
/// `QueryField.all` is the one table of them: parsing, checking, writing queries and every help text go by its rows.
public struct QueryField: Sendable {
  /// What a value asks of an article.
  enum Test: Sendable {
    /// The text stands in such a part, where it is marked like any text.
    case part(TextPlace)
    /// The text stands in one of these values, of which `trace` tells what the page's file shows.
    case text(Trace, @Sendable (SearchedArticle) -> [String])
    /// One of these values begins with the text.
    case beginning(@Sendable (SearchedArticle) -> [String])
    /// One of these places is meant by the name.
    case place(PlaceName.Level, @Sendable (Article) -> [Place])
    /// This day lies in the span that the value names.
    case day(@Sendable (SearchedArticle) -> NewsDate?)
    /// This page of an issue is meant.
    case page(@Sendable (SearchedArticle) -> String?)
  }

  /// What the file of a page must show for a value to hold a text, so that other pages need not be read.
  enum Trace: Sendable {
    case none
    /// The characters of the text, with anything between them.
    case characters
    /// The text, in the file's path.
    case path
  }

  /// The English name, in which the program writes queries.
  public let name: String
  /// The Chinese name.
  public let chineseName: String
  /// What people write who do not know the name: only to tell it to them.
  let guesses: [String]
  /// A query with the field, for help texts.
  public let example: String
  /// What the example finds.
  public let meaning: Phrase
  /// Whether only clippings have the field.
  let isForClippings: Bool
  /// What its value asks for.
  let test: Test

  private init(
    _ name: String, _ chineseName: String, guesses: String, example: String, _ chinese: String, _ english: String,
    isForClippings: Bool = false, _ test: Test
  ) {
    self.name = name
    self.chineseName = chineseName
    self.guesses = guesses.split(separator: " ").map(String.init)
    self.example = "\(chineseName):\(example)"
    meaning = Phrase("\(chinese)（\(name):）", "\(english); also \(name):")
    self.isForClippings = isForClippings
    self.test = test
  }
}

extension QueryField {
  /// The place the article is filed under, itself.
  public static let county = QueryField(
    "county", "县", guesses: "区 县市区 地方 地点 地名 地区 place district city location", example: "高唐", "归在这个地方本身",
    "filed under this place itself", .place(.itself) { $0.filing.place.map { [$0] } ?? [] })

  /// The prefecture of the place the article is filed under.
  public static let prefecture = QueryField(
    "prefecture", "市", guesses: "地市 地级市 全市 州 盟", example: "聊城", "归在全市，连同各县市区",
    "filed under this prefecture or one of its counties", .place(.prefecture) { $0.filing.place.map { [$0] } ?? [] })

  /// A place that the article names or implies.
  public static let mentions = QueryField(
    "mentions", "提及", guesses: "提到 涉及 mention mentioned about", example: "高唐", "文中提到", "named in the text",
    .place(.itself) { $0.filing.mentioned })

  /// A name of the byline.
  public static let by = QueryField(
    "by", "记者", guesses: "作者 署名 通讯员 撰稿 摄影 author byline reporter", example: "孙亚飞", "署名", "the byline",
    .text(.characters) { $0.article.byline.flatMap(\.names) })

  /// The headline.
  public static let title = QueryField(
    "title", "标题", guesses: "题目 题 题名 篇名 headline heading subject", example: "先锋", "标题里", "in the headline",
    .part(.headline))

  /// A caption.
  public static let caption = QueryField(
    "caption", "图说", guesses: "图片说明 图注 图片 照片 photo picture image", example: "助残", "图片说明里", "in a caption",
    .part(.caption))

  /// The article's day.
  public static let date = QueryField(
    "date", "日期", guesses: "时间 日子 年月 day time when", example: "2021-08",
    "年、月、日，A..B，6月（任何一年），7天、本月、上周……；文章没有日期的按刊期",
    "a year, month, day, A..B, --06 (June of any year), 7d, lastweek …; of articles without one, that of the issue",
    .day { $0.article.listedDate })

  /// The day that the issue came out.
  public static let issued = QueryField(
    "issued", "刊期", guesses: "出版 出版日期 刊出 见报 issue published publication", example: "2021-08", "出报的日子，写法同日期",
    "the day the issue came out, written like date:", .day { $0.article.issued })

  /// The page of the issue.
  public static let page = QueryField(
    "page", "版", guesses: "版次 版面 版号 folio", example: "8", "第几版：8、A8", "the page of the issue: 8, A8",
    .page { $0.article.issue?.page })

  /// The day on which the reader first had the article.
  public static let arrived = QueryField(
    "new", "新到", guesses: "新来 到达 arrived added", example: "7天", "读到它的那天（开始用以后新来的）",
    "the day on which it came, of what came since the first use",
    .day { $0.library.history.arrivals[$0.article.idNumber] })

  /// The day on which the article was read.
  public static let read = QueryField(
    "read", "已读", guesses: "读过 看过 seen", example: "今天", "读过它的那天", "the day on which it was read",
    .day { $0.library.history.reads[$0.article.idNumber] })

  /// The path of the page's file.
  public static let file = QueryField(
    "file", "文件", guesses: "路径 文件名 path filename folder", example: "seeds", "文件路径", "the path of the page",
    .text(.path) { [$0.article.file.shown] })

  /// The newspaper.
  public static let paper = QueryField(
    "paper", "报", guesses: "报纸 报名 来源 newspaper source", example: "聊城日报", "报纸名", "the newspaper",
    .text(.none) { ($0.article.issue?.paper ?? $0.page.paper).map { [$0] } ?? [] })

  /// A tag of the clipping.
  public static let tag = QueryField(
    "tag", "标签", guesses: "标记 tags label", example: "重点", "剪报的标签；也写 #重点", "a clipping's tag, as #重点",
    isForClippings: true, .beginning { $0.tags })

  /// Every field, in the order of the help texts.
  public static let all = [
    county, prefecture, mentions, by, title, caption, date, issued, paper, page, arrived, read, file, tag,
  ]
}

extension QueryField: Hashable {
  /// Fields are told apart by their names.
  public static func == (a: QueryField, b: QueryField) -> Bool { a.name == b.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension QueryField {
  /// The field called so, in either language and whatever letter case, width or script.
  static func named(_ name: String) -> QueryField? {
    let units = Folding.units(name)
    return all.first { Folding.units($0.name) == units || Folding.units($0.chineseName) == units }
  }

  /// The field that someone may have meant by a name that none has.
  static func nearest(to name: String) -> QueryField? {
    let name = name.lowercased()
    if let guessed = all.first(where: { $0.guesses.contains(name) }) { return guessed }
    let distances = all.map { field in
      (field, min(Spelling.distance(field.name, name), Spelling.distance(field.chineseName, name)))
    }
    // At least half of the characters are right.
    return distances.min { $0.1 < $1.1 }.flatMap { $0.1 * 2 <= name.unicodeScalars.count && $0.1 <= 2 ? $0.0 : nil }
  }

  /// Whether the field asks for a text in some parts of an article.
  var asksForText: Bool { if case .part = test { true } else { false } }

  /// Whether the field asks when an article came or was read.
  var asksForHistory: Bool { self == .arrived || self == .read }

  /// Whether the field asks for the issue that an article came out in.
  var asksForIssues: Bool {
    switch test {
    case .day: !asksForHistory
    case .page: true
    default: name == QueryField.paper.name
    }
  }

  /// Whether the field asks where an article is filed or which places it names.
  var asksForPlaces: Bool { if case .place = test { true } else { false } }
}

/// An article in its library, as conditions of a query see it.
struct SearchedArticle {
  let library: Library
  /// The article's index.
  let index: Int

  var article: Article { library.articles[index] }

  /// What the article's page prints about itself.
  ///
  /// - Complexity: O(log pages).
  var page: PageFacts { library.page(ofArticle: index) }

  /// The tags of a clipping that is searched as an article.
  var tags: [String] { library.tags(ofArticle: index) }
}
