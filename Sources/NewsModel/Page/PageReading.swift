/// What a page prints about itself.
public struct PageFacts: Hashable, Sendable {
  /// The page's path as it was given.
  public let file: FilePath
  /// The newspaper's name where the page prints it, else the one the user gave for such pages.
  public private(set) var paper: String?
  /// The newspaper's name if the page itself prints it; what the user says of many pages is no evidence for one.
  let printedPaper: String?
  /// The day of publication where the page prints it.
  public let date: NewsDate?
  /// The page number as printed: `07`, `A03`.
  public let number: String?
  /// The file's size in bytes.
  public let byteCount: Int
  /// What was mended in the file's text before it was read.
  public let repairs: [Repair]
  /// The names of files beside it that hold the same page in another form and were not read.
  public internal(set) var others: [String] = []
  /// What each printed page of the file says of its issue; at least one.
  private(set) var sheets: [SheetFacts]
  /// What the file's path says of its issue.
  let named: NamedIssue?
  /// What became of the user's repairs on the page, in the order in which they were made.
  public internal(set) var userRepairs: [RepairOutcome] = []

  /// Creates a page's facts.
  ///
  /// - Parameter sheets: what its printed pages say; without any, what is said of the file is that of its one page.
  public init(
    file: FilePath, paper: String? = nil, date: NewsDate? = nil, number: String? = nil, byteCount: Int,
    repairs: [Repair] = [], sheets: [SheetFacts] = []
  ) {
    self.file = file
    self.paper = paper
    printedPaper = paper
    self.date = date
    self.number = number
    self.byteCount = byteCount
    self.repairs = repairs
    self.sheets = sheets.isEmpty ? [SheetFacts(paper: paper, issued: date, number: number)] : sheets
    named = NamedIssue(file)
  }

  /// The index of the printed page that an article stands on, by its number in the file.
  func sheet(ofArticle number: Int) -> Int { max(0, (sheets.lastIndex { $0.firstNumber <= number }) ?? 0) }

  /// Gives the first articles of its printed pages other numbers.
  mutating func renumberSheets(_ number: (Int) -> Int) {
    for index in sheets.indices.dropFirst() { sheets[index].firstNumber = number(sheets[index].firstNumber) }
  }

  /// The facts, with this name for the newspaper if the page prints none.
  func assuming(paper: String?) -> PageFacts {
    if paper == nil || printedPaper != nil { return self }
    var facts = self
    facts.paper = paper
    return facts
  }
}

/// A page taken apart: its facts, its articles in reading order, and doubts worth telling the user.
public struct PageReading: Sendable {
  /// What the page prints about itself.
  public internal(set) var facts: PageFacts
  /// The articles in reading order. Their parts and those of `furniture` hold every non-space character of the file
  /// exactly once.
  public internal(set) var articles: [Article]
  /// What the page prints about itself, in page order.
  public internal(set) var furniture: [Article]
  /// What was odd about the file or the page.
  public internal(set) var diagnostics: [Diagnostic]

  /// Creates a reading.
  public init(
    facts: PageFacts, articles: [Article], furniture: [Article] = [], diagnostics: [Diagnostic] = []
  ) {
    self.facts = facts
    self.articles = articles
    self.furniture = furniture
    self.diagnostics = diagnostics
  }
}
