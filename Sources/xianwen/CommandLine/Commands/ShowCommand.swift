import NewsModel
import ReaderUI

extension Command {
  static let show = Command(
    name: "show", operand: Phrase("编号[,编号…]", "ID[,ID…]"), options: [.raw, .width, .why],
    summary: Phrase("显示文章，排好版", "show articles, set for reading"),
    details: Phrase(
      "编号见 xianwen list；给前几位（至少 6 位）就行，只要不会认错。",
      "xianwen list prints the ids; any beginning of 6 characters or more will do if no other article's id begins so."),
    run: { try $0.show() })
}

extension Invocation {
  fileprivate func show() throws -> Outcome {
    let library = try library()
    let indices = try Arguments.ids(try operand().shown).map { try index(of: $0, in: library) }
    for (position, index) in indices.enumerated() {
      let article = library.articles[index]
      if position > 0 { try output.endLine() }
      if arguments.has(.raw) {
        try printSource(of: article)
      } else if arguments.has(.why) {
        try printReasons(of: article)
      } else {
        try ArticleSheet(article, width: width, language: language).print(to: output)
      }
    }
    return .done
  }

  /// The article that an id, or the beginning of one, stands for.
  func index(of id: String, in library: Library) throws -> Int {
    guard id.utf8.count >= 6 else {
      throw CommandError(
        "编号“\(id)”太短，至少给 6 位；用 xianwen list 看编号",
        "the id “\(id)” is too short; give 6 characters or more of what xianwen list prints")
    }
    return try library.index(ofID: id.lowercased())
  }

  /// Cells per line: asked for, else what the terminal has, at most what is good to read.
  private var width: Int {
    if let asked = arguments.number(.width) { return asked }
    return max(10, min(output.columns ?? Int.max, configuration.textWidth * 2))
  }

  private func printSource(of article: Article) throws {
    let lines = try TextFile.read(article.file).text.split(separator: "\n", omittingEmptySubsequences: false)
    var wanted: Set<Int> = []
    for span in article.parts.flatMap(\.lines) { wanted.formUnion(span.first...span.last) }
    let digits = String(wanted.max() ?? 0).count
    // The file may have changed since it was read.
    for number in wanted.sorted() where number <= lines.count {
      let label = String(number)
      try output.put(String(repeating: " ", count: digits - label.count) + label + "  ", .faint)
      try output.line(lines[number - 1])
    }
  }

  private func printReasons(of article: Article) throws {
    let unknown = Phrase("不知道", "unknown")[language]
    try output.put(article.title, .strong)
    try output.line("  → " + (article.filing.place?.name ?? unknown))
    if article.filing.isByUser {
      let judged = article.filing.judged?.name ?? unknown
      let told = Phrase("  由用户归类（程序的判断：\(judged)）", "  filed by the user (the program would say: \(judged))")
      try output.line(told[language])
    }
    for evidence in article.filing.evidence {
      let role = evidence.part.map { article.parts[$0].role.name(language) } ?? language("版面", "page")
      let word = evidence.word.isEmpty ? language("整版说的地方", "what the page is about") : evidence.word
      let weight = String(Int((evidence.weight * 10).rounded()))
      try output.put("  " + word.padded(to: 22) + " → " + evidence.place.name.padded(to: 12))
      try output.line(" " + role.padded(to: 10) + Phrase(" 分量 ", " weight ")[language] + tenths(weight))
    }
  }

  /// A whole number of tenths with its point.
  private func tenths(_ digits: String) -> String {
    let padded = digits.count < 2 ? "0" + digits : digits
    return padded.dropLast() + "." + padded.suffix(1)
  }
}
