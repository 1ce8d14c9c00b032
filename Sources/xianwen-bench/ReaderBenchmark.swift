import NewsModel
import ReaderUI

/// Times the reader from a key to its frame, with a whole corpus loaded and without a terminal.
enum ReaderBenchmark {
  /// The title of the table.
  static let title = "Key to frame, 120 × 40"

  private struct Walk {
    let name: String
    let keys: [Key]
    let meaning: String
  }

  /// Keys in the order in which a user would press them, by what they are about.
  private static let walks = [
    Walk(
      name: "list",
      keys: Array(repeating: "j", count: 200) + Array(repeating: .pageDown, count: 100)
        + ["G", "g", "o", "o", "o", "o"],
      meaning: "down the list of all articles, by lines and pages, and sorted anew"),
    Walk(
      name: "places", keys: [.escape] + Array(repeating: "j", count: 40) + ["g"], meaning: "down the list of counties"),
    Walk(
      name: "opening articles",
      keys: ["l"] + Array(repeating: [.enter, " ", " ", "q", "j"], count: 100).flatMap { $0 },
      meaning: "one article after the other opened, paged through and closed"),
    Walk(
      name: "article",
      keys: [.enter] + Array(repeating: "j", count: 300) + ["G", "g", "z", "z", "+", "-", "\u{5D}", "{", "}"],
      meaning: "down an article line by line, to its end, wider, larger"),
    Walk(
      name: "search as one types",
      keys: ["q", "/"] + "残疾人 县".unicodeScalars.map(Key.character) + Array(repeating: .down, count: 50),
      meaning: "typing, taking the answers, down the results"),
  ]

  /// A row for each kind of keys, in an archive and in an article of 1 MB. With `details` all of them, else those that matter most.
  static func run(_ library: Library, _ index: SearchIndex, details: Bool) -> Table {
    var table = Table(
      title, columns: ["keys", "median", "99th", "slowest", "processor 99th"],
      note: "processor 99th: of the time on a processor, which leaves out waiting for one while other programs run")
    Progress.show("pressing keys")
    add(walks, to: &table, Searcher(library: library, index: index), "", details)
    let long = longArticle(bytes: 1_000_000)
    add(walks, to: &table, Searcher(library: long, index: SearchIndex()), " of 1 MB", details)
    return table
  }

  private static func add(
    _ walks: [Walk], to table: inout Table, _ searcher: Searcher, _ what: String, _ details: Bool
  ) {
    let catalog = Catalog(load: 0, library: searcher.library)
    let size = Size(columns: 120, rows: 40)
    var state = AppState(settings: Settings(language: .chinese))
    _ = update(&state, .resized(size))
    _ = update(&state, .catalog(catalog))
    let handingOver = seconds { _ = update(&state, .catalog(catalog)) }.seconds
    if details {
      table.add(
        "a catalog once more" + what, [nil, nil, nil, Figure(handingOver * 1000, "ms"), nil], "as while it loads")
    }
    _ = update(&state, .key("l"))
    for walk in walks {
      var times: [Taken] = []
      for key in walk.keys {
        var effects: [Effect] = []
        let (taken, _) = Taken.by {
          effects = update(&state, .key(key)) + update(&state, .drawing)
          return render(state, size: size).size.rows
        }
        times.append(taken)
        for effect in effects { answer(effect, catalog, searcher, &state, &times) }
      }
      guard details || (walk.name == "article") == !what.isEmpty else { continue }
      let clock = times.map { $0.seconds * 1000 }
      table.add(
        walk.name + what,
        [
          Figure(count: times.count), Figure(percentile(clock, 0.5), "ms"), Figure(percentile(clock, 0.99), "ms"),
          Figure(clock.max() ?? .nan, "ms"), Figure(percentile(times.map { $0.processor * 1000 }, 0.99), "ms"),
        ], walk.meaning)
    }
  }

  /// Does what an effect asks for; only taking its answer counts, for the work itself is done beside the event loop.
  private static func answer(
    _ effect: Effect, _ catalog: Catalog, _ searcher: Searcher, _ state: inout AppState, _ times: inout [Taken]
  ) {
    guard case .search(let request) = effect, let found = searcher.search(request.query) else { return }
    let answer = SearchAnswer(id: request.id, found, snippets: [:], load: catalog.load)
    let (taken, _) = Taken.by {
      _ = update(&state, .found(answer))
      return render(state, size: Size(columns: 120, rows: 40)).size.rows
    }
    times.append(taken)
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
