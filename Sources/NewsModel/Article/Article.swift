/// What an article is; the raw values are those of `xianwen list --json`.
public enum ArticleKind: String, Sendable, CaseIterable {
  /// A report under its own headline.
  case news
  /// A picture with its caption only.
  case photo
  /// 记者手记, 相关链接, 编者按, 短评: belongs to a bigger story of its page.
  case sidebar
  /// One item of a block of short news.
  case brief
  /// 公告, 通告, 遗失声明, 招标: signed by an office, not by a reporter.
  case notice
  /// Text that fits nothing (stray marks): kept, never dropped.
  case other
  /// What a page prints about itself (masthead, folio, editors' lines): no article, but kept beside its page's articles.
  case furniture
}

/// One article of a page, mended for reading.
///
/// An article is a value without a place in a library: `file` and `number` say where its text was found, `id` says
/// which text it is. Where it is filed is decided later, with the whole archive in view (`PlaceFiler`).
///
/// What a page's reading found never changes and is shared by all copies: an archive's articles are handed on and put into
/// order often.
public struct Article: Sendable, Identifiable {
  let content: ArticleContent

  /// Sixteen hexadecimal digits made of the article's own text, so that a moved or renamed file keeps it.
  public var id: String { ArticleID.digits(idNumber) }
  /// The id as a number, for many articles at once.
  public let idNumber: UInt64
  /// The id that is shown of one as a number.
  public static func id(of number: UInt64) -> String { ArticleID.digits(number) }
  /// The page's path as it was given.
  public var file: FilePath { content.file }
  /// The article's place on its page, from 1 in reading order; 0 for page furniture.
  public var number: Int { content.number }
  /// What the article is.
  public var kind: ArticleKind { content.kind }
  /// The column (栏目) it stands in, as printed.
  public var section: String? { content.section }
  /// The line above the headline (引题, 肩题).
  public var kicker: String? { content.kicker }
  /// The main headline (主题); `nil` for captions and unheaded items.
  public var headline: String? { content.headline }
  /// The line below the headline (副题).
  public var deck: String? { content.deck }
  /// Who wrote or photographed it, in printed order.
  public var byline: [Credit] { content.byline }
  /// The day of the dateline, else the first day that the story names; its year may be that of the issue. What the user
  /// said of it counts first.
  public var date: NewsDate? { if let correctedDate { correctedDate.date } else { judgedDate } }
  /// The day that the text names, whatever the user said.
  public var judgedDate: NewsDate? {
    guard let date = content.date, date.year == nil, let day = issue?.day, let year = day.year else {
      return content.date
    }
    // A December day in a January paper is last year's.
    let inferred = date.month > day.month + 6 ? year - 1 : year
    return NewsDate(year: inferred, month: date.month, day: date.day, yearSource: .page)
  }
  /// The same as its page alone tells it.
  var ownDate: NewsDate? { content.date }
  /// The day that the user gave it.
  var correctedDate: CorrectedDate?
  /// Whether the user, not the text, decided the day.
  public var isDatedByUser: Bool { correctedDate != nil }
  /// The text in reading order. Together the parts of one page hold every non-space character of its file once.
  public var parts: [Part] { content.parts }
  /// On which pages the story goes on, in order.
  public var jumps: [StoryJump] { content.jumps }
  /// The lines of its own file that the article came from, part by part.
  public var lines: [LineSpan] { parts.lazy.filter { $0.piece == 0 }.flatMap(\.lines) }
  /// What the user's repairs made of it; `nil` for one as it was read.
  var repair: ArticleRepair? { content.repair }
  /// Where the article is filed, and why.
  public var filing = Filing()
  /// The issue it came out in; `nil` where nothing is known of it.
  public internal(set) var issue: NewsIssue?

  /// Creates an article of `parts`; `id` is made of their text.
  public init(
    file: FilePath, number: Int, kind: ArticleKind, section: String? = nil, kicker: String? = nil,
    headline: String? = nil, deck: String? = nil, byline: [Credit] = [], date: NewsDate? = nil, parts: [Part]
  ) {
    self.init(
      ArticleContent(
        file: file, number: number, kind: kind, section: section, kicker: kicker, headline: headline, deck: deck,
        byline: byline, date: date, parts: parts),
      idNumber: ArticleID.numbers(of: [parts])[0])
  }

  /// Creates an article of content whose id is known.
  init(_ content: ArticleContent, idNumber: UInt64, issue: NewsIssue? = nil) {
    self.content = content
    self.idNumber = idNumber
    self.issue = issue
  }

  /// The same article in another place on its page.
  func numbered(_ number: Int) -> Article {
    guard number != self.number else { return self }
    let numbered = ArticleContent(
      file: file, number: number, kind: kind, section: section, kicker: kicker, headline: headline, deck: deck,
      byline: byline, date: ownDate, parts: parts, jumps: jumps, pieces: content.pieces, repair: repair)
    var article = Article(numbered, idNumber: idNumber, issue: issue)
    article.filing = filing
    article.correctedDate = correctedDate
    return article
  }

  /// What a list shows for the article: its headline, else the beginning of its text (at most 40 characters).
  public var title: String {
    if let headline { return headline }
    let text = parts.first { $0.role == .body || $0.role == .caption } ?? parts.first
    return (text?.text ?? "").shortened(to: 40)
  }
}

/// A day that the user gave an article, or said that it has none.
final class CorrectedDate: Sendable {
  let date: NewsDate?

  init(_ date: NewsDate?) { self.date = date }
}

/// What the reading of a page finds of one article.
final class ArticleContent: Sendable {
  let file: FilePath
  let number: Int
  let kind: ArticleKind
  let section: String?
  let kicker: String?
  let headline: String?
  let deck: String?
  let byline: [Credit]
  let date: NewsDate?
  let parts: [Part]
  let jumps: [StoryJump]
  /// The articles as they stood on their pages before they were joined, where the story goes on on another page.
  let pieces: [Article]
  let repair: ArticleRepair?

  init(
    file: FilePath, number: Int, kind: ArticleKind, section: String? = nil, kicker: String? = nil,
    headline: String? = nil, deck: String? = nil, byline: [Credit] = [], date: NewsDate? = nil, parts: [Part],
    jumps: [StoryJump] = [], pieces: [Article] = [], repair: ArticleRepair? = nil
  ) {
    self.file = file
    self.number = number
    self.kind = kind
    self.section = section
    self.kicker = kicker
    self.headline = headline
    self.deck = deck
    self.byline = byline
    self.date = date
    self.parts = parts
    self.jumps = jumps
    self.pieces = pieces
    self.repair = repair
  }
}

extension StringProtocol {
  /// The text, or its beginning and `…` where it has more than `count` characters.
  func shortened(to count: Int) -> String {
    let head = prefix(count)
    return head.endIndex == endIndex ? String(self) : String(head.dropLast()) + "…"
  }
}

/// The people of one byline who share a role, as in `{"role": "本报记者", "names": ["邹辉"]}`.
public struct Credit: Hashable, Sendable {
  /// The role as printed (记者, 本报通讯员, 摄 …); `nil` where only names stand.
  public let role: String?
  /// The names in printed order.
  public let names: [String]

  /// Creates a credit.
  public init(role: String?, names: [String]) {
    self.role = role
    self.names = names
  }
}
