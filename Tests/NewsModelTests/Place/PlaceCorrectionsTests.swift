import Foundation
import Testing

@testable import NewsModel

/// The user's own filings: found again by content, and undone without a trace.
@Suite struct PlaceCorrectionsTests {
  private let shen = Place(name: "莘县", prefecture: "聊城市")

  private func library(_ readings: [PageReading] = SeedArticles.readings) -> Library {
    var library = Library()
    library.append(readings)
    PlaceFiler().file(&library)
    return library
  }

  private func record(_ article: Article, _ place: Place?) -> Clipping {
    PlaceCorrections.record(of: article, facts: nil, place: place, added: Date(timeIntervalSince1970: 0))
  }

  @Test func aCorrectionDecidesAndIsUndone() throws {
    var library = library()
    let index = try #require(library.articles.firstIndex { $0.filing.place?.name == "高唐县" })
    let corrections = PlaceCorrections([record(library.articles[index], shen)])
    func filedThere() -> Int { library.placeCounts().first { $0.place == shen }?.filed ?? 0 }
    let before = filedThere()
    #expect(corrections.apply(to: &library))
    #expect(library.articles[index].filing.place == shen && library.articles[index].filing.isByUser)
    #expect(library.articles[index].filing.judged?.name == "高唐县")
    #expect(!corrections.apply(to: &library))
    #expect(filedThere() == before + 1)
    #expect(PlaceCorrections.none.apply(to: &library))
    #expect(library.articles[index].filing.place?.name == "高唐县" && !library.articles[index].filing.isByUser)
  }

  @Test func aDayIsCorrectedApartFromThePlaceAndUndone() throws {
    var library = library()
    let index = try #require(library.articles.firstIndex { $0.date != nil && $0.filing.place != nil })
    let article = library.articles[index]
    let day = try #require(NewsDate(typed: "2020年1月2日"))
    let dated = PlaceCorrections.record(of: article, facts: nil, date: day, added: Date(timeIntervalSince1970: 0))
    let corrections = PlaceCorrections([dated, record(article, shen)])
    #expect(corrections.apply(to: &library) && !corrections.apply(to: &library))
    #expect(library.articles[index].date == day && library.articles[index].isDatedByUser)
    #expect(library.articles[index].judgedDate == article.date && library.articles[index].filing.place == shen)
    #expect(PlaceCorrections([dated]).apply(to: &library))
    #expect(library.articles[index].filing.place == article.filing.place && library.articles[index].date == day)
    #expect(PlaceCorrections.none.apply(to: &library))
    #expect(library.articles[index].date == article.date && !library.articles[index].isDatedByUser)
  }

  @Test(arguments: [
    ("2021-08-11", "2021-08-11" as String?), ("20210811", "2021-08-11"), ("2021年8月11日", "2021-08-11"),
    ("8月11日", "--08-11"),
    ("--08-11", "--08-11"), ("2021-08", nil), ("昨天", nil), ("2021-02-30", nil), ("", nil),
  ]) func aDayIsTypedAsPeopleWriteIt(text: String, day: String?) {
    #expect(NewsDate(typed: text)?.description == day)
  }

  @Test func aStoreOfCorrectionsKeepsThePlaceOrNone() throws {
    let path = TemporaryFolder()
    let articles = library().articles
    try ClippingStore(path: FilePath(path.path + "/filings.jsonl")).apply(
      [.add(record(articles[0], shen)), .add(record(articles[1], nil))])
    var library = library()
    PlaceCorrections(try ClippingStore(path: FilePath(path.path + "/filings.jsonl")).load().clippings).apply(
      to: &library)
    #expect(library.articles[0].filing.place == shen)
    #expect(library.articles[1].filing.place == nil && library.articles[1].filing.isByUser)
  }

  @Test func aPageThatWasMovedOrReadAnewKeepsItsCorrections() throws {
    let readings = SeedArticles.readings
    var random = SearchRandom(seed: 7)
    let long = try #require(readings[0].articles.first { $0.parts.reduce(0) { $0 + $1.text.count } > 300 })
    let corrections = PlaceCorrections([record(long, shen)])
    let moved = readings[0].articles.map {
      Article(file: "elsewhere/renamed.txt", number: $0.number, kind: $0.kind, parts: $0.parts)
    }
    let misread = readings[0].articles.map { ClippingMatcherTests.misread($0, percent: 3, &random) }
    let name = readings[0].facts.file.lastComponent
    for (articles, file) in [(moved, "elsewhere/renamed.txt"), (misread, FilePath("again").appending(name))] {
      var library = library([PageReading(facts: PageFacts(file: file, byteCount: 1), articles: articles)])
      #expect(corrections.apply(to: &library))
      #expect(library.articles.filter(\.filing.isByUser).map(\.number) == [long.number])
      #expect(!corrections.apply(to: &library), "applying again changes nothing")
    }
  }

  @Test func theArchivesPlacesCanAllBeChosen() {
    let mine = Place(name: "鲁西新城", prefecture: "聊城市")
    let places = library().filingPlaces(adding: [mine, Place(name: "南湖新城", prefecture: "嘉兴市")])
    #expect(places.first?.name == "聊城市")
    #expect(["东昌府区", "茌平区", "阳谷县", "莘县", "东阿县", "冠县", "高唐县", "临清市"].allSatisfy { places.map(\.name).contains($0) })
    #expect(places.contains(mine) && !places.contains { $0.prefecture == "嘉兴市" })
    #expect(Set(places).count == places.count)
  }
}
