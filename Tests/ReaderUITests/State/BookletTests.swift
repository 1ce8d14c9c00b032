import NewsModel
import Testing

@testable import ReaderUI

/// The list of clippings as a booklet: notes, tags, order, filters, digest, copies.
struct BookletTests {
  /// A reader in which three articles are kept: 高唐县's, 聊城市's and 东阿县's.
  private func app() -> Driver {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.press("lmjmjjmM")
    return app
  }

  private func titles(_ app: Driver) -> [String] {
    app.state.list.rows.map { String(app.state.clippings[Int($0)].title.prefix(3)) }
  }

  @Test func theListStandsInTheOrderOfTheDigest() {
    let app = app()
    #expect(titles(app) == ["千名“", "聊城市", "东阿县"])
    #expect(app.state.list.cursor.selected == 2, "the one that was open is chosen")
  }

  @Test func aClippingIsMovedAndBack() {
    var app = app()
    app.press("<<")
    #expect(titles(app) == ["东阿县", "千名“", "聊城市"] && app.state.list.cursor.selected == 0)
    app.press("<")
    #expect(titles(app).first == "东阿县")
    app.press("u")
    #expect(titles(app) == ["千名“", "东阿县", "聊城市"])
    app.press("u>")
    #expect(titles(app) == ["千名“", "聊城市", "东阿县"])
  }

  @Test func aNoteAndTagsAreWrittenShownAndTakenBack() {
    var app = app()
    app.press("a核实数字<Enter>")
    #expect(app.kept[2].note == "核实数字" && app.screen.contains("核实数字"))
    app.press("t助残，重点 #重点<Enter>")
    #expect(app.kept[2].tags == ["助残", "重点"] && app.screen.contains("#助残 #重点"))
    app.press("uu")
    #expect(app.kept[2].note.isEmpty && app.kept[2].tags.isEmpty)
    #expect(!app.screen.contains("核实数字"))
    app.press("<C-r>a<C-u>再问<Enter>")
    #expect(app.kept[2].note == "再问")
  }

  @Test func aNoteKeepsItsArticle() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("lla看<Enter>")
    #expect(app.kept.map(\.note) == ["看"] && app.screen.contains("看"))
    app.press("u")
    #expect(app.kept.isEmpty)
  }

  @Test func theListIsSearchedAndFilteredByTagAndPlace() {
    var app = app()
    app.press("t重点<Enter>/重")
    #expect(app.screen.contains("在剪报中查找"))
    app.press("<C-u>#重点<Enter>")
    #expect(titles(app) == ["东阿县"])
    app.press("&<C-u>县:高唐<Enter>")
    #expect(titles(app) == ["千名“"])
    app.press("&<C-u>残疾<Enter>")
    #expect(titles(app) == ["千名“", "东阿县"])
    app.press("m")
    #expect(app.kept.count == 2 && titles(app) == ["东阿县"])
    app.press("<Esc>")
    #expect(titles(app) == ["聊城市", "东阿县"])
  }

  @Test func aFilterOfClippingsIsNoneOfArticles() {
    var app = app()
    app.press("/残疾<Enter>q")
    #expect(app.state.list.filter.query == nil && app.state.list.rows.count == 5)
    app.press("M")
    #expect(app.state.list.filter.query == nil && titles(app).count == 3)
  }

  @Test func theDigestHoldsWhatIsListed() {
    var app = app()
    app.press("S<C-u>out.md<Enter><Enter>")
    app.press("/残疾<Enter>S<Enter><C-u>助残<Enter>")
    let written = digests(app)
    #expect(written.map(\.path) == ["out.md", "剪报.html"] && written.map(\.digest.count) == [3, 2])
    #expect(written.map(\.digest.title) == ["out", "助残"])
  }

  private func digests(_ app: Driver) -> [(path: String, digest: Digest)] {
    app.effects.compactMap { if case .writeDigest(let path, let digest) = $0 { (path, digest) } else { nil } }
  }

  @Test func notesAndSourcesOfTheDigestAreChosenWhileItIsNamed() {
    var app = app()
    app.press("S")
    #expect(app.screen.contains("Tab 批注在后 S-Tab 出处从详"))
    app.press("<Tab><S-Tab>")
    #expect(app.screen.contains("Tab 批注在前 S-Tab 出处写路径"))
    app.press("<Enter><S-Tab><Enter>S<Enter><Enter>")
    #expect(digests(app).map(\.digest.style.notes) == [.before, .before])
    #expect(digests(app).map(\.digest.style.source) == [.none, .none], "what was chosen stays")
  }

  @Test func theCitationOfAClippingFollowsThePaperThatIsSetLater() {
    var settings = Settings()
    settings.digest.paper = "聊城日报"
    var app = Driver(columns: 120, rows: 30, settings: settings)
    app.send(.clippings([KeptClipping(Clipping(id: "a", headline: "题", file: "p.txt", added: "", text: "题"))]))
    app.press("Mly")
    #expect(app.screen.contains("《聊城日报》"))
    app.press("c")
    guard case .copy(let text, _) = app.effects.last else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text.hasPrefix("《聊城日报》"))
  }

  @Test func aDigestFromResultsHoldsTheClippingsAmongThem() {
    var app = app()
    func written(_ keys: String) -> [String]? {
      app.press(keys)
      guard case .writeDigest(_, let digest) = app.effects.last else { return nil }
      return digest.chapters.flatMap(\.items).map { String($0.clipping.title.prefix(3)) }
    }
    app.press("M/")
    app.press("<Esc>")
    app.press("<F2>gg/残疾<Enter><Esc>")
    #expect(app.state.search?.answer?.hits.count == 2)
    #expect(written("S<Enter><Enter>") == ["千名“", "东阿县"])
    app.press("/<C-u>县:莘县<Enter><Esc>S")
    #expect(app.state.prompt == nil && app.screen.contains("列出的没有一篇是剪报"))
    app.press("<Esc>")
    #expect(written("S<Enter><Enter>")?.count == 3, "from a list of articles all")
    app.press("M/火星<Enter>S")
    #expect(app.state.prompt == nil && app.screen.contains("列出的没有一篇是剪报"))
  }

  @Test func theOrderOfTheClippingsIsNotThatOfTheList() {
    var app = app()
    let order = app.state.list.order
    app.press("o")
    #expect(app.state.list.order == order && app.screen.contains("剪报按成册的次序排；< > 移动"))
    #expect(titles(app).count == 3)
  }

  @Test func anArticleThatWasReadAnewIsKnownAgain() throws {
    var app = app()
    let pages = SamplePages.all.map { page in
      SamplePages.page(
        FilePath("moved").appending(page.facts.file),
        page.articles.map { article in
          let parts = article.parts.map {
            Part(role: $0.role, text: $0.text.replacing("聊城", with: "耶城").replacing("上午", with: "上牛"), lines: $0.lines)
          }
          return Article(
            file: FilePath("moved").appending(article.file), number: article.number, kind: article.kind,
            headline: article.headline,
            parts: parts)
        })
    }
    app.load(pages, number: 1)
    app.press("gg")
    #expect(app.screen.contains("★ 千名“代办员”助残当先锋"))
    #expect(app.state.openArticle?.file == "moved/0811.txt", "the article is shown, not the kept text")
    app.press("<F2>gl")
    #expect(app.screen.contains("★ 千名“代办员”助残当先锋"), "and it has its mark in the list of all")
    app.press("m")
    #expect(app.kept.count == 2)
  }

  @Test func copiesAreUnwrappedAndCited() throws {
    var app = Driver(SamplePages.all, columns: 40, rows: 20)
    app.press("ll")
    func copied(_ keys: String) -> String? {
      app.press(keys)
      guard case .copy(let text, _) = app.effects.last else { return nil }
      return text
    }
    let article = try #require(app.state.openArticle)
    #expect(copied("yt") == article.title)
    #expect(copied("yp") == article.parts.first { $0.role == .body }?.text)
    #expect(copied("ya")?.hasPrefix("高唐县选举成立97个村(社区)残疾人协会\n千名“代办员”助残当先锋\n") == true)
    #expect(copied("yc") == "〔报名不详〕〔出版日期不详，文内日期2021年8月11日〕《千名“代办员”助残当先锋》（本报记者 孙亚飞）")
    #expect(copied("yn") == "孙亚飞. 千名“代办员”助残当先锋[N]. [报名不详], [出版日期不详].")
    app.resize(columns: 40, rows: 8)
    app.press("}}}}}")
    #expect(copied("yp") != article.parts.first { $0.role == .body }?.text)
    let count = app.effects.count
    app.press("yq")
    #expect(app.effects.count == count && app.state.chooser == nil)
  }

  @Test func theEditorOpensAtTheLineInView() {
    var app = Driver(SamplePages.all, columns: 40, rows: 12)
    func line() -> Int? {
      app.press("e")
      guard case .edit(let file, let line) = app.effects.last, file == "0811.txt" else { return nil }
      return line
    }
    app.press("l")
    #expect(line() == 2, "from the list the first line")
    app.press("l}}}}")
    #expect(line() == app.state.article?.partInView.map { app.state.openArticle?.parts[$0].lines[0].first ?? 0 })
    #expect((line() ?? 0) > 2)
    app.press("|wc -m<Enter>")
    guard case .pipe(let command, let text) = app.effects.last else {
      Issue.record("no pipe")
      return
    }
    #expect(command == "wc -m" && text.hasSuffix("高唐县残联理事长说。\n"))
  }
}
