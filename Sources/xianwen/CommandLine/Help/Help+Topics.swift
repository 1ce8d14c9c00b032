import NewsModel
import ReaderUI

extension Help {
  /// What `xianwen help TOPIC` explains besides commands.
  enum Topic: String, CaseIterable {
    case keys, query, files, scripts
  }

  /// The text of a topic.
  func topic(_ topic: Topic) -> String {
    switch topic {
    case .keys: keys
    case .query: queries
    case .files: fileTable
    case .scripts: scripts
    }
  }

  /// The reader's keys, from the bindings.
  private var keys: String {
    var lines: [String] = []
    for group in Binding.Group.allCases {
      if !lines.isEmpty { lines.append("") }
      lines.append(group.title(language))
      lines += Binding.table.filter { $0.group == group }.map { binding in
        "  " + binding.keys.map(\.description).joined(separator: " ").padded(to: 22) + binding.help(language)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The query language.
  private var queries: String {
    let width = QueryForm.all.map { CellWidth.narrow.width(of: $0.example) }.max() ?? 0
    let title = Phrase("查询的写法（整个查询用引号括起来）：", "Queries (quote the whole for the shell):")
    return
      ([title[language]]
      + QueryForm.all.map { "  " + $0.example.padded(to: width + 2) + $0.meaning[language] }
      + [QueryForm.note[language]]).joined(separator: "\n")
  }

  private var fileTable: String {
    let unknown = Phrase("（没有 HOME，不存）", "(none without a home)")[language]
    return Help.files(files).map { ($0.path?.shown ?? unknown) + "\n    " + $0.help[language] }.joined(separator: "\n")
  }

  /// The files that are kept, and what each is for.
  static func files(_ files: Paths) -> [(path: FilePath?, help: Phrase)] {
    let settings = Configuration.Key.allCases.map(\.rawValue).joined(separator: " ")
    return [
      (
        files.clippings,
        Phrase(
          "剪报：一行一篇，存全文；--bookmarks 可以换一个文件", "clippings, one JSON object a line, whole texts; --bookmarks names another"
        )
      ),
      (
        files.corrections,
        Phrase(
          "在阅读器里按 c 改归的地方、按 d 改的日期，格式同剪报",
          "places and days corrected with c and d in the reader, in the form of clippings")
      ),
      (
        files.issues,
        Phrase("在阅读器里按 P 更正的报名、刊期、版次，格式同剪报", "papers, days and pages corrected with P in the reader, in the same form")
      ),
      (
        files.repairs,
        Phrase("改正版面拆错的地方（\\ 里按 v），格式同剪报", "your repairs of how pages are cut (v in \\), in the form of clippings")
      ),
      (
        files.state,
        Phrase("读过的文章、上次看到哪里、xianwen new 报过的", "read marks, the last place, what xianwen new has told")
      ),
      (
        files.configuration,
        Phrase(
          "配置：每行 键 = 值（\(settings)），# 后面是注释；xianwen --dump-config 印出一份",
          "configuration: lines of key = value (\(settings)), # begins a comment; xianwen --dump-config prints one")
      ),
      (files.topics, Phrase("专题：每行 名称 = 查询，# 后面是注释", "topics: name = query a line, # begins a comment")),
      (
        files.places,
        Phrase("自己加的地名：市、地方、别名、乡镇，用制表符隔开", "your own places: prefecture, place, words, towns, parted by tabs")
      ),
    ]
  }

  /// The environment variables that count, and what each is for.
  static let variables: [(names: String, help: Phrase)] = [
    (
      "LC_ALL LC_MESSAGES LANG",
      Phrase("界面语言：zh* 是中文，其余是英文", "language of the interface: Chinese for zh*, else English")
    ),
    ("NO_COLOR", Phrase("不为空就不用颜色", "no colour when it is not empty")),
    ("COLORFGBG", Phrase("终端的背景，theme = auto 时决定深浅", "the terminal's background, for theme = auto")),
    ("VISUAL EDITOR", Phrase("e 打开原文件用的编辑器", "the editor for e")),
    ("TMUX", Phrase("在 tmux 里就复制到它的缓冲区", "inside tmux, its buffers are copied to")),
    ("XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME", Phrase("上面那些文件的所在", "where the files above lie")),
    (
      "XDG_DATA_DIRS",
      Phrase("样例版面也在这些文件夹的 xianwen/seeds 里找", "example pages are looked for in their xianwen/seeds, too")
    ),
  ]
}
