import NewsModel
import ReaderUI

/// Times the reader from a key to its frame, with a whole corpus loaded and without a terminal.
struct ReaderBenchmark {
  private let folder: String

  init(_ folder: String) {
    self.folder = folder
  }

  /// Keys in the order in which a user would press them, by what they are about.
  private static let walks: [(name: String, keys: [Key])] = [
    (
      "list",
      Array(repeating: "j", count: 200) + Array(repeating: .pageDown, count: 100) + ["G", "g", "o", "o", "o", "o"]
    ),
    ("places", [.escape] + Array(repeating: "j", count: 40) + ["g"]),
    ("open", ["l"] + Array(repeating: [.enter, " ", " ", "q", "j"], count: 100).flatMap { $0 }),
    ("article", [.enter] + Array(repeating: "j", count: 300) + ["G", "g", "z", "z", "+", "-", "\u{5D}", "{", "}"]),
    ("search", ["q", "/"] + "残疾人 县".unicodeScalars.map(Key.character) + Array(repeating: .down, count: 50)),
  ]

  func run() throws {
    let (loading, library) = try seconds { try LibraryLoader.load([folder]) }
    let (cataloguing, catalog) = seconds { Catalog(load: 0, library: library) }
    print(
      "\(library.articles.count) articles loaded in \(column(loading, width: 0)) s, catalog \(column(cataloguing, width: 0)) s"
    )
    print("milliseconds from key to frame, 120 x 40: keys, median, 99th percentile, longest")
    time("corpus", catalog, Searcher(library: library, index: SearchIndex()))
    let long = Self.longArticle(bytes: 1_000_000)
    time("1 MB article", Catalog(load: 0, library: long), Searcher(library: long, index: SearchIndex()))
  }

  private func time(_ what: String, _ catalog: Catalog, _ searcher: Searcher) {
    let size = Size(columns: 120, rows: 40)
    var state = AppState(settings: Settings(language: .chinese))
    _ = update(&state, .resized(size))
    _ = update(&state, .catalog(catalog))
    let (handingOver, _) = seconds { _ = update(&state, .catalog(catalog)) }
    print("\(what) · handing over a catalog once more:", column(handingOver * 1000, width: 0))
    _ = update(&state, .key("l"))
    for walk in Self.walks {
      var times: [Double] = []
      for key in walk.keys {
        var effects: [Effect] = []
        let (taken, _) = seconds {
          effects = update(&state, .key(key))
          return render(state, size: size).size.rows
        }
        times.append(taken * 1000)
        for effect in effects { answer(effect, catalog, searcher, &state, &times) }
      }
      print(
        "\(what) · \(walk.name): \(times.count)", column(percentile(times, 0.5)), column(percentile(times, 0.99)),
        column(times.max() ?? 0))
    }
  }

  /// Does what an effect asks for; only taking its answer counts, for the work itself is done beside the event loop.
  private func answer(
    _ effect: Effect, _ catalog: Catalog, _ searcher: Searcher, _ state: inout AppState, _ times: inout [Double]
  ) {
    guard case .search(let request) = effect, let found = searcher.search(request.query) else { return }
    let answer = SearchAnswer(
      id: request.id, hits: found.hits, matchCount: found.matchCount, snippets: [:], load: catalog.load)
    let (taken, _) = seconds {
      _ = update(&state, .found(answer))
      return render(state, size: Size(columns: 120, rows: 40)).size.rows
    }
    times.append(taken * 1000)
  }

  /// A library of one article of `bytes` bytes in paragraphs of the usual length.
  private static func longArticle(bytes: Int) -> Library {
    let sentence = "高唐县残联在全县97个村（社区）选举成立残疾人协会，千名代办员上门办理各项业务，让残疾人少跑腿。"
    let paragraph = String(repeating: sentence, count: 4)
    let parts = (0...bytes / paragraph.utf8.count).map { index in
      Part(role: .body, text: paragraph, lines: [LineSpan(index * 2 + 1, index * 2 + 1)])
    }
    var library = Library()
    library.append([
      PageReading(
        facts: PageFacts(file: "long.txt", byteCount: bytes),
        articles: [Article(file: "long.txt", number: 1, kind: .news, headline: "长文", parts: parts)])
    ])
    return library
  }
}
