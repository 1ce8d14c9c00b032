/// The issue of a newspaper that articles came out in, and the page of it that they stand on.
///
/// A class, for it is shared by all articles of a printed page and never changes.
public final class NewsIssue: Sendable {
  /// What may be known of an issue; the raw values are the keys of `xianwen list --json`.
  public enum Fact: String, Sendable, CaseIterable {
    case issued, paper, page
  }

  /// The newspaper's name.
  public let paper: String?
  /// The day it came out.
  public let day: NewsDate?
  /// The page's number as printed: `07`, `A03`, `三`.
  public let printedPage: String?
  /// What the page itself does not print: told by another page of its file, by the file's name or by the user's settings.
  public let inferred: Set<Fact>
  /// The id of the user's correction that says all this; `nil` where there is none.
  public let correctionID: String?

  /// Creates an issue.
  public init(
    paper: String? = nil, day: NewsDate? = nil, page: String? = nil, inferred: Set<Fact> = [],
    correctionID: String? = nil
  ) {
    self.paper = paper
    self.day = day
    printedPage = page
    self.inferred = inferred
    self.correctionID = correctionID
  }

  /// The page's number without leading zeroes: `7`, `A03`.
  public var page: String? { printedPage.flatMap(PageNumber.normalized) }

  /// Whether nothing is known.
  var isEmpty: Bool { paper == nil && day == nil && printedPage == nil }

  /// Whether both say the same.
  func says(_ other: NewsIssue?) -> Bool {
    guard let other else { return isEmpty }
    return self === other
      || paper == other.paper && day == other.day && printedPage == other.printedPage && inferred == other.inferred
        && correctionID == other.correctionID
  }
}

extension NewsIssue {
  /// The issue as it is typed: `聊城日报 2021-08-13 A02`.
  public var typed: String { [paper, day?.description, printedPage].compactMap(\.self).joined(separator: " ") }

  /// Reads what is typed: words that are a day with its year, a page's number, and any others as the paper's name.
  ///
  /// - Returns: `nil` when it says nothing, or names a day that does not exist.
  public convenience init?(typed text: String) {
    var (paper, day, page) = ([String](), NewsDate?.none, String?.none)
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if page == nil, PageNumber(word) != nil {
        page = word.filter { $0 != "第" && $0 != "版" }.uppercased()
      } else if day == nil, let date = DateText(DateText.normalized(word)), let month = date.month,
        let number = date.day
      {
        guard let found = NewsDate(year: date.year, month: month, day: number),
          found.year == nil || found.weekday != nil
        else { return nil }
        day = found
      } else {
        paper.append(word)
      }
    }
    guard day != nil || page != nil || !paper.isEmpty else { return nil }
    self.init(paper: paper.isEmpty ? nil : paper.joined(separator: " "), day: day, page: page)
  }
}

extension Article {
  /// The day that the article's issue came out.
  public var issued: NewsDate? { issue?.day }

  /// The day that lists, tables and sorting go by: the article's own, else that of its issue.
  public var listedDate: NewsDate? { date ?? issue?.day }
}
