import NewsModel

/// All that the reader shows and remembers. Only `update` changes it.
public struct AppState: Sendable {
  /// The screen's size; the smallest one until the terminal reports it.
  public internal(set) var size = ScreenLayout.smallest
  /// How the user wants things.
  public internal(set) var settings: Settings
  /// The day, for queries that count from it; `nil` until it is told.
  var today: NewsDate?
  /// The articles that are loaded, and how they are grouped.
  public internal(set) var catalog = Catalog()
  /// What to do, while no pages were named and none are here.
  var welcome: Welcome?
  /// Whether any catalog has come.
  var hasCatalog = false
  /// What the program is busy with; `nil` when nothing runs.
  public internal(set) var progress: LoadProgress?
  /// The clipping book that is looked at; `nil` for the first.
  var book: String?
  /// The clippings of all books.
  var everyClipping: [KeptClipping] = []
  /// The clippings of the book, in their order.
  public internal(set) var clippings = ClippingShelf()

  /// For which articles and clippings it was asked which article was kept.
  var recognition: Recognition?

  /// The pane that takes the keys.
  var focus = Pane.places
  /// The pane to return to from help, notes and the page's source.
  var paneBehind = Pane.places
  /// The left pane.
  var places = PlacesView()
  /// The user's topics, which the left pane shows as groups.
  var topics = Topics()
  /// The list in the middle.
  var list = ListView()
  /// The article pane; `nil` while there is nothing to show.
  var article: ArticleView?
  /// Where the user was in articles looked at before, by article id.
  var positions = PositionMemory()
  /// The search under way or being walked through.
  var search: SearchSession?
  /// The line being typed.
  var prompt: Prompt?
  /// The list to choose from that is open.
  var chooser: Chooser?
  /// Where to go back to from the clippings.
  var returnPoint: ReturnPoint?
  /// What the bottom row says instead of its hints, until the next key.
  var message: Message?
  /// What went wrong so far, in the order in which it was told.
  var problems: [String] = []
  /// Rows scrolled in the panes that only show text (help, notes, source), counted from 0.
  var scroll = 0
  /// What is looked for in them.
  var find: TextFind?
  /// What the next key would confirm, if it is the same again.
  var asked: Question?
  /// Digits typed before a key: `12G`.
  var count: Int?
  /// Changes that can be taken back, latest last, and those taken back.
  var changes = ChangeLog()
  /// Queries typed before.
  var history = SearchHistory()
  /// The group of the left pane that a jump began from.
  var jumpOrigin: GroupKey?
  /// What the line being typed, or the list to choose from, is for.
  var subject: Subject?
  /// What the user was writing the last time on articles that have not been written on since.
  var drafts: [Draft] = []
  /// What to say once the page that is read again is there; `nil` to say just that.
  var notice: String?
  /// The page that was changed, in the editor or by repairs, and is still to be read again.
  var edited: FilePath?
  /// The calendar of issues.
  var holdings = HoldingsView()
  /// The sentences that are being marked.
  var marking: Marking?
  /// The page shown beside its article.
  var source: SourceView?
  /// Numbers the loadings: the one at the start is 0.
  var loads = 0
  /// Whether the mouse is reported to the reader.
  public internal(set) var isMouseOn = false
  /// Whether the user has switched it on or off, this time or before.
  var mouseChoice: Bool?
  /// The pane whose right divider is being dragged.
  var drag: Pane?
  /// What is new, and what was read when.
  var seen = ArticleHistory()
  /// What has been read, and the article that was last looked at to mark it.
  var read = ReadMarks()
  var lastRead: String?
  /// Where the user was the last time, until it is there again or a key says otherwise.
  var resumption: Session?
  /// Whether the matches in the open article are still to be looked for beside the event loop.
  var awaitsMatches = false
  /// Numbers the searches, so that an answer names the search it belongs to.
  var lastSearch = 0
  /// Numbers the filters likewise.
  var lastFilter = 0
  /// The user's layout.
  var columns: ScreenLayout.Columns?
  var shift = ScreenLayout.Shift()
  var isZen = false

  /// A reader with nothing loaded.
  public init(settings: Settings) {
    self.settings = settings
    isMouseOn = settings.isMouseOn
  }

  var language: Language { settings.language }

  /// Whether the first page is still to come.
  var isWaiting: Bool { !hasCatalog }

  /// Where the panes lie now.
  var layout: ScreenLayout {
    ScreenLayout(
      size,
      ScreenLayout.Request(
        focus: focus, columns: columns, zen: isZen, searching: search?.showsResults ?? false,
        isWide: search.map { $0.view != .hits } ?? false, isTable: search?.view == .table, shift: shift))
  }

  /// Rows of text in `pane`: its area without the heading row; at least 1.
  func textRows(of pane: Pane) -> Int {
    max(1, (layout.area(of: pane)?.rows ?? size.rows - 1) - 1)
  }

  /// Rows of text that a pane of text has to show in all.
  func textLines(of pane: Pane) -> Int {
    pane == .source ? source?.rowCount ?? 0 : textPaneLines(of: pane).count
  }

  /// The rows of a pane of text as text.
  func textRowTexts(of pane: Pane) -> [String] {
    if pane == .source { return source.map { source in (0..<source.rowCount).map { source[$0].text } } ?? [] }
    return textPaneLines(of: pane).map { $0.lead + $0.text }
  }

  private func textPaneLines(of pane: Pane) -> [TextPane.Line] {
    TextPane.lines(of: pane, self, columns: layout.area(of: pane)?.columns ?? size.columns)
  }
}

/// How the user wants things: from the command line, the environment and the configuration file.
public struct Settings: Sendable {
  /// The language of the interface.
  public var language: Language
  /// How wide ambiguous characters are.
  public var cellWidth: CellWidth
  /// What dividers are drawn with.
  public var borders: BorderSet
  /// The widest column of text, in Han characters (two cells each).
  public var measure: Int
  /// How things look.
  public var theme: Theme
  /// Which keys do what.
  public var keymap: Keymap
  /// Whether the mouse is on until the user says otherwise.
  public var isMouseOn: Bool
  /// What digests and citations say.
  public var digest = Digest.Style()

  /// The widest column unless the user says otherwise, in Han characters, and the widest and narrowest there are.
  static let standardMeasure = 40
  static let measures = 10...100

  /// The built-in settings, except what is given.
  public init(
    language: Language = .english, cellWidth: CellWidth = .narrow, borders: BorderSet = .box,
    measure: Int = 40, theme: Theme = .plain, keymap: Keymap = Keymap(), isMouseOn: Bool = false
  ) {
    self.language = language
    self.cellWidth = cellWidth
    self.borders = borders
    self.measure = measure
    self.theme = theme
    self.keymap = keymap
    self.isMouseOn = isMouseOn
  }
}

/// A state of the articles and of the clippings between which articles are recognised.
struct Recognition: Sendable, Equatable {
  let load: Int
  let version: Int
}

/// The article, or clipping, that is being written on or filed: by value, for other articles may be chosen before that is done.
struct Subject: Sendable {
  let id: String
  /// `nil` for a clipping whose page is not open.
  let article: Article?
  let facts: PageFacts?
}

/// What a key asks to be pressed once more for.
enum Question: Sendable, Equatable {
  case removal(of: String)
}

/// What the program is busy with.
public struct LoadProgress: Sendable, Equatable {
  /// What is being done.
  public enum Stage: Sendable {
    case listing, reading, filing, indexing
  }

  let stage: Stage
  /// Pages found or done (articles, when they are being indexed), and how many there are; 0 while unknown.
  let done: Int
  let all: Int
  /// Bytes done, and bytes in all; 0 while unknown.
  let bytes: Int
  let allBytes: Int

  /// How far a stage is: `done` of `all` pages (articles, when they are being indexed) and `bytes` of `allBytes` bytes; 0 is unknown.
  public init(stage: Stage, done: Int = 0, all: Int = 0, bytes: Int = 0, allBytes: Int = 0) {
    self.stage = stage
    self.done = done
    self.all = all
    self.bytes = bytes
    self.allBytes = allBytes
  }

  /// Reading takes about so much of the time, the index of what is left then the rest.
  private static let readingShare = 0.8

  /// How much of all stages together is done, 0…1, so that the bar never runs back; `nil` while the whole is unknown.
  var fraction: Double? {
    func share(_ done: Int, _ all: Int) -> Double? { all > 0 ? min(1, Double(done) / Double(all)) : nil }
    guard stage == .indexing else { return share(bytes, allBytes).map { $0 * Self.readingShare } }
    return share(done, all).map { Self.readingShare + $0 * (1 - Self.readingShare) }
  }
}
