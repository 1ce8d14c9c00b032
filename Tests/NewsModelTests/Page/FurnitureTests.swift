import Testing

@testable import NewsModel

@Suite struct FurnitureTests {
  private static let page = """
    聊城日报 2023年3月1日 星期三 第1版

    某县添置农家书屋

    本报讯(记者 张明)7月1日,某县清泉街道的农家书屋里,村民正在挑选图书。近日,该县为农家书屋添置新书两万册。

    责任编辑 李四 版式 王五 校对 赵六 投稿邮箱 abc@example.com
    """

  @Test func mastheadAndEditorsAreNoArticles() throws {
    let reading = PageReader.read(Self.page, file: "", byteCount: 0)
    #expect(reading.articles.map(\.headline) == ["某县添置农家书屋"])
    #expect(reading.articles.map(\.number) == [1])
    #expect(reading.furniture.map(\.kind) == [.furniture, .furniture])
    #expect(reading.furniture.first?.parts.first?.text.hasPrefix("聊城日报") == true)
    #expect(keptByReading(Self.page) == kept(NormalForm(Self.page).text))
  }

  @Test(arguments: [("李四", 1), ("责任编辑", 1), ("没有的字", 0), ("file:page", 0)])
  func aQueryThatOnlyFurnitureHoldsSaysSo(text: String, pages: Int) {
    var library = Library()
    library.append([PageReader.read(Self.page, file: "page.txt", byteCount: 0)])
    let searcher = Searcher(library: library, index: SearchIndex())
    let query = QueryParser.parse(text)
    #expect(pages == 0 || searcher.search(query)?.hits.isEmpty == true)
    #expect(searcher.pagesWithFurniture(holding: query) == pages)
  }
}
