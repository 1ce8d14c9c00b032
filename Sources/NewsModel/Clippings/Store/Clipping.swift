/// An article that the user kept: its whole text with what a citation needs, so that it outlives its page.
///
/// One clipping is one line of the clippings file. Keys that this version does not know survive in `foreignFields`.
public struct Clipping: Sendable, Identifiable, Equatable {
  /// The article's id when it was kept.
  public var id: String
  /// The main headline; `nil` for captions and unheaded items.
  public var headline: String?
  /// The place it was filed under.
  public var county: String?
  /// The article's day as printed by `NewsDate` (`2021-08-11`, `--08-11`); any other text stays what it is.
  public var date: String?
  /// The page's path as it was given when the article was kept.
  public var file: String
  /// The source lines of the page, joined where they meet.
  public var lines: [LineSpan]
  /// When it was kept: ISO 8601, UTC.
  public var added: String
  /// What the user wrote about it; empty when nothing.
  public var note: String
  /// The user's tags in their order.
  public var tags: [String]
  /// The whole article as it was, its paragraphs (headline and byline included) set apart by `\n`.
  ///
  /// - Complexity: O(bytes of text) at each reading of a clipping that came from a file.
  public var text: String {
    get { keptText.string }
    set { keptText = KeptText(newValue) }
  }
  var keptText: KeptText

  /// The book that it was put into; `nil` for the one that everything goes into unless said otherwise.
  public var book: String?
  /// The prefecture-level city of `county`: names like 高新区 recur.
  public var prefecture: String?
  /// The article's place on its page, from 1.
  public var number: Int?
  /// What the article was.
  public var kind: ArticleKind?
  /// The newspaper's name where the page printed it.
  public var paper: String?
  /// The day of publication where the page printed it.
  public var issued: String?
  /// The page number as printed: `07`, `A03`.
  public var page: String?
  /// The column (栏目) it stood in.
  public var section: String?
  /// The line above the headline.
  public var kicker: String?
  /// The line below the headline.
  public var deck: String?
  /// Who wrote or photographed it, in printed order.
  public var byline: [Credit]?
  /// The role of each paragraph of `text`, in order.
  public var roles: [PartRole]?
  /// The keys among `date`, `issued`, `paper` and `page` whose value, or its year, was inferred, not printed.
  public var inferred: [String]?
  /// The sentences that the user marked, as quotations with their surroundings; `nil` for none.
  public var marks: [Passage]?
  /// The repair of a page that the line records, without its text; `nil` for a clipping.
  public var repair: PageRepair?
  /// Keys of other programs, in their order.
  var foreignFields: [ForeignField] = []

  /// Creates a clipping of its parts.
  public init(
    id: String, headline: String? = nil, county: String? = nil, date: String? = nil, file: String,
    lines: [LineSpan] = [], added: String, note: String = "", tags: [String] = [], text: String
  ) {
    self.id = id
    self.headline = headline
    self.county = county
    self.date = date
    self.file = file
    self.lines = lines
    self.added = added
    self.note = note
    self.tags = tags
    self.keptText = KeptText(text)
  }

  /// A key of another program and its value, both exactly as they stand in the line.
  struct ForeignField: Sendable, Equatable {
    /// The key as JSON, quotes and escapes included.
    let key: String
    /// The value as JSON.
    let value: String
  }
}
