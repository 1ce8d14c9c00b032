import NewsModel
import Platform
import ReaderUI

extension Command {
  static let new = Command(
    name: "new", options: [.topic, .since, .markdown, .json, .csv, .bom],
    summary: Phrase("上次以后新来的文章", "the articles that came since the last time"),
    details: Phrase(
      """
      给定时任务用：每次印出同样的路径、同样的专题上次运行以后新来的文章，印完才记下。是不是新的看文字，不看文件名。没有新的，退出码是 1。
      --since 给一天，就是那天以来的，只看不记。
      """,
      """
      For a regular job: prints what came since its last run for the same paths and topic, and remembers it once all is printed. An article is new by its text, whatever its file is called. Exit code 1 when there is nothing new.
      With a day, --since tells what came since that day and remembers nothing.
      """
    ),
    run: { try $0.new() })
}

extension Invocation {
  fileprivate func new() throws -> Outcome {
    let forms = [Option.markdown, .json].filter(arguments.has)
    try checkForm([.json, .markdown])
    if forms.count > 1 {
      throw CommandError("--markdown 和 --json 不能一起用", "--markdown and --json cannot go together; use one at a time")
    }
    guard let folder = files.state, let today = NewsDate.today else {
      throw CommandError(
        "不知道记在哪里：没有 HOME 也没有 XDG_STATE_HOME", "no place to remember: neither HOME nor XDG_STATE_HOME is set; set one")
    }
    let topic = try arguments[.topic].map { name throws in try self.topic(name) }
    let since = try firstDay(today)
    let library = try library()
    let log = ArrivalLog(folder: folder, paths: paths.map(\.absolute), topic: topic?.name)
    let known = log.known(before: since)
    var indices = try articles(of: topic, in: library).filter { !known.contains(library.articles[$0].idNumber) }
    // The same text on two pages came once.
    var seen: Set<UInt64> = []
    indices = indices.filter { seen.insert(library.articles[$0].idNumber).inserted }
    if log.isFirst, since == nil, !indices.isEmpty {
      notice(Phrase("第一次运行：全部 \(indices.count) 篇都算新来的", "the first run: all \(indices.count) articles are new"))
    }
    try print(indices, of: library, title: topic?.name)
    try output.flush()
    if since == nil { try log.add(indices.map { library.articles[$0].idNumber }, on: today) }
    return indices.isEmpty ? .nothingFound : .done
  }

  /// The topic called so.
  private func topic(_ name: String) throws -> QueryList.Entry {
    guard let path = files.topics else {
      throw CommandError("不知道专题存在哪里：没有 HOME", "no place for topics: neither HOME nor XDG_CONFIG_HOME is set; set one")
    }
    let topics = try TopicFile(path: path).read(today: .today)
    for diagnostic in topics.diagnostics { report(diagnostic) }
    if let topic = topics.entries.first(where: { $0.name == name }) { return topic }
    let names = topics.entries.map(\.name)
    let known =
      names.isEmpty
      ? Phrase("还没有专题", "there are none")
      : Phrase(
        "有 \(names.joined(separator: "、"))", "there are \(names.joined(separator: ", "))")
    throw CommandError(
      "没有专题“\(name)”；\(path.shown) 里\(known.chinese)", "there is no topic “\(name)”; in \(path.shown) \(known.english)")
  }

  /// The day that `--since` names; `nil` for the last run.
  private func firstDay(_ today: NewsDate) throws -> NewsDate? {
    guard let text = arguments[.since], text != "last", text != "上次" else { return nil }
    if let day = DateSpan.firstDay(of: text, today: today) { return day }
    throw CommandError(
      "--since 不能是“\(text)”；请给 last，或某一天：2021-08-11、7天、昨天",
      "--since cannot be “\(text)”; give last, or a day: 2021-08-11, 7d, yesterday")
  }

  /// The articles that a topic holds, all without one.
  private func articles(of topic: QueryList.Entry?, in library: Library) throws -> [Int] {
    guard let topic else { return Array(library.articles.indices) }
    let searcher = Searcher(library: library, index: SearchIndex())
    let found = searcher.find(topic.query)
    if let problem = found?.problem { throw incomplete(problem) }
    let articles = found?.articles ?? []
    try tell(of: topic.query, searcher, isFound: !articles.isEmpty)
    return articles
  }

  private func print(_ indices: [Int], of library: Library, title: String?) throws {
    if arguments.has(.csv) {
      try writeCSV(indices, of: library)
    } else if arguments.has(.json) {
      try writeLines(indices, of: library)
    } else if arguments.has(.markdown) {
      if let title, !indices.isEmpty { try output.text(Digest.markdownTitle(title)) }
      try writeMarkdown(indices, of: library)
    } else {
      let rows = ArticleRows(indices.lazy.map { library.articles[$0] }, of: library)
      for index in indices { try rows.print(library.articles[index], to: output) }
    }
  }
}
