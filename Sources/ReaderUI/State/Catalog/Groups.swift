import NewsModel

/// What the left pane groups articles by.
public enum Facet: String, Sendable, CaseIterable {
  case place, date, issued, paper, page, section, reporter, file

  func name(_ language: Language) -> String {
    switch self {
    case .place: language("地方", "Places")
    case .date: language("日期", "Dates")
    case .issued: language("刊期", "Issues")
    case .paper: language("报", "Papers")
    case .page: language("版", "Pages")
    case .section: language("栏目", "Sections")
    case .reporter: language("记者", "Reporters")
    case .file: language("文件", "Files")
    }
  }
}

/// What the articles of a group have in common.
public enum GroupKey: Hashable, Sendable {
  case all
  case clippings
  /// Found by the topic of this name.
  case topic(String)
  /// Filed under a county-level place.
  case place(Place)
  /// Filed under a prefecture, by its name, or under anything in it.
  case prefecture(String)
  /// Filed under a prefecture itself: what concerns it as a whole.
  case city(Place)
  /// Filed nowhere, dated by no day, in no section, by no named reporter.
  case unknown
  /// Dated in a month: `2021-08`, or `--08` without a year.
  case month(String)
  /// Of the issue of a day.
  case issued(String)
  /// Of one issue of a newspaper.
  case issue(paper: String?, day: NewsDate)
  /// What came since the last time.
  case new
  /// What was read lately.
  case recent
  /// Versions of one story, one of which has this id.
  case story(id: String)
  /// Of a newspaper.
  case paper(String)
  /// On a page of this number.
  case page(String)
  case section(String)
  case reporter(String)
  case file(FilePath)
}

extension GroupKey {
  /// The prefecture that a place is, or lies in.
  var prefecture: String? {
    switch self {
    case .prefecture(let name): name
    case .place(let place), .city(let place): place.prefecture
    default: nil
    }
  }
}

extension NewsDate {
  /// The day as lists show it: `2021-08-11`, with `?` where the year is inferred; `08-11` where no year can be known.
  var shown: String { year == nil ? String(description.dropFirst(2)) : description + (yearIsInferred ? "?" : "") }

  /// The day with words for what is inferred of it.
  func shown(_ language: Language) -> String {
    yearIsInferred ? description + language("（年份推定）", " (year inferred)") : shown
  }
}

/// One row of the left pane.
public struct Group: Sendable {
  /// What its articles share.
  public let key: GroupKey
  /// The loading whose articles they are.
  let load: Int
  /// The articles' indices in the library of that loading, in page order.
  public let articles: [Int32]
  /// What the pane shows when that is not part of the key.
  let title: String
  /// How the name can be typed in Latin letters.
  let pinyin: PinyinName
  /// Articles that name the place, wherever they are filed; 0 for what is no place.
  let mentions: Int

  init(
    key: GroupKey, load: Int, articles: [Int32], title: String = "", pinyin: PinyinName = PinyinName(),
    mentions: Int = 0
  ) {
    self.key = key
    self.load = load
    self.articles = articles
    self.title = title
    self.pinyin = pinyin
    self.mentions = mentions
  }

  func name(_ language: Language) -> String {
    switch key {
    case .all: language("全部", "All")
    case .clippings: language("★ 剪报", "★ Clippings")
    case .prefecture(let name):
      name + language(" 全" + (["地区", "州", "盟"].first(where: name.hasSuffix) ?? "市"), " (all)")
    case .city(let place): place.name + language("本级", " (own)")
    case .unknown: language("未标明", "Unknown")
    case .place(let place): place.name
    case .topic(let name): title.isEmpty ? name : title
    case .month(let text) where text.hasPrefix("--"): language("\(text.dropFirst(2))月 无年份", "\(text) no year")
    case .page(let text): language("第\(text)版", "page \(text)")
    case .month(let text), .issued(let text), .paper(let text), .section(let text), .reporter(let text):
      title.isEmpty ? text : title
    case .new: language("新到", "New")
    case .recent: language("最近读过", "Read lately")
    case .story: language("同稿", "Versions")
    case .issue(_, let day): title.isEmpty ? day.description : title
    case .file(let path): title.isEmpty ? path.shown : title
    }
  }
}
