import Foundation

@testable import NewsModel
@testable import ReaderUI

/// Runs the reader without a terminal: keys in, screen out. Work that the program does beside its event loop is done at once.
struct Driver {
  private(set) var state: AppState
  /// Every effect asked for so far that the driver does not do itself.
  private(set) var effects: [Effect] = []
  private var file = ClippingsFile()
  var kept: [Clipping] { file.clippings }
  /// Where the user filed articles otherwise.
  private(set) var corrections: [Clipping] = []
  /// The lines of the file of topics.
  private(set) var topicLines: [String] = []
  /// What the user says of issues.
  private(set) var issues: [Clipping] = []
  /// The texts of pages that can be repaired, in order, and the repairs.
  private var texts: [(file: FilePath, text: String)] = []
  private(set) var repairs: [Clipping] = []
  private(set) var size: Size
  /// The day of every test.
  static let today = NewsDate(year: 2021, month: 8, day: 12)
  /// Whether work beside the event loop is done at once; if not, it is kept for `answerLate`.
  var answers = true
  /// What was asked for and not answered, each with the articles that were loaded then.
  private var unanswered: [(effect: Effect, catalog: Catalog)] = []
  /// The steps that the regular expressions of a search may take.
  var regexSteps = Searcher.regexSteps

  init(
    _ pages: [PageReading] = [], columns: Int = 80, rows: Int = 24, language: Language = .chinese,
    settings: Settings? = nil
  ) {
    var settings = settings ?? Settings()
    settings.language = language
    state = AppState(settings: settings)
    size = Size(columns: columns, rows: rows)
    send(.resized(size))
    if let today = Driver.today { send(.today(today)) }
    if !pages.isEmpty { load(pages) }
  }

  /// A reader on pages given by their texts, whose lines it shows and mends.
  init(texts: [(file: FilePath, text: String)], columns: Int = 120, rows: Int = 30, language: Language = .chinese) {
    self.init(columns: columns, rows: rows, language: language)
    self.texts = texts
    load(readings)
  }

  private var readings: [PageReading] {
    texts.map { file, text in
      PageRepairs(repairs).apply(to: PageReader.read(text, file: file, byteCount: text.utf8.count)) { text }
    }
  }

  /// Reads a page again, with its repairs as they are now.
  private mutating func reread(_ file: FilePath, _ number: Int) {
    guard let text = texts.first(where: { $0.file == file })?.text else { return }
    let before = state.catalog.library.articles.filter { $0.file == file }
    load(readings, number: number)
    let after = state.catalog.library.articles.filter { $0.file == file }
    let succession = RepairSuccession(print: text, before: before, after: after)
    for change in succession.changes(of: self.file.clippings, facts: nil, keepsPlace: false) { self.change(change) }
    send(.succeeded(succession.predecessors))
  }

  private static let filer = PlaceFiler()

  /// Shows a library of `pages`, as loading `number`.
  mutating func load(_ pages: [PageReading], number: Int = 0) {
    var library = Library()
    library.append(pages)
    Self.filer.file(&library)
    PlaceCorrections(corrections).apply(to: &library)
    library.resolveIssues(names: .auto, corrections: IssueCorrections(issues))
    library = library.joiningJumps() ?? library
    library.findReprints()
    send(.catalog(Catalog(load: number, library: library)))
  }

  mutating func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    send(.resized(size))
  }

  mutating func send(_ event: Event) {
    for effect in update(&state, event) { run(effect) }
  }

  /// Presses a key, after which a frame is drawn.
  mutating func press(_ key: Key) {
    send(.key(key))
    send(.drawing)
  }

  /// Types characters, and keys by their names in angle brackets: `jj/残疾<Enter>`.
  mutating func press(_ keys: String) {
    var rest = keys[...]
    while let first = rest.unicodeScalars.first {
      if first == "<", let end = rest.firstIndex(of: ">"), let key = Key(String(rest[..<end].dropFirst())) {
        press(key)
        rest = rest[rest.index(after: end)...]
      } else {
        press(.character(first))
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
  }

  var frame: Frame { render(state, size: size) }
  var screen: String { frame.text }
  var hasQuit: Bool { effects.contains { if case .quit = $0 { true } else { false } } }

  /// The texts on the screen that are drawn as `role` is by the plain theme, row by row.
  func texts(in role: Role) -> [String] {
    let frame = frame
    var found: [String] = []
    for y in 0..<size.rows {
      var text = String.UnicodeScalarView()
      for cell in frame.row(y) {
        if cell.style == Theme.plain[role] {
          cell.append(to: &text)
        } else if !text.isEmpty {
          found.append(String(text))
          text = .init()
        }
      }
      if !text.isEmpty { found.append(String(text)) }
    }
    return found
  }

  /// Answers what was asked while `answers` was off, from the articles that were loaded when it was asked.
  mutating func answerLate() {
    answers = true
    let late = unanswered
    unanswered = []
    for (effect, catalog) in late { run(effect, on: catalog) }
  }

  private mutating func run(_ effect: Effect) {
    switch effect {
    case .search, .concordance, .table, .offers, .locate, .filter, .snippets, .group, .filterClippings, .recognise,
      .findTopics:
      if answers { return run(effect, on: state.catalog) }
      unanswered.append((effect, state.catalog))
      effects.append(effect)
    default: run(effect, on: state.catalog)
    }
  }

  private mutating func run(_ effect: Effect, on catalog: Catalog) {
    let library = catalog.library
    let searcher = Searcher(library: library, index: SearchIndex())
    switch effect {
    case .search(let request):
      guard request.load == catalog.load else { return }
      guard let result = searcher.search(request.query, in: request.scope, regexSteps: regexSteps) else { return }
      let remark = searcher.remark(onPlacesOf: request.query)
      let pages = result.hits.isEmpty ? searcher.pagesWithFurniture(holding: request.query) : 0
      send(
        .found(
          SearchAnswer(
            id: request.id, result, remark: remark, furniturePages: pages,
            datedByIssue: searcher.countDatedByIssue(result.hits, of: request.query), snippets: [:], load: catalog.load)
        ))
    case .concordance(let request):
      guard request.answer.load == catalog.load else { return }
      let concordance = searcher.concordance(
        of: request.query, in: request.answer.hits, order: request.order, limit: request.limit)
      guard let concordance else { return }
      send(.concordance(id: request.answer.id, request.order, concordance))
    case .table(let answer):
      guard answer.load == catalog.load else { return }
      send(.table(id: answer.id, FacetTable(answer.hits, of: library, by: [.county, .month])))
    case .offers(let request):
      guard request.load == catalog.load else { return }
      guard let offers = searcher.offers(insteadOf: request.query, in: request.scope) else { return }
      send(.offers(id: request.id, offers))
    case .locate(let id, let query, let article):
      send(.located(id: id, article: article.id, searcher.findMatches(of: query, in: article, regexSteps: regexSteps)))
    case .filter(let id, let query):
      guard let found = searcher.search(query, regexSteps: regexSteps) else { return }
      let ranked = found.hits.map { Int32($0.article) }
      send(.filtered(id: id, ranked.sorted(), ranked: ranked, problem: found.problem, load: catalog.load))
    case .snippets(let query, let articles, let answer):
      guard answer.load == catalog.load else { return }
      var snippets: [Int: [Snippet]] = [:]
      for article in articles {
        snippets[article] = searcher.snippets(of: query, in: library.articles[article], limit: 1)
      }
      send(.snippets(id: answer.id, snippets))
    case .group(let facet, let order, let catalog):
      send(.groups(facet, order, catalog.groups(by: facet, placeOrder: order), load: catalog.load))
    case .correct(let article, let facts, let place):
      corrections.removeAll { $0.id == article.id }
      corrections.append(
        PlaceCorrections.record(of: article, facts: facts, place: place, added: Date(timeIntervalSince1970: 0)))
      refile()
    case .correctDate(let article, let facts, let date):
      corrections.removeAll { $0.id == PlaceCorrections.dateID(of: article) }
      corrections.append(
        PlaceCorrections.record(of: article, facts: facts, date: date, added: Date(timeIntervalSince1970: 0)))
      refile()
    case .uncorrect(let id):
      corrections.removeAll { $0.id == id }
      refile()
    case .correctIssue(let article, let issue):
      issues.removeAll { $0.id == article.id }
      issues.append(IssueCorrections.record(of: article, issue, added: Date(timeIntervalSince1970: 0)))
      refile()
    case .uncorrectIssue(let id):
      issues.removeAll { $0.id == id }
      refile()
    case .keepArticle(let article, let facts, let book):
      var clipping = Clipping(of: article, facts: facts, added: Date(timeIntervalSince1970: 0))
      clipping.book = book
      change(.add(clipping))
    case .keep(let clipping, let next): change(.insert(clipping, before: next))
    case .annotate(let id, let note, let tags):
      change(.update(id: id) { ($0.note, $0.tags) = (note, tags) })
    case .fileClipping(let id, let place):
      change(.update(id: id) { ($0.county, $0.prefecture) = (place?.name, place?.prefecture) })
    case .moveClipping(let id, let next): change(.move(id: id, before: next))
    case .filterClippings(let id, let query, let kept, _):
      let clippings = Library(of: kept.map(\.clipping))
      guard let found = Searcher(library: clippings, index: SearchIndex()).find(query) else { return }
      send(.filtered(id: id, found.articles.map(Int32.init), ranked: [], problem: found.problem, load: nil))
    case .recognise(let kept, let catalog):
      let clippings = kept.map(\.clipping)
      let matches = ClippingMatcher.match(clippings, in: catalog.library.articles)
      let found = zip(clippings, matches).compactMap { clipping, match in match.map { (clipping.id, $0.index) } }
      send(.recognised(Dictionary(uniqueKeysWithValues: found), load: catalog.load))
    case .discard(let id, let book): change(.removeFrom(book: book, id: id))
    case .rebook(let id, let from, let to): change(.update(id: id) { if $0.book == from { $0.book = to } })
    case .markText(let id, let marks): change(.update(id: id) { $0.marks = marks.isEmpty ? nil : marks })
    case .repair(let file, let made):
      repairs += made.map {
        PageRepairs.record($0.repair, file: file, lines: $0.lines, added: Date(timeIntervalSince1970: 0))
      }
    case .unrepair(_, let made):
      for (repair, _) in made {
        if let index = repairs.lastIndex(where: { $0.repair?.with(text: $0.text) == repair }) {
          repairs.remove(at: index)
        }
      }
    case .reread(let file, let number) where !texts.isEmpty: reread(file, number)
    case .readSource(let file) where !texts.isEmpty:
      send(.source(file: file, page: SourcePage(text: texts.first { $0.file == file }?.text ?? "")))
    case .findTopics(let request):
      guard request.load == catalog.load else { return }
      let articles = request.queries.map { query in
        searcher.find(query, regexSteps: regexSteps).flatMap { $0.problem == nil ? $0.articles.map(Int32.init) : nil }
      }
      send(.topicArticles(articles, id: request.id, load: request.load))
    case .keepTopic(let name, let query):
      let place = topicLines.firstIndex { $0.hasPrefix(name + " = ") } ?? topicLines.count
      topicLines.removeAll { $0.hasPrefix(name + " = ") }
      if let query { topicLines.insert("\(name) = \(query)", at: place) }
      writeTopics(topicLines.map { $0 + "\n" }.joined())
    default: effects.append(effect)
    }
  }

  private mutating func refile() {
    var library = state.catalog.library
    let isRefiled = PlaceCorrections(corrections).apply(to: &library)
    if library.resolveIssues(names: .auto, corrections: IssueCorrections(issues)) || isRefiled {
      send(.catalog(Catalog(load: state.catalog.load, library: library)))
    }
  }

  /// Hands over the topics of a file with this text.
  mutating func writeTopics(_ text: String) {
    topicLines = text.split(separator: "\n").map(String.init)
    send(.topics(QueryList(text, file: "topics", today: Driver.today).entries))
  }

  /// Changes the clippings as their file would be changed.
  private mutating func change(_ change: ClippingChange) {
    _ = file.apply(change)
    send(.clippings(file.kept))
  }
}

extension Event {
  /// The page of a text of these lines.
  static func source(file: FilePath, lines: [String]) -> Event {
    .source(file: file, page: SourcePage(text: lines.joined(separator: "\n")))
  }
}
