/// Which issues of which newspapers a library holds, and which are missing by the papers' own rhythm.
public struct Holdings: Sendable {
  /// The issues of one newspaper.
  public struct Paper: Sendable {
    /// Its name; `nil` for pages whose paper is unknown.
    public let name: String?
    /// The issues held and those inferred to be missing, by day.
    public let issues: [HeldIssue]

    /// How many issues are held.
    public var heldCount: Int { issues.count { !$0.isMissing } }
    /// How many issues are missing.
    public var missingCount: Int { issues.count { $0.isMissing } }
  }

  /// The papers, those with most issues first; what is of no known paper, last.
  public let papers: [Paper]
  /// Articles of no known day.
  public let undated: Int

  /// The holdings of a library whose issues are resolved.
  ///
  /// - Complexity: O(articles + days between the first and the last issue of each paper).
  public init(_ library: Library) {
    var drafts: [String?: [NewsDate: HeldIssue]] = [:]
    var undated = 0
    for (index, article) in library.articles.enumerated() {
      guard let issue = article.issue, let day = issue.day?.plain, day.weekday != nil else {
        undated += 1
        continue
      }
      // A story that goes on on another page is of that page, too.
      let pages = [issue.page] + article.jumps.map { PageNumber.normalized($0.page) }
      drafts[issue.paper, default: [:]][day, default: HeldIssue(day: day)].add(index, pages: pages.compactMap(\.self))
    }
    self.undated = undated
    papers = drafts.map { name, issues in
      Paper(name: name, issues: PublishingRhythm(issues.values.sorted { $0.day < $1.day }).completed)
    }
    .sorted { a, b in
      guard let first = a.name, let second = b.name else { return a.name != nil }
      return a.heldCount != b.heldCount ? a.heldCount > b.heldCount : first < second
    }
  }
}

/// An issue of a newspaper, as far as a library holds it.
public struct HeldIssue: Sendable {
  /// The day it came out.
  public let day: NewsDate
  /// The pages held, in order.
  public private(set) var pages: [String] = []
  /// The pages that are missing, by the numbers of the others and the size of like issues.
  public internal(set) var missingPages: [String] = []
  /// The articles of it.
  public private(set) var articles: [Int] = []

  /// Whether nothing of it is held.
  public var isMissing: Bool { articles.isEmpty }

  init(day: NewsDate) { self.day = day }

  fileprivate mutating func add(_ article: Int, pages own: [String]) {
    articles.append(article)
    for page in own where !pages.contains(page) {
      pages.insert(page, at: pages.firstIndex { PageNumber.areInOrder(page, $0) } ?? pages.count)
    }
  }

  /// The highest number of the pages in each section of which half are held; a number far above the others is misread.
  var sizes: [String: Int] {
    Dictionary(grouping: pages.compactMap(PageNumber.init), by: \.section).compactMapValues { pages in
      let numbers = pages.map(\.number).sorted()
      return numbers.indices.last { ($0 + 1) * 2 >= numbers[$0] }.map { numbers[$0] }
    }
  }
}

extension NewsDate {
  /// The day alone, without whether its year is inferred.
  fileprivate var plain: NewsDate? { NewsDate(year: year, month: month, day: day) }
}
