import Testing

@testable import NewsModel

/// Lists of places and typing ahead.
struct PlaceCountTests {
  @Test(arguments: [
    ("高唐县", "gtx"), ("莘县", "sx"), ("茌平区", "cpq"), ("东阿县", "dex"), ("单县", "sx"), ("乐陵市", "lls"), ("乐清市", "yqs"),
    ("阿坝县", "abx"), ("六安市", "las"), ("六枝特区", "lztq"), ("长子县", "zzx"), ("长治市", "czs"), ("番禺区", "pyq"), ("铅山县", "ysx"),
    ("浚县", "xx"), ("涡阳县", "gyx"), ("蔚县", "yx"), ("东莞市", "dgs"), ("重庆市", "cqs"), ("厦门市", "xms"), ("大埔县", "dbx"),
    ("成都市", "cds"),
    ("洪洞县", "htx"), ("尉犁县", "ylx"), ("A区", "aq"),
  ])
  func initialsHaveTheReadingsOfPlaceNames(name: String, initials: String) {
    #expect(pinyinInitials(of: name) == initials)
  }

  @Test func everyDivisionHasAReadingForEachCharacter() {
    let gazetteer = Gazetteer.standard
    let names =
      gazetteer.prefectures.map { gazetteer.text(of: $0.name) } + gazetteer.counties.map { gazetteer.text(of: $0.name) }
    #expect(names.filter { PlacePinyin.syllables(of: $0).count != $0.unicodeScalars.count } == [])
  }

  private func library() -> Library {
    var library = Library()
    let page = [
      PlaceDesk.anchor("聊城市", "高唐县", "东阿县"), PlaceDesk.article("莘县的瓜", "莘县香瓜。"), PlaceDesk.article("莘县的菜", "高唐县的客商来了。"),
      PlaceDesk.article("高新区的灯", "亮了。"), PlaceDesk.article("东阿的胶", "东阿县。"), PlaceDesk.article("北京的事", "新华社北京2月4日电 开幕。"),
    ]
    library.append([PageReading(facts: PageFacts(file: "a.txt", byteCount: 0), articles: page)])
    PlaceFiler().file(&library)
    return library
  }

  private func names(_ order: PlaceOrder) -> [String] {
    library().placeCounts(order: order).map { "\($0.place?.name ?? "-") \($0.filed)/\($0.mentioned)" }
  }

  @Test func placesComeInOfficialOrderTheCityFirstAndTheUnknownLast() {
    #expect(names(.official) == ["聊城市 1/0", "莘县 2/2", "东阿县 1/2", "高唐县 0/2", "高新区 1/1", "- 1/0"])
  }

  @Test func placesComeInPinyinOrder() {
    #expect(names(.pinyin) == ["聊城市 1/0", "东阿县 1/2", "高唐县 0/2", "高新区 1/1", "莘县 2/2", "- 1/0"])
  }

  @Test func placesComeByCount() {
    #expect(names(.count) == ["聊城市 1/0", "莘县 2/2", "东阿县 1/2", "高新区 1/1", "高唐县 0/2", "- 1/0"])
  }
}
