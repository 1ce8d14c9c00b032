import Foundation
import Testing

@testable import NewsModel

/// One page read again: the library is what a reading of all files would give.
@Suite struct RereadingTests {
  private let folder: PageFolder
  private let filer = PlaceFiler()

  init() throws {
    folder = try PageFolder()
    for (number, county) in ["高唐县", "东阿县", "莘县", "阳谷县"].enumerated() {
      try folder.write("\(number).txt", Self.page(county, "召开残疾人工作会议"))
    }
  }

  private static func page(_ county: String, _ what: String) -> String {
    "\(county)\(what)\n\n本报聊城讯 8月11日，\(county)\(what)，全县各乡镇负责人参加。\n"
  }

  private func load() throws -> Library { try LibraryLoader.load([FilePath(folder.path)], filer: filer) }

  private func described(_ library: Library) -> [String] {
    library.pages.indices.map { page in
      library.pages[page].file.shown + ":"
        + library.articles[library.articleRanges[page]].map {
          "\($0.id) \($0.title) \($0.filing.place?.name ?? "-")"
        }
        .joined(separator: "|")
    }
  }

  @Test func aChangedPageIsAsAReadingOfAllGives() throws {
    let before = try load()
    let path = try folder.write("1.txt", Self.page("东阿县", "办起了敬老院") + "\n\n莘县通了公交\n\n本报讯 8月12日，莘县通了公交，村民出行方便了。\n")
    let after = before.rereading(FilePath(path), filer: filer)
    #expect(described(after) == described(try load()) && described(after) != described(before))
    #expect(after.articleRanges.map(\.count).reduce(0, +) == after.articles.count)
    let index = SearchIndex(updating: indexed(before), of: before, to: after)
    let query = QueryParser.parse("敬老院")
    #expect(
      Searcher(library: after, index: index).find(query)?.articles
        == Searcher(library: after, index: SearchIndex()).find(query)?.articles)
  }

  private func indexed(_ library: Library) -> SearchIndex {
    var index = SearchIndex()
    index.append(library.articles[...])
    return index
  }

  @Test func aPageThatIsGoneOrNoFileAnyMoreIsLeftOutAndSaid() throws {
    let before = try load()
    let path = folder.path + "/2.txt"
    try FileManager.default.removeItem(atPath: path)
    for makesPipe in [false, true] {
      // Nobody writes into the pipe: it must not be waited for.
      if makesPipe { mkfifo(path, 0o600) }
      let after = before.rereading(FilePath(path), filer: filer)
      #expect(after.pages.count == 3 && described(after) == described(before).filter { !$0.hasPrefix(path) })
      #expect(after.diagnostics.map(\.file) == [path])
    }
    #expect(throws: LibraryError.self) { try TextFile.read(FilePath(path)) }
  }

  @Test func articlesThatStayKeepWhereTheyAreFiled() throws {
    var before = try load()
    let index = before.articles.indices.last ?? 0
    let place = Place(name: "临清市", prefecture: "聊城市")
    before.changeFiling(at: index) { $0.correct(to: place, by: "x") }
    let path = before.articles[index].file
    try folder.write("3.txt", Self.page("阳谷县", "召开残疾人工作会议") + "\n\n高唐县修路\n\n本报讯 8月12日，高唐县修路，群众叫好。\n")
    let after = before.rereading(path, filer: filer)
    let same = after.articles.first { $0.id == before.articles[index].id }
    #expect(same?.filing.place == place && after.articles.count > before.articles.count)
  }
}
