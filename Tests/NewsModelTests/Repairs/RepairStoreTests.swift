import Foundation
import Testing

@testable import NewsModel

/// Repairs are as durable as clippings.
struct RepairStoreTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [ENOSPC, EACCES, EIO]) func anyCallMayFailAndNoRepairIsLost(code: Int32) throws {
    var bench = try RepairBench(page: "004_4b4b1628076be1df.txt")
    try bench.make(.above, 51...51)
    try bench.make(.above, 53...53)
    let (first, second) = (bench.records[0], bench.records[1])
    for change in [ClippingChange.add(second), .remove(id: first.id)] {
      var call = 0
      var hasFailed = true
      while hasFailed {
        let path = FilePath(folder.path + "/\(UUID().uuidString).jsonl")
        try ClippingStore(path: path).add(first)
        let plan = FaultPlan()
        let store = ClippingStore(path: path, calls: plan.calls)
        _ = try store.load()
        plan.set(.call(call, code: code))
        do {
          try store.apply([change])
          hasFailed = plan.callCount > call
        } catch {
          plan.set(.none)
          try store.retry()
        }
        let kept = try ClippingStore(path: path).load()
        #expect(kept.diagnostics.isEmpty)
        if case .add = change {
          #expect(kept.clippings == [first, second], "call \(call)")
        } else {
          #expect(kept.clippings.isEmpty)
        }
        call += 1
      }
      #expect(call > 3)
    }
  }
}
