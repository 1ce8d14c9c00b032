import Foundation
import Testing

@testable import NewsModel

struct PageFilterTests {
  private func needle(_ text: String) -> PageNeedle? {
    [UInt8]().withUnsafeBufferPointer { PageNeedle(Folding.units(text), sample: $0) }
  }

  private func mayStand(_ text: String, _ page: String) -> Bool {
    Array(page.utf8).withUnsafeBufferPointer { page in needle(text)?.mayStand(in: page) ?? true }
  }

  /// Text, page, whether the page may hold it.
  static let table: [(String, String, Bool)] = [
    ("残疾人", "有残疾人在", true), ("残疾人", "残\n疾 人", true), ("残疾人", "残**疾**\u{3000}人", true), ("残疾人", "残人疾", false),
    ("残疾", "疾残", true), ("残疾", "X疾残", false), ("残疾", "X\n疾,残", true), ("残疾", "X\n疾", false), ("县", "縣", true),
    ("縣城", "县城", true), ("县", "乡", false), ("ABC", "ａｂc", true), ("abc", "a-bc", false), ("a b", "ab", true),
    ("“人”", "\"人\"", true), ("𠮷野", "𠮷 野", true), ("𠮷野", "𠮷X野", false), ("a*b", "a b", true), ("## 人", "人", true),
    ("**", "什么都行", true), ("残疾", "# 疾 残", true), ("残疾人", "残\n疾X人", false), ("残疾人", "残X\n疾Y\n人", true),
    ("残疾人", "残疾X\n疾人", true), ("残疾人", "残疾X\n人Y", true), ("残疾人", "X残疾\nY人", false),
    ("残疾人会", "残疾\n人X\n残\n会", true), ("残疾人会", "残疾\n人X残会", false), ("13579", "35\n5 13 79\n1", false),
  ]

  @Test(arguments: table) func aPageIsRuledOutOnlyWhenItCannotHoldTheText(text: String, page: String, expected: Bool) {
    #expect(mayStand(text, page) == expected)
  }

  /// Whatever a page's reading joins, mends and moves: no text of its articles is ruled out.
  @Test(arguments: 0..<3 as Range<UInt64>) func noTextOfAnArticleIsRuledOut(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    var pages = try PageFixtures.files.map { try PageFixtures.text($0.lastPathComponent) }
    pages += SearchArchive.pageTexts(count: 6, &random)
    for page in pages {
      let parts = PageReader.read(page, file: "p", byteCount: page.utf8.count).articles.flatMap(\.parts)
      Array(page.utf8).withUnsafeBufferPointer { bytes in
        // Squared letters (㎡) are read as two, markup is not read; the filter lets pages that hold them pass.
        let isOpaque = !PrintSurvey(bytes).isDisjoint(with: [.squared, .opaque])
        for _ in 0..<12 where !isOpaque {
          let scalars = Array(random.pick(parts).text.unicodeScalars)
          let start = Int.random(in: 0..<scalars.count, using: &random)
          let end = min(scalars.count, start + Int.random(in: 1...12, using: &random))
          let text = String(String.UnicodeScalarView(scalars[start..<end]))
          guard let needle = PageNeedle(Folding.units(text), sample: bytes) else { continue }
          #expect(needle.mayStand(in: bytes), "\(text), seed \(seed)")
        }
      }
    }
  }

  /// An archive of files, with one each in GB 18030 and UTF-16 and one that is damaged.
  private func archive(_ random: inout SearchRandom, pages: Int) throws -> PageFolder {
    let folder = try PageFolder()
    for (number, page) in SearchArchive.pageTexts(count: pages, &random).enumerated() {
      try folder.write("\(number % 5)/\(number).txt", page)
    }
    let page = try PageFixtures.text(PageFixtures.files[0].lastPathComponent)
    let gb = try #require(page.data(using: String.Encoding(rawValue: 0x8000_0632)))
    try folder.write("gb.txt", Array(gb))
    try folder.write("utf16.txt", Array(try #require(page.data(using: .utf16))))
    try folder.write("damaged.txt", Array(page.utf8.prefix(3000)) + [0xFF] + Array(page.utf8.dropFirst(3000)))
    return folder
  }

  @Test func aQueryFindsTheSameInThePagesItNeeds() throws {
    var random = SearchRandom(seed: 6)
    let folder = try archive(&random, pages: 8)
    let whole = try LibraryLoader.load([FilePath(folder.path)])
    var queries = RandomQuery(whole, longest: 12, seed: 6)
    var ruledOut = 0
    for _ in 0..<30 {
      let text = queries.next()
      let query = QueryParser.parse(text)
      let loaded = try QueryLoader.load([FilePath(folder.path)], for: query, filer: nil, wholeBelow: 0)
      func hits(_ library: Library) -> [String] {
        let hits = Searcher(library: library, index: SearchIndex()).search(query)?.hits ?? []
        return hits.map { hit in
          let article = library.articles[hit.article]
          return "\(article.file.shown) \(article.number) \(article.id) \(hit.matchCount) \(hit.score)"
        }
      }
      // Fields of places want the whole archive, filed.
      guard query.root?.asksForPlaces == false else {
        #expect(loaded.isWhole, "\(text)")
        continue
      }
      #expect(hits(loaded.library) == hits(whole), "\(text)")
      #expect(loaded.library.diagnostics == whole.diagnostics)
      ruledOut += loaded.isWhole ? 0 : whole.pages.count - loaded.library.pages.count
    }
    #expect(ruledOut > 30 * whole.pages.count / 4)
  }

  @Test func aRareTextIsReadFromItsPageAloneAndFiledAsInTheWhole() throws {
    let folder = try PageFolder()
    for file in PageFixtures.files {
      try folder.write(file.lastPathComponent, PageFixtures.text(file.lastPathComponent))
    }
    let listing = try LibraryLoader.discover([FilePath(folder.path)])
    let query = QueryParser.parse("残疾人协会")
    let selected = PageFilter(query, for: listing).select(listing)
    #expect(!selected.files.isEmpty && selected.files.count <= 3)
    let absent = QueryParser.parse("乌有之乡蓬莱")
    #expect(PageFilter(absent, for: listing).select(listing).files.isEmpty)
    let whole = try LibraryLoader.load([FilePath(folder.path)])
    let loaded = try QueryLoader.load([FilePath(folder.path)], for: query, filer: PlaceFiler(), wholeBelow: 0)
    func places(_ library: Library) -> [String] {
      let found = Searcher(library: library, index: SearchIndex()).search(query)?.hits ?? []
      return found.map { library.articles[$0.article].filing.place?.name ?? "-" }
    }
    #expect(places(loaded.library) == places(whole) && !places(whole).isEmpty)
  }

  /// Queries whose pages cannot be told, and queries that ask for places.
  @Test(arguments: [
    ("-残疾", true), ("date:2021", true), ("残疾 -人", false), ("/.*/", true), ("a | -b", true), ("/残.人/", false),
  ])
  func someQueriesNeedEveryPage(query: String, passesAll: Bool) throws {
    let listing = try LibraryLoader.discover([FilePath(PageFixtures.seeds.path)])
    #expect(PageFilter(QueryParser.parse(query), for: listing).passesAll == passesAll)
  }

  @Test func plainUTF8IsNeverSaidOfAnythingElse() {
    var random = SearchRandom(seed: 7)
    let pieces: [[UInt8]] = [
      [0x61], [0xC3, 0xA9], [0xE4, 0xB8, 0xAD], [0xE9, 0xAB, 0x98], [0xEF, 0xBC, 0x8C], [0x80], [0xC3], [0xE4, 0xB8],
      [0xE4], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x80], [0xF5], [0xFF], [0],
    ]
    var plain = 0
    for round in 0..<3000 {
      let likely = round % 2 == 0 ? pieces.prefix(5) : pieces[...]
      var bytes: [UInt8] = Array(repeating: 0, count: 16)
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        bytes += random.pick(random.chance(97) ? likely.prefix(5) : likely)
      }
      bytes.withUnsafeBufferPointer { buffer in
        let text = UnsafeBufferPointer(rebasing: buffer[16...])
        guard ByteScanner.isPlainUTF8(text) else { return }
        plain += 1
        #expect(String(validating: text, as: UTF8.self) != nil && !text.contains(0), "\(Array(text))")
      }
    }
    #expect(plain > 1000)
  }
}
