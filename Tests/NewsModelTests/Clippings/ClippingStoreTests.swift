import Foundation
import Testing

@testable import NewsModel

@Suite struct ClippingStoreTests {
  let folder = TemporaryFolder()

  @Test func whatWasKeptIsThereForTheNextStore() throws {
    let path = folder.path + "/data/xianwen/clippings.jsonl"
    let store = ClippingStore(path: path)
    #expect(try store.load().clippings.isEmpty)
    try store.add(.sample(1))
    try store.add(.sample(2))
    try store.update(id: "id2") { $0.note = "问一问 \"残联\"" }
    try store.add(.sample(3))
    try store.remove(id: "id1")
    let (clippings, diagnostics) = try ClippingStore(path: path).load()
    #expect(clippings == store.clippings)
    #expect(clippings.map(\.id) == ["id2", "id3"])
    #expect(clippings.first?.note == "问一问 \"残联\"")
    #expect(diagnostics.isEmpty)
  }

  @Test func twoStoresLoseNothingToEachOther() throws {
    let path = folder.path + "/clippings.jsonl"
    let stores = [ClippingStore(path: path), ClippingStore(path: path)]
    for number in 0..<40 { try stores[number % 2].add(.sample(number)) }
    try stores[0].update(id: "id7") { $0.tags.append("残疾") }
    try stores[1].update(id: "id7") { $0.note = "看" }
    let kept = try ClippingStore(path: path).load().clippings
    #expect(kept.map(\.id) == (0..<40).map { "id\($0)" })
    #expect(kept[7].tags == ["残疾"] && kept[7].note == "看")
  }
}
