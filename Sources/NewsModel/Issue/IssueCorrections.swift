import Platform

/// What the user says of the issues of pages.
///
/// A correction is stored like a clipping, one line of JSON with a whole article of the page, by a `ClippingStore` of its own
/// file (`Paths.issues`): its `paper`, `issued` and `page` are those of all articles of the printed page. The page is
/// recognised by that article's id, which is made of its text, so that the file may be moved or renamed; else by the file's
/// path.
public struct IssueCorrections: Sendable {
  private let records: [Clipping]
  private let byArticle: [UInt64: Int]

  /// No corrections.
  public static let none = IssueCorrections([])

  /// The corrections that a store of them holds.
  public init(_ records: [Clipping]) {
    self.records = records
    byArticle = Dictionary(
      records.enumerated().compactMap { index, record in UInt64(record.id, radix: 16).map { ($0, index) } }
    ) { $1 }
  }

  /// The record of a correction: the page of `article` is this page of this issue.
  public static func record(of article: Article, _ issue: NewsIssue, added: Date) -> Clipping {
    var article = article
    article.issue = issue
    return Clipping(of: article, facts: nil, added: added)
  }

  /// The corrected issues: by page of the library, then by the number of its printed page.
  ///
  /// - Complexity: O(articles); O(1) without corrections.
  func issues(in library: Library) -> [Int: [Int: NewsIssue]] {
    guard !records.isEmpty else { return [:] }
    var found: [Int: [Int: NewsIssue]] = [:]
    var used: Set<Int> = []
    for (page, range) in library.articleRanges.enumerated() {
      for article in library.articles[range] {
        guard let record = byArticle[article.idNumber] else { continue }
        used.insert(record)
        found[page, default: [:]][library.pages[page].sheet(ofArticle: article.number)] = issue(records[record])
      }
    }
    for (index, record) in records.enumerated() where !used.contains(index) {
      guard let page = library.pages.firstIndex(where: { $0.file.shown == record.file }) else { continue }
      found[page, default: [:]][library.pages[page].sheet(ofArticle: record.number ?? 1)] = issue(record)
    }
    return found
  }

  private func issue(_ record: Clipping) -> NewsIssue {
    NewsIssue(paper: record.paper, day: record.issueDay, page: record.page, correctionID: record.id)
  }
}
