import Testing

@testable import NewsModel

/// The facts that come with the program.
struct GazetteerTests {
  private let gazetteer = Gazetteer.standard

  @Test func holdsAllProvincesAndTheirDivisions() {
    #expect(gazetteer.provinces.count == 34)
    #expect(gazetteer.prefectures.count > 340)
    #expect(gazetteer.counties.count > 2900)
    #expect(gazetteer.prefectures.allSatisfy { $0.townLines.lowerBound <= $0.townLines.upperBound })
  }

  @Test(arguments: [
    ("高唐县", "高唐"), ("莘县", ""), ("务川仡佬族苗族自治县", "务川"), ("黔东南苗族侗族自治州", "黔东南"), ("巴音郭楞蒙古自治州", "巴音郭楞"),
    ("东乡族自治县", "东乡"), ("井陉矿区", ""), ("苏尼特右旗", ""), ("神农架林区", "神农架"), ("浦东新区", "浦东"), ("大兴安岭地区", "大兴安岭"),
    ("新疆维吾尔自治区", "新疆"), ("烟台经济技术开发区", ""), ("龙胜各族自治县", "龙胜"),
  ])
  func shortNamesAreWhatPapersPrint(name: String, short: String) {
    let bytes = Array(name.utf8)
    #expect(String(decoding: bytes.prefix(DivisionName.shortLength(of: bytes[...])), as: UTF8.self) == short)
  }

  @Test(arguments: [("聊城市", "高唐县", "固河镇"), ("遵义市", "凤冈县", "绥阳镇"), ("东莞市", nil, "虎门镇"), ("仙桃市", nil, "毛嘴镇")])
  func townsStandUnderTheirCounty(city: String, county: String?, town: String) throws {
    let prefecture = try #require(gazetteer.prefecture(named: city))
    var owners: [String?] = []
    gazetteer.forEachTownship(ofPrefecture: prefecture) { owner, name in
      if name.elementsEqual(town.utf8) { owners.append(owner.map { gazetteer.countyName($0) }) }
    }
    #expect(owners == [county])
  }

  @Test func everyFormerNameLeadsToAPresentCounty() throws {
    #expect(FormerNames.all.count > 70)
    for former in FormerNames.all {
      let prefecture = try #require(gazetteer.prefecture(named: former.prefecture), "\(former.prefecture)")
      let counties = gazetteer.prefectures[prefecture].counties.map { gazetteer.countyName($0) }
      #expect(counties.contains(former.now), "\(former.prefecture) \(former.name)")
    }
  }
}
