import NewsModel
import ReaderUI

/// Help texts, made of the declarations.
struct Help {
  let language: Language
  /// Where this user's files lie.
  let files: Paths

  /// The text of `xianwen --help`.
  var program: String {
    var lines = [
      text(
        "县闻 \(programVersion)：在终端里按县读地方新闻",
        "xianwen \(programVersion): read local government news in the terminal, county by county"),
      "",
      text("用法：xianwen [选项] [路径...]", "usage: xianwen [OPTIONS] [PATH...]"),
      text("      xianwen 命令 [选项] [路径...]", "       xianwen COMMAND [OPTIONS] [PATH...]"),
      "",
    ]
    lines += wrapped(Help.paths[language])
    lines += ["", text("命令：", "commands:")]
    lines += table(Command.all.map { ($0.name, $0.summary) })
    lines += ["", text("选项：", "options:")]
    lines += table((Command.readerOptions + Option.common).map { (Help.spelling($0, language), $0.help) })
    lines += [
      "",
      text("退出码：", "Exit codes: ")
        + Outcome.allCases.map { "\($0.rawValue) \($0.meaning[language])" }.joined(separator: text("；", ", "))
        + text("。", "."),
      text(
        "每个命令的说明：xianwen 命令 --help。在阅读器里按 ? 看按键。",
        "xianwen COMMAND --help tells more of each command; in the reader press ? for its keys."),
    ]
    return lines.joined(separator: "\n")
  }

  /// The text of `xianwen COMMAND --help`.
  func command(_ command: Command) -> String {
    var lines = [
      text("用法：", "usage: ") + (["xianwen", command.name] + command.usage(language)).joined(separator: " "), "",
      command.summary[language],
    ]
    if let details = command.details { lines += [""] + wrapped(details[language]) }
    if let topic = command.topic { lines += ["", self.topic(topic)] }
    lines += ["", text("选项：", "options:")]
    lines += table((command.options + Option.common).map { (Help.spelling($0, language), $0.help) })
    return lines.joined(separator: "\n")
  }

  /// What a path is.
  static let paths = Phrase(
    "路径是版面文件，或装有 .txt、.md 的文件夹；“-”是标准输入。不给路径，就打开配置里的 archive，没有配置就打开当前文件夹。",
    "A PATH is a page file or a folder of .txt and .md files; “-” is standard input. Without a path the folder “archive” of "
      + "the configuration opens, else the current folder.")

  private func text(_ chinese: String, _ english: String) -> String { Phrase(chinese, english)[language] }

  /// An option as a help text writes it, with its value.
  static func spelling(_ option: Option, _ language: Language) -> String {
    option.value.map { option.name + " " + $0[language] } ?? option.name
  }

  /// Text in lines of at most `width` cells; its own line ends stay.
  func wrapped(_ text: String, width: Int = 100) -> [String] {
    text.split(separator: "\n").flatMap { line in
      let set = Typesetter(width: width).set(line)
      return set.lines.map { set.text(of: $0) }
    }
  }

  /// Two columns, aligned by cells.
  private func table(_ rows: [(name: String, help: Phrase)]) -> [String] {
    let width = rows.map { CellWidth.narrow.width(of: $0.name) }.max() ?? 0
    return rows.map { "  " + $0.name.padded(to: width + 2) + $0.help[language] }
  }
}

extension String {
  /// The text behind as many blanks as make it `cells` wide.
  func leftPadded(to cells: Int) -> String {
    String(repeating: " ", count: max(0, cells - CellWidth.narrow.width(of: self))) + self
  }

  /// The text followed by as many blanks as make it `cells` wide.
  func padded(to cells: Int, _ cellWidth: CellWidth = .narrow) -> String {
    self + String(repeating: " ", count: max(0, cells - cellWidth.width(of: self)))
  }
}
