import Testing

@testable import ReaderUI

/// Which articles have been read, against a plain set.
struct ReadMarksTests {
  @Test(arguments: 0..<20 as Range<UInt64>) func holdWhatWasSet(seed: UInt64) {
    var random = seed
    func next() -> UInt64 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return random >> 33
    }
    // Ids that share their low bits with others.
    let ids = (0..<60).map { _ in next() % 4 | next() % 8 << 17 | next() % 2 << 60 }
    var marks = ReadMarks(Set(ids.prefix(10)))
    var plain = Set(ids.prefix(10))
    for _ in 0..<200 {
      let id = ids[Int(next() % 60)]
      let isRead = next() % 2 == 0
      marks.set(id, isRead)
      if isRead { plain.insert(id) } else { plain.remove(id) }
    }
    for id in ids { #expect(marks.contains(id) == plain.contains(id), "seed \(seed), id \(id)") }
    #expect(marks == ReadMarks(plain), "seed \(seed)")
  }
}
