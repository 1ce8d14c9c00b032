import Foundation
import Testing

/// `xianwen repair`: README's own wrong cut mended from the command line.
@Suite struct RepairCommandTests {
  private let xianwen: XianwenBinary
  private static let page = XianwenBinary.seeds + "/004_4b4b1628076be1df.txt"

  init() throws { xianwen = try XianwenBinary() }

  /// The article of the page that holds line 51, as JSON.
  private func home() throws -> [String: Any] {
    let lines = try xianwen.run("list", "--json", Self.page).lines
    let articles = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    return try #require(
      articles.first { article in
        (article["parts"] as? [[String: Any]])?.contains { ($0["text"] as? String)?.contains("易怒甚至暴力倾向") == true }
          == true
      })
  }

  @Test func linesAreMovedListedAndTakenBack() throws {
    let wrong = try #require(try home()["headline"] as? String)
    let id = try #require(try home()["id"] as? String)
    #expect(try xianwen.run("bookmarks", "--add", id, "--note", "核实", Self.page).code == 0)
    let made = try xianwen.run("repair", Self.page, "--lines", "51-53", "--to", "above")
    #expect(made.code == 0 && made.lines.count == 1, "\(made.errors)")
    let mended = try home()
    #expect((mended["headline"] as? String)?.contains("高新区教育局") == true && mended["repaired"] as? Bool == true)
    // The clipping is of the article that is left, with what was written.
    let kept = try xianwen.run("bookmarks", "--json").output
    #expect(kept.contains(wrong) && kept.contains("核实") && !kept.contains("易怒甚至暴力倾向") && !kept.contains(id))
    let list = try xianwen.run("repair", Self.page, "--list")
    #expect(list.code == 0 && list.lines.count == 1 && list.output.contains("51"))
    let gold = try xianwen.run("repair", Self.page, "--gold")
    let annotation = try #require(try JSONSerialization.jsonObject(with: Data(gold.output.utf8)) as? [String: Any])
    #expect((annotation["articles"] as? [[String: Any]])?.isEmpty == false)
    #expect(try xianwen.run("search", "易怒甚至 title:暖心桥", Self.page).code == 0)
    let number = String(try #require(list.lines.first).prefix(8))
    #expect(try xianwen.run("repair", Self.page, "--undo", number).code == 0)
    #expect(try home()["headline"] as? String == wrong)
    #expect(try xianwen.run("repair", Self.page, "--list").code == 1)
    #expect(try xianwen.run("bookmarks", "--json").output.contains(id))
  }

  @Test func charactersAreMendedAndBothAreFound() throws {
    try xianwen.write("page.txt", Array("高唐县成立残疾人协会\n\n村民李文昌说，残庆人证办好了。他今年八十二岁，视力模糊多年。\n".utf8))
    #expect(try xianwen.run("repair", "page.txt", "--line", "3", "--replace", "残庆", "残疾").code == 0)
    for text in ["残疾人证", "残庆人证"] {
      let found = try xianwen.run("search", "--json", text, "page.txt")
      #expect(found.code == 0 && found.output.contains("残疾人证办好了"), "\(text)")
    }
    #expect(try xianwen.run("list", "--json", "page.txt").output.contains("\"printed\": \"村民李文昌说，残庆人证"))
  }

  @Test(arguments: [
    ["--lines", "51-53"], ["--to", "above"], ["--lines", "x", "--to", "new"], ["--lines", "53-51", "--to", "new"],
    ["--lines", "51", "--to", "sideways"], ["--line", "51", "--replace", "没有的字", "有"],
    ["--line", "51", "--replace", "字"],
    ["--undo", "ffffffff"], ["--list", "--gold"], ["--lines", "51-", "--to", "above"],
    ["--lines", "51", "--role", "odd"],
  ])
  func aWrongCallIsOneLine(words: [String]) throws {
    let result = try xianwen.run(["repair", Self.page] + words)
    #expect(result.code == 2 && result.output.isEmpty && result.errorLines.count == 1, "\(result.errors)")
  }
}
