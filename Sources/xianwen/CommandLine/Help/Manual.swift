import NewsModel
import ReaderUI

/// The manual page, made of the declarations that drive parsing and `--help`.
struct Manual {
  let language: Language

  /// The page in roff, for `man -l -`.
  var text: String {
    var page = Roff()
    page.request("TH XIANWEN 1 \(programDate) \"xianwen \(programVersion)\" \"\(say("县闻手册", "User commands"))\"")
    // Neither stretched nor hyphenated: few blanks stand between Chinese characters.
    page.request("ad l")
    page.request("nh")
    describe(in: &page)
    commands(in: &page)
    queries(in: &page)
    keys(in: &page)
    scripts(in: &page)
    surroundings(in: &page)
    return page.text
  }

  /// Calls worth knowing, with what they do.
  static let examples: [(line: String, help: Phrase)] = [
    ("xianwen seeds", Phrase("打开一个文件夹", "open a folder")),
    ("xianwen search '残疾 县:高唐' seeds", Phrase("在一个县里搜", "search in one county")),
    ("xianwen search --by month 残疾 seeds", Phrase("每月几篇", "how many articles a month")),
    (
      "xianwen bookmarks --html --query '#重点' --title '八月剪报' > 八月.html",
      Phrase("把有这个标签的剪报编成一份", "a digest of the clippings with this tag")
    ),
    (
      "xianwen list --json seeds | jq -r 'select(.county == \"高唐县\") | .headline'",
      Phrase("交给别的程序", "for other programs")
    ),
    (
      "xianwen new --topic 助残 --markdown ~/报纸 > 今天.md", Phrase("定时任务：新来的，按专题", "a regular job: what is new of a topic")
    ),
    ("xianwen man | man -l -", Phrase("这份手册", "this manual")),
  ]

  private func say(_ chinese: String, _ english: String) -> String { language(chinese, english) }

  private func describe(in page: inout Roff) {
    page.macro("SH", say("名称", "NAME"))
    page.plain(
      say("xianwen - 在终端里按县读地方新闻", "xianwen - read local government news in the terminal, county by county"))
    page.macro("SH", say("用法", "SYNOPSIS"))
    page.plain("xianwen " + say("[选项] [路径...]", "[OPTIONS] [PATH...]"))
    for command in Command.all {
      page.macro("br")
      page.plain((["xianwen", command.name] + command.usage(language)).joined(separator: " "))
    }
    page.macro("SH", say("说明", "DESCRIPTION"))
    page.plain(
      say(
        "把报纸版面的文字（OCR 的结果，一个文件里混着好几篇）拆成一篇篇文章，认出每篇说的是哪个地方，让人按县、市、区来读、来搜、来剪。",
        "Takes the text of newspaper pages (OCR, several articles run together in each file) apart into articles, finds the place each one "
          + "is about, and lets you read, search and clip them by county."))
    page.paragraph(Help.paths[language])
    page.macro("SH", say("选项", "OPTIONS"))
    list(Command.readerOptions + Option.common, in: &page)
  }

  private func commands(in page: inout Roff) {
    page.macro("SH", say("命令", "COMMANDS"))
    for command in Command.all {
      page.macro("SS", (["xianwen", command.name] + command.usage(language)).joined(separator: " "))
      page.plain(command.summary[language])
      if let details = command.details { page.paragraph(details[language]) }
      list(command.options, in: &page)
    }
  }

  private func list(_ options: [Option], in page: inout Roff) {
    for option in options { page.item(Help.spelling(option, language), option.help[language]) }
  }

  private func queries(in page: inout Roff) {
    page.macro("SH", say("查询", "QUERIES"))
    for form in QueryForm.all { page.item(form.example, form.meaning[language]) }
    page.paragraph(QueryForm.note[language])
  }

  private func keys(in page: inout Roff) {
    page.macro("SH", say("按键", "KEYS"))
    for group in Binding.Group.allCases {
      page.macro("SS", group.title(language))
      for binding in Binding.table where binding.group == group {
        page.item(binding.keys.map(\.description).joined(separator: " "), binding.help(language))
      }
    }
  }

  private func scripts(in page: inout Roff) {
    page.macro("SH", "JSON")
    for form in Help.objects { page.item("xianwen " + form.command, form.keys + "\n" + form.note[language]) }
  }

  private func surroundings(in page: inout Roff) {
    page.macro("SH", say("文件", "FILES"))
    let home = "/home"
    for file in Help.files(Paths(environment: ["HOME": home])) {
      page.item("~" + (file.path?.shown ?? "").dropFirst(home.count), file.help[language])
    }
    page.macro("SH", say("环境变量", "ENVIRONMENT"))
    for variable in Help.variables { page.item(variable.names, variable.help[language]) }
    page.macro("SH", say("退出码", "EXIT STATUS"))
    for outcome in Outcome.allCases { page.item(String(outcome.rawValue), outcome.meaning[language]) }
    page.macro("SH", say("例子", "EXAMPLES"))
    for example in Manual.examples { page.item(example.line, example.help[language]) }
  }
}
