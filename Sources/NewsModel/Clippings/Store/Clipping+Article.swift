import Platform

extension Clipping {
  /// The clipping of `article`.
  ///
  /// - Parameters:
  ///   - article: the article to keep.
  ///   - facts: what its page prints about itself.
  ///   - added: the moment of keeping; written to the second.
  /// - Complexity: O(bytes of text).
  public init(of article: Article, facts: PageFacts?, added: Date) {
    var paragraphs: [String] = []
    var roles: [PartRole] = []
    for part in article.parts {
      // A part is one paragraph; a line break inside it would part text from roles.
      for paragraph in part.text.split(separator: "\n") {
        paragraphs.append(String(paragraph))
        roles.append(part.role)
      }
    }
    self.init(
      id: article.id, headline: article.headline, county: article.filing.place?.name, date: article.date?.description,
      file: article.file.shown, lines: LineSpan.joined(article.lines),
      added: added.formatted(.iso8601), text: paragraphs.joined(separator: "\n"))
    self.prefecture = article.filing.place?.prefecture
    self.number = article.number
    self.kind = article.kind
    let issue = article.issue ?? facts.flatMap { $0.sheets[$0.sheet(ofArticle: article.number)].issue }
    self.paper = issue?.paper ?? facts?.paper
    self.issued = issue?.day?.description
    self.page = issue?.printedPage
    self.section = article.section
    self.kicker = article.kicker
    self.deck = article.deck
    self.byline = article.byline.isEmpty ? nil : article.byline
    self.roles = roles
    let inferred =
      (article.date?.yearIsInferred == true ? [Clipping.dateKey] : [])
      + NewsIssue.Fact.allCases.filter { issue?.inferred.contains($0) == true }.map(\.rawValue)
    self.inferred = inferred.isEmpty ? nil : inferred
  }

  static let dateKey = "date"
  static let issuedKey = "issued"

  /// The article's day; `nil` when the clipping names none or in a form of its own.
  public var day: NewsDate? { newsDate(date, key: Clipping.dateKey) }

  /// The day of publication; `nil` when the page did not print it.
  public var issueDay: NewsDate? { newsDate(issued, key: Clipping.issuedKey) }

  private func newsDate(_ text: String?, key: String) -> NewsDate? {
    text.flatMap { NewsDate($0, yearIsInferred: inferred?.contains(key) == true) }
  }

  /// The text by paragraphs with their roles; the parts name no lines.
  ///
  /// Without roles that fit the text (a line written by hand), paragraphs equal to the kicker, headline or deck are
  /// those, and all others are body.
  public var parts: [Part] {
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let roles, roles.count == paragraphs.count {
      return zip(roles, paragraphs).map { Part(role: $0, text: $1, lines: []) }
    }
    var known: [(role: PartRole, text: String?)] = [(.kicker, kicker), (.headline, headline), (.deck, deck)]
    return paragraphs.filter { !$0.isEmpty }.map { paragraph in
      guard let index = known.firstIndex(where: { $0.text == paragraph }) else {
        return Part(role: .body, text: paragraph, lines: [])
      }
      return Part(role: known.remove(at: index).role, text: paragraph, lines: [])
    }
  }

  /// Whether the year of the article's day was inferred, not printed.
  public var dateIsInferred: Bool { inferred?.contains(Clipping.dateKey) == true }

  /// What a list shows for the clipping: its headline, else the beginning of its text (at most 40 characters).
  public var title: String {
    headline ?? text.prefix { $0 != "\n" }.shortened(to: 40)
  }
}

extension NewsDate {
  /// Reads what `description` prints: `2021-08-11` or `--08-11`; `nil` for anything else.
  init?(_ text: String, yearIsInferred: Bool = false) {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    func number(_ field: Substring, digits: Int) -> Int? {
      field.utf8.count == digits && field.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? Int(field) : nil
    }
    switch fields.count {
    case 3:
      guard let year = number(fields[0], digits: 4), let month = number(fields[1], digits: 2),
        let day = number(fields[2], digits: 2)
      else { return nil }
      self.init(year: year, month: month, day: day, yearIsInferred: yearIsInferred)
    case 4:
      guard fields[0].isEmpty, fields[1].isEmpty, let month = number(fields[2], digits: 2),
        let day = number(fields[3], digits: 2)
      else { return nil }
      self.init(year: nil, month: month, day: day)
    default: return nil
    }
  }
}

extension LineSpan {
  /// `spans` in the order of their lines, those that touch or overlap made one.
  static func joined(_ spans: [LineSpan]) -> [LineSpan] {
    var joined: [LineSpan] = []
    for span in spans.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      if let last = joined.last, span.first <= last.last + 1 {
        joined[joined.count - 1] = LineSpan(last.first, max(last.last, span.last))
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}
