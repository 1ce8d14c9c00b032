import NewsModel
import ReaderUI

extension Command {
  static let help = Command(
    name: "help", operand: Phrase("[命令|keys|query|files|scripts]", "[COMMAND|keys|query|files|scripts]"),
    operandWords: { Command.all.map(\.name) + Help.Topic.allCases.map(\.rawValue) }, takesPaths: false, options: [],
    summary: Phrase(
      "说明：某个命令、按键（keys）、查询（query）、文件（files）、给脚本的 JSON（scripts）",
      "explain a command, the keys, queries, the files it keeps, or the JSON for scripts"),
    run: { try $0.help() })
}

extension Invocation {
  fileprivate func help() throws -> Outcome {
    let help = Help(language: language, files: files)
    let text: String
    if let name = arguments.operands.first?.shown {
      if let topic = Help.Topic(rawValue: name) {
        text = help.topic(topic)
      } else if let command = Command.named(name) {
        text = help.command(command)
      } else {
        throw CommandError("没有“\(name)”的说明；看 xianwen help", "there is no help on “\(name)”; see xianwen help")
      }
    } else {
      text = help.program
    }
    try output.lines(text)
    return .done
  }
}
