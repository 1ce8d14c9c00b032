import Foundation

/// Measures several corpora, each in a process of its own, and sets their figures side by side.
struct Growth {
  private let options: BenchOptions

  /// The columns that say something of growth, by the titles of their tables.
  private static let shown = [
    (table: "Reading and indexing", columns: ["processor", "speed"]), ("Memory", ["per byte of text"]),
    ("Queries", ["find p50", "find p95", "ranked p50"]), (StartBenchmark.screens, ["median"]),
    (StartBenchmark.typing, ["median", "99th"]), (ReaderBenchmark.title, ["median", "processor 99th"]),
    (ColdSearch.title, ["processor"]),
  ]

  init(_ options: BenchOptions) { self.options = options }

  func run() throws {
    let reports = try options.corpora.map(measure).sorted { $0.bytes < $1.bytes }
    guard let first = reports.first, let last = reports.last else { return }
    Progress.clear()
    print(
      "How figures grow; the last column is the largest corpus's figure ÷ the smallest's. The largest holds "
        + "\(Figure(Double(last.bytes) / Double(first.bytes), "").text) times the text.")
    var grown = last
    grown.tables = []
    for (title, columns) in Self.shown {
      for column in columns {
        var table = Table(
          "\(title): \(column)", columns: reports.map { Figure(Double($0.bytes) / 1e6, "MB").text } + ["growth"])
        for row in last.tables.first(where: { $0.title == title })?.rows ?? [] {
          let figures = reports.map { $0.figure(title, row.name, column) }
          let ends = [figures.first, figures.last].compactMap { $0??.value }
          table.add(row.name, figures + [ends.count == 2 ? Figure(ends[1] / ends[0], "×") : nil], row.meaning)
        }
        grown.add(table)
      }
    }
    if let file = options.json { try grown.write(to: file) }
  }

  private func measure(_ corpus: String) throws -> Report {
    Progress.show("measuring \(corpus)")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-bench-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    var arguments = [corpus, "--json", file.path, "--repeat", String(options.repetitions)]
    if let queries = options.queryFile { arguments += ["--queries", queries] }
    let outcome = Bundle.main.executablePath.flatMap { Child.run($0, arguments) }
    guard outcome?.code == 0, let data = try? Data(contentsOf: file),
      let report = try? JSONDecoder().decode(Report.self, from: data)
    else { throw BenchError.noFigures(corpus) }
    return report
  }
}

extension Report {
  fileprivate func figure(_ title: String, _ row: String, _ column: String) -> Figure? {
    guard let table = tables.first(where: { $0.title == title }),
      let row = table.rows.first(where: { $0.name == row }), let column = table.columns.firstIndex(of: column)
    else { return nil }
    return row.figures[column]
  }
}
