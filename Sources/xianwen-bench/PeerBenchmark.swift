import Foundation

/// Asks the same queries of other programs, on the same files and in the same run, and compares the times.
///
/// Peers are what is installed of: ripgrep and grep (a process for each query, over the files); SQLite's FTS5 with
/// trigrams, tantivy and stringzilla (in memory, through python3); and a scan of all pages in memory in this process.
struct PeerBenchmark {
  /// What one query took and found.
  struct Answer {
    let name: String
    let milliseconds: Double
    /// Pages found; `nil` when the peer does not tell.
    let pages: Int?
  }

  private let corpus: Corpus
  private let folder: String
  /// Processes are started for every so many queries of a class: each takes as long as reading all files.
  private static let every = 5

  init(_ corpus: Corpus, folder: String) {
    self.corpus = corpus
    self.folder = folder
  }

  /// Runs the peers and prints a table of ratios to `own`, the milliseconds of each query by class.
  ///
  /// - Parameter pages: the texts of the corpus.
  /// - Returns: a row for each peer and class, for the JSON output.
  func run(own: [String: [Double]], pages: [String]) -> [[String: Any]] {
    var rows: [[String: Any]] = []
    var best: [String: [(peer: String, p50: Double, p95: Double)]] = [:]
    print("peers in the same run: class, queries, right answers, p50 and p95 in ms, ratio of their p50 and p95 to ours")
    let bytes = pages.reduce(0) { $0 + $1.utf8.count }
    let asked: [(String, () -> [Answer]?)] =
      [
        ("scan in memory", { scan(pages) }),
        ("rg", { processes("rg", ["-F", "-l", "--no-ignore", "--no-messages"]) }),
        ("grep", { processes("grep", ["-rFl"]) }),
      ]
      + [PythonPeer.stringzilla, .sqlite, .tantivy, .tantivyCharacters].map { peer in
        (peer.name, { ask(peer, bytes: bytes) })
      }
    for (peer, ask) in asked {
      let answers = ask()
      guard let answers else {
        print("\(peer): not installed")
        continue
      }
      for name in corpus.classes {
        let found = answers.filter { $0.name == name }
        guard let ours = own[name], !found.isEmpty else { continue }
        let times = found.map(\.milliseconds)
        let (p50, p95) = (percentile(times, 0.5), percentile(times, 0.95))
        let truths = zip(found, corpus.queries.filter { $0.class == name }.map(\.docs))
        let right = found.count == ours.count ? truths.count { $0.pages == $1 } : nil
        print(
          peer.padding(toLength: 20, withPad: " ", startingAt: 0),
          name.padding(toLength: 7, withPad: " ", startingAt: 0),
          column(Double(found.count), digits: 0, width: 4), right.map { "\($0) right" } ?? "",
          column(p50), column(p95), column(p50 / percentile(ours, 0.5), digits: 1, width: 9),
          column(p95 / percentile(ours, 0.95), digits: 1, width: 9))
        rows.append(["peer": peer, "class": name, "queries": found.count, "p50_ms": p50, "p95_ms": p95])
        guard right == found.count else { continue }
        best[name, default: []].append((peer, p50, p95))
      }
    }
    print("the best peer of each class whose answers are right: its p50 and p95 in ms, ratio to ours")
    for name in corpus.classes {
      guard let ours = own[name], let peers = best[name], let median = peers.min(by: { $0.p50 < $1.p50 }),
        let tail = peers.min(by: { $0.p95 < $1.p95 })
      else { continue }
      print(
        name.padding(toLength: 7, withPad: " ", startingAt: 0),
        column(median.p50), column(median.p50 / percentile(ours, 0.5), digits: 1, width: 9), " \(median.peer)",
        column(tail.p95), column(tail.p95 / percentile(ours, 0.95), digits: 1, width: 9), " \(tail.peer)")
    }
    return rows
  }

  /// Looks for the terms in every page, byte for byte.
  private func scan(_ pages: [String]) -> [Answer]? {
    corpus.queries.filter { !$0.terms.isEmpty }.map { query in
      let (taken, found) = seconds { pages.count { page in query.terms.allSatisfy { Benchmark.holds(page, $0) } } }
      return Answer(name: query.class, milliseconds: taken * 1000, pages: found)
    }
  }

  /// Starts a program for each term; `nil` when there is none of that name.
  private func processes(_ name: String, _ arguments: [String]) -> [Answer]? {
    guard let path = Self.find(name) else { return nil }
    var answers: [Answer] = []
    for (number, query) in corpus.queries.enumerated() where number % Self.every == 0 && !query.terms.isEmpty {
      let (taken, _) = seconds {
        for term in query.terms { _ = Self.output(path, arguments + ["--", term, folder], input: nil) }
      }
      answers.append(Answer(name: query.class, milliseconds: taken * 1000, pages: nil))
    }
    return answers
  }

  /// Asks a library through Python; `nil` when it is not installed.
  private func ask(_ peer: PythonPeer, bytes: Int) -> [Answer]? {
    guard let python = Self.find("python3") else { return nil }
    let queries = corpus.queries.filter { !$0.terms.isEmpty }.map { query in
      ["class": query.class, "terms": query.terms] as [String: Any]
    }
    let asked: [String: Any] = ["paths": corpus.paths, "queries": queries]
    guard let input = try? JSONSerialization.data(withJSONObject: asked),
      let output = Self.output(python, ["-c", peer.script], input: input),
      let told = try? JSONSerialization.jsonObject(with: output) as? [String: Any],
      let built = told["built"] as? Double, let rows = told["rows"] as? [[String: Any]]
    else { return nil }
    print("\(peer.name): pages read and indexed at \(column(Double(bytes) / 1e6 / built, digits: 1, width: 0)) MB/s")
    return rows.compactMap { row in
      guard let name = row["class"] as? String, let time = row["ms"] as? Double else { return nil }
      return Answer(name: name, milliseconds: time, pages: row["docs"] as? Int)
    }
  }

  private static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a program writes; `nil` when it cannot be started.
  private static func output(_ path: String, _ arguments: [String], input: Data?) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let (output, pipe) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardInput = pipe
    do { try process.run() } catch { return nil }
    // The program reads all of it before it writes anything.
    if let input { pipe.fileHandleForWriting.write(input) }
    try? pipe.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}
