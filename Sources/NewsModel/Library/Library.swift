/// All articles that are loaded, in the order of their pages.
///
/// A library only grows by whole pages (`append`), so an article's index stays what it was and an index built over
/// a range of articles stays true. A page that was read again makes another library (`rereading`).
public struct Library: Sendable {
  /// The pages in loading order.
  public private(set) var pages: [PageFacts] = []
  /// The articles, page by page.
  public private(set) var articles: [Article] = []
  /// For each page the range of its articles in `articles`.
  public private(set) var articleRanges: [Range<Int>] = []
  /// For each page what it prints about itself, which is no article.
  public private(set) var furniture: [[Article]] = []
  /// Which articles are versions of one story, as far as that has been looked for.
  public internal(set) var reprints = Reprints.none
  /// When articles came and were read, for queries that ask for it.
  public var history = ReadingHistory()
  /// The tags of clippings that are searched as articles; empty for pages.
  private var tags: [[String]] = []
  /// What was odd about files that did open, and the files that did not.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The newspaper of pages that do not print its name, when the user says so.
  let paper: String?

  /// Creates an empty library.
  ///
  /// - Parameter paper: the newspaper of pages that do not print its name.
  public init(paper: String? = nil) {
    self.paper = paper
  }

  /// Adds pages at the end.
  ///
  /// - Complexity: O(articles added).
  public mutating func append(_ readings: [PageReading]) {
    for reading in readings {
      let start = articles.count
      pages.append(reading.facts.assuming(paper: paper))
      // A single page's are taken over, not copied.
      if articles.isEmpty { articles = reading.articles } else { articles += reading.articles }
      articleRanges.append(start..<articles.count)
      furniture.append(reading.furniture)
      diagnostics += reading.diagnostics
    }
  }

  /// Adds clippings as pages of their own, one article each, with their tags.
  mutating func append(_ clippings: [(page: PageReading, tags: [String])]) {
    append(clippings.map(\.page))
    tags += clippings.map(\.tags)
  }

  /// The tags of the clipping that stands at `index`; none for an article of a page.
  func tags(ofArticle index: Int) -> [String] { tags.indices.contains(index) ? tags[index] : [] }

  /// Adds notes about files.
  public mutating func note(_ notes: [Diagnostic]) {
    diagnostics += notes
  }

  /// A library with another reading of page `index`, or without the page.
  ///
  /// - Complexity: O(articles).
  func replacing(page index: Int, by reading: PageReading?) -> Library {
    var library = Library(paper: paper)
    library.diagnostics = diagnostics.filter { $0.file != pages[index].file.shown }
    for page in pages.indices {
      if page != index {
        library.append([self.reading(ofPage: page)])
      } else if let reading {
        library.append([reading])
      }
    }
    return library
  }

  /// A page as it was appended, but for its diagnostics.
  func reading(ofPage index: Int) -> PageReading {
    PageReading(facts: pages[index], articles: Array(articles[articleRanges[index]]), furniture: furniture[index])
  }

  /// Changes the filing of the article at `index`.
  mutating func changeFiling(at index: Int, _ change: (inout Filing) -> Void) {
    change(&articles[index].filing)
  }

  /// Says which issue the article at `index` came out in.
  mutating func setIssue(_ issue: NewsIssue?, ofArticle index: Int) { articles[index].issue = issue }

  /// The page that the article at `index` stands on.
  ///
  /// - Complexity: O(log pages).
  public func page(ofArticle index: Int) -> PageFacts { pages[pageIndex(ofArticle: index)] }

  /// The index of the page that the article at `index` stands on.
  ///
  /// - Complexity: O(log pages).
  public func pageIndex(ofArticle index: Int) -> Int { articleRanges.partitioningIndex { $0.upperBound > index } }

  /// The articles on the page of the article at `index`.
  ///
  /// - Complexity: O(log pages).
  public func articles(onPageOf index: Int) -> Range<Int> {
    articleRanges[pageIndex(ofArticle: index)]
  }

  /// The furniture of all pages as a library of its own, to be searched.
  public func furnitureLibrary() -> Library {
    var library = Library(paper: paper)
    library.append(pages.indices.map { PageReading(facts: pages[$0], articles: furniture[$0]) })
    return library
  }

  /// The index of the article whose id begins with `prefix`.
  ///
  /// - Throws: `LibraryError.noSuchArticle` or `.ambiguousID`.
  /// - Complexity: O(articles).
  public func index(ofID prefix: String) throws(LibraryError) -> Int {
    guard let numbers = ArticleID.numbers(beginningWith: prefix) else { throw .noSuchArticle(id: prefix) }
    let found = articles.indices.filter { numbers.contains(articles[$0].idNumber) }
    guard let first = found.first else { throw .noSuchArticle(id: prefix) }
    // The same text on two pages has one id; it is the same article to the reader.
    guard found.allSatisfy({ articles[$0].idNumber == articles[first].idNumber }) else {
      throw .ambiguousID(id: prefix, candidates: found.map { articles[$0].id })
    }
    return first
  }
}
