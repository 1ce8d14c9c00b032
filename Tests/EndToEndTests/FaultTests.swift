import Foundation
import Testing

/// A world that is not as it should be: the program says so in one line, keeps what it has, and never crashes.
@Suite struct FaultTests {
  private let xianwen: XianwenBinary

  init() throws { xianwen = try XianwenBinary() }

  // MARK: Standard files

  @Test(arguments: ["2>&-", "2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-"])
  func errorsThatNobodyTakesDoNotCrash(files: String) throws {
    #expect(try xianwen.shell("\"$XIANWEN\" list nosuch \(files)").code == 2)
  }

  @Test func aClosedOutputIsOneLine() throws {
    let result = try xianwen.shell("\"$XIANWEN\" list \"$SEEDS\" >&-")
    #expect(result.code == 2)
    #expect(result.errors == "xianwen: standard output cannot be written (Bad file descriptor)\n")
  }

  @Test func aClosedInputIsOneLineWhereItIsAskedFor() throws {
    #expect(try xianwen.shell("\"$XIANWEN\" list \"$SEEDS\" <&-").code == 0)
    let result = try xianwen.shell("\"$XIANWEN\" list - <&-")
    #expect(result.code == 2)
    #expect(result.errorLines.count == 1)
  }

  @Test(arguments: [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func whatIsPrintedNeverGoesIntoTheClippings(files: String) throws {
    let id = try #require(try xianwen.run("list", XianwenBinary.seeds).lines.first?.prefix(8))
    _ = try xianwen.shell("\"$XIANWEN\" bookmarks --add \(id) \"$SEEDS\" \(files)")
    _ = try xianwen.shell("\"$XIANWEN\" bookmarks --add \(id) nosuch \"$SEEDS\" \(files)")
    let kept = try xianwen.run("bookmarks", "--json")
    #expect(kept.lines.count == 1)
    #expect(kept.output.contains("\"id\": \"\(id)"))
    #expect(kept.errors.isEmpty)
  }

  @Test(arguments: ["", "<&-", "</dev/null", "<&- >&- 2>&-"])
  func theReaderNeedsATerminal(files: String) throws {
    let result = try xianwen.shell("\"$XIANWEN\" \"$SEEDS\" \(files)")
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == (files.contains("2>&-") ? 0 : 1))
  }

  // MARK: Files of absurd size

  @Test(arguments: [["list"], ["search", "残疾"], ["search", "--count", "残疾"], ["counties"], ["export"]])
  func aFileLargerThanAnyPageIsLeftOut(words: [String]) throws {
    // First by name, and a hole: it takes no room on the disk.
    try xianwen.write("pages/a.txt", [])
    #expect(truncate(xianwen.folder.path + "/pages/a.txt", 100 << 30) == 0)
    let seed = try #require(try FileManager.default.contentsOfDirectory(atPath: XianwenBinary.seeds).min())
    try FileManager.default.copyItem(
      atPath: XianwenBinary.seeds + "/" + seed, toPath: xianwen.folder.path + "/pages/b.txt")
    let result = try xianwen.run(words + ["pages"])
    #expect(result.code == 0)
    #expect(!result.output.isEmpty)
    #expect(result.errors == "xianwen: pages/a.txt: larger than 1 GiB; split it into several files; skipped\n")
    let alone = try xianwen.run(words + ["pages/a.txt"])
    #expect(alone.code == 2)
    #expect(alone.errors == "xianwen: pages/a.txt: larger than 1 GiB; split it into several files\n")
  }

  // MARK: Limits

  @Test(
    .disabled(
      if: Circumstances.sanitizerOptions["TSAN_OPTIONS"] != nil,
      "ThreadSanitizer has files of its own, and no program starts under it with this limit"))
  func aFileThatMayNotGrowKeepsWhatItHolds() throws {
    let ids = try xianwen.run("list", XianwenBinary.seeds).lines.map { $0.prefix(8) }
    var codes: [Int32] = []
    for id in ids.prefix(6) {
      let result = try xianwen.shell("ulimit -f 16; \"$XIANWEN\" bookmarks --add \(id) \"$SEEDS\"")
      codes.append(result.code)
      #expect(result.errorLines.count == (result.code == 0 ? 0 : 1))
    }
    // Room for the first, not for all; and none is torn.
    #expect(codes.first == 0 && codes.contains(2) && Set(codes) == [0, 2])
    let kept = try xianwen.run("bookmarks", "--json")
    #expect(kept.lines.count == codes.filter { $0 == 0 }.count)
    #expect(kept.errors.isEmpty)
    let list = try xianwen.shell("ulimit -f 2; \"$XIANWEN\" list --json \"$SEEDS\"")
    #expect(list.code == 2)
    #expect(list.errors == "xianwen: standard output cannot be written (File too large)\n")
  }

  @Test func fewDescriptorsAreEnough() throws {
    let result = try xianwen.shell("ulimit -n 6; \"$XIANWEN\" list --json \"$SEEDS\"")
    #expect(result.code == 0)
    #expect(result.output == (try xianwen.run("list", "--json", XianwenBinary.seeds).output))
  }

  #if os(Linux)
    @Test(
      .enabled(if: !Circumstances.isSanitized, "a sanitizer reserves more addresses than any limit leaves"),
      arguments: [200_000, 140_000, 110_000, 100_000, 90_000], ["list", "export"])
    func littleMemoryIsSaidAndTheRestOpens(kilobytes: Int, command: String) throws {
      let seeds = try FileManager.default.contentsOfDirectory(atPath: XianwenBinary.seeds)
      let page = try seeds.flatMap {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: XianwenBinary.seeds + "/" + $0)))
      }
      for number in 100..<300 { try xianwen.write("pages/\(number).txt", page) }
      let result = try xianwen.shell("ulimit -v \(kilobytes); \"$XIANWEN\" \(command) pages")
      // Less than 170 MB leave room for nothing by the reckoning; one page is tried all the same.
      let isRead = result.code == 0
      #expect(isRead || result.code == 2 && kilobytes < 170_000)
      #expect(result.output.isEmpty != isRead)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains(isRead ? " of 200 files are left out" : "there is no memory for it"))
    }
  #endif

  // MARK: What the user keeps

  @Test(arguments: ["places.tsv", "config"]) func whatCannotBeReadOfTheUsersIsSaidAndTheRestCounts(name: String) throws
  {
    try xianwen.write(".config/xianwen/\(name)/x", [])
    for command in ["list", "counties"] {
      let result = try xianwen.run(command, XianwenBinary.seeds)
      #expect(result.code == 0)
      #expect(!result.output.isEmpty)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains(name + ": cannot be read"))
    }
  }
}
