import Testing

@testable import NewsModel

struct SearcherTests {
  /// An index of the first `indexed` articles, made in `steps` steps.
  private func index(_ library: Library, indexed: Int, steps: Int) -> SearchIndex {
    var index = SearchIndex()
    for step in 1...steps {
      index.append(library.articles[index.indexedCount..<indexed * step / steps])
    }
    return index
  }

  private func expectAgreement(_ library: Library, seed: UInt64, queries: Int, longest: Int) throws {
    let judge = PlainScan(library.articles)
    let all = library.articles.count
    let searchers = [(0, 1), (all / 3, 1), (all, 1), (all - 1, 5)].map { indexed, steps in
      Searcher(library: library, index: index(library, indexed: indexed, steps: steps))
    }
    var random = RandomQuery(library, longest: longest, seed: seed)
    for number in 0..<queries {
      let text = random.next()
      let query = QueryParser.parse(text)
      #expect(query.problem == nil, "\(text)")
      let root = try #require(query.root, "\(text)")
      let expected = judge.find(root)
      let searcher = searchers[number % searchers.count]
      let found = try #require(searcher.find(query))
      #expect(found.articles == expected, "\(text), \(searcher.index.indexedCount) indexed")
      let result = try #require(searcher.search(query))
      #expect(result.hits.map(\.article).sorted() == expected, "\(text)")
      for hit in result.hits.prefix(3) {
        let article = library.articles[hit.article]
        #expect(searcher.matches(of: query, in: article).count == hit.matchCount, "\(text) in \(hit.article)")
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func agreesWithPlainScanOnSeeds(seed: UInt64) throws {
    try expectAgreement(SearchFixtures.seeds, seed: seed, queries: 60, longest: 6)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func agreesWithPlainScanOnInventedTexts(seed: UInt64) throws {
    let library = SearchFixtures.invented(seed: seed, count: 150)
    try expectAgreement(library, seed: seed &+ 1000, queries: 60, longest: 8)
  }

  /// Words whose characters come apart now and then: what the index says of long texts without looking at them has to
  /// be so.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func longTextsOfFewCharactersAgreeWithPlainScan(seed: UInt64) throws {
    let words = ["甲乙丙丁", "甲乙丙丁", "甲乙丙丁", "甲乙", "乙丙戊", "丁", "a"]
    let library = SearchFixtures.invented(seed: seed, count: 300, alphabet: words)
    let searcher = Searcher(library: library, index: index(library, indexed: 300, steps: 1))
    let judge = PlainScan(library.articles)
    var random = SearchRandom(seed: seed &+ 3000)
    var (decided, lookedAt) = (0, 0)
    for _ in 0..<30 {
      let text = String((0..<4).map { _ in random.pick(words) }.joined().prefix(Int.random(in: 4...7, using: &random)))
      for query in [text, "-" + text, "甲乙 " + text, "丙戊 | " + text] {
        let parsed = QueryParser.parse(query)
        let found = try #require(searcher.find(parsed))
        #expect(found.articles == judge.find(try #require(parsed.root)), "\(query), seed \(seed)")
        decided += found.stats.scanned < found.articles.count && query == text ? 1 : 0
        lookedAt += found.stats.scanned > 0 ? 1 : 0
      }
    }
    // The index decides some of them, and not all.
    #expect(decided > 0 && lookedAt > 0)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func locatesEveryMatchAsPlainScanDoes(seed: UInt64) {
    let library = SearchFixtures.invented(seed: seed, count: 60)
    let judge = PlainScan(library.articles)
    let searcher = Searcher(library: library, index: SearchIndex())
    var random = RandomQuery(library, longest: 5, seed: seed &+ 2000)
    for _ in 0..<40 {
      let text = random.text()
      for (index, article) in library.articles.enumerated() {
        let matches = searcher.matches(of: QueryParser.plain(text), in: article)
        #expect(matches == judge.matches(of: text, in: index), "\(text) in \(index)")
      }
    }
  }

  @Test
  func everyTextOfOneToSixCharactersOfAPageIsFoundOnIt() throws {
    let library = SearchFixtures.seeds
    let searcher = Searcher(library: library, index: index(library, indexed: library.articles.count, steps: 1))
    let article = try #require(library.articles.firstIndex { $0.parts.count > 4 })
    let text = Array(library.articles[article].parts[4].text.unicodeScalars.prefix(120))
    for length in 1...6 {
      for start in 0...text.count - length {
        let cut = String(String.UnicodeScalarView(text[start..<start + length]))
        guard !Folding.units(cut).isEmpty else { continue }
        let found = try #require(searcher.find(QueryParser.plain(cut)))
        #expect(found.articles.contains(article), "\(cut)")
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func indexFollowsAChangedLibrary(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    let old = SearchFixtures.invented(seed: seed, count: 120)
    var oldIndex = SearchIndex()
    for end in stride(from: 20, through: 120, by: 20) {
      oldIndex.append(old.articles[oldIndex.indexedCount..<end], merging: false)
    }
    let others = SearchFixtures.invented(seed: seed &+ 500, count: 30)
    var new = Library()
    for (number, article) in old.articles.enumerated() {
      // The first segment stays as it is, the third one does not; the others may or may not.
      if number == 50 || (number >= 20 && random.chance(1)) { continue }
      let added = number >= 20 && random.chance(1) ? [article, random.pick(others.articles)] : [article]
      new.append([PageReading(facts: PageFacts(file: "a", byteCount: 0), articles: added)])
    }
    let index = SearchIndex(updating: oldIndex, of: old, to: new)
    #expect(index.indexedCount == new.articles.count)
    let texts = Set(oldIndex.segments.map { ObjectIdentifier($0.texts) })
    let kept = index.segments.filter { texts.contains(ObjectIdentifier($0.texts)) }
    #expect(!kept.isEmpty && kept.count < oldIndex.segments.count)
    let judge = PlainScan(new.articles)
    let searcher = Searcher(library: new, index: index)
    var queries = RandomQuery(new, longest: 5, seed: seed)
    for _ in 0..<20 {
      let text = queries.next()
      let query = QueryParser.parse(text)
      #expect(searcher.find(query)?.articles == judge.find(try #require(query.root)), "\(text)")
    }
  }

  @Test
  func unchangedLibraryKeepsItsSegments() {
    let library = SearchFixtures.seeds
    let old = index(library, indexed: library.articles.count, steps: 1)
    let updated = SearchIndex(updating: old, of: library, to: library)
    #expect(updated.segments.map { ObjectIdentifier($0.texts) } == old.segments.map { ObjectIdentifier($0.texts) })
  }

  @Test
  func scopeRestrictsHits() throws {
    let library = SearchFixtures.seeds
    let searcher = Searcher(library: library, index: index(library, indexed: 20, steps: 1))
    let query = QueryParser.parse("的")
    let all = try #require(searcher.find(query)).articles
    let place = Place(name: "冠县", prefecture: "聊城市")
    let inPlace = try #require(searcher.find(query, in: .place(place))).articles
    #expect(inPlace == all.filter { library.articles[$0].filing.place == place } && !inPlace.isEmpty)
    #expect(searcher.find(query, in: .articles([1, 2, 30]))?.articles == all.filter { [1, 2, 30].contains($0) })
  }

  @Test
  func cancelledSearchReturnsNothing() {
    let searcher = Searcher(library: SearchFixtures.seeds, index: SearchIndex())
    #expect(searcher.search(QueryParser.parse("的"), isCancelled: { true }) == nil)
    #expect(searcher.find(QueryParser.parse("的"), isCancelled: { true }) == nil)
  }

  @Test
  func emptyQueryFindsNothing() {
    let searcher = Searcher(library: SearchFixtures.seeds, index: SearchIndex())
    #expect(searcher.search(QueryParser.parse(" "))?.hits.isEmpty == true)
    #expect(searcher.matches(of: QueryParser.parse(" "), in: SearchFixtures.seeds.articles[0]).isEmpty)
  }
}
