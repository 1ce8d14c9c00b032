import NewsModel
import ReaderUI

/// Help texts, made of the declarations.
struct Help {
  let language: Configuration.Language

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
      text(
        "路径是版面文件，或装有 .txt、.md 的文件夹；“-”是标准输入。不给路径，就打开配置里的 archive，没有配置就打开当前文件夹。",
        "A PATH is a page file or a folder of .txt and .md files; “-” is standard input. Without a path the folder “archive”\n"
          + "of the configuration opens, else the current folder."),
      "", text("命令：", "commands:"),
    ]
    lines += table(Command.all.map { ($0.name, $0.summary) })
    lines += ["", text("选项：", "options:")]
    lines += table((Command.readerOptions + Option.common).map { (spelling($0), $0.help) })
    lines += [
      "",
      text(
        "退出码：0 成功；1 没搜到；2 用法不对，或读不了。每个命令的说明：xianwen 命令 --help。在阅读器里按 ? 看按键。",
        "Exit codes: 0 done, 1 nothing found, 2 a wrong call or nothing that can be read. xianwen COMMAND --help tells more\n"
          + "of each command; in the reader press ? for its keys."),
    ]
    return lines.joined(separator: "\n")
  }

  /// The text of `xianwen COMMAND --help`.
  func command(_ command: Command) -> String {
    let words = [
      "xianwen", command.name, command.operand?[language], text("[选项]", "[OPTIONS]"), command.paths[language],
    ]
    var lines = [
      text("用法：", "usage: ") + words.compactMap(\.self).joined(separator: " "), "", command.summary[language],
    ]
    if let details = command.details { lines += ["", details[language]] }
    lines += ["", text("选项：", "options:")]
    lines += table((command.options + Option.common).map { (spelling($0), $0.help) })
    return lines.joined(separator: "\n")
  }

  private func text(_ chinese: String, _ english: String) -> String { Bilingual(chinese, english)[language] }

  private func spelling(_ option: Option) -> String {
    option.value.map { option.name + " " + $0[language] } ?? option.name
  }

  /// Two columns, aligned by cells.
  private func table(_ rows: [(name: String, help: Bilingual)]) -> [String] {
    let width = rows.map { CellWidth.narrow.width(of: $0.name) }.max() ?? 0
    return rows.map { "  " + $0.name.padded(to: width + 2) + $0.help[language] }
  }
}

extension String {
  /// The text followed by as many blanks as make it `cells` wide.
  func padded(to cells: Int, _ cellWidth: CellWidth = .narrow) -> String {
    self + String(repeating: " ", count: max(0, cells - cellWidth.width(of: self)))
  }
}
