import Foundation
import Testing

/// The manual page and the completions hold what `--help` holds: all three are made of the same declarations.
@Suite struct GeneratedTextTests {
  private let xianwen: XianwenBinary

  init() throws { xianwen = try XianwenBinary() }

  static let shells = ["bash", "zsh", "fish"]

  /// The names of the options in a help text, with what stands for the value.
  private func options(in help: String) -> [(name: String, spelling: String)] {
    help.split(separator: "\n").filter { $0.hasPrefix("  --") }.map { line in
      let text = line.dropFirst(2)
      let spelling = text.range(of: "  ").map { text[..<$0.lowerBound] } ?? text
      return (String(spelling.split(separator: " ")[0]), String(spelling))
    }
  }

  @Test(arguments: ["zh", "en"]) func theManualHoldsEveryCommandOptionKeyAndQuery(language: String) throws {
    let page = try xianwen.run("man", "--lang", language)
    #expect(page.code == 0)
    // What a reader of the page sees: no requests, no escapes.
    let plain = page.output.replacing("\\-", with: "-").replacing("\\(dq", with: "\"").replacing("\\(ti", with: "~")
      .replacing("\\:", with: "")
    for command in CommandLineTests.commands {
      let help = try xianwen.run(command, "--help", "--lang", language).output
      let usage = try #require(help.split(separator: "\n").first?.split(separator: " ").drop { $0 != "\(command)" })
      #expect(plain.contains("xianwen " + usage.joined(separator: " ")), "\(command)")
      for option in options(in: help) { #expect(plain.contains(".B \"\(option.spelling)\""), "\(option.spelling)") }
    }
    let keys = try xianwen.run("help", "keys", "--lang", language).output
    for line in keys.split(separator: "\n") where line.hasPrefix("  ") {
      let meaning = line.split(separator: "  ").last?.trimmingCharacters(in: .whitespaces) ?? ""
      #expect(plain.contains(meaning.replacing("'", with: "\\(aq")), "\(meaning)")
    }
    for line in try xianwen.run("help", "query", "--lang", language).lines where line.hasPrefix("  ") {
      let example = line.dropFirst(2).split(separator: "  ")[0]
      #expect(plain.contains(".B \"\(example)\""), "\(example)")
    }
  }

  @Test(arguments: ["zh", "en"]) func theManualIsRoffThatFormattersTake(language: String) throws {
    let page = try xianwen.run("man", "--lang", language).output
    let macros = ["TH", "SH", "SS", "PP", "TP", "B", "br", "ad", "nh"]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      let name = line.dropFirst().prefix { $0.isLetter }
      #expect(macros.contains(String(name)), "\(line)")
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
    try xianwen.write("page.1", Array(page.utf8))
    let set = try shell("groff -ww -K utf8 -man -Tutf8 -rLL=80n page.1 2>&1 >/dev/null")
    #expect(set == "", "groff has nothing to complain of")
  }

  @Test(arguments: shells) func completionsHoldEveryCommandAndOption(name: String) throws {
    let script = try xianwen.run("completions", name)
    #expect(script.code == 0)
    for command in [nil] + CommandLineTests.commands {
      if let command { #expect(script.output.contains(command)) }
      let help = try xianwen.run([command, "--help"].compactMap(\.self)).output
      for option in options(in: help) {
        let spelling = name == "fish" ? "-l \(option.name.dropFirst(2)) " : option.name
        #expect(script.output.contains(spelling), "\(command ?? "reader") \(option.name)")
      }
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)") else { return }
    try xianwen.write("script", Array(script.output.utf8))
    #expect(try shell("\(name) -n script 2>&1") == "", "\(name) reads it")
  }

  /// What bash offers at the end of a line of words, as Tab does.
  @Test(arguments: [
    (["l"], ["list"]), (["--d"], ["--dump-config"]), (["--lang", ""], ["zh", "en"]), (["--lang", "=", "z"], ["zh"]),
    (["list", "--j"], ["--json"]), (["list", "--by", "p"], ["prefecture", "paper", "page"]),
    (["search", "残疾", "--by", "county,m"], ["county,month"]),
    (["--lang", "zh", "counties", "--order", "p"], ["pinyin"]),
    (["export", "--format", "=", "b"], ["bulk"]), (["dump", "--stage", "ro"], ["roles"]),
    (["help", "qu"], ["query"]), (["completions", ""], shells), (["bookmarks", "--bookmarks", ""], []),
    (["seeds", "--b"], ["--bookmarks"]), (["seeds", "li"], []), (["list", "--county", ""], []),
  ]) func bashOffersWhatFits(words: [String], offers: [String]) throws {
    try xianwen.write("script", Array(try xianwen.run("completions", "bash").output.utf8))
    let quoted = (["xianwen"] + words).map { "'\($0)'" }.joined(separator: " ")
    let lines = try shell(
      "source ./script; COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count); _xianwen; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    #expect(lines.split(separator: "\n").map(String.init) == offers)
  }

  /// What a line of bash prints in the folder of the run.
  private func shell(_ line: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = xianwen.folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
