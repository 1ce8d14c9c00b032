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
}
