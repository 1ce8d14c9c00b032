import Foundation
import Testing

@testable import NewsModel

@Suite struct LibraryLoaderTests {
  private let folder: PageFolder

  init() throws { folder = try PageFolder() }

  private func found(_ paths: [String]) throws -> [String] {
    folder.names(try LibraryLoader.discover(paths.map { FilePath($0) }).files.map(\.path.shown))
  }

  // MARK: Finding

  @Test func pagesAreSortedByNameAndFoldersSearched() throws {
    for name in ["b.txt", "a.md", "sub/2.TXT", "sub/1.txt", "c.text", "notes.pdf", "z"] { try folder.write(name) }
    #expect(try found([folder.path]) == ["a.md", "b.txt", "sub/1.txt", "sub/2.TXT"])
  }

  @Test func aLargeArchiveTellsHowFarItIsListed() throws {
    for number in 0..<1100 { try folder.write("\(number / 1000)/\(number).txt") }
    var told: [Int] = []
    let listing = try LibraryLoader.discover([FilePath(folder.path)]) { told.append($0) }
    #expect(told == [1000])
    #expect(listing.files.count == 1100)
  }

  @Test func hiddenFilesAndFoldersAreSkipped() throws {
    for name in [".hidden.txt", ".git/a.txt", "shown.txt"] { try folder.write(name) }
    #expect(try found([folder.path]) == ["shown.txt"])
  }

  @Test func aNamedFileIsTakenWhateverItsName() throws {
    let page = try folder.write(".page.ocr")
    #expect(try found([page]) == [".page.ocr"])
  }

  @Test func pathsKeepTheirOrderAndTheirSpelling() throws {
    for name in ["x/a.txt", "y/b.txt"] { try folder.write(name) }
    #expect(try found([folder.path + "/y", folder.path + "/x/"]) == ["y/b.txt", "x/a.txt"])
  }

  @Test func foldersMayBeDeeperThanDescriptorsAreMany() throws {
    // Commonly 1,024 are allowed.
    let name = String(repeating: "d/", count: 1500) + "a.txt"
    try folder.write(name)
    #expect(try found([folder.path]) == [name])
  }

  @Test func whatIsNamedTwiceIsTakenOnce() throws {
    let page = try folder.write("a.txt")
    #expect(try found([page, folder.path, page]) == ["a.txt"])
  }

  @Test func linksAreFollowedOnceAndNeverInALoop() throws {
    let other = try PageFolder()
    try other.write("far.txt")
    try folder.write("sub/near.txt")
    try folder.link("sub/loop", to: folder.path)
    try folder.link("there", to: other.path)
    try folder.link("there-again", to: other.path)
    #expect(try found([folder.path]) == ["sub/near.txt", "there/far.txt"])
  }

  @Test func aLinkThatLeadsNowhereIsReported() throws {
    try folder.write("a.txt")
    try folder.link("lost.txt", to: folder.path + "/gone.txt")
    let listing = try LibraryLoader.discover([FilePath(folder.path)])
    #expect(listing.files.count == 1)
    #expect(listing.diagnostics.map(\.file) == [folder.path + "/lost.txt"])
  }

  @Test(.timeLimit(.minutes(1))) func aPipeIsReportedAndNotWaitedFor() throws {
    try folder.write("a.txt")
    #expect(mkfifo(folder.path + "/pipe.txt", 0o600) == 0)
    let library = try LibraryLoader.load([FilePath(folder.path)])
    #expect(library.pages.count == 1)
    #expect(library.diagnostics.count == 1)
    #expect(library.diagnostics.first?.message.english.contains("a pipe") == true)
  }

  @Test func aMissingFolderIsAnError() {
    let path = folder.path + "/nosuch"
    #expect(throws: LibraryError.notFound(path: path)) { try LibraryLoader.discover([FilePath(path)]) }
  }

  @Test func aMissingFileAmongOthersIsReported() throws {
    let page = try folder.write("a.txt")
    let listing = try LibraryLoader.discover([FilePath(folder.path + "/nosuch"), FilePath(page)])
    #expect(listing.files.map(\.path.shown) == [page])
    #expect(listing.diagnostics.map(\.file) == [folder.path + "/nosuch"])
  }

  @Test func anEmptyFolderHasNoPages() {
    #expect(throws: LibraryError.noPages(paths: [folder.path])) { try LibraryLoader.discover([FilePath(folder.path)]) }
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything")) func whatMayNotBeReadIsReported() throws {
    try folder.write("a.txt")
    let secret = try folder.write("b.txt")
    #expect(chmod(secret, 0) == 0)
    let library = try LibraryLoader.load([FilePath(folder.path)])
    #expect(library.pages.count == 1)
    #expect(library.diagnostics.map(\.file) == [secret])
  }

  // MARK: Reading

  @Test func aBinaryFileAmongGoodOnesIsSkippedWithANote() throws {
    try folder.write("a.txt")
    let binary = try folder.write("b.txt", [UInt8](repeating: 0, count: 64))
    try folder.write("c.txt", "另一版。\n")
    let library = try LibraryLoader.load([FilePath(folder.path)])
    #expect(folder.names(library.pages.map(\.file.shown)) == ["a.txt", "c.txt"])
    #expect(library.diagnostics == [LibraryError.notText(path: binary, byteOffset: 0).diagnostic])
  }

  @Test func onlyBinaryFilesAreAnError() throws {
    let binary = try folder.write("b.txt", [UInt8](repeating: 0, count: 64))
    #expect(throws: LibraryError.notText(path: binary, byteOffset: 0)) {
      try LibraryLoader.load([FilePath(folder.path)])
    }
  }

  @Test func aDamagedFileIsReadAndItsDamageTold() throws {
    try folder.write("a.txt", Array("第一行\n第二行的字".utf8) + [0xFF] + Array("还有更多的字\n".utf8))
    let library = try LibraryLoader.load([FilePath(folder.path)])
    #expect(library.pages.count == 1)
    #expect(library.diagnostics.map(\.line) == [2])
  }

  @Test func aFileThatVanishesIsReported() throws {
    let page = try folder.write("a.txt")
    try folder.write("b.txt")
    let listing = try LibraryLoader.discover([FilePath(folder.path)])
    try FileManager.default.removeItem(atPath: page)
    var notes: [Diagnostic] = []
    var pages = 0
    LibraryLoader.load(listing) { batch in
      notes += batch.diagnostics
      pages += batch.readings.count
    }
    #expect(pages == 1)
    #expect(notes == [LibraryError.notFound(path: page).diagnostic])
  }

  @Test func pagesArriveInOrderWithTheirProgress() throws {
    for number in 100..<400 { try folder.write("\(number).txt", String(repeating: "第\(number)版的字。\n", count: 100)) }
    let listing = try LibraryLoader.discover([FilePath(folder.path)])
    var files: [String] = []
    var progress: [LibraryLoader.Progress] = []
    LibraryLoader.load(listing, filer: PlaceFiler()) { batch in
      files += batch.readings.map(\.facts.file.shown)
      progress.append(batch.progress)
      #expect(batch.surveys.count == batch.readings.reduce(0) { $0 + $1.articles.count })
    }
    #expect(files == listing.files.map(\.path.shown))
    #expect(progress.count > 1)
    #expect(progress.map(\.pages) == progress.map(\.pages).sorted())
    #expect(progress.filter(\.isComplete).count == 1)
    #expect(progress.last?.bytes == listing.byteCount)
  }

  @Test func aCancelledLoadingStops() throws {
    for number in 100..<300 { try folder.write("\(number).txt") }
    let listing = try LibraryLoader.discover([FilePath(folder.path)])
    var pages = 0
    LibraryLoader.load(listing, isCancelled: { true }) { pages += $0.readings.count }
    #expect(pages == 0)
  }

  @Test func loadingFilesArticlesUnderTheirPlaces() throws {
    let library = try LibraryLoader.load([FilePath(PageFixtures.seeds.path)])
    #expect(library.pages.count == 5)
    #expect(library.articles.contains { $0.filing.place?.name == "高唐县" })
  }
}
