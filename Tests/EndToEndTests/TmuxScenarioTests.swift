import Foundation
import Testing

/// What only a real terminal shows: suspending, the mouse, a new size, the ways out, other programs in the terminal.
@Suite(.serialized, .enabled(if: Tmux.isThere, "tmux is not installed")) struct TmuxScenarioTests {
  /// A reader on the seeds, with the terminal's modes printed before it.
  private func reader(columns: Int = 100, rows: Int = 30, setup: String = "true") throws -> Tmux {
    let tmux = try Tmux(columns: columns, rows: rows)
    #expect(try tmux.shows("ready>"))
    let program = "sh -c 'echo $$ > pid; exec \"$0\" --lang zh \"$1\"' '\(XianwenBinary.path)' '\(XianwenBinary.seeds)'"
    try tmux.command("\(setup); stty -g > before; \(program); echo \"code $?\"; stty -g > after")
    #expect(try tmux.shows("莘县"))
    return tmux
  }

  /// Whether the shell has its terminal back as it was, and the code it was told.
  private func hasEnded(_ tmux: Tmux, code: Int32) throws -> Bool {
    guard try tmux.shows("code \(code)") else { return false }
    for _ in Circumstances.looks(within: 5) {
      let modes = ["before", "after"].map {
        try? String(contentsOf: tmux.home.appendingPathComponent($0), encoding: .utf8)
      }
      if let after = modes[1], !after.isEmpty { return after == modes[0] }
      Thread.sleep(forTimeInterval: Circumstances.pause)
    }
    return false
  }

  /// Waits until the reader's process is gone: what is typed while it still ends is lost.
  private func waitForItsEnd(_ tmux: Tmux) throws {
    let text = try String(contentsOf: tmux.home.appendingPathComponent("pid"), encoding: .utf8)
    let pid = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    for _ in Circumstances.looks(within: 10) where kill(pid, 0) == 0 {
      Thread.sleep(forTimeInterval: Circumstances.pause)
    }
  }

  /// The screen without its bottom row, which tells what has just been done.
  private func body(of screen: String) -> [Substring] {
    Array(screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(29))
  }

  @Test func suspendingLeadsToTheShellAndBackToTheSameScreen() throws {
    let tmux = try reader()
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("高唐县选举成立97个村"))
    let before = body(of: try tmux.screen())
    try tmux.press("C-z")
    #expect(try tmux.shows("Stopped"))
    try tmux.command("stty -g > stopped; cmp before stopped && echo same")
    #expect(try tmux.shows("\nsame"))
    try tmux.command("fg")
    #expect(try tmux.shows { body(of: $0) == before })
    try tmux.press("Q")
    #expect(try tmux.shows { !$0.contains("高唐县选举成立97个村") })
    try waitForItsEnd(tmux)
    try tmux.command("stty -g > left; cmp before left && echo left alike")
    #expect(try tmux.shows("\nleft alike"))
  }

  @Test func theMouseChoosesAndScrollsOnceItIsOn() throws {
    let tmux = try reader()
    // A click on row 6 of the left pane, as a terminal reports it (SGR, xterm's mode 1006).
    let click = ["\u{1B}[<0;5;6M", "\u{1B}[<0;5;6m"]
    try tmux.press("F9")
    #expect(try tmux.shows("鼠标已开"))
    let place = try #require(try tmux.screen().split(separator: "\n")[5].split(separator: " ").first)
    for report in click { try tmux.type(report) }
    #expect(try tmux.shows { ($0.split(separator: "\n").first ?? "").contains(place) })
    try tmux.press("F9")
    #expect(try tmux.shows("鼠标已关"))
    try tmux.press("Q")
    #expect(try hasEnded(tmux, code: 0))
  }

  @Test func theMouseIsAsItWasTheLastTime() throws {
    let tmux = try reader()
    try tmux.press("F9")
    #expect(try tmux.shows("鼠标已开"))
    try tmux.press("Q")
    #expect(try hasEnded(tmux, code: 0))
    try tmux.command("clear; '\(XianwenBinary.path)' --lang zh '\(XianwenBinary.seeds)'")
    #expect(try tmux.shows("接着上次"))
    // A click takes the message away, another is for the hint.
    try tmux.type("\u{1B}[<0;1;30M\u{1B}[<0;1;30m")
    #expect(try tmux.shows("? 帮助"))
    let row = try #require(try tmux.screen().split(separator: "\n").last { $0.contains("? 帮助") })
    let column = row.prefix(upTo: try #require(row.firstIndex(of: "?"))).reduce(1) { $0 + ($1.isASCII ? 1 : 2) }
    try tmux.type("\u{1B}[<0;\(column);30M\u{1B}[<0;\(column);30m")
    #expect(try tmux.shows("按键说明"))
  }

  @Test func whatTheTerminalAnswersLateChangesNothing() throws {
    let tmux = try reader()
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("高唐县选举成立97个村"))
    let before = try tmux.screen()
    let answers = [
      "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P>|XTerm(390)\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
      "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^/q\u{1B}\\", "\u{1B}X|q\u{1B}\\", "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28;29c",
      "\u{1B}[24;80R", "\u{1B}[I", "\u{9D}11;rgb:0/0/0\u{9C}",
    ]
    for answer in answers {
      try tmux.type(answer)
      let half = answer.index(answer.startIndex, offsetBy: answer.count / 2)
      try tmux.type(String(answer[..<half]))
      Thread.sleep(forTimeInterval: 0.2)
      try tmux.type(String(answer[half...]))
    }
    // A key that changes the screen has been obeyed when it has, so that what came before it has been read.
    try tmux.type("z")
    #expect(try tmux.shows { $0 != before })
    try tmux.type("z")
    #expect(try tmux.shows { $0 == before })
  }

  @Test func aPasteWithoutAnEndIsLeftByCtrlC() throws {
    let tmux = try reader()
    try tmux.type("\u{1B}[200~abc")
    for key in ["Escape", "Enter", "Q", "C-c"] {
      try tmux.press(key)
      Thread.sleep(forTimeInterval: 0.1)
    }
    try tmux.type("/残疾\u{1B}[201~")
    #expect(try tmux.shows("/残疾"))
    try tmux.press("C-c", "Q")
    #expect(try hasEnded(tmux, code: 0))
  }

  @Test func aNewSizeKeepsTheSentenceOnTop() throws {
    let tmux = try reader()
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("高唐县选举成立97个村"))
    try tmux.type("z}}}}}}")
    #expect(try tmux.shows { !$0.contains("高唐县选举成立97个村") })
    let top = try tmux.screen().split(separator: "\n")[1].filter { !$0.isWhitespace }.prefix(8)
    for (columns, rows) in [(60, 20), (40, 12), (90, 16), (100, 30)] {
      try tmux.resize(columns: columns, rows: rows)
      let isKept = try tmux.shows { screen in
        screen.split(separator: "\n").dropFirst().prefix(2).joined().filter { !$0.isWhitespace }.contains(top)
      }
      #expect(isKept, "\(columns)x\(rows)")
    }
  }

  @Test(arguments: ["Q", "C-c"]) func everyKeyOutRestoresTheTerminal(key: String) throws {
    let tmux = try reader()
    // While pages are read C-c stops only that.
    let stages = ["找文件", "读入", "归地方", "建索引"]
    #expect(try tmux.shows { screen in !stages.contains { screen.contains($0) } })
    try tmux.press(key)
    #expect(try hasEnded(tmux, code: 0))
    #expect(try tmux.shows { !$0.contains("莘县") }, "the shell's own screen is back")
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func aSignalEndsItWithTheShellsCode(signal: Int32) throws {
    let tmux = try reader()
    let pid = try String(contentsOf: tmux.home.appendingPathComponent("pid"), encoding: .utf8)
    kill(try #require(Int32(pid.split(separator: "\n").first ?? "")), signal)
    #expect(try hasEnded(tmux, code: 128 + signal))
  }

  @Test func aHalfWrittenNoteOutlivesAHangUp() throws {
    let tmux = try reader()
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("高唐县选举成立97个村"))
    try tmux.type("a联系作者")
    #expect(try tmux.shows("批注：联系作者"))
    let pid = try String(contentsOf: tmux.home.appendingPathComponent("pid"), encoding: .utf8)
    kill(try #require(Int32(pid.split(separator: "\n").first ?? "")), SIGHUP)
    #expect(try hasEnded(tmux, code: 128 + SIGHUP))
    try tmux.command("clear; '\(XianwenBinary.path)' --lang zh '\(XianwenBinary.seeds)'")
    #expect(try tmux.shows("上次没写完的批注：联系作者"))
    try tmux.type("核对")
    try tmux.press("Enter", "M")
    #expect(try tmux.shows("联系作者核对"))
  }

  @Test func theEditorAndAPipeComeBackToTheSameScreen() throws {
    let editor = "printf '#!/bin/sh\\necho \"$@\" > edited\\n' > editor; chmod +x editor; export EDITOR=$PWD/editor"
    let tmux = try reader(setup: editor)
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("高唐县选举成立97个村"))
    let before = body(of: try tmux.screen())
    try tmux.type("e")
    let edited = tmux.home.appendingPathComponent("edited")
    for _ in Circumstances.looks(within: 5) where !FileManager.default.fileExists(atPath: edited.path) {
      Thread.sleep(forTimeInterval: Circumstances.pause)
    }
    let words = try String(contentsOf: edited, encoding: .utf8).split(separator: " ")
    #expect(words.first?.hasPrefix("+") == true && words.last?.hasPrefix(XianwenBinary.seeds) == true)
    #expect(try tmux.shows { body(of: $0) == before })
    try tmux.type("|")
    try tmux.command("cat > piped")
    #expect(try tmux.shows("按 Enter 回到县闻"))
    try tmux.press("Enter")
    #expect(try tmux.shows("“cat > piped”完成"))
    let piped = try String(contentsOf: tmux.home.appendingPathComponent("piped"), encoding: .utf8)
    #expect(piped.hasPrefix("高唐县选举成立97个村"))
    try tmux.press("Q")
    #expect(try hasEnded(tmux, code: 0))
  }

  @Test func aStoryMendedInTheEditorIsShownWhereItWas() throws {
    let tmux = try Tmux(columns: 80, rows: 16)
    #expect(try tmux.shows("ready>"))
    let page = "\(XianwenBinary.seeds)/000_23f573bab5fb9682.txt"
    // The first time a line is added on top and a name is mended, the second time the page is removed.
    let script = """
      #!/bin/sh
      if grep -q 新添 "$2"; then rm "$2"; else sed -i '1i 新添一行
      s/固河镇/固河鎮/g' "$2"; fi
      """
    try script.write(to: tmux.home.appendingPathComponent("editor"), atomically: true, encoding: .utf8)
    try tmux.command("chmod +x editor; export EDITOR=$PWD/editor; mkdir pages; cp '\(page)' pages/1.txt")
    try tmux.command("cp '\(XianwenBinary.seeds)'/004* pages/2.txt; '\(XianwenBinary.path)' --lang zh pages")
    #expect(try tmux.shows("高唐县"))
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("高唐县选举成立97个村"))
    try tmux.type("z/大湖集")
    try tmux.press("Enter", "Escape")
    #expect(try tmux.shows { $0.contains("固河镇大湖集村") && $0.contains("Space") })
    let top = try tmux.screen().split(separator: "\n")[1]
    try tmux.type("e")
    #expect(try tmux.shows { $0.contains("固河鎮大湖集村") && $0.split(separator: "\n")[1] == top })
    try tmux.type("e")
    #expect(try tmux.shows("pages/1.txt 里没有这一篇了"))
    try FileManager.default.removeItem(at: tmux.home.appendingPathComponent("pages/2.txt"))
    try tmux.type("e")
    #expect(try tmux.shows("pages/2.txt：文件已经不在"))
  }

  @Test func aCopyGoesToTmuxUnwrapped() throws {
    let tmux = try reader(columns: 40, rows: 12)
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("代办员"))
    try tmux.type("yc")
    #expect(try tmux.shows("已复制到 tmux"))
    let citation = try tmux.buffer()
    #expect(citation.contains("《千名“代办员”助残当先锋》") && !citation.contains("\n"))
  }

  @Test func aPageThatComesIsReadAndTheArticleStays() throws {
    let tmux = try Tmux()
    #expect(try tmux.shows("ready>"))
    let page = "\(XianwenBinary.seeds)/000_23f573bab5fb9682.txt"
    try tmux.command("mkdir pages; cp '\(page)' pages/1.txt; '\(XianwenBinary.path)' --lang zh pages")
    #expect(try tmux.shows("高唐县"))
    try tmux.type("'gt")
    try tmux.press("Enter", "Enter")
    #expect(try tmux.shows("高唐县选举成立97个村"))
    let text = "东阿县工会送清凉\n\n本报东阿讯 东阿县总工会的工作人员来到工地,为工人们送去矿泉水。\n"
    try text.write(to: tmux.home.appendingPathComponent("pages/2.txt"), atomically: true, encoding: .utf8)
    try tmux.press("R")
    #expect(try tmux.shows("读入完毕"))
    #expect(try tmux.shows("高唐县选举成立97个村"))
  }
}
