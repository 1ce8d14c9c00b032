import Testing

@testable import NewsModel

struct HitTableTests {
  @Test func countsByPlaceAndMonthAddUp() throws {
    let library = SearchFixtures.seeds
    let hits = try #require(Searcher(library: library, index: SearchIndex()).search(QueryParser.parse("的"))).hits
    let table = HitTable(hits, of: library)
    #expect(table.total.articles == hits.count && table.total.matches == hits.reduce(0) { $0 + $1.matchCount })
    #expect(table.places.reduce(0) { $0 + table.count(of: $1).articles } == hits.count)
    #expect(table.months.reduce(0) { $0 + table.count(in: $1).matches } == table.total.matches)
    for place in table.places {
      #expect(table.months.reduce(0) { $0 + table.count(place, $1).articles } == table.count(of: place).articles)
      let filed = hits.filter { library.articles[$0.article].filing.place == place }
      #expect(table.count(of: place).articles == filed.count)
    }
    for month in table.months {
      let dated = hits.filter { library.articles[$0.article].date.map(NewsMonth.init) == month }
      #expect(table.count(in: month).articles == dated.count && !dated.isEmpty)
    }
  }

  @Test func unknownPlacesAndDatesStandLast() throws {
    let library = SearchFixtures.seeds
    let hits = library.articles.indices.map { Hit(article: $0, matchCount: 1, score: 1) }
    let table = HitTable(hits, of: library)
    #expect(table.places.last == .some(nil) && table.places.dropLast().allSatisfy { $0 != nil })
    #expect(table.months.last == .some(nil) && table.months.count > 3)
    let months = table.months.compactMap(\.self)
    #expect(months == months.sorted())
    let sizes = table.places.dropLast().map { table.count(of: $0).articles }
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test func aMonthIsWrittenAsAQueryTakesIt() throws {
    let day = try #require(NewsDate(year: 2021, month: 8, day: 11))
    let open = try #require(NewsDate(year: nil, month: 12, day: 1))
    #expect(NewsMonth(day).description == "2021-08" && NewsMonth(open).description == "--12")
    #expect(NewsMonth(open) < NewsMonth(day))
    #expect(try DateSpan(parsing: NewsMonth(day).description).contains(day))
    #expect(try DateSpan(parsing: NewsMonth(open).description).contains(open))
  }
}
