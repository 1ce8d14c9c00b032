import Foundation
import Testing

/// The built program on a real (pseudo-)terminal: what no test of pure functions can show.
@Suite(.serialized) struct ReaderTests {
  private let home = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-\(UUID().uuidString)")
  private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("seeds").path

  init() throws {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  private func reader(_ arguments: [String] = ["--lang", "zh", seeds]) throws -> PseudoTerminal {
    try PseudoTerminal(arguments, home: home)
  }

  @Test func anArticleIsFoundReadSearchedKeptAndFoundAgain() throws {
    var terminal = try reader()
    let modes = terminal.modes
    #expect(terminal.shows("高唐县"))
    terminal.type("'gt\r\r")
    #expect(terminal.shows("高唐县选举成立97个村(社区)残疾人协会"))
    terminal.type("/残疾")
    #expect(terminal.shows("查本文/残疾"))
    terminal.type("\rm")
    #expect(terminal.shows("★ 千名“代办员”助残当先锋"))
    terminal.type("qqq")
    #expect(terminal.end() == 0)
    #expect(terminal.modes == modes)

    terminal = try reader()
    #expect(terminal.shows("高唐县"))
    terminal.type("M")
    #expect(terminal.shows("★ 千名“代办员”助残当先锋"))
    terminal.type("Q")
    #expect(terminal.end() == 0)
  }

  @Test func aQueryKeptAsATopicIsThereTheNextTimeAndForJobs() throws {
    var terminal = try reader()
    #expect(terminal.shows("高唐县"))
    terminal.type("/残疾 <20> 补贴\r")
    #expect(terminal.shows("1/3 处"))
    terminal.type("W助残\r")
    #expect(terminal.shows("存成专题：助残"))
    terminal.type("Q")
    #expect(terminal.end() == 0)
    let file = home.appendingPathComponent(".config/xianwen/topics")
    #expect(try String(contentsOf: file, encoding: .utf8) == "助残 = 残疾 <20> 补贴\n")
    terminal = try reader()
    terminal.type("GGg")
    #expect(terminal.shows("助残"))
    terminal.type("Q")
    #expect(terminal.end() == 0)
    let job = try XianwenBinary().run("new", "--topic", "助残", Self.seeds, environment: ["HOME": home.path])
    #expect(job.code == 0 && job.lines.count == 1)
  }

  @Test func mistakesOfTheConfigurationAreToldEachTime() throws {
    let folder = home.appendingPathComponent(".config/xianwen")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lines = ["key.down = Foo", "wdith = 30", "theme = pink", "key.open = q"]
    for line in lines {
      try Data((line + "\n").utf8).write(to: folder.appendingPathComponent("config"))
      for _ in 0..<2 {
        let terminal = try PseudoTerminal(["--lang", "zh", Self.seeds], columns: 250, home: home)
        #expect(terminal.says("xianwen/config:1: "), "\(line)")
        // Once all is read, the last place is gone to; that must not take the message away.
        #expect(terminal.says("/49"))
        #expect(!terminal.written.contains("接着上次"))
        terminal.type("G\r\rQ")
        #expect(terminal.end() == 0)
      }
      let list = try XianwenBinary().run("list", Self.seeds, environment: ["HOME": home.path])
      #expect(list.code == 0 && list.errorLines.count == 1 && list.errors.contains("xianwen/config:1: "), "\(line)")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalLeavesTheTerminalAsItWas(signal: Int32) throws {
    let terminal = try reader()
    let modes = terminal.modes
    #expect(terminal.shows("高唐县"))
    terminal.signal(signal)
    #expect(terminal.end() == 128 + signal)
    #expect(terminal.modes == modes)
  }

  @Test func aPageThatHasBecomeAPipeIsNotWaitedFor() throws {
    let pages = home.appendingPathComponent("pages").path
    try FileManager.default.copyItem(atPath: Self.seeds, toPath: pages)
    let terminal = try reader(["--lang", "zh", pages])
    #expect(terminal.shows("高唐县"))
    terminal.type("'gt\r\r")
    #expect(terminal.shows("高唐县选举成立97个村(社区)残疾人协会"))
    let page = pages + "/000_23f573bab5fb9682.txt"
    try FileManager.default.removeItem(atPath: page)
    mkfifo(page, 0o600)
    terminal.type("\\")
    #expect(terminal.shows("读不了"))
    terminal.type("Q")
    #expect(terminal.end() == 0)
  }

  @Test func aTerminalThatGoesAwayEndsTheReader() throws {
    let terminal = try reader()
    #expect(terminal.shows("高唐县"))
    terminal.hangUp()
    #expect(terminal.end() == 128 + SIGHUP)
  }

  @Test func aFolderThatIsNotThereIsOneClearLine() throws {
    let terminal = try reader(["--lang", "en", home.path + "/nowhere"])
    let modes = terminal.modes
    #expect(terminal.end() == 2)
    #expect(terminal.written.contains("nowhere: no such file or folder"))
    #expect(terminal.modes == modes)
  }

  @Test func withoutAnArchiveItSaysWhatToDoAndTheExampleIsOneKeyAway() throws {
    let terminal = try reader(["--lang", "zh"])
    let modes = terminal.modes
    #expect(terminal.shows("这里还没有报纸版面"))
    terminal.type("\r")
    #expect(terminal.shows("高唐县"))
    terminal.type("Q")
    #expect(terminal.end() == 0)
    #expect(terminal.modes == modes)
  }

  @Test func anArchiveOfTheConfigurationThatIsEmptyIsOneClearLine() throws {
    let folder = home.appendingPathComponent(".config/xianwen")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: home.appendingPathComponent("news"), withIntermediateDirectories: true)
    try Data("archive = ~/news\n".utf8).write(to: folder.appendingPathComponent("config"))
    let terminal = try reader(["--lang", "en"])
    #expect(terminal.end() == 2)
    #expect(terminal.written.contains("news: no .txt, .md, .tsv or .pdf pages here"))
  }

  @Test func aTerminalThatCannotPlaceItsCursorIsOneClearLine() throws {
    let terminal = try PseudoTerminal(["--lang", "en", Self.seeds], home: home, type: "dumb")
    #expect(terminal.end() == 2)
    #expect(terminal.written.contains("TERM=dumb"))
  }

  @Test func pagesThatChangeUnderTheReaderLeaveItReading() throws {
    let pages = home.appendingPathComponent("pages").path
    let files = FileManager.default
    try files.copyItem(atPath: Self.seeds, toPath: pages)
    let names = try files.contentsOfDirectory(atPath: pages).sorted().map { pages + "/" + $0 }
    let terminal = try reader(["--lang", "zh", pages])
    #expect(terminal.shows("高唐县"))
    // What is open goes on being shown while its page is emptied, and others become a pipe, a folder, nothing.
    terminal.type("\r\r")
    #expect(truncate(names[0], 0) == 0)
    for name in names[1...3] { try files.removeItem(atPath: name) }
    mkfifo(names[1], 0o600)
    try files.createDirectory(atPath: names[2], withIntermediateDirectories: false)
    try Data("高唐县来了一版新的报纸\n\n本报讯 高唐县来了一版新的报纸。\n".utf8).write(to: URL(fileURLWithPath: pages + "/new.txt"))
    terminal.type("qqR")
    #expect(terminal.shows("高唐县来了一版新的报纸"))
    try files.removeItem(atPath: pages)
    terminal.type("R")
    #expect(terminal.shows("没有这个文件或文件夹"))
    #expect(terminal.shows("高唐县来了一版新的报纸"))
    terminal.type("Q")
    #expect(terminal.end() == 0)
  }

  @Test func whatCannotBeKeptIsToldWhenTheReaderEnds() throws {
    // A file where the folder for what the user keeps would be.
    let data = home.appendingPathComponent("no-folder")
    try Data("x".utf8).write(to: data)
    let terminal = try PseudoTerminal(
      ["--lang", "zh", Self.seeds], home: home, variables: ["XDG_DATA_HOME": data.path])
    // All is read, so that every place can be chosen.
    #expect(terminal.shows("1/49"))
    terminal.type("\r\rm")
    #expect(terminal.shows("★"))
    terminal.type("cgaotang\rQ")
    #expect(terminal.end() == 2)
    #expect(terminal.written.contains("处剪报改动没有存下"))
    #expect(terminal.written.contains("归类的改动没有存下"))
  }
}
