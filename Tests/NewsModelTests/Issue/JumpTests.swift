import Testing

@testable import NewsModel

@Suite struct JumpTests {
  private static func page(_ number: Int, _ stories: String, day: Int = 1) -> (FilePath, String) {
    let weekday = ["三", "四", "五"][day - 1]
    return (
      FilePath("p/2023-03-0\(day)/\(number).txt"), "聊城日报 2023年3月\(day)日 星期\(weekday) 第\(number)版\n\n" + stories
    )
  }

  private static func library(_ pages: [(FilePath, String)]) -> Library {
    var library = Library()
    library.append(pages.map { PageReader.read($0.1, file: $0.0, byteCount: 0) })
    library.resolveIssues(names: .auto)
    return library
  }

  private static let first = """
    千名代办员上门办实事

    本报记者 孙亚飞

    高唐县在每个村选出一名代办员，帮助老人和残疾人办理各种手续。代办员们走村入户，登记每一家的难处，再由乡镇

    (下转第三版)

    某县添置农家书屋

    本报讯(记者 张明)某县清泉街道的农家书屋里，村民正在挑选图书。近日，该县为农家书屋添置新书两万册。
    """
  private static let second = """
    千名代办员上门办实事

    (上接第一版)汇总以后送到县里的窗口，当天能办的当天办好。一年下来，代办员们办成了两千多件事，老人们不用再为跑腿发愁。
    """

  @Test(arguments: [
    ("(下转第三版)", "3" as String?, true), ("（下转A03版）", "A03", true), ("下转4版", "4", true), ("(上接第一版)汇总以后", "1", false),
    ("紧接第2版", "2", false), ("详见第三版", nil, true), ("下转弯处", nil, true),
  ]) func jumpLinesNameAPage(text: String, page: String?, isOnward: Bool) {
    let jump = JumpLine(text)
    #expect(jump?.page == page.flatMap(PageNumber.init))
    #expect(jump == nil || (jump?.direction == .onward) == isOnward)
  }

  @Test func aStoryThatGoesOnIsOneArticle() throws {
    let apart = Self.library([Self.page(1, Self.first), Self.page(3, Self.second)])
    let library = try #require(apart.joiningJumps())
    let story = try #require(library.articles.first { !$0.jumps.isEmpty })
    #expect(story.id == apart.articles.first { $0.headline == "千名代办员上门办实事" }?.id)
    #expect(story.jumps.map(\.page) == ["3"] && story.jumps[0].reasons == [.onlyOne, .headline, .sentence])
    #expect(library.articles.count == apart.articles.count - 1)
    let text = { (library: Library) in kept(library.articles.flatMap(\.parts).map(\.text).joined()) }
    #expect(text(library) == text(apart))
    #expect(story.lines == apart.articles.first { $0.id == story.id }?.lines)
    var json = JSONWriter()
    story.write(to: &json)
    #expect(String(decoding: json.bytes, as: UTF8.self).contains("\"file\": \"p/2023-03-01/3.txt\""))
    // Both pages are held.
    #expect(Holdings(library).papers.first?.issues.first?.pages == ["1", "3"])
    // And apart again.
    let split = library.splittingJumps()
    #expect(split.articles.map(\.id) == apart.articles.map(\.id))
  }

  @Test func piecesOfOtherIssuesOrPagesStayApart() {
    let otherDay = Self.library([Self.page(1, Self.first), Self.page(3, Self.second, day: 2)])
    #expect(otherDay.joiningJumps() == nil)
    let otherPage = Self.library([Self.page(1, Self.first), Self.page(4, Self.second)])
    #expect(otherPage.joiningJumps() == nil)
  }

  @Test func ofTwoCandidatesTheHeadlineDecidesOrNothingIsJoined() throws {
    let other = Self.second.replacing("千名代办员上门办实事", with: "徒骇河老桥重新通车")
    let clear = try #require(
      Self.library([Self.page(1, Self.first), Self.page(3, Self.second + "\n\n" + other)]).joiningJumps())
    let reasons = clear.articles.flatMap(\.jumps).map(\.reasons)
    #expect(reasons.count == 1 && Set(reasons.joined()).isSuperset(of: [.headline, .sentence]))
    let between = "\n\n某县修好三条水渠\n\n本报讯(记者 李强)某县近日修好三条水渠，浇地五万亩。\n\n"
    let alike = Self.second.replacing("汇总以后", with: "核对以后")
    #expect(
      Self.library([Self.page(1, Self.first), Self.page(3, Self.second + between + alike)]).joiningJumps() == nil)
  }
}
