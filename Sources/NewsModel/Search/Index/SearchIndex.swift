import Platform

/// The articles of a library, prepared for search.
///
/// A value made of immutable segments: a copy costs nothing and can be searched on another thread while this one grows.
/// Articles are added in the order of the library.
public struct SearchIndex: Sendable {
  /// The segments in order; together they cover articles 0 ..< `indexedCount`.
  private(set) var segments: [IndexSegment] = []

  /// Creates an empty index.
  public init() {}

  /// How many articles, from the first on, are in the index.
  public var indexedCount: Int { segments.last?.articles.upperBound ?? 0 }

  /// A segment holds about this many bytes of text: large, so that a query has few segments to ask; small enough for
  /// the sort's working memory, eight bytes a character, and for several to be built at once.
  static let segmentBytes = 25_000_000
  /// Segments of fewer bytes are merged with what is added behind them.
  static let smallSegmentBytes = 2_000_000
  /// The address space that building takes for each byte of text, and for each thread (`TrigramIndexBuilder`, `sliceItems`).
  private static let (memoryPerByte, memoryPerThread) = (16, 80 << 20)
  /// A segment holds at most this many articles.
  static let segmentArticles = TrigramIndex.maximumArticles

  /// Adds the articles that follow those already in the index.
  ///
  /// Segments are built on all cores. Batches of some megabytes are best: small ones are merged, each text up to
  /// log₂(2 MB / batch) times. When all is loaded, `compact` makes few segments of many.
  /// - Parameters:
  ///   - articles: a slice of `Library.articles` that begins at `indexedCount`.
  ///   - threads: so many threads build at most.
  /// - Returns: whether there is the memory that building takes; if not, nothing is added, and the articles are scanned by each search.
  /// - Complexity: O(bytes of text).
  @discardableResult
  public mutating func append(
    _ articles: ArraySlice<Article>, threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) -> Bool {
    append(articles, merging: true, threads: threads)
  }

  /// Adds articles, without joining small segments if not `merging`; false if there is no memory for it.
  @discardableResult
  mutating func append(
    _ articles: ArraySlice<Article>, merging: Bool, threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) -> Bool {
    precondition(articles.startIndex == indexedCount, "articles are indexed in the order of the library")
    let sizes = articles.map { $0.parts.reduce(0) { $0 + $1.text.utf8.count } }
    let bytes = min(sizes.reduce(0, +), SearchIndex.segmentBytes * threads)
    guard Memory.holds(SearchIndex.memoryPerByte * bytes + SearchIndex.memoryPerThread * threads) else { return false }
    let runs = SearchIndex.runs(of: articles, sizes)
    let built = Workers.map(runs.count, threads: threads) { IndexSegment(articles[runs[$0]]) }
    if merging { built.forEach { add($0) } } else { segments += built }
    return true
  }

  /// Adds a segment that is already built.
  mutating func keep(_ segment: IndexSegment) {
    segments.append(segment)
  }

  /// Adds a segment, joined with the small ones before it that are no larger.
  private mutating func add(_ segment: IndexSegment) {
    segments.append(segment)
    while segments.count > 1, segments[segments.count - 2].byteCount <= segments[segments.count - 1].byteCount,
      SearchIndex.canJoin(segments.suffix(2), upTo: SearchIndex.smallSegmentBytes)
    {
      let joined = IndexSegment(joining: segments.suffix(2))
      segments.removeLast(2)
      segments.append(joined)
    }
  }

  private static func canJoin(_ segments: ArraySlice<IndexSegment>, upTo bytes: Int) -> Bool {
    segments.reduce(0) { $0 + $1.byteCount } <= bytes
      && segments.reduce(0) { $0 + $1.articles.count } <= segmentArticles
  }

  /// Cuts articles into runs of about the same size, which make a segment each: of `segmentBytes` at most and the article
  /// that goes beyond, and at least as many as there are cores when there is enough text.
  private static func runs(of articles: ArraySlice<Article>, _ sizes: [Int]) -> [Range<Int>] {
    let total = sizes.reduce(0, +)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let rounds = max(1, (total + segmentBytes * cores - 1) / (segmentBytes * cores))
    let wanted = max(total / (rounds * cores) + 1, smallSegmentBytes)
    var runs: [Range<Int>] = []
    var start = articles.startIndex
    var bytes = 0
    // Counted from the first article on, so that no small rest is left over.
    var end = wanted
    for (article, size) in zip(articles.indices, sizes) {
      if bytes >= end || article - start == segmentArticles {
        runs.append(start..<article)
        start = article
        end = min(end, bytes) + wanted
      }
      bytes += size
    }
    if start < articles.endIndex { runs.append(start..<articles.endIndex) }
    return runs
  }
}
