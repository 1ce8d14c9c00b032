import Foundation
import Testing

#if os(Linux)  // File systems of macOS know UTF-8 only.
  /// Files whose names are no UTF-8 are opened by their bytes wherever a file is named, and shown so that people can read them.
  @Suite struct FileNameTests {
    private let xianwen: XianwenBinary

    init() throws {
      xianwen = try XianwenBinary()
      // 高唐县, a folder, and 残疾.txt in it, as a computer that writes GBK names them; a name that is no text at all.
      let made = try xianwen.shell(
        """
        mkdir $'\\xb8\\xdf\\xcc\\xc6\\xcf\\xd8'
        cp "$SEEDS"/000* $'\\xb8\\xdf\\xcc\\xc6\\xcf\\xd8/\\xb2\\xd0\\xbc\\xb2.txt'
        cp "$SEEDS"/001* $'\\xff.txt'
        """)
      #expect(made.code == 0 && made.errors.isEmpty)
    }

    @Test func foldersAndFilesAreReadAndNamed() throws {
      let list = try xianwen.run("list", "--json", ".")
      #expect(list.code == 0 && list.errors.isEmpty)
      #expect(list.output.contains("\"file\": \"./高唐县/残疾.txt\""))
      #expect(list.output.contains("\"file\": \"./\\\\xff.txt\""))
      let found = try xianwen.run("search", "--json", "残疾 file:残疾.txt", ".")
      #expect(found.code == 0 && found.lines.allSatisfy { $0.contains("高唐县/残疾.txt") })
    }

    @Test func theCommandLineNamesThemByTheirBytes() throws {
      let page = "$'\\xb8\\xdf\\xcc\\xc6\\xcf\\xd8/\\xb2\\xd0\\xbc\\xb2.txt'"
      let id = try #require(try xianwen.shell("\"$XIANWEN\" list \(page)").lines.first?.prefix(8))
      for line in ["show \(id) \(page)", "show --raw \(id) \(page)", "dump \(page)", "export \(page)"] {
        let result = try xianwen.shell("\"$XIANWEN\" \(line)")
        #expect(result.code == 0 && !result.output.isEmpty && result.errors.isEmpty, "\(line)")
      }
      let missing = try xianwen.shell("\"$XIANWEN\" list $'\\xb2\\xd0.txt'")
      #expect(missing.errors == "xianwen: 残.txt: no such file or folder; check the path\n")
    }

    @Test func clippingsAreKeptInFilesAndHomesOfSuchNames() throws {
      let id = try #require(try xianwen.run("list", XianwenBinary.seeds).lines.first?.prefix(8))
      for place in ["--bookmarks=$'\\xb2\\xd0.jsonl'", "--bookmarks $'\\xb2\\xd0.jsonl'"] {
        let kept = try xianwen.shell("\"$XIANWEN\" bookmarks \(place) --add \(id) \"$SEEDS\"")
        #expect(kept.code == 0)
      }
      #expect(try xianwen.shell("cat $'\\xb2\\xd0.jsonl'").output.contains(id))
      let home = "export XDG_DATA_HOME=$PWD/$'\\xb8\\xdf'; "
      #expect(try xianwen.shell(home + "\"$XIANWEN\" bookmarks --add \(id) \"$SEEDS\"").code == 0)
      #expect(try xianwen.shell(home + "cat \"$XDG_DATA_HOME\"/xianwen/clippings.jsonl").output.contains(id))
    }

    @Test func theReaderShowsAndEditsThem() throws {
      // An editor that is words of the shell, and says what it was given.
      let terminal = try PseudoTerminal(
        ["--lang", "zh", "."], home: xianwen.folder, editor: "sh -c 'printf \"%s\" \"$2\" > edited' 'an editor'")
      #expect(terminal.shows("高唐县"))
      terminal.type("fffffff")
      #expect(terminal.shows("残疾.txt"))
      terminal.type("jj\r\r\\")
      #expect(terminal.shows("原版 残疾.txt"))
      terminal.type("qe")
      let edited = xianwen.folder.appendingPathComponent("edited")
      for _ in Circumstances.looks(within: 30) where FileManager.default.contents(atPath: edited.path)?.isEmpty != false
      {
        terminal.rest()
        Thread.sleep(forTimeInterval: Circumstances.pause)
      }
      let bytes = try [UInt8](Data(contentsOf: edited))
      #expect(
        bytes == Array("./".utf8) + [0xB8, 0xDF, 0xCC, 0xC6, 0xCF, 0xD8, 0x2F, 0xB2, 0xD0, 0xBC, 0xB2]
          + Array(".txt".utf8))
      terminal.type("Q")
      #expect(terminal.end() == 0)
    }
  }
#endif
