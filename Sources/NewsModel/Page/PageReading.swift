/// What a page prints about itself.
public struct PageFacts: Hashable, Sendable {
  /// The page's path as it was given.
  public let file: FilePath
  /// The newspaper's name where the page prints it, else the one the user gave for such pages.
  public let paper: String?
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
  /// What became of the user's repairs on the page, in the order in which they were made.
  public internal(set) var userRepairs: [RepairOutcome] = []

  /// Creates a page's facts.
  public init(
    file: FilePath, paper: String? = nil, date: NewsDate? = nil, number: String? = nil, byteCount: Int,
    repairs: [Repair] = []
  ) {
    self.init(
      file: file, paper: paper, printedPaper: paper, date: date, number: number, byteCount: byteCount, repairs: repairs)
  }

  private init(
    file: FilePath, paper: String?, printedPaper: String?, date: NewsDate?, number: String?, byteCount: Int,
    repairs: [Repair]
  ) {
    self.file = file
    self.paper = paper
    self.printedPaper = printedPaper
    self.date = date
    self.number = number
    self.byteCount = byteCount
    self.repairs = repairs
  }

  /// The facts, with this name for the newspaper if the page prints none.
  func assuming(paper: String?) -> PageFacts {
    var facts = PageFacts(
      file: file, paper: printedPaper ?? paper, printedPaper: printedPaper, date: date, number: number,
      byteCount: byteCount, repairs: repairs)
    facts.userRepairs = userRepairs
    return facts
  }
}

/// A page taken apart: its facts, its articles in reading order, and doubts worth telling the user.
public struct PageReading: Sendable {
  /// What the page prints about itself.
  public let facts: PageFacts
  /// The articles in reading order. Their parts hold every non-space character of the file exactly once.
  public let articles: [Article]
  /// What was odd about the file or the page.
  public let diagnostics: [Diagnostic]

  /// Creates a reading.
  public init(facts: PageFacts, articles: [Article], diagnostics: [Diagnostic] = []) {
    self.facts = facts
    self.articles = articles
    self.diagnostics = diagnostics
  }
}
