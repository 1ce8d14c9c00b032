import Foundation
import Testing

@Suite struct CommandLineTests {
  private let xianwen: XianwenBinary

  init() throws { xianwen = try XianwenBinary() }

  static let commands = [
    "list", "show", "search", "counties", "issues", "bookmarks", "export", "new", "repair", "dump", "help", "man",
    "completions",
  ]

  @Test func helpNamesEveryCommand() throws {
    let help = try xianwen.run("--help")
    #expect(help.code == 0)
    #expect(help.errors.isEmpty)
    for command in CommandLineTests.commands { #expect(help.output.contains("  \(command) ")) }
  }

  @Test(arguments: commands) func everyCommandHasHelpInBothLanguages(command: String) throws {
    let english = try xianwen.run(command, "--help")
    #expect(english.code == 0)
    #expect(english.output.hasPrefix("usage: xianwen \(command)"))
    let chinese = try xianwen.run(command, "--help", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.code == 0)
    #expect(chinese.output.hasPrefix("用法：xianwen \(command)"))
    #expect(try xianwen.run(command, "--help", "--lang", "zh").output == chinese.output)
  }

  @Test func helpExplainsKeysQueriesAndFiles() throws {
    #expect(try xianwen.run("help", "keys").output.contains("one line down"))
    #expect(try xianwen.run("help", "query").output.contains("记者:孙亚飞"))
    let files = try xianwen.run("help", "files")
    #expect(files.output.contains(xianwen.folder.path + "/.local/share/xianwen/clippings.jsonl"))
    #expect(try xianwen.run("help", "list").output == xianwen.run("list", "--help").output)
    #expect(try xianwen.run("help").output == xianwen.run("--help").output)
  }

  @Test func theExamplePagesAreCalledSeedsEverywhere() throws {
    // The test's folder holds no pages; the program finds those of the package it was built in.
    let list = try xianwen.run("list", "seeds")
    let named = try xianwen.run("list", XianwenBinary.seeds)
    #expect(list.code == 0 && list.output == named.output)
    // A folder of one's own is what its name says.
    try xianwen.write("seeds/a.txt", Array("高唐县开会\n\n本报讯 高唐县开会。\n".utf8))
    let own = try xianwen.run("list", "seeds")
    #expect(own.lines.count == 1)
    let mistyped = try xianwen.run("list", "seed")
    #expect(mistyped.code == 2)
  }

  @Test func versionIsOneLine() throws {
    let version = try xianwen.run("--version")
    #expect(version.code == 0)
    #expect(version.lines.count == 1)
    #expect(version.output.hasPrefix("xianwen "))
  }

  @Test(arguments: [
    ["--nosuch"], ["list", "--jsn"], ["list", "--raw"], ["list", "--by"], ["list", "--by", "size"],
    ["list", "--json=yes"],
    ["search"], ["search", ""], ["search", "字", "--limit", "0"], ["show"], ["show", "abc"], ["show", "zzzzzzzz"],
    ["show", "b3f031a4", "--width", "3"], ["bookmarks", "--json", "--markdown"], ["dump"], ["dump", "a", "b"],
    ["--lang", "fr"], ["nosuch"],
    ["help", "nosuch"], ["completions"], ["completions", "tcsh"],
  ]) func aWrongCallIsOneLineAndExitCode2(words: [String]) throws {
    try xianwen.write("page.txt", Array("本报讯 今天天气很好。\n".utf8))
    let result = try xianwen.run(words)
    #expect(result.code == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("xianwen: "))
  }

  @Test func wrongCallsAreAnsweredInChineseToo() throws {
    let result = try xianwen.run("list", "--jsn", environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": ""])
    #expect(result.errors == "xianwen: 没有选项 --jsn；是不是 --json？\n")
  }

  @Test func aMissingFolderIsOneLine() throws {
    let result = try xianwen.run("list", "nosuch")
    #expect(result.code == 2)
    #expect(result.errors == "xianwen: nosuch: no such file or folder; check the path\n")
  }

  @Test func aMistypedCommandDoesNotOpenTheReader() throws {
    let result = try xianwen.run("serach", "残疾", XianwenBinary.seeds)
    #expect(result.code == 2)
    #expect(
      result.errors == "xianwen: serach: no such file or folder; did you mean the command xianwen search?\n")
    #expect(try xianwen.run("nosuchthing").errors == "xianwen: nosuchthing: no such file or folder; check the path\n")
  }

  @Test func troubleIsToldInTheInterfacesLanguage() throws {
    let missing = try xianwen.run("list", "nosuch", "--lang", "zh")
    #expect(missing.errors == "xianwen: nosuch：没有这个文件或文件夹，请检查路径\n")
    let query = try xianwen.run("search", "(残疾", XianwenBinary.seeds, "--lang", "zh")
    #expect(query.errorLines.first == "xianwen: 查询第 1 个字：“(”没有配对的“)”；补上，或给“(”加引号；现在按普通文字搜，没有找到")
  }

  @Test func aPaperThatPagesDoNotPrintIsTheUsersToName() throws {
    try xianwen.write(".config/xianwen/config", Array("paper = 聊城日报\n".utf8))
    let page = XianwenBinary.seeds + "/000_23f573bab5fb9682.txt"
    let id = try #require(try xianwen.run("list", page).lines.first?.prefix(8))
    #expect(try xianwen.run("bookmarks", "--add", String(id), page).code == 0)
    #expect(try xianwen.run("bookmarks", "--markdown").output.contains("《聊城日报》"))
    // It is a name for citations, no evidence of where a page is from.
    let filed = try xianwen.run("counties", XianwenBinary.seeds).output
    try xianwen.write(".config/xianwen/config", [])
    #expect(try xianwen.run("counties", XianwenBinary.seeds).output == filed)
  }

  @Test func anEmptyFolderIsOneLine() throws {
    let result = try xianwen.run("list")
    #expect(result.code == 2)
    #expect(result.errors == "xianwen: .: no .txt, .md, .tsv or .pdf pages here; give a folder that holds some\n")
  }

  @Test func aBinaryFileAloneIsAnErrorAndAmongOthersANote() throws {
    try xianwen.write("a/bad.txt", [UInt8](repeating: 0, count: 99))
    let alone = try xianwen.run("list", "a")
    #expect(alone.code == 2)
    #expect(alone.errorLines.count == 1)
    try xianwen.write("a/good.txt", Array("本报讯 今天天气很好。\n".utf8))
    let among = try xianwen.run("list", "a")
    #expect(among.code == 0)
    #expect(among.lines.count == 1)
    #expect(among.errorLines.count == 1)
    #expect(among.errors.contains("a/bad.txt"))
  }

  @Test func aPathCannotSteerTheTerminal() throws {
    let result = try xianwen.run("list", "\u{1B}[2Jnosuch\nfolder")
    #expect(result.code == 2)
    #expect(result.errorLines.count == 1)
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test func aBrokenPipeEndsQuietly() throws {
    let result = try xianwen.shell("set -o pipefail; \"$XIANWEN\" list --json \"$SEEDS\" | head -n 1 | wc -l")
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [["TERM": "dumb"], ["LC_ALL": "C"], ["LC_ALL": "zh_CN.GBK"], ["NO_COLOR": "1"]])
  func outputIsUTF8WithoutControlsInEveryTerminal(environment: [String: String]) throws {
    let result = try xianwen.run("search", "残疾", XianwenBinary.seeds, environment: environment)
    #expect(result.code == 0)
    #expect(result.output.contains("高唐县"))
    #expect(!result.output.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
  }

  @Test(arguments: ["list", "list --json", "export --format markdown", "--help"])
  func aFullDiskIsSaid(words: String) throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    let pages = words == "--help" ? "" : "\"$SEEDS\""
    let result = try xianwen.shell("\"$XIANWEN\" \(words) \(pages) >/dev/full")
    #expect(result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("xianwen: standard output cannot be written"))
    #expect(result.code == 2)
  }
}
