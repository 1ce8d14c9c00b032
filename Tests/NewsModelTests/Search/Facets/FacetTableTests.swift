import Testing

@testable import NewsModel

struct FacetTableTests {
  private let library = SearchFixtures.seeds

  private func hits(_ query: String) throws -> [Hit] {
    try #require(Searcher(library: library, index: SearchIndex()).search(QueryParser.parse(query))).hits
  }

  @Test(arguments: ArticleFacet.all) func countsOfEachFacetAreThoseOfTheArticles(facet: ArticleFacet) throws {
    let hits = try hits("的")
    let table = FacetTable(hits, of: library, by: [facet])
    #expect(table.total.articles == hits.count && table.total.matches == hits.reduce(0) { $0 + $1.matchCount })
    #expect(Set(table.rows).count == table.rows.count && table.columns.isEmpty)
    for (row, value) in table.rows.enumerated() {
      let own = hits.filter { hit in
        let values = facet.values(SearchedArticle(library: library, index: hit.article)).map(\.canonical)
        return value.map(values.contains) ?? values.isEmpty
      }
      #expect(table.count(row: row).articles == own.count && !own.isEmpty, "\(facet.name) \(value?.name ?? "-")")
      #expect(table.count(row: row).matches == own.reduce(0) { $0 + $1.matchCount })
    }
  }

  @Test func cellsOfATableAddUpToItsRowsAndColumns() throws {
    for facets in [[ArticleFacet.county, .month], [.month, .county], [.year, .section], [.file, .page]] {
      let table = FacetTable(try hits("的"), of: library, by: facets)
      for row in table.rows.indices {
        let cells = table.columns.indices.map { table.count(row: row, column: $0).articles }
        #expect(cells.reduce(0, +) == table.count(row: row).articles)
      }
      for column in table.columns.indices {
        let cells = table.rows.indices.map { table.count(row: $0, column: column).matches }
        #expect(cells.reduce(0, +) == table.count(column: column).matches)
      }
    }
  }

  @Test func anArticleOfTwoReportersCountsForBothAndOnceInTheTotal() throws {
    let byline = [Credit(role: "记者", names: ["李梦", "孙亚飞"]), Credit(role: "摄影", names: ["李梦"])]
    let article = Article(file: "p", number: 1, kind: .news, byline: byline, parts: [])
    var library = Library()
    library.append([PageReading(facts: PageFacts(file: "p", byteCount: 0), articles: [article])])
    let hit = Hit(article: 0, matchCount: 2, score: 1)
    let table = FacetTable([hit], of: library, by: [.reporter, .county])
    #expect(table.rows == [.text("孙亚飞"), .text("李梦")] && table.columns == [nil])
    #expect(table.total.articles == 1 && table.count(column: 0).articles == 1)
    #expect(table.count(row: 0).matches == 2 && table.count(row: 1, column: 0).articles == 1)
  }

  @Test func placesStandByTheirCountAndTimesInOrderWithTheUnknownLast() throws {
    let all = library.articles.indices.map { Hit(article: $0, matchCount: 1, score: 1) }
    let table = FacetTable(all, of: library, by: [.county, .month])
    let sizes = table.rows.indices.filter { table.rows[$0] != nil }.map { table.count(row: $0).articles }
    #expect(sizes == sizes.sorted(by: >) && sizes.count > 2)
    #expect(table.columns.last == .some(nil) && table.columns.count > 3)
    let months = table.columns.compactMap(\.self)
    #expect(months == months.sorted() && months.count == table.columns.count - 1)
  }

  @Test func zeroesStandForWhatWasNotFoundOfTheSearchedArticles() throws {
    let hits = try hits("代办员")
    let domain = Array(library.articles.indices)
    let table = FacetTable(hits, of: library, by: [.county, .reporter], zeroesFor: domain)
    let all = FacetTable(domain.map { Hit(article: $0, matchCount: 0, score: 0) }, of: library, by: [.county])
    #expect(Set(table.rows) == Set(all.rows) && table.count(row: table.rows.count - 1).articles == 0)
    // Of names there are only those that were found.
    #expect(table.columns.indices.allSatisfy { table.count(column: $0).articles > 0 })
    #expect(table.total.articles == hits.count)
  }

  @Test func tablesOfSeveralQueriesAreThoseOfEachAlone() throws {
    let domain = Array(library.articles.indices)
    let queries = ["残疾", "火星", "县:高唐", "的 -残疾"]
    for facets in [[], [ArticleFacet.county], [.month, .county]] {
      var together = QueryTable(of: library, domain, by: facets)
      for query in queries { together.add(try hits(query)) }
      together.add(nil)
      let (each, all) = together.tables()
      #expect(each.count == 5 && each[4] == nil)
      #expect(all.total.articles == Set(try queries.flatMap { try hits($0).map(\.article) }).count)
      for (query, table) in zip(queries, each) {
        let table = try #require(table)
        let alone = FacetTable(try hits(query), of: library, by: facets, zeroesFor: domain)
        #expect(table.total == alone.total && table.rows == all.rows && table.columns == all.columns)
        #expect(Set(table.rows) == Set(alone.rows))
        for (row, value) in table.rows.enumerated() {
          let other = try #require(alone.rows.firstIndex(of: value))
          #expect(table.count(row: row) == alone.count(row: other))
        }
      }
    }
  }

  @Test func aMonthIsWrittenAsAQueryTakesIt() throws {
    let day = try #require(NewsDate(year: 2021, month: 8, day: 11))
    let open = try #require(NewsDate(year: nil, month: 12, day: 1))
    #expect(NewsMonth(day).description == "2021-08" && NewsMonth(open).description == "--12")
    #expect(NewsMonth(open) < NewsMonth(day))
    #expect(try DateSpan(parsing: NewsMonth(day).description).contains(day))
    #expect(try DateSpan(parsing: NewsMonth(open).description).contains(open))
  }

  @Test func pagesStandByLettersThenNumbers() {
    let pages = ["A10", "2", "B1", "10", "A2", "08"].map { FacetValue.page($0) }.sorted().map(\.name)
    #expect(pages == ["2", "08", "10", "A2", "A10", "B1"])
  }

  @Test func namesOfFacetsAreToldApart() {
    let names = ArticleFacet.all.flatMap { [$0.name] + $0.synonyms }
    #expect(Set(names).count == names.count)
  }

  // MARK: Sorting

  @Test(arguments: ArticleFacet.all) func sortingKeepsEveryArticleAndPutsEqualOnesTogether(facet: ArticleFacet) {
    let sorted = library.sorted(Array(library.articles.indices), by: [facet])
    #expect(sorted.sorted() == Array(library.articles.indices))
    let firsts = sorted.map { facet.values(SearchedArticle(library: library, index: $0)).first?.canonical }
    var seen: Set<FacetValue?> = []
    for (place, value) in firsts.enumerated() where place == 0 || firsts[place - 1] != value {
      #expect(seen.insert(value).inserted, "\(facet.name): \(value?.name ?? "-") stands twice")
    }
    #expect(firsts.drop { $0 != nil }.allSatisfy { $0 == nil })
  }

  @Test func theSecondFacetDecidesWhereTheFirstDoesNot() {
    let sorted = library.sorted(Array(library.articles.indices), by: [.county, .day])
    for (a, b) in zip(sorted, sorted.dropFirst()) {
      let (left, right) = (library.articles[a], library.articles[b])
      guard left.filing.place == right.filing.place, let first = left.date, let second = right.date else { continue }
      #expect(!(first < second))
    }
  }
}
