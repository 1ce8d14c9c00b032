import Testing

@testable import NewsModel

@Suite struct IssueTests {
  private static let story = """

    某县添置农家书屋

    本报讯(记者 张明)某县清泉街道的农家书屋里,村民正在挑选图书。近日,该县为农家书屋添置新书两万册。
    """

  private static func read(_ text: String, file: FilePath = "page.txt") -> PageReading {
    PageReader.read(text, file: file, byteCount: 0)
  }

  private static func library(
    _ pages: [(file: FilePath, text: String)], names: IssueNames = .auto, paper: String? = nil
  ) -> Library {
    var library = Library(paper: paper)
    library.append(pages.map { read($0.text, file: $0.file) })
    library.resolveIssues(names: names)
    return library
  }

  /// The head of a page, and the day, paper and page of its articles.
  @Test(arguments: [
    ("聊城日报 2023年3月1日 星期三 第1版", "2023-03-01" as String?, "聊城日报" as String?, "1" as String?),
    ("聊城晚报\n2023年7月2日\n第03版", "2023-07-02", "聊城晚报", "3"),
    ("A08 要闻\n2023.7.2 星期日 责编 李四", "2023-07-02", nil, "A08"),
    ("聊城日报\n二〇二三年三月一日 星期三\n第三版", "2023-03-01", "聊城日报", "3"),
    ("聊城日报2023年3月1日 星期三", "2023-03-01", "聊城日报", nil),
    ("2023年3月1日 第1234期 总第5678期 责任编辑 李四 版式 王五", "2023-03-01", nil, nil),
    ("2O23年3月l日 星期三 02版", "2023-03-01", nil, "2"),
    // A date alone is not the issue's.
    ("2023年3月1日", nil, nil, nil),
  ]) func theHeadOfAPageTellsItsIssue(head: String, day: String?, paper: String?, page: String?) throws {
    let article = try #require(Self.read(head + "\n" + Self.story).articles.first { $0.headline != nil })
    #expect(article.issued?.description == day)
    #expect(article.issue?.paper == paper)
    #expect(article.issue?.page == page)
  }

  @Test func theYearOfADayWithoutOneIsThatOfItsWeekday() throws {
    let text = "3月1日 星期三 第2版\n" + Self.story + "\n\n2023年以来,该县已新建书屋十处。\n"
    let article = try #require(Self.read(text).articles.first)
    #expect(article.issued?.description == "2023-03-01" && article.issue?.inferred == [.issued])
  }

  @Test func pagesOfOneFileShareTheirIssue() {
    let text = "聊城日报 2023年3月1日 星期三 第1版\n" + Self.story + "\u{C}第2版 要闻\n" + Self.story
    let library = Self.library([("page.txt", text)])
    #expect(library.articles.map(\.issue?.page) == ["1", "2"])
    #expect(library.articles.map(\.issued?.description) == ["2023-03-01", "2023-03-01"])
    #expect(library.articles.map(\.issue?.inferred) == [[], [.issued, .paper]])
  }

  @Test func aFolioAmongStoriesBeginsAPage() {
    let head = { (page: Int) in "聊城日报 2023年3月1日 星期三 第\(page)版\n" + Self.story + "\n\n" }
    let library = Self.library([("page.txt", head(1) + head(2) + head(3))])
    #expect(library.articles.map(\.issue?.page) == ["1", "2", "3"])
  }

  @Test(arguments: [
    ("2021-08-13/02版.txt", "2021-08-13" as String?, "02" as String?, nil as String?),
    ("20210813_A02.txt", "2021-08-13", "A02", nil),
    ("聊城日报/2021/08/13/02.txt", "2021-08-13", "02", "聊城日报"),
    ("x/聊城日报2021年8月13日第03版.txt", "2021-08-13", "03", "聊城日报"),
    ("lcrb-2021-8-3-p4.md", "2021-08-03", "4", nil),
    ("2021/0813/a1.txt", "2021-08-13", "A1", nil),
    ("2021年/8月/13日/1.txt", "2021-08-13", "1", nil),
    ("2021081305.txt", "2021-08-13", "05", nil),
    ("000_23f573bab5fb9682.txt", nil, nil, nil), ("2021-13-45/1.txt", nil, nil, nil), ("news.txt", nil, nil, nil),
    ("20230229.txt", nil, nil, nil),
  ]) func namesTellIssues(path: String, day: String?, page: String?, paper: String?) {
    let named = NamedIssue(FilePath(path))
    #expect(named?.day.description == day)
    #expect(named?.page == page)
    #expect(named?.paper == paper)
  }

  @Test func namesCountWherePagesPrintNothingAndOthersAgree() {
    let agreeing: [(FilePath, String)] = [
      ("a/2023-03-01/1.txt", "聊城日报 2023年3月1日 星期三 第1版\n" + Self.story), ("a/2023-03-01/2.txt", Self.story),
    ]
    let library = Self.library(agreeing)
    #expect(library.articles.map(\.issued?.description) == ["2023-03-01", "2023-03-01"])
    #expect(library.articles.map(\.issue?.page) == ["1", "2"])
    #expect(library.articles[1].issue?.inferred == [.issued, .page])
    #expect(Self.library(agreeing, names: .print).articles[1].issue == nil)
    // The names are of the days of scanning.
    let scanned: [(FilePath, String)] = [
      ("a/2024-01-05/1.txt", "聊城日报 2023年3月1日 星期三 第1版\n" + Self.story), ("a/2024-01-05/2.txt", Self.story),
    ]
    #expect(Self.library(scanned).articles.map(\.issued?.description) == ["2023-03-01", nil])
    #expect(Self.library(scanned, names: .names).articles[0].issued?.description == "2024-01-05")
  }

  @Test func aMisreadDayIsMendedByItsWeekdayAndTheName() {
    let pages: [(FilePath, String)] = (1...3).map {
      (
        FilePath("a/2023-03-0\($0)/1.txt"),
        "聊城日报 2023年3月\($0 == 3 ? 8 : $0)日 星期\(["三", "四", "五"][$0 - 1]) 第1版\n" + Self.story
      )
    }
    let library = Self.library(pages)
    #expect(library.articles[2].issued?.description == "2023-03-03")
    #expect(library.articles[2].issue?.inferred == [.issued])
  }

  @Test func theUsersPaperIsThatOfPagesWithoutOne() {
    let library = Self.library([("a.txt", Self.story)], paper: "聊城日报")
    #expect(library.articles[0].issue?.paper == "聊城日报" && library.articles[0].issue?.inferred == [.paper])
  }

  @Test(arguments: [
    ("版:8", true), ("版:08", true), ("page:第8版", true), ("版:八", true), ("版:A8", false), ("版:18", false),
    ("刊期:2023-03", true), ("issued:2023-03-01..2023-03-02", true), ("刊期:2022", false), ("日期:2023-03-01", true),
    ("报:聊城", true), ("paper:晚报", false), ("报:聊城日报 版:8 刊期:3月1日 书屋", true),
  ]) func queriesAskForIssues(query: String, finds: Bool) {
    let library = Self.library([("a.txt", "聊城日报 2023年3月1日 星期三 第08版\n" + Self.story)])
    let found = Searcher(library: library, index: SearchIndex()).search(QueryParser.parse(query))
    #expect((found?.hits.isEmpty == false) == finds)
  }

  @Test func aCorrectionCountsForAllArticlesOfThePage() {
    let text = "聊城日报 2023年3月1日 星期三 第8版\n" + Self.story + "\n\n某市开通公交线路\n\n本报讯(记者 李四)某市近日开通三条公交线路,方便市民出行。\n"
    var library = Self.library([("a.txt", text), ("b.txt", Self.story + "\n另一版。\n")])
    let issue = NewsIssue(paper: "聊城晚报", day: NewsDate(year: 2023, month: 3, day: 2), page: "A3")
    let record = IssueCorrections.record(of: library.articles[1], issue, added: .init(timeIntervalSince1970: 0))
    let isChanged = library.resolveIssues(names: .auto, corrections: IssueCorrections([record]))
    #expect(isChanged)
    #expect(library.articles.prefix(2).map(\.issue?.paper) == ["聊城晚报", "聊城晚报"])
    #expect(library.articles[0].issue?.page == "A3" && library.articles[0].issue?.correctionID == record.id)
    #expect(library.articles[2].issue?.paper == nil)
    library.resolveIssues(names: .auto)
    #expect(library.articles[0].issue?.paper == "聊城日报" && library.articles[0].issue?.page == "8")
  }

  @Test(arguments: [("07", "7"), ("A08", "A08"), ("a08版", "A08"), ("第三版", "3"), ("③", "3"), ("十二", "12"), ("０３", "3")])
  func pagesHaveOneName(printed: String, page: String) { #expect(PageNumber.normalized(printed) == page) }
}
