#if os(Linux)
  import Foundation
  import Testing

  @testable import NewsModel

  /// Two copies of this test program change one file until they are killed, again and again.
  ///
  /// The number of rounds is small, so that the suite stays quick; `XIANWEN_KILL_ROUNDS` asks for more.
  @Suite struct ClippingKillTests {
    static let environment = ProcessInfo.processInfo.environment
    static let rounds = environment["XIANWEN_KILL_ROUNDS"].flatMap { Int($0) } ?? 5

    /// What one writer's clippings are: id to note.
    typealias Notes = [String: String]

    @Test(.timeLimit(.minutes(20)))
    func whatWasConfirmedSurvivesKillingBothWriters() throws {
      let folder = TemporaryFolder()
      let path = folder.path + "/clippings.jsonl"
      let seed = UInt64(Date().timeIntervalSince1970)
      var random = SearchRandom(seed: seed)
      var known: [Notes] = [[:], [:]]
      var confirmed = 0
      for round in 0..<Self.rounds {
        let logs = (0..<2).map { folder.path + "/log\(round)-\($0)" }
        let writers = try (0..<2).map { try Self.startWriter($0, path: path, log: logs[$0], seed: random.next()) }
        try Self.waitUntilWriting(logs)
        usleep(UInt32.random(in: 0..<30_000, using: &random))
        for writer in writers { kill(writer.processIdentifier, SIGKILL) }
        for writer in writers { writer.waitUntilExit() }
        let (clippings, diagnostics) = try ClippingStore(path: FilePath(path)).load()
        #expect(diagnostics.isEmpty, "seed \(seed) round \(round): \(diagnostics)")
        for writer in 0..<2 {
          let found = Notes(
            uniqueKeysWithValues: clippings.filter { $0.id.hasPrefix("w\(writer)-") }.map { ($0.id, $0.note) })
          let (done, begun, count) = try Self.replay(logs[writer], onto: known[writer])
          #expect(found == done || found == begun, "seed \(seed) round \(round) writer \(writer)")
          known[writer] = found
          confirmed += count
        }
      }
      #expect(confirmed > Self.rounds)
    }

    /// The writer itself: runs only as a child of the test above.
    @Test(.enabled(if: environment["XIANWEN_CLIPPING_WRITER"] != nil))
    func writesUntilKilled() throws {
      let words = try #require(Self.environment["XIANWEN_CLIPPING_WRITER"]).split(separator: "|").map(String.init)
      let (name, path, logPath) = (words[0], words[1], words[2])
      var random = SearchRandom(seed: try #require(UInt64(words[3])))
      let log = try #require(FileHandle(forWritingAtPath: logPath))
      let store = ClippingStore(path: FilePath(path))
      let calls = FileCalls.system
      func tell(_ line: String) throws { _ = try calls.write(log.fileDescriptor, Array((line + "\n").utf8), 0) }
      for step in 0..<100_000 {
        let id = "w\(name)-\(Int.random(in: 0..<6, using: &random))"
        let isKept = try store.load().clippings.contains { $0.id == id }
        if !isKept {
          var clipping = Clipping.sample(0)
          clipping.id = id
          // Longer than a page of memory, between which the system may cut a write short.
          clipping.text = String(repeating: "残疾人之家。", count: Int.random(in: 1..<3000, using: &random))
          try tell("add \(id)")
          try store.add(clipping)
        } else if random.chance(60) {
          try tell("note \(id) \(step)")
          try store.update(id: id) { $0.note = "\(step)" }
        } else {
          try tell("remove \(id)")
          try store.remove(id: id)
        }
        try tell("done")
      }
    }

    private static func startWriter(_ number: Int, path: String, log: String, seed: UInt64) throws -> Process {
      _ = FileManager.default.createFile(atPath: log, contents: nil)
      let writer = Process()
      writer.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      writer.arguments = ["--testing-library", "swift-testing", "--filter", "ClippingKillTests.writesUntilKilled"]
      writer.environment = environment.merging(["XIANWEN_CLIPPING_WRITER": "\(number)|\(path)|\(log)|\(seed)"]) { $1 }
      writer.standardOutput = FileHandle.nullDevice
      writer.standardError = FileHandle.nullDevice
      try writer.run()
      return writer
    }

    private static func waitUntilWriting(_ logs: [String]) throws {
      for _ in 0..<6000 {
        if try logs.allSatisfy({ try !Data(contentsOf: URL(fileURLWithPath: $0)).isEmpty }) { return }
        usleep(5000)
      }
      Issue.record("the writers did not begin")
    }

    /// What a log's confirmed changes make of `notes`, what they make with the one that was only begun, and how many
    /// were confirmed.
    private static func replay(_ log: String, onto notes: Notes) throws -> (done: Notes, begun: Notes, count: Int) {
      var (done, begun, count) = (notes, notes, 0)
      for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        switch words[0] {
        case "add": begun[words[1]] = ""
        case "note": begun[words[1]] = words[2]
        case "remove": begun[words[1]] = nil
        default:
          done = begun
          count += 1
        }
      }
      return (done, begun, count)
    }
  }
#endif
