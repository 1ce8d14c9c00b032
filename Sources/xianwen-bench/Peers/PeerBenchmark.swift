import Foundation

/// What this program took, to compare others with.
struct OwnFigures {
  /// A search without an index, here and with ripgrep.
  struct Cold {
    let xianwen: Taken
    let ripgrep: Taken?
  }

  /// Milliseconds of each query, by its place in the corpus's.
  let times: [Int: Double]
  /// From files to answers.
  let build: Taken
  /// The index alone, of articles that are there.
  let indexing: Taken
  /// The most memory on the way, in bytes.
  let peakMemory: Int
  /// Bytes of text.
  let bytes: Int
  let cold: Cold?
}

/// Asks the same queries of other programs, on the same files and in the same run, and compares: below 1 this program is the faster, or
/// the smaller.
struct PeerBenchmark {
  private let corpus: Corpus
  private let options: BenchOptions
  private let own: OwnFigures

  private static let peers: [any Peer] = [
    ProcessPeer.ripgrep, ProcessPeer.grep, ScanPeer(), CodeSearchPeer(), PythonPeer.stringzilla, PythonPeer.sqlite,
    PythonPeer.tantivy, PythonPeer.tantivyCharacters,
  ]

  /// The peers' names, as `--peers` takes them.
  static var names: [String] { peers.map(\.name) }

  private static let meanings = [
    "rg": "ripgrep: a process for each query, over the files", "grep": "a process for each query, over the files",
    "scan": "all pages in memory, byte for byte, in this program",
    "stringzilla": "all pages in memory, vectorised (python3)",
    "codesearch": "cindex, csearch: the index names files, which are then read",
    "sqlite": "FTS5 with trigrams, in memory (python3)", "tantivy": "n-grams of 1 to 3, in memory (python3)",
    "tantivy-characters": "characters with positions, in memory (python3)",
  ]

  init(_ corpus: Corpus, options: BenchOptions, own: OwnFigures) {
    (self.corpus, self.options, self.own) = (corpus, options, own)
  }

  /// Runs the peers one after the other and adds the tables.
  func run(_ report: inout Report) {
    let task = PeerTask(corpus, folder: options.corpus, limit: options.peerSeconds)
    var ran: [(name: String, result: PeerAnswers)] = []
    var missing: [String] = []
    for peer in Self.peers where options.peers.isEmpty || options.peers.contains(peer.name) {
      Progress.show("asking \(peer.name)")
      if let result = peer.run(task) { ran.append((peer.name, result)) } else { missing.append(peer.name) }
    }
    report.add(builds(ran))
    report.add(classes(ran))
    report.add(best(ran))
    report.add(cold())
    Progress.clear()
    if !missing.isEmpty { print("\nnot installed: \(missing.joined(separator: ", "))") }
  }

  private func builds(_ ran: [(name: String, result: PeerAnswers)]) -> Table {
    var table = Table(
      "From files to answers",
      columns: ["speed", "time", "ours ÷ theirs", "processor", "ours ÷ theirs", "peak memory", "ours ÷ theirs"],
      note: "processor: time on all processors together; other programs disturb it less than the time by the clock")
    let ownMemory = Double(own.peakMemory) / Double(own.bytes)
    func add(_ name: String, _ taken: Taken, bytes: Int, _ memory: Double, _ ratios: [Double?], _ meaning: String) {
      func ratio(_ index: Int) -> Figure? { ratios[index].map { Figure($0, "×") } }
      table.add(
        name,
        [
          bytes > 0 ? Figure(Double(bytes) / 1e6 / taken.seconds, "MB/s") : nil, Figure(taken.seconds, "s"), ratio(0),
          Figure(taken.processor, "s"), ratio(1), Figure(memory, "bytes/byte"), ratio(2),
        ], meaning)
    }
    add(
      "xianwen", own.build, bytes: own.bytes, ownMemory, [nil, nil, nil],
      "articles taken apart, places found, filed, indexed")
    add("its index alone", own.indexing, bytes: own.bytes, .nan, [nil, nil, nil], "what the peers do, files apart")
    for (name, result) in ran {
      guard let build = result.build else { continue }
      let memory = Double(build.peakMemory) / Double(own.bytes)
      if build.bytes >= own.bytes {
        let ratios = [own.build.seconds / build.taken.seconds, own.build.processor / build.taken.processor]
        add(name, build.taken, bytes: build.bytes, memory, ratios + [ownMemory / memory], Self.meanings[name] ?? "")
      } else {
        let read = build.bytes > 0 ? ", \(build.bytes / 1_000_000) of \(own.bytes / 1_000_000) MB read" : ""
        add(
          name, build.taken, bytes: build.bytes, memory, [nil, nil, nil],
          "stopped after \(Int(build.taken.seconds)) s\(read)")
      }
    }
    return table
  }

  /// The answers of one peer to one class, with our times for the same queries.
  private struct Compared {
    let peer: String
    let theirs: [Double]
    let ours: [Double]
    /// Answers that are right.
    let right: Int

    func ratio(_ fraction: Double) -> Double { percentile(ours, fraction) / percentile(theirs, fraction) }
  }

  private func compare(_ name: String, _ ran: [(name: String, result: PeerAnswers)]) -> [Compared] {
    ran.compactMap { peer, result in
      let answers = result.answers.filter { corpus.queries[$0.number].class == name && own.times[$0.number] != nil }
      guard !answers.isEmpty else { return nil }
      return Compared(
        peer: peer, theirs: answers.map(\.milliseconds), ours: answers.compactMap { own.times[$0.number] },
        right: answers.count { corpus.queries[$0.number].docs == $0.pages })
    }
  }

  private func classes(_ ran: [(name: String, result: PeerAnswers)]) -> Table {
    var table = Table(
      "Queries, all peers", columns: ["answered", "right", "p50", "p95", "ours ÷ theirs, p50", "p95"],
      note:
        "each ratio is over the same queries; a peer answers every fifth first, then the rest until \(Int(options.peerSeconds)) s are over"
    )
    for name in Corpus.classes(of: corpus.queries) {
      for compared in compare(name, ran) {
        table.add(
          "\(name) \(compared.peer)",
          [
            Figure(count: compared.theirs.count), Figure(count: compared.right),
            Figure(percentile(compared.theirs, 0.5), "ms"), Figure(percentile(compared.theirs, 0.95), "ms"),
            Figure(compared.ratio(0.5), "×"), Figure(compared.ratio(0.95), "×"),
          ])
      }
    }
    return table
  }

  /// Of each class the fastest peer among those whose answers are all right.
  private func best(_ ran: [(name: String, result: PeerAnswers)]) -> Table {
    var table = Table(
      "Queries, the best exact peer",
      columns: ["ours p50", "best p50", "ours ÷ best", "ours p95", "best p95", "ours ÷ best"])
    for name in Corpus.classes(of: corpus.queries) {
      let exact = compare(name, ran).filter { $0.right == $0.theirs.count }
      func best(_ fraction: Double) -> Compared? {
        exact.min { percentile($0.theirs, fraction) < percentile($1.theirs, fraction) }
      }
      guard let median = best(0.5), let tail = best(0.95) else { continue }
      table.add(
        QueryBenchmark.name(of: name),
        [
          Figure(percentile(median.ours, 0.5), "ms"), Figure(percentile(median.theirs, 0.5), "ms"),
          Figure(median.ratio(0.5), "×"), Figure(percentile(tail.ours, 0.95), "ms"),
          Figure(percentile(tail.theirs, 0.95), "ms"), Figure(tail.ratio(0.95), "×"),
        ], median.peer == tail.peer ? median.peer : "\(median.peer); p95 \(tail.peer)")
    }
    return table
  }

  private func cold() -> Table {
    var table = Table(
      "Search without an index, against rg", columns: ["time", "processor", "ours ÷ theirs", "processor"])
    guard let cold = own.cold, let theirs = cold.ripgrep else { return table }
    table.add(
      "a text that is nowhere",
      [
        Figure(theirs.seconds, "s"), Figure(theirs.processor, "s"), Figure(cold.xianwen.seconds / theirs.seconds, "×"),
        Figure(cold.xianwen.processor / theirs.processor, "×"),
      ], "rg -F -l over the same files")
    return table
  }
}
