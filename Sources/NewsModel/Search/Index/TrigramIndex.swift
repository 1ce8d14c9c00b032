/// Which articles of a segment hold which three units of folded text in a row.
///
/// The keys are the trigrams of every part, ordered unit by unit, the last two of a part padded with
/// `FoldedArticles.separator`; so every unit of the text begins one trigram, and one or two units are a range of keys:
/// 东阿 → every key 东阿·. Texts of one to three units, most Chinese words, need nothing but the index.
///
/// Three levels share prefixes: distinct first units, the second units that follow each, the third units that follow
/// each pair. Third units number the keys; the lists of articles (postings) stand in the same order, back to back, so
/// that the postings of a range of keys are read in one go. One list is
///
///     first article << 1 | 1 if more follow (two bytes, low byte first) [varint(bytes that follow) varint(gap - 1)…]
///
/// with varints of seven bits a byte, low bits first: two bytes for the usual key that one article holds. Prefixes that
/// very many keys share have their union stored as a bitmap too.
final class TrigramIndex: Sendable {
  /// The greatest number of articles: one of them and a bit take two bytes.
  static let maximumArticles = 1 << 15
  /// Every this many keys the place of their postings is written down.
  static let block = 32
  /// Every this many second units the place of their third units is written down.
  static let pairBlock = 32
  /// Ranges of keys with more postings than this have their union stored, in an index of `articleCount` articles: where
  /// reading them would take longest, and a bitmap is small beside them. Reading that many takes some hundredths of a
  /// millisecond.
  static func unionThreshold(articleCount: Int) -> Int { max(1024, articleCount) }

  /// The number of articles.
  let articleCount: Int
  /// Distinct first units, ascending.
  let firsts: [UInt16]
  /// For each first unit where its second units begin in `seconds`; then the end.
  let secondStarts: [UInt32]
  /// Second units, ascending for each first unit.
  let seconds: [UInt16]
  /// For each second unit how many third units follow it, less one: up to 65,536 do.
  let thirdCounts: [UInt16]
  /// Where in `thirds` those of every `pairBlock`th second unit begin, and the end.
  let thirdStarts: [UInt32]
  /// Third units, ascending for each pair: one per key.
  let thirds: [UInt16]
  /// Where in `postings` the list of every `block`th key begins.
  let blockStarts: [UInt32]
  /// The lists of articles, key by key.
  let postings: [UInt8]
  /// Stored unions: the first key of the range (`key << 2 | length of the prefix`), ascending.
  let unionKeys: [UInt64]
  /// Their bitmaps, one after another, each of `(articleCount + 63) / 64` words.
  let unions: [UInt64]

  init(
    articleCount: Int, firsts: [UInt16], secondStarts: [UInt32], seconds: [UInt16], thirdCounts: [UInt16],
    thirdStarts: [UInt32], thirds: [UInt16], blockStarts: [UInt32], postings: [UInt8], unionKeys: [UInt64],
    unions: [UInt64]
  ) {
    self.articleCount = articleCount
    self.firsts = firsts
    self.secondStarts = secondStarts
    self.seconds = seconds
    self.thirdCounts = thirdCounts
    self.thirdStarts = thirdStarts
    self.thirds = thirds
    self.blockStarts = blockStarts
    self.postings = postings
    self.unionKeys = unionKeys
    self.unions = unions
  }

  /// The keys that begin with the first `length` (one to three) of the units.
  ///
  /// - Complexity: O(log keys).
  func keys(_ first: UInt16, _ second: UInt16, _ third: UInt16, length: Int) -> Range<Int> {
    guard let at = TrigramIndex.find(first, in: firsts, 0..<firsts.count) else { return 0..<0 }
    let pairs = Int(secondStarts[at])..<Int(secondStarts[at + 1])
    if length == 1 { return firstKey(ofPair: pairs.lowerBound)..<firstKey(ofPair: pairs.upperBound) }
    guard let pair = TrigramIndex.find(second, in: seconds, pairs) else { return 0..<0 }
    let start = firstKey(ofPair: pair)
    let keys = start..<start + Int(thirdCounts[pair]) + 1
    if length == 2 { return keys }
    guard let key = TrigramIndex.find(third, in: thirds, keys) else { return 0..<0 }
    return key..<key + 1
  }

  /// The keys that begin with up to three units of `text` from `start` on.
  func keys(of text: [UInt16], from start: Int = 0) -> Range<Int> {
    let length = min(3, text.count - start)
    return keys(
      text[start], length > 1 ? text[start + 1] : 0, length > 2 ? text[start + 2] : 0, length: length)
  }

  /// The stored union of the keys that begin with a prefix of `length` units and are `keys`; `nil` if none is stored.
  func union(of keys: Range<Int>, length: Int) -> ArraySlice<UInt64>? {
    let wanted = UInt64(keys.lowerBound) << 2 | UInt64(length)
    let place = unionKeys.partitioningIndex { $0 >= wanted }
    guard place < unionKeys.count, unionKeys[place] == wanted else { return nil }
    let words = (articleCount + 63) / 64
    return unions[place * words..<(place + 1) * words]
  }

  /// The bytes that the postings of `keys` take, a measure of their number: from half to two postings a byte.
  func postingBytes(of keys: Range<Int>) -> Range<Int> {
    start(of: keys.lowerBound)..<start(of: keys.upperBound)
  }

  /// Hands over the articles of every list that stands in `bytes` of `postings`: ascending for one key.
  @inline(__always)
  func forEachPosting(in bytes: Range<Int>, _ body: (_ article: Int) -> Void) {
    postings.withUnsafeBufferPointer { postings in
      var at = bytes.lowerBound
      while at < bytes.upperBound {
        let head = TrigramIndex.readHead(postings, &at)
        var article = head >> 1
        body(article)
        if head & 1 == 0 { continue }
        let length = Varint.read(postings, &at)
        let end = at + length
        while at < end {
          article += Varint.read(postings, &at) + 1
          body(article)
        }
      }
    }
  }

  /// The first of the keys whose first two units are the `pair`th pair.
  private func firstKey(ofPair pair: Int) -> Int {
    thirdCounts.withUnsafeBufferPointer { counts in
      let block = pair / TrigramIndex.pairBlock
      var key = Int(thirdStarts[block])
      for pair in block * TrigramIndex.pairBlock..<pair { key += Int(counts[pair]) + 1 }
      return key
    }
  }

  /// Where the list of a key begins in `postings`.
  private func start(of key: Int) -> Int {
    guard key < thirds.count else { return postings.count }
    return postings.withUnsafeBufferPointer { postings in
      var at = Int(blockStarts[key / TrigramIndex.block])
      for _ in 0..<key % TrigramIndex.block {
        if TrigramIndex.readHead(postings, &at) & 1 == 0 { continue }
        at += Varint.read(postings, &at)
      }
      return at
    }
  }

  @inline(__always)
  private static func readHead(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int {
    let head = Int(bytes[at]) | Int(bytes[at &+ 1]) << 8
    at &+= 2
    return head
  }

  private static func find(_ unit: UInt16, in units: [UInt16], _ range: Range<Int>) -> Int? {
    units.withUnsafeBufferPointer { units in
      let place = units[range].partitioningIndex { $0 >= unit }
      return place < range.upperBound && units[place] == unit ? place : nil
    }
  }
}
