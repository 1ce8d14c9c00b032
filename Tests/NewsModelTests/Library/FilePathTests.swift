import Foundation
import Testing

@testable import NewsModel

@Suite struct FilePathTests {
  /// 高唐 in GBK.
  private static let gaotang: [UInt8] = [0xB8, 0xDF, 0xCC, 0xC6]

  private func shown(_ bytes: [UInt8]) -> String { FilePath(bytes: bytes).shown }

  @Test func namesThatAreNoUTF8AreReadAsGB18030() {
    #expect(shown(Array("报纸/".utf8) + Self.gaotang + Array(".txt".utf8)) == "报纸/高唐.txt")
    // 𠀀 takes four bytes.
    #expect(shown([0x95, 0x32, 0x82, 0x36]) == "\u{20000}")
  }

  @Test func whatIsNoGB18030EitherShowsItsBytes() {
    #expect(shown([0x61, 0xFF, 0x2E, 0x74, 0x78, 0x74]) == "a\\xff.txt")
    #expect(shown(Array("caf".utf8) + [0xE9] + Array(".txt/b".utf8)) == "caf\\xe9.txt/b")
    // A long name in UTF-8 that was cut off in the middle of a character is not read as GB 18030, which would turn all of it into
    // other characters.
    let cut = Array(Array("聊城日报县域新闻第七版".utf8).dropLast())
    #expect(shown(cut) == "聊城日报县域新闻第七\\xe7\\x89")
  }

  @Test func scalarsThatStandForBytesKeepTheirOwnBytes() {
    let odd = FilePath("a\u{10FEFF}b")
    #expect(odd.bytes == Array("a\u{10FEFF}b".utf8))
    #expect(odd != FilePath(bytes: [0x61, 0xFF, 0x62]))
  }

  @Test func equivalentStringsAreDifferentFiles() {
    #expect("\u{F900}" == "\u{8C48}", "豈 twice")
    #expect(FilePath("\u{F900}") != FilePath("\u{8C48}"))
    #expect(Set([FilePath("\u{F900}"), FilePath("\u{8C48}")]).count == 2)
  }

  @Test func namesAndFoldersArePartedAtSlashes() {
    #expect(FilePath("/a/b.txt").name == "b.txt")
    #expect(FilePath("b.txt").name == "b.txt")
    // A combining mark makes one character of itself and the slash.
    #expect(FilePath("a/\u{301}b").name == "\u{301}b")
    #expect(FilePath("/a/b.txt").folder == "/a")
    #expect(FilePath("/a").folder == "/")
    #expect(FilePath("a").folder == ".")
    #expect(FilePath("a/").appending("b") == FilePath("a").appending("b"))
  }

  @Test func theWholePathHasNoDetours() {
    #expect(FilePath("/a/./b//../c/").absolute == "/a/c")
    #expect(FilePath("/../a").absolute == "/a" && FilePath("/").absolute == "/")
    let here = FilePath(FileManager.default.currentDirectoryPath)
    #expect(FilePath(".").absolute == here && FilePath("x").absolute == here.appending("x"))
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func everyPathHasOneForm(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let pieces: [[UInt8]] = [
      Self.gaotang, Array("高唐".utf8), Array("/".utf8), Array("a.txt".utf8), Array("\u{10FE80}\u{10FEFF}".utf8), [0xFF],
      [0xF4],
      [0xF4, 0x8F], [0xE9, 0xAB], [0x80],
    ]
    let bytes = (0..<random.next(below: 6)).flatMap { _ in
      random.chance(30) ? [UInt8.random(in: 1...255, using: &random)] : random.pick(pieces)
    }
    let path = FilePath(bytes: bytes)
    #expect(path.bytes == bytes)
    #expect(path.withPlatformString { FilePath(cString: $0) } == path)
    #expect(FilePath(encoded: path.encoded) == path)
    // What people see is text without stand-ins.
    #expect(!path.shown.unicodeScalars.contains { (0x10FE80...0x10FEFF).contains($0.value) })
  }

  #if os(Linux)  // File systems of macOS know UTF-8 only.
    @Test func pagesOfSuchNamesAreFoundReadAndSearched() throws {
      let folder = try PageFolder()
      let name = FilePath(bytes: Self.gaotang + [0xFF])
      let inner = FilePath(folder.path).appending(name)
      #expect(inner.withPlatformString { mkdir($0, 0o700) } == 0)
      for file in [FilePath(bytes: Self.gaotang + Array(".txt".utf8)), FilePath(bytes: [0xFE] + Array(".md".utf8))] {
        let descriptor = inner.appending(file).withPlatformString { open($0, O_WRONLY | O_CREAT, 0o600) }
        let text = Array("本报讯 今天天气很好。\n".utf8)
        #expect(write(descriptor, text, text.count) == text.count)
        close(descriptor)
      }
      let library = try LibraryLoader.load([FilePath(folder.path)])
      #expect(library.diagnostics.isEmpty)
      #expect(library.pages.map(\.file.name) == ["高唐.txt", "\\xfe.md"])
      let found = try QueryLoader.load(
        [FilePath(folder.path)], for: QueryParser.parse("file:高唐.txt"), filer: nil, wholeBelow: 0)
      #expect(found.library.pages.map(\.file.name) == ["高唐.txt"])
    }
  #endif
}
