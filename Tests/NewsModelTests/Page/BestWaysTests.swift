import Testing

@testable import NewsModel

/// The cheapest ways of a beam against a stable sort of all.
struct BestWaysTests {
  @Test(arguments: 0..<100 as Range<UInt64>) func keepsTheCheapestInOrderTheFirstOfEqualOnes(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let all = (0..<random.next(below: 60)).map {
      Reassembly.Way(cost: Float(random.next(below: 9)), from: $0, candidate: 0)
    }
    var best = Reassembly.BestWays(room: 1 + random.next(below: 24))
    let room = best.room
    best.add(Reassembly.Way(cost: -1, from: 99, candidate: 0))
    best.removeAll()
    for way in all { best.add(way) }
    let expected = all.map { ($0.cost, $0.from) }.sorted { $0 < $1 }.prefix(room)
    #expect(best.all.map(\.from) == expected.map(\.1), "seed \(seed)")
  }
}
