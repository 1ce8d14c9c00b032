import NewsModel
import ReaderUI

extension Help {
  /// What `xianwen help TOPIC` explains besides commands.
  enum Topic: String, CaseIterable {
    case keys, query, files
  }

  /// The query language.
  static let queries = Bilingual(
    """
    查询的写法（整个查询用引号括起来）：
      残疾 就业          两个词都要有，次序不论；一个字也能搜
      "残疾人协会"       连在一起
      残疾 | 养老        有一个就行
      残疾 -招聘         不要有“招聘”
      (残疾|养老) 补贴   用括号分组
      县:高唐 记者:孙亚飞 标题:先锋 日期:2021-08..2021-10 file:seeds
      ~残疾人协会        容许错一个字（OCR 常错）
      /第.届/            正则表达式
    不分大小写、全角半角、简体繁体，也不管字与字之间的空格和换行。
    """,
    """
    Queries (quote the whole for the shell):
      残疾 就业          both words, in any order; one character is enough
      "残疾人协会"       the exact phrase
      残疾 | 养老        either
      残疾 -招聘         without 招聘
      (残疾|养老) 补贴   a group
      county:高唐 by:孙亚飞 title:先锋 date:2021-08..2021-10 file:seeds
      ~残疾人协会        one character may be wrong, as OCR has it
      /第.届/            a regular expression
    Letter case, full- and half-width forms, simplified and traditional characters are alike; so is space between
    Chinese characters.
    """)

  /// The text of a topic.
  func topic(_ topic: Topic, _ files: Paths) -> String {
    switch topic {
    case .keys: keys
    case .query: Help.queries[language]
    case .files: self.files(files)
    }
  }

  /// The reader's keys, from the bindings.
  private var keys: String {
    let language = Language(rawValue: language.rawValue) ?? .english
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

  private func files(_ files: Paths) -> String {
    let unknown = Bilingual("（没有 HOME，不存）", "(none without a home)")[language]
    let rows: [(path: String?, help: Bilingual)] = [
      (
        files.clippings,
        Bilingual(
          "剪报：一行一篇，存全文；--bookmarks 可以换一个文件", "clippings, one JSON object a line, whole texts; --bookmarks names another"
        )
      ),
      (
        files.corrections,
        Bilingual("在阅读器里按 c 改归的地方，格式同剪报", "articles filed elsewhere with c in the reader, in the form of clippings")
      ),
      (files.state, Bilingual("读过的文章、上次看到哪里", "read marks and the last place")),
      (
        files.configuration,
        Bilingual(
          "配置：每行 键 = 值（\(settings)），# 后面是注释", "configuration: lines of key = value (\(settings)), # begins a comment")
      ),
      (
        files.places,
        Bilingual("自己加的地名：市、地方、别名、乡镇，用制表符隔开", "your own places: prefecture, place, words, towns, parted by tabs")
      ),
    ]
    return rows.map { ($0.path ?? unknown) + "\n    " + $0.help[language] }.joined(separator: "\n")
  }

  private var settings: String { Configuration.Key.allCases.map(\.rawValue).joined(separator: " ") }
}
