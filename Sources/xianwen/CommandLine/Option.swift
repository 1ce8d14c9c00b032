import NewsModel
import Platform
import ReaderUI

/// An option of the command line: one declaration drives parsing and help.
struct Option: Hashable, Sendable {
  /// With its two dashes.
  let name: String
  /// What stands for the value in a help text; `nil` for an option without one.
  var value: Phrase?
  /// The values that are allowed; any when empty.
  var choices: [String] = []
  /// Other names of the values, by the value.
  var synonyms: [String: String] = [:]
  /// How many values may be given together, parted by commas.
  var mostChoices = 1
  /// Whether the value is the path of a file.
  var takesFile = false
  /// Whether it may be given more than once, each time for one more; else the last one counts.
  var repeats = false
  /// Whether a second value follows the first one as a word of its own.
  var takesTwo = false
  /// The numbers that are allowed, for a value that is one.
  var numbers: ClosedRange<Int>?
  let help: Phrase
}

extension Option {
  /// The choices that a value names, in its order; `nil` when it names others, one of them twice, or too many.
  func chosen(_ value: String) -> [String]? {
    let parts = value.split(omittingEmptySubsequences: false) { ",，、".contains($0) }
    let names = parts.map { part in
      let name = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return synonyms[name] ?? name
    }
    guard names.count <= mostChoices, names.allSatisfy(choices.contains), Set(names).count == names.count else {
      return nil
    }
    return names
  }

  /// The choices as an error message lists them.
  func choiceList(separator: String, or: String) -> String {
    let list = choices.joined(separator: separator)
    return mostChoices > 1 ? list + or + [choices[choices.count - 1], choices[0]].joined(separator: ",") : list
  }

  /// An option that takes one facet of articles or two.
  private static func facets(_ help: Phrase) -> Option {
    let names = ArticleFacet.all.flatMap { facet in facet.synonyms.map { ($0, facet.name) } }
    return Option(
      name: "--by", value: Phrase("分类[,分类]", "WHAT[,WHAT]"), choices: ArticleFacet.all.map(\.name),
      synonyms: Dictionary(uniqueKeysWithValues: names), mostChoices: 2, help: help)
  }
}

extension Option {
  static let help = Option(name: "--help", help: Phrase("显示说明", "show this help"))
  static let version = Option(name: "--version", help: Phrase("显示版本", "show the version"))
  static let dumpConfig = Option(
    name: "--dump-config", help: Phrase("显示一份带说明的配置", "print a configuration file to start from"))
  static let lang = Option(
    name: "--lang", value: Phrase("语言", "LANG"), choices: ["zh", "en"],
    help: Phrase("界面语言：zh 或 en（默认看 LC_ALL、LANG）", "language of the interface, zh or en (default: by LC_ALL or LANG)"))
  static let bookmarks = Option(
    name: "--bookmarks", value: Phrase("文件", "FILE"), takesFile: true,
    help: Phrase("剪报存在这个文件里", "keep the clippings in this file"))
  static let json = Option(name: "--json", help: Phrase("每行一个 JSON 对象", "one JSON object per line"))
  static let issued = Option(
    name: "--issued", value: Phrase("依据", "HOW"), choices: IssueNames.allCases.map(\.rawValue),
    help: Phrase(
      "刊期和版次的依据：auto（默认）、names 先看文件名，print 只看版面",
      "day and page of the issue: auto (default), names (of files first) or print (pages only)"))
  static let gaps = Option(name: "--gaps", help: Phrase("只列缺的", "only what is missing"))
  static let fold = Option(
    name: "--fold", help: Phrase("同稿（几报几版登的同一篇）只列一次", "versions of one story (reprints) as one"))
  static let furniture = Option(
    name: "--furniture",
    help: Phrase("报头、版头、编辑行也印（kind 是 furniture）", "mastheads, folios and editors' lines, too (of kind furniture)"))
  static let county = Option(
    name: "--county", value: Phrase("地名", "C"),
    help: Phrase(
      "只要归在这个县、市、区本身的文章（名字开头也行）", "only articles filed under this place itself (the start of its name will do)"))
  static let prefecture = Option(
    name: "--prefecture", value: Phrase("地级市", "P"),
    help: Phrase("只要归在这个地级市的文章，连同各县市区", "only articles filed under this prefecture or one of its counties"))
  static let csv = Option(
    name: "--csv",
    help: Phrase("逗号分隔的表（RFC 4180），数表带合计和零", "comma-separated values (RFC 4180); counts with totals and zeroes"))
  static let bom = Option(
    name: "--bom", help: Phrase("--csv 前加 BOM，电子表格认得出编码", "begin --csv with a BOM, for spreadsheets"))
  static let by = facets(
    Phrase(
      "排列：\(ArticleFacet.all.map(\.name).joined(separator: " "))，一个或两个；时间新的在前",
      "order by one or two of \(ArticleFacet.all.map(\.name).joined(separator: " ")); latest first"))
  static let order = Option(
    name: "--order", value: Phrase("次序", "ORDER"), choices: PlaceOrder.allCases.map(\.rawValue),
    help: Phrase(
      "次序：official 按区划（默认），pinyin 按拼音，count 按篇数", "order: official divisions (default), pinyin or count of articles"))
  static let raw = Option(
    name: "--raw", help: Phrase("显示原文件里的那些行，带行号", "the source lines it came from, numbered"))
  static let width = Option(
    name: "--width", value: Phrase("列数", "N"), numbers: 10...1000,
    help: Phrase("每行的宽度（一个汉字占两列）", "cells per line (a Chinese character takes two)"))
  static let why = Option(
    name: "--why", help: Phrase("说明为什么归在这个地方", "tell why it is filed where it is"))
  static let count = Option(name: "--count", help: Phrase("只显示有几篇", "print only how many articles match"))
  static let limit = Option(
    name: "--limit", value: Phrase("篇数", "N"), numbers: 1...Int.max,
    help: Phrase("最多显示几篇（--kwic 时是几行）", "show at most so many articles (lines with --kwic)"))
  static let kwic = Option(
    name: "--kwic", help: Phrase("每处一行，要搜的字对齐成一列", "one line per match, the matches in one column"))
  static let sort = Option(
    name: "--sort", value: Phrase("次序", "ORDER"), choices: Concordance.Order.allCases.map(\.rawValue),
    help: Phrase(
      "--kwic 的次序：found 按相关，following 按后文，preceding 按前文（从近到远）",
      "order of --kwic: found (best article first), following or preceding text"))
  static let countBy = facets(
    Phrase(
      "只数篇数：按 \(ArticleFacet.all.map(\.name).joined(separator: " ")) 中的一个，或两个列成表（county,month）",
      "count by one of \(ArticleFacet.all.map(\.name).joined(separator: " ")), or in a table of two (county,month)"))
  static let topic = Option(
    name: "--topic", value: Phrase("专题", "NAME"),
    help: Phrase("只要这个专题的（阅读器里按 W 存的）", "only those of this topic (kept with W in the reader)"))
  static let since = Option(
    name: "--since", value: Phrase("last|日期", "last|DAY"),
    help: Phrase("从上次运行（last，默认）或某一天算起", "since the last run (last, the default) or a day"))
  static let list = Option(
    name: "--list", value: Phrase("文件", "FILE"), takesFile: true,
    help: Phrase(
      "数这个文件里每个查询的篇数：每行一个，或 名称 = 查询，# 后面是注释",
      "count what each query of this file finds: a query a line, or name = query; # begins a comment"))
  static let markdown = Option(name: "--markdown", help: Phrase("一份剪报，Markdown 格式", "a digest as Markdown"))
  static let html = Option(
    name: "--html",
    help: Phrase("一份剪报，一个 HTML 文件（浏览器和 Word 都能开）", "a digest as one HTML file, for browsers and Word"))
  static let csl = Option(name: "--csl", help: Phrase("CSL JSON，给 Zotero、Pandoc", "CSL JSON, for Zotero and Pandoc"))
  static let ris = Option(name: "--ris", help: Phrase("RIS，给 EndNote、NoteExpress", "RIS, for EndNote and the like"))
  static let bibtex = Option(name: "--bibtex", help: Phrase("BibTeX，给 LaTeX", "BibTeX, for LaTeX"))
  static let notes = Option(
    name: "--notes", value: Phrase("位置", "WHERE"), choices: Digest.Style.Notes.allCases.map(\.rawValue),
    help: Phrase("批注在正文前（before）还是后（after）", "notes before or after the text"))
  static let source = Option(
    name: "--source", value: Phrase("出处", "WHAT"), choices: Digest.Style.Source.allCases.map(\.rawValue),
    help: Phrase(
      "出处：full 报名、日期、版次，path 文件在档案里的路径，none 不写",
      "the source: full (paper, day, page), path (of the file below the archive) or none"))
  static let book = Option(
    name: "--book", value: Phrase("册名", "NAME"),
    help: Phrase("只这一册剪报；配合 --add 收进这一册", "this clipping book only; with --add keep the article in it"))
  static let excerpts = Option(
    name: "--excerpts", help: Phrase("摘编：只要划线的句子和出处", "excerpts: the marked sentences with their sources"))
  static let contents = Option(
    name: "--contents", help: Phrase("目录：只要标题和出处", "contents: headlines and sources only"))
  static let tag = Option(
    name: "--tag", value: Phrase("标签", "TAGS"), repeats: true,
    help: Phrase("加这些标签（配合 --add）", "give them these tags (with --add)"))
  static let note = Option(
    name: "--note", value: Phrase("批注", "NOTE"), repeats: true,
    help: Phrase("写上批注（配合 --add）", "write this note on them (with --add)"))
  static let text = Option(
    name: "--text", value: Phrase("列数", "N"), numbers: 20...1000,
    help: Phrase("一份剪报，纯文字，每行最多 N 列", "a digest as plain text in lines of N cells"))
  static let title = Option(
    name: "--title", value: Phrase("标题", "TITLE"), help: Phrase("剪报的标题", "the title of the digest"))
  static let add = Option(
    name: "--add", value: Phrase("编号[,编号…]", "ID[,ID…]"), repeats: true,
    help: Phrase("收下这些文章", "keep these articles"))
  static let remove = Option(
    name: "--remove", value: Phrase("编号[,编号…]", "ID[,ID…]"), repeats: true,
    help: Phrase("去掉这些剪报", "drop these clippings"))
  static let format = Option(
    name: "--format", value: Phrase("格式", "FORMAT"), choices: ["jsonl", "markdown", "bulk"],
    help: Phrase(
      "jsonl（默认）、markdown，或 bulk（OpenSearch、Elasticsearch 的 _bulk 格式）",
      "jsonl (default), markdown, or bulk (for _bulk of OpenSearch and Elasticsearch)"))
  static let mapping = Option(
    name: "--mapping",
    help: Phrase("只印出建索引用的字段映射（配合 bulk）", "print the field mapping of an index for bulk, and nothing else"))
  static let query = Option(
    name: "--query", value: Phrase("查询", "Q"),
    help: Phrase("只要符合查询的", "only what matches this query"))
  static let stage = Option(
    name: "--stage", value: Phrase("阶段", "STAGE"), choices: PageReader.Stage.allCases.map(\.rawValue),
    help: Phrase(
      "哪一步的结果：\(PageReader.Stage.allCases.map(\.rawValue).joined(separator: "、"))",
      "which step's result: \(PageReader.Stage.allCases.map(\.rawValue).joined(separator: ", "))"))

  static let lines = Option(
    name: "--lines", value: Phrase("首行-末行", "A-B"),
    help: Phrase("这几行（51- 到这一篇末了）", "these lines (51- to the end of their article)"))
  static let line = Option(
    name: "--line", value: Phrase("行", "N"), numbers: 1...Int.max, help: Phrase("这一行", "this line"))
  static let at = Option(
    name: "--at", value: Phrase("文字", "TEXT"), help: Phrase("从首行的这几个字起", "from this text of the first line on"))
  static let to = Option(
    name: "--to", value: Phrase("去处", "WHERE"),
    help: Phrase(
      "归到第几篇，或 new 另成一篇，above 上一篇，below 下一篇", "give them to article N, to a new one, to the one above or below"))
  static let role = Option(
    name: "--role", value: Phrase("角色", "ROLE"), choices: LineRole.all.map(\.name),
    synonyms: [
      "栏目": "section", "引题": "kicker", "标题": "headline", "副题": "deck", "署名": "byline", "正文": "body", "小标题": "subhead",
      "图说": "caption", "图片署名": "credit", "引语": "pullquote", "版面": "furniture",
    ],
    help: Phrase(
      "这几行是：\(LineRole.all.map(\.name).joined(separator: "、"))",
      "what they are: \(LineRole.all.map(\.name).joined(separator: ", "))"))
  static let replace = Option(
    name: "--replace", value: Phrase("印的 改的", "OLD NEW"), repeats: true, takesTwo: true,
    help: Phrase(
      "错字改成对的（两个值）；印的留着，两样都搜得到", "mend characters (two values); what is printed stays beside it, and search finds both")
  )
  static let split = Option(name: "--split", help: Phrase("从这里起另成一段", "a paragraph begins here"))
  static let join = Option(name: "--join", help: Phrase("和下一段接成一段", "the paragraph goes on with the next"))
  static let repairs = Option(
    name: "--list", help: Phrase("列出这一版的改动，和不再合的", "list the page's repairs, and those that fit no more"))
  static let undo = Option(
    name: "--undo", value: Phrase("编号", "ID"), help: Phrase("撤销一处改动", "take a repair back"))
  static let gold = Option(
    name: "--gold", help: Phrase("把这一版现在的拆法写成标注（JSON）", "print the page as it is cut now as an annotation (JSON)"))

  /// The options that every command takes.
  static let common: [Option] = [.lang, .help]
}
