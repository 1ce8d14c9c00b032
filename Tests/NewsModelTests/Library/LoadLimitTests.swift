import Foundation
import Testing

@testable import NewsModel

@Suite struct LoadLimitTests {
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    for name in ["a.txt", "b.txt", "c.txt"] { try folder.write(name, "高唐县开会。\n") }
  }

  @Test func whatMemoryCannotHoldIsLeftOutAndSaid() throws {
    let size = "高唐县开会。\n".utf8.count
    let library = try LibraryLoader.load([FilePath(folder.path)], filer: nil, limit: 2 * size)
    #expect(folder.names(library.pages.map(\.file.shown)) == ["a.txt", "b.txt"])
    #expect(library.diagnostics.map(\.file) == [folder.path + "/c.txt"])
    #expect(library.diagnostics.first?.message.english.contains("1 of 3 files are left out") == true)
    #expect(try LibraryLoader.load([FilePath(folder.path)], filer: nil, limit: 3 * size).diagnostics.isEmpty)
  }

  @Test func oneFileIsReadInAnyCase() throws {
    #expect(try LibraryLoader.load([FilePath(folder.path)], filer: nil, limit: 1).pages.count == 1)
  }

  @Test func aSearchIsLimitedByThePagesItReads() throws {
    let loaded = try QueryLoader.load(
      [FilePath(folder.path)], for: QueryParser.parse("高唐"), filer: nil, wholeBelow: 0, limit: 20)
    #expect(loaded.library.pages.count == 1 && loaded.library.diagnostics.count == 1)
    let none = try QueryLoader.load(
      [FilePath(folder.path)], for: QueryParser.parse("乌有"), filer: nil, wholeBelow: 0, limit: 20)
    #expect(none.library.pages.isEmpty && none.library.diagnostics.isEmpty)
  }

  @Test func aSearchWhosePagesAreTooManySaysSoWhereOthersWouldHelpToFileThem() throws {
    for number in 0..<100 { try folder.write("n\(number).txt", "聊城市开会。\n") }
    let loaded = try QueryLoader.load(
      [FilePath(folder.path)], for: QueryParser.parse("高唐"), filer: PlaceFiler(), wholeBelow: 0, limit: 20)
    #expect(!loaded.isWhole && loaded.library.pages.count == 1)
    #expect(loaded.library.diagnostics.first?.message.english.contains("2 of 3 files are left out") == true)
  }

  @Test func filesThatThereIsNoMemoryForAreToldOnce() throws {
    var batch = LibraryLoader.Batch()
    // Larger than any address space.
    for name in ["a.txt", "b.txt"] {
      LoadedPage(PageFile(path: FilePath(folder.path + "/" + name), byteCount: 1 << 50), filer: nil).add(to: &batch)
    }
    LoadedPage(PageFile(path: FilePath(folder.path + "/c.txt"), byteCount: 20), filer: nil).add(to: &batch)
    #expect(batch.readings.count == 1 && batch.diagnostics.isEmpty)
    #expect(batch.shortage?.diagnostic.text.english.hasPrefix(folder.path + "/a.txt: memory is short: 2 files") == true)
  }

  @Test func whoeverTakesPagesReadsThemWhenNobodyElseDoes() throws {
    let files = try LibraryLoader.discover([FilePath(folder.path)]).files
    let line = LoadLine(files) { LoadedPage($0, filer: nil) }
    var batch = LibraryLoader.Batch()
    while let pages = line.next(isCancelled: { false }) { for page in pages { page.add(to: &batch) } }
    #expect(batch.readings.map(\.facts.file) == files.map(\.path))
  }
}
