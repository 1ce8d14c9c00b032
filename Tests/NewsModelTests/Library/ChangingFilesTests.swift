import Foundation
import Testing

@testable import NewsModel

/// Files that change between being found and being read, and while they are read.
@Suite struct ChangingFilesTests {
  private let folder: PageFolder
  private static let text = "高唐县召开残疾人工作会议\n本报讯(记者 孙亚飞)8月11日，高唐县召开残疾人工作会议。\n"

  init() throws { folder = try PageFolder() }

  /// What can happen to a file.
  enum Change: CaseIterable {
    case empties, vanishes, becomesAFolder, becomesAPipe, becomesALoop, halves, grows, isReplaced, becomesNoText

    /// What another change made impossible is no failure of the test.
    func make(_ path: String) {
      var status = stat()
      let isFile = lstat(path, &status) == 0 && mode_t(status.st_mode) & mode_t(S_IFMT) == mode_t(S_IFREG)
      switch self {
      case .empties: if isFile { _ = truncate(path, 0) }
      case .halves: if isFile { _ = truncate(path, status.st_size / 2) }
      case .grows:
        if isFile, status.st_size < 1 << 18 { append(Array(repeating: UInt8(ascii: "a"), count: 5000), path) }
      default:
        try? FileManager.default.removeItem(atPath: path)
        becomeSomethingElse(path)
      }
    }

    private func becomeSomethingElse(_ path: String) {
      switch self {
      case .becomesAFolder: mkdir(path, 0o700)
      case .becomesAPipe: mkfifo(path, 0o600)
      case .becomesALoop: symlink(path, path)
      case .isReplaced: append(Array("鲁西日报 2021年8月12日\n".utf8), path)
      case .becomesNoText: append(Array(repeating: 0, count: 999), path)
      default: break
      }
    }

    private func append(_ bytes: [UInt8], _ path: String) {
      // A pipe by now is not waited for.
      let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_NOFOLLOW, 0o600)
      guard file >= 0 else { return }
      defer { close(file) }
      _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
  }

  /// The pages of a listing that were read, and those that were told of.
  private func load(_ listing: PageListing) -> (read: Set<String>, told: Set<String>) {
    var (read, told) = (Set<String>(), Set<String>())
    LibraryLoader.load(listing, filer: PlaceFiler()) { batch in
      read.formUnion(batch.readings.map(\.facts.file.shown))
      told.formUnion(batch.diagnostics.map(\.file))
    }
    return (read, told)
  }

  @Test(.timeLimit(.minutes(5)), arguments: Change.allCases)
  func whatChangesAfterItWasFoundIsReadOrTold(change: Change) throws {
    let paths = try (0..<3).map { try folder.write("\($0).txt", Self.text) }
    let listing = try LibraryLoader.discover([FilePath(folder.path)])
    change.make(paths[1])
    let (read, told) = load(listing)
    #expect(read.union(told) == Set(paths))
    #expect(read.isSuperset(of: [paths[0], paths[2]]))
    // A filter that read the page before it changed, and the reading after.
    let query = QueryParser.parse("残疾人")
    let selected = PageFilter(query, for: listing).select(listing)
    #expect(Set(selected.files.map(\.path.shown)).isSuperset(of: [paths[0], paths[2]]))
    let loaded = try QueryLoader.load([FilePath(folder.path)], for: query, filer: PlaceFiler(), wholeBelow: 0)
    #expect(Searcher(library: loaded.library, index: SearchIndex()).find(query)?.articles.isEmpty == false)
  }

  @Test(.timeLimit(.minutes(10)), arguments: [1, 2] as [UInt64])
  func filesMayChangeWhileTheyAreRead(seed: UInt64) throws {
    let steady = try folder.write("steady.txt", Self.text)
    let paths = try (0..<40).map { try folder.write("p\($0).txt", String(repeating: Self.text, count: 1 + $0 * 20)) }
    let isOver = Flag()
    let changing = Thread {
      var random = SearchRandom(seed: seed)
      while !isOver.isSet { random.pick(Change.allCases).make(random.pick(paths)) }
      isOver.acknowledge()
    }
    changing.start()
    defer { isOver.set() }
    let query = QueryParser.parse("残疾人工作")
    for _ in 0..<15 {
      let listing = try LibraryLoader.discover([FilePath(folder.path)])
      let (read, told) = load(listing)
      #expect(read.union(told).isSuperset(of: listing.files.map(\.path.shown)), "seed \(seed)")
      #expect(read.contains(steady))
      let loaded = try QueryLoader.load([FilePath(folder.path)], for: query, filer: PlaceFiler(), wholeBelow: 0)
      let found = Searcher(library: loaded.library, index: SearchIndex()).find(query)?.articles ?? []
      #expect(found.contains { loaded.library.articles[$0].file.shown == steady }, "seed \(seed)")
    }
  }

  /// Tells a thread to end and waits until it has.
  private final class Flag: Sendable {
    private let condition = NSCondition()
    // Guarded by `condition`.
    private nonisolated(unsafe) var wanted = false
    private nonisolated(unsafe) var done = false

    var isSet: Bool { condition.withLock { wanted } }

    func set() {
      condition.withLock {
        wanted = true
        while !done { condition.wait() }
      }
    }

    func acknowledge() {
      condition.withLock { done = true }
      condition.broadcast()
    }
  }
}
