import Testing

@testable import NewsModel

struct PrimitiveTests {
  @Test(arguments: 0..<60 as Range<UInt64>) func theFirstIndexBehindAPartitionIsFound(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let numbers = (0..<random.next(below: 20)).map { _ in random.next(below: 12) }.sorted()
    for wanted in -1...13 {
      let first = numbers.firstIndex { $0 >= wanted } ?? numbers.endIndex
      #expect(numbers.partitioningIndex { $0 >= wanted } == first, "\(numbers), \(wanted), seed \(seed)")
      let slice = numbers.dropFirst(2)
      #expect(slice.partitioningIndex { $0 >= wanted } == max(first, slice.startIndex), "seed \(seed)")
    }
  }

  /// Vectors of the authors: http://www.isthe.com/chongo/src/fnv/test_fnv.c
  @Test(
    arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
      as [(String, UInt64)])
  func hashesAreThoseOfTheReference(text: String, hash: UInt64) {
    #expect(FNV1a.hash(text.utf8) == hash)
  }
}
