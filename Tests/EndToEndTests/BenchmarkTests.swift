import Foundation
import Testing

/// The benchmark, run on a corpus that it makes itself.
@Suite struct BenchmarkTests {
  private struct Report: Decodable {
    struct Table: Decodable {
      let title: String
      let columns: [String]
      let rows: [Row]
    }

    struct Row: Decodable {
      let name: String
      let figures: [Figure?]
    }

    struct Figure: Decodable {
      let value: Double
      let unit: String
    }

    let pages: Int
    let bytes: Int
    let articles: Int
    let tables: [Table]
  }

  private let xianwen: XianwenBinary

  init() throws { xianwen = try XianwenBinary() }

  private func bench(_ arguments: String...) throws -> XianwenBinary.Result {
    try xianwen.run(arguments, program: XianwenBinary.built("xianwen-bench"), environment: ["PATH": "/usr/bin:/bin"])
  }

  private func make(_ folder: String, megabytes: String) throws {
    let made = try bench("--make-corpus", folder, "--size-mb", megabytes, "--samples", XianwenBinary.seeds)
    try #require(made.code == 0, "\(made.errors)")
  }

  private func files(below folder: String) throws -> [String: Data] {
    let root = xianwen.folder.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.contains(".") }.reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: root.appendingPathComponent($1))
    }
  }

  private func report(_ file: String) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(contentsOf: xianwen.folder.appendingPathComponent(file)))
  }

  @Test func theSameCorpusIsMadeTwiceAndALargerOneBeginsWithIt() throws {
    for (folder, size) in [("one", "0.1"), ("two", "0.1"), ("larger", "0.2")] { try make(folder, megabytes: size) }
    let (one, two, larger) = (try files(below: "one"), try files(below: "two"), try files(below: "larger"))
    #expect(one == two)
    #expect(one.count > 3 && larger.count > one.count)
    for (name, page) in one where name.hasSuffix(".txt") { #expect(larger[name] == page) }
  }

  @Test func oneRunMeasuresEverything() throws {
    try make("pages", megabytes: "0.1")
    let run = try bench("pages", "--repeat", "1", "--verify", "--json", "report.json")
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("pages missed 0,"))
    let report = try report("report.json")
    #expect(report.pages > 3 && report.bytes >= 100_000 && report.articles > report.pages)
    for title in [
      "Reading", "Memory", "Queries", "First screen", "Key to the terminal", "Key to frame", "Search without",
    ] {
      let table = try #require(report.tables.first { $0.title.hasPrefix(title) }, "\(title)")
      #expect(!table.rows.isEmpty && run.output.contains(table.title))
      for row in table.rows {
        #expect(row.figures.count == table.columns.count && run.output.contains(row.name))
        #expect(row.figures.contains { $0.map { $0.value >= 0 } ?? false }, "\(title): \(row.name)")
      }
    }
    let queries = try #require(report.tables.first { $0.title == "Queries" })
    for name in ["c1", "c2", "c3", "c48", "absent", "and2", "mixed", "regex", "near"] {
      #expect(queries.rows.contains { $0.name.hasPrefix(name + ":") }, "\(name)")
    }
  }

  @Test func severalCorporaShowHowFiguresGrow() throws {
    try make("small", megabytes: "0.05")
    try make("large", megabytes: "0.15")
    let run = try bench("large", "small", "--repeat", "1", "--json", "growth.json")
    #expect(run.code == 0, "\(run.errors)")
    let reading = try #require(try report("growth.json").tables.first { $0.title == "Reading and indexing: processor" })
    // Sizes ascend, whatever the order of the arguments.
    #expect(reading.columns.count == 3 && reading.columns.last == "growth")
    #expect(reading.columns[0] < reading.columns[1])
    for row in reading.rows {
      let (small, large) = (try #require(row.figures[0]), try #require(row.figures[1]))
      #expect(abs(try #require(row.figures[2]).value - large.value / small.value) < 1e-6 * large.value / small.value)
    }
  }

  @Test func aWrongCallSaysWhatToDo() throws {
    for (arguments, reason) in [
      (["nowhere"], "nowhere"), (["--repeat", "0", "x"], "--repeat needs"),
      (["--peer-seconds"], "--peer-seconds needs"),
      ([], "no corpus given"), (["--what"], "--what: unknown"), (["a", "b", "--compare"], "several corpora"),
    ] {
      let run = try xianwen.run(arguments, program: XianwenBinary.built("xianwen-bench"))
      #expect(run.code == 2 && run.errorLines.count == 1 && run.errors.contains(reason), "\(arguments): \(run.errors)")
    }
  }
}
