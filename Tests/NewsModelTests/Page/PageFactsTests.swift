import Testing

@testable import NewsModel

@Suite struct PageFactsTests {
  private static let story = """

    某县添置农家书屋

    本报讯(记者 张明)7月1日,某县清泉街道的农家书屋里,村民正在挑选图书。近日,该县为农家书屋添置新书两万册。
    """

  /// The head of a page; paper, day and page number that it prints.
  @Test(arguments: [
    ("聊城晚报\n2023年7月2日", "聊城晚报" as String?, "2023-07-02", nil as String?),
    ("聊城晚报\n2023年7月2日\n第3版", "聊城晚报", "2023-07-02", "3"),
    ("聊城晚报\n2023年7月2日 星期日", "聊城晚报", "2023-07-02", nil),
    ("A03 要闻\n2023.7.2 星期日 责编 李四", nil, "2023-07-02", "A03"),
  ]) func theHeadOfAPageTells(head: String, paper: String?, day: String, number: String?) throws {
    let reading = PageReader.read(head + "\n" + Self.story, file: "", byteCount: 0)
    #expect(reading.facts.paper == paper)
    #expect(reading.facts.date?.description == day)
    #expect(reading.facts.number == number)
    let story = try #require(reading.articles.first { $0.headline != nil })
    #expect(story.headline == "某县添置农家书屋" && story.date?.year == 2023)
  }

  /// Pages whose heads name a section, with the newspaper that they name besides.
  @Test(arguments: [
    ("p07.txt", "绥化日报" as String?), ("p14.txt", "湛江日报"), ("p17.txt", "河池日报"), ("m03.txt", "吕梁日报"), ("q05.txt", nil),
    ("n04.txt", nil),
  ]) func theHeadingOfASectionIsNoNewspaper(name: String, paper: String?) throws {
    let text = try PageFixtures.text(name)
    #expect(text.contains("新闻"))
    #expect(PageReader.read(text, file: FilePath(name), byteCount: 0).facts.paper == paper)
  }

  @Test func aDateBelowAnOfficeSignsANotice() {
    let text = Self.story + "\n\n公告\n因管道检修,城区东部7月5日停水。\n某县自来水公司\n2023年7月2日\n"
    #expect(PageReader.read(text, file: "", byteCount: 0).facts.date == nil)
  }

  /// Words of another story of the page, and the year that they give to a day without one.
  @Test(arguments: [
    ("在一处建于1998年的小区，志愿者修好了路灯。", nil as Int?), ("2019年，村里铺了路。", nil), ("这座桥于2017年10月被洪水冲坏过。", nil),
    ("到2025年，全县要建三百个书屋。", nil), ("截至2023年6月底，全县建成三百个书屋。", 2023), ("2023年以来，全县建成三百个书屋。", 2023),
    ("书屋入选2023年省级名单，1998年建成的旧屋也翻新了。", 2023), ("2023年上半年修路，2024年冬天，路通了。", nil),
  ]) func aYearIsThatOfWordsThatSpeakOfThePresent(words: String, year: Int?) throws {
    let text = Self.story + "\n老屋有了新模样\n\n本报讯(记者 李明) " + words + "大家说，日子越过越好，心里也亮堂，往后的劲头更足了。\n"
    let story = try #require(PageReader.read(text, file: "", byteCount: 0).articles.first { $0.headline == "某县添置农家书屋" })
    #expect(story.date?.description.suffix(5) == "07-01")
    #expect(story.date?.year == year)
    #expect(story.date?.yearSource == (year == nil ? NewsDate.YearSource.unknown : .words))
  }
}
