import Testing

@testable import NewsModel

/// What a user means by the name of a place, in queries and options alike.
struct PlaceSelectionTests {
  private static let places: [Place] = [
    ("聊城市", "聊城市"), ("高唐县", "聊城市"), ("东阿县", "聊城市"), ("东昌府区", "聊城市"), ("开发区", "聊城市"), ("高新区", "聊城市"), ("高新区", "济南市"),
    ("长沙市", "长沙市"), ("长沙县", "长沙市"), ("鼓楼区", "南京市"), ("朝阳区", "北京市"), ("朝阳市", "朝阳市"), ("朝阳县", "朝阳市"),
    ("务川仡佬族苗族自治县", "遵义市"), ("凯里市", "黔东南苗族侗族自治州"), ("苏尼特右旗", "锡林郭勒盟"), ("济源市", "济源市"),
    ("烟台经济技术开发区", "烟台市"), ("古田县", "宁德市"),
  ].map { Place(name: $0.0, prefecture: $0.1) }

  private func meant(_ name: String, _ level: PlaceName.Level) -> Set<String> {
    Set(PlaceName(name).meant(among: Self.places, level).map { $0.prefecture + " " + $0.name })
  }

  /// Names, and the places they mean themselves.
  @Test(arguments: [
    ("高唐县", ["聊城市 高唐县"]), ("高唐", ["聊城市 高唐县"]), ("聊城高唐", ["聊城市 高唐县"]), ("聊城市高唐县", ["聊城市 高唐县"]),
    ("山东高唐", ["聊城市 高唐县"]), ("山东省聊城市高唐县", ["聊城市 高唐县"]), ("高唐縣", ["聊城市 高唐县"]),
    // A prefecture's name is the prefecture itself, none of its counties.
    ("聊城", ["聊城市 聊城市"]), ("聊城市", ["聊城市 聊城市"]), ("山东聊城", ["聊城市 聊城市"]), ("聊", ["聊城市 聊城市"]),
    // The same short name at both levels.
    ("长沙", ["长沙市 长沙市", "长沙市 长沙县"]), ("长沙市", ["长沙市 长沙市"]), ("长沙县", ["长沙市 长沙县"]),
    ("朝阳", ["北京市 朝阳区", "朝阳市 朝阳市", "朝阳市 朝阳县"]), ("北京朝阳", ["北京市 朝阳区"]), ("辽宁朝阳", ["朝阳市 朝阳市", "朝阳市 朝阳县"]),
    ("朝阳朝阳", ["朝阳市 朝阳县"]),
    // The same name in two prefectures.
    ("高新区", ["聊城市 高新区", "济南市 高新区"]), ("聊城高新区", ["聊城市 高新区"]), ("济南市高新技术产业开发区", ["济南市 高新区"]),
    ("聊城经济技术开发区", ["聊城市 开发区"]), ("烟台经开区", ["烟台市 烟台经济技术开发区"]),
    // Short forms of autonomous divisions and banners.
    ("务川", ["遵义市 务川仡佬族苗族自治县"]), ("苏右旗", ["锡林郭勒盟 苏尼特右旗"]), ("黔东南凯里", ["黔东南苗族侗族自治州 凯里市"]),
    ("济源", ["济源市 济源市"]),
    // Beginnings, then what a name holds.
    ("东", ["聊城市 东阿县", "聊城市 东昌府区"]), ("聊城东", ["聊城市 东阿县", "聊城市 东昌府区"]), ("昌府", ["聊城市 东昌府区"]),
    ("天津", []), ("山东", []), ("", []),
  ])
  func aNameMeansThePlaceItself(name: String, expected: [String]) {
    #expect(meant(name, .itself) == Set(expected))
  }

  @Test(arguments: [
    ("聊城", 6), ("聊城市", 6), ("山东聊城", 6), ("聊", 6), ("朝阳", 2), ("黔东南", 1), ("锡林郭勒", 1), ("锡盟", 0), ("高唐", 0), ("东阿县", 0),
    ("", 0),
  ])
  func aPrefectureMeansEverythingInIt(name: String, count: Int) {
    #expect(meant(name, .prefecture).count == count)
  }

  private static func library(_ places: [(Place, Int)], mentioned: [Place] = []) -> Library {
    var library = Library()
    for (place, count) in places {
      for _ in 0..<count {
        var article = Article(
          file: "a", number: 1, kind: .news, parts: [Part(role: .body, text: "文", lines: [LineSpan(1, 1)])])
        article.filing = Filing(place: place, mentioned: mentioned)
        library.append([PageReading(facts: PageFacts(file: "a", byteCount: 0), articles: [article])])
      }
    }
    return library
  }

  private static let archive = library(
    places.prefix(6).enumerated().map { ($1, $0 + 1) } + [(places[6], 1), (places[8], 2)], mentioned: [places[18]])

  private func remark(_ name: String, _ level: PlaceName.Level) -> PlaceRemark? {
    Self.archive.remark(onPlace: name, level) { ($0 == .itself ? "县:" : "市:") + $1 }
  }

  @Test func theRestOfAPrefectureIsNamedWithItsNumber() throws {
    let told = try #require(remark("聊城", .itself))
    #expect(!told.isUnknown && told.message.english == "1 filed under 聊城市 itself; 21 with all its counties: 市:聊城市")
    #expect(remark("聊城", .prefecture) == nil && remark("高唐", .itself) == nil && remark("东阿县", .itself) == nil)
    // Where the prefecture itself has none.
    let other = try #require(remark("长沙", .itself))
    #expect(other.message.english == "“长沙” means 长沙县; 0 filed under 长沙市 itself; 2 with all its counties: 市:长沙市")
    let none = try #require(remark("长沙市", .itself))
    #expect(none.message.english == "nothing is filed under “长沙市”; 2 with all its counties: 市:长沙市")
  }

  @Test func placesOfOneNameAreToldApart() {
    #expect(remark("高新区", .itself)?.message.english == "“高新区” means 济南市高新区, 聊城市高新区")
    #expect(remark("东", .itself)?.message.english == "“东” means 东昌府区, 东阿县")
  }

  @Test func whatIsKnownButNotFiledIsNoMistake() {
    let told = remark("古田", .itself)
    #expect(told?.isUnknown == false && told?.message.english.contains("24 mention it") == true)
    #expect(remark("经开区", .itself) == nil)
    #expect(remark("度假区", .itself)?.isUnknown == false)
    #expect(remark("北京", .prefecture)?.isUnknown == false)
  }

  @Test func aNameThatNoPlaceHasIsUnknownAndNearOnesAreNamed() {
    #expect(remark("高糖", .itself)?.isUnknown == true)
    #expect(remark("高糖", .itself)?.message.english.contains("near it: ") == true)
    #expect(remark("gaotang", .itself)?.message.english.contains("高唐县") == true)
    #expect(remark("乌有县", .itself)?.message.english == "no place is called “乌有县”")
    #expect(remark("聊成", .prefecture)?.message.english.contains("near it: 聊城市") == true)
    let county = remark("临清", .prefecture)
    #expect(county?.isUnknown == true && county?.message.english.contains("belongs to 聊城市: 市:聊城市") == true)
  }

  /// Queries and options go by the same rule.
  @Test(arguments: [
    ("县:聊城", 1), ("市:聊城", 21), ("prefecture:聊城市", 21), ("县:高新区", 7), ("县:济南高新区", 1), ("-市:聊城", 3), ("市:(聊城 | 长沙)", 23),
    ("县:长沙", 2), ("提及:古田", 24), ("市:高唐", 0), ("县:聊城 -市:聊城", 0),
  ])
  func queriesAskForPlacesSo(query: String, count: Int) throws {
    let searcher = Searcher(library: Self.archive, index: SearchIndex())
    #expect(try #require(searcher.find(QueryParser.parse(query))).articles.count == count)
  }

  @Test func aQueryTellsOfTheNamesInIt() {
    let searcher = Searcher(library: Self.archive, index: SearchIndex())
    func told(_ query: String) -> PlaceRemark? { searcher.remark(onPlacesOf: QueryParser.parse(query)) }
    #expect(told("文 县:高唐") == nil && told("市:聊城") == nil && told("提及:古田") == nil && told("-县:乌有县") == nil)
    #expect(told("县:聊城 文")?.message.english.contains("市:聊城市") == true)
    #expect(told("县:聊城 | 县:乌有县")?.isUnknown == true && told("提及:乌有县")?.isUnknown == true)
  }
}
