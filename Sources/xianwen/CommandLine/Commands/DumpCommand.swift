import NewsModel
import ReaderUI

extension Command {
  static let dump = Command(
    name: "dump", operand: Phrase("版面文件", "PAGE"), takesPaths: false, options: [.stage],
    summary: Phrase("看一个版面是怎样一步步分成文章的", "show step by step how a page is taken apart"),
    details: Phrase(
      "分错了的时候，用它看是哪一步、哪条规则的缘故。", "When a page is cut wrongly, this shows which step and which rule did it."),
    run: { try $0.dump() })
}

extension Invocation {
  fileprivate func dump() throws -> Outcome {
    let page = try operand()
    guard arguments.operands.count == 1 else {
      throw CommandError("dump 一次只看一个文件", "dump takes one page at a time")
    }
    let stage = arguments[.stage].flatMap { PageReader.Stage(rawValue: $0) } ?? .articles
    let text = PageReader.dump(try TextFile.read(page, permitted: configuration.permittedTools), stage: stage)
    try output.lines(text)
    return .done
  }
}
