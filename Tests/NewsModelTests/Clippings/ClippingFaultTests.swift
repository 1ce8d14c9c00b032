import Foundation
import Testing

@testable import NewsModel

/// What a store does while faults are forced.
enum ClippingScenario: String, CaseIterable, CustomTestStringConvertible {
  case firstOfAll, append, appendToUnendedLine, update, removal, move

  var testDescription: String { rawValue }

  var before: [Clipping] { self == .firstOfAll ? [] : [.sample(1), .sample(2), .sample(3)] }

  var change: ClippingChange {
    switch self {
    case .firstOfAll, .append, .appendToUnendedLine: .add(.sample(9))
    case .update: .update(id: "id2") { $0.note = "核实" }
    case .removal: .remove(id: "id2")
    case .move: .move(id: "id3", before: "id1")
    }
  }

  var after: [Clipping] {
    var file = ClippingsFile()
    for clipping in before { _ = file.apply(.add(clipping)) }
    _ = file.apply(change)
    return file.clippings
  }

  /// A fresh folder in which the scenario can begin; the path of the file.
  func prepare(in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/\(UUID().uuidString)/data/clippings.jsonl"
    guard self != .firstOfAll else { return path }
    try ClippingStore(path: FilePath(path)).apply(before.map(ClippingChange.add))
    if self == .appendToUnendedLine {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try Data(text.dropLast().utf8).write(to: URL(fileURLWithPath: path))
    }
    return path
  }

  /// How many calls loading and the change make when nothing fails.
  func callCount(in folder: TemporaryFolder) throws -> Int {
    let plan = FaultPlan()
    let store = ClippingStore(path: FilePath(try prepare(in: folder)), calls: plan.calls)
    _ = try store.load()
    try store.apply([change])
    return plan.callCount
  }
}

@Suite struct ClippingFaultTests {
  let folder = TemporaryFolder()

  @Test(arguments: ClippingScenario.allCases, [ENOSPC, EACCES, EIO])
  func anyCallMayFailAndNothingIsLost(scenario: ClippingScenario, code: Int32) throws {
    for call in 0..<(try scenario.callCount(in: folder)) {
      let path = try scenario.prepare(in: folder)
      let plan = FaultPlan()
      let store = ClippingStore(path: FilePath(path), calls: plan.calls)
      plan.set(.call(call, code: code))
      var loaded = true
      do { _ = try store.load() } catch { loaded = false }
      var told: ClippingError?
      do { try store.apply([scenario.change]) } catch { told = error }
      let found = try ClippingStore(path: FilePath(path)).load()
      #expect(found.diagnostics.isEmpty, "call \(call)")
      if let told {
        #expect(loaded && !told.description.isEmpty && !told.description.contains("\n"), "call \(call)")
        #expect(store.pendingCount == 1, "call \(call)")
        #expect(
          found.clippings == scenario.before || found.clippings == scenario.after,
          "call \(call) \(found.clippings.map(\.id))")
        plan.set(.none)
        try store.retry()
        #expect(store.pendingCount == 0)
      }
      #expect(try ClippingStore(path: FilePath(path)).load().clippings == scenario.after, "call \(call)")
      #expect(store.clippings == scenario.after, "call \(call)")
    }
  }

  @Test(arguments: ClippingScenario.allCases)
  func dyingInAnyCallLeavesTheOldOrTheNewFile(scenario: ClippingScenario) throws {
    var survivors: Set<String> = []
    for call in 0..<(try scenario.callCount(in: folder)) {
      let path = try scenario.prepare(in: folder)
      let plan = FaultPlan()
      let store = ClippingStore(path: FilePath(path), calls: plan.calls)
      plan.set(.death(call))
      _ = try? store.load()
      let succeeded = (try? store.apply([scenario.change])) != nil
      // Whoever comes next finds a whole file, and can add to it.
      let next = ClippingStore(path: FilePath(path))
      let found = try next.load()
      #expect(found.diagnostics.isEmpty, "call \(call)")
      #expect(
        found.clippings == scenario.after || (!succeeded && found.clippings == scenario.before), "call \(call)")
      survivors.insert(found.clippings == scenario.after ? "new" : "old")
      try next.add(.sample(77))
      #expect(
        try ClippingStore(path: FilePath(path)).load().clippings == found.clippings + [.sample(77)], "call \(call)")
    }
    #expect(survivors == ["old", "new"])
  }

  @Test(arguments: ClippingScenario.allCases, [FaultPlan.Fault.interruptions, .shortWrites(1), .shortWrites(100)])
  func interruptionsAndShortWritesAreGoneOnFrom(scenario: ClippingScenario, fault: FaultPlan.Fault) throws {
    let path = try scenario.prepare(in: folder)
    let plan = FaultPlan()
    plan.set(fault)
    let store = ClippingStore(path: FilePath(path), calls: plan.calls)
    _ = try store.load()
    try store.apply([scenario.change])
    let found = try ClippingStore(path: FilePath(path)).load()
    #expect(found.clippings == scenario.after && found.diagnostics.isEmpty)
  }

  @Test func aChangeThatWaitsShowsAndIsWrittenWithTheNext() throws {
    let path = folder.path + "/clippings.jsonl"
    let plan = FaultPlan()
    let store = ClippingStore(path: FilePath(path), calls: plan.calls)
    try store.add(.sample(1))
    plan.set(.call(0, code: ENOSPC))
    #expect(throws: ClippingError.diskFull(path: path)) {
      try store.add(.sample(2))
    }
    #expect(store.clippings.map(\.id) == ["id1", "id2"])
    try ClippingStore(path: FilePath(path)).add(.sample(3))
    try store.add(.sample(4))
    #expect(try ClippingStore(path: FilePath(path)).load().clippings.map(\.id) == ["id1", "id3", "id2", "id4"])
  }

  @Test func aCopyThatHoldsTheLockIsWaitedForThenNamed() throws {
    let path = folder.path + "/clippings.jsonl"
    try ClippingStore(path: FilePath(path)).add(.sample(1))
    let lock = try FileCalls.system.open(FilePath(folder.path + "/.clippings.jsonl.lock"), O_RDWR, 0)
    try FileCalls.system.lock(lock)
    defer { FileCalls.system.close(lock) }
    var calls = FileCalls.system
    calls.pause = { _ in }
    let store = ClippingStore(path: FilePath(path), calls: calls)
    #expect(try store.load().clippings.map(\.id) == ["id1"])
    #expect(throws: ClippingError.busy(path: folder.path + "/.clippings.jsonl.lock")) { try store.add(.sample(2)) }
  }

  @Test func addingToTenThousandWritesOneLineAndReadsNothing() throws {
    let path = folder.path + "/clippings.jsonl"
    let plan = FaultPlan()
    let store = ClippingStore(path: FilePath(path), calls: plan.calls)
    try store.apply((0..<10_000).map { .add(.sample($0)) })
    plan.set(.none)
    try store.add(.sample(10_000))
    let line = Clipping.sample(10_000).json.utf8.count + 1
    #expect(plan.bytesRead == 0)
    // The line and, in the lock file, the line with its heading.
    #expect((2 * line...2 * line + 64).contains(plan.bytesWritten))
    #expect(plan.callCount < 20)
    plan.set(.none)
    let next = ClippingStore(path: FilePath(path), calls: plan.calls)
    #expect(try next.load().clippings.count == 10_001)
    let size = plan.bytesRead
    _ = try next.load()
    #expect(plan.bytesRead == size)
  }
}
