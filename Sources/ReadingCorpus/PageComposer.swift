import NewsModel

/// Lays the articles of an annotated page out as another page: in another order, with headings elsewhere, paragraphs cut,
/// lines wrapped, other marks. What each line of the new page is is known, because it was put there.
///
/// A page of print keeps to one habit, so that most choices are made once a page.
public struct PageComposer {
  private var random: SeededGenerator
  private var lines: [String] = []
  private var labels: [Int: LearningPage.Label] = [:]
  private var articles: [Draft] = []
  private var habits = Habits()
  private var sectionNames: [String] = []

  /// What a page does everywhere.
  private struct Habits {
    enum HeadingPlace { case head, tail, heapAbove, heapBelow }
    var headings = HeadingPlace.head
    var breaksHeadlines = false
    var creditsAbove = false
    var cutsParagraphs = 0.0
    var weaves = false
    var width: Int?
    var indents = true
    var blankLines = 1
    var blankBetweenParagraphs = true
    var wide: Bool?
    var mark: Character?
    /// Where bylines on lines of their own stand: `nil` as they were.
    var bylinesLast: Bool?
    /// Whether the lines above and below headlines are left out, an article each or on the whole page.
    var withoutKickers = 0.0
    var withoutDecks = 0.0
    /// Whether sections' names stand above headings.
    var sections = 0.0
  }

  /// A run of print in one role.
  private struct Unit {
    var role: String
    var lines: [String]
    /// Whether the unit goes on, in mid-sentence, with the one before it of its role.
    var goesOn = false
    var text: String { lines.joined() }
  }

  /// An article to set.
  private struct Draft {
    let number: Int
    let isPhoto: Bool
    var heading: [Unit] = []
    var content: [Unit] = []
  }

  /// - Parameter seed: the same seed gives the same page.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Another page made of the articles of `page`: its text and what each line is.
  ///
  /// - Parameter others: pages that lend it articles and names of sections.
  package mutating func compose(
    _ page: AnnotatedPage, with others: [AnnotatedPage] = []
  ) -> (text: String, labels: [Int: LearningPage.Label]) {
    lines = []
    labels = [:]
    let source = page.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let known = Dictionary(
      page.articles.flatMap { article in article.roles.map { ($0.key, (article.n, $0.value)) } },
      uniquingKeysWith: { first, _ in first })
    let furniture = source.indices.filter { known[$0 + 1] == nil && !source[$0].isBlank }
    articles = page.articles.map { draft($0, source) }
    chooseHabits()
    borrow(from: others)
    if !others.isEmpty { articles = articles.map { varied($0) } }
    if Int.random(in: 0..<3, using: &random) > 0 { articles.shuffle(using: &random) }
    if chance(0.5) { addMasthead() }
    for line in furniture where line < 6 { add(Unit(role: "noise", lines: [source[line]]), article: 0, isPhoto: false) }
    set()
    for line in furniture where line >= 6 {
      add(Unit(role: "noise", lines: [source[line]]), article: 0, isPhoto: false)
    }
    return (lines.joined(separator: "\n") + "\n", labels)
  }

  /// Puts articles of other pages in the place of some, and learns their sections' names.
  private mutating func borrow(from others: [AnnotatedPage]) {
    var guests: [Draft] = []
    for page in others {
      let source = page.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let drafts = page.articles.map { draft($0, source, firstNumber: 100 * (guests.count + 1)) }
      sectionNames += drafts.flatMap { $0.heading.filter { $0.role == "section" }.map(\.text) }
      let start = Int.random(in: 0..<max(1, drafts.count), using: &random)
      guests += drafts[start..<min(drafts.count, start + 3)]
    }
    guard !guests.isEmpty, articles.count > 2, chance(0.6) else { return }
    let kept = Int.random(in: 2...articles.count, using: &random)
    let start = Int.random(in: 0...(articles.count - kept), using: &random)
    articles = Array(articles[start..<start + kept]) + guests
  }

  /// Sets an article as another paper might: its heading with fewer lines, its authors elsewhere, under a section.
  private mutating func varied(_ article: Draft) -> Draft {
    var article = article
    let hasHeadline = article.heading.contains { $0.role == "headline" }
    if hasHeadline, chance(habits.withoutKickers) { article.heading.removeAll { $0.role == "kicker" } }
    if hasHeadline, chance(habits.withoutDecks) { article.heading.removeAll { $0.role == "deck" } }
    let hasSection = article.heading.contains { $0.role == "section" }
    if hasSection, chance(0.3) { article.heading.removeAll { $0.role == "section" } }
    if !hasSection, hasHeadline, chance(habits.sections), let name = sectionNames.randomElement(using: &random) {
      article.heading.insert(Unit(role: "section", lines: [name]), at: 0)
    }
    guard let last = habits.bylinesLast, !article.isPhoto, article.content.count >= 2 else { return article }
    if last, article.content[0].role == "byline", article.content[1].role == "body" {
      article.content.append(article.content.removeFirst())
    } else if !last, article.content[article.content.count - 1].role == "byline", article.content[0].role == "body",
      !article.content[article.content.count - 1].text.hasPrefix("(")
    {
      article.content.insert(article.content.removeLast(), at: 0)
    }
    return article
  }

  private mutating func pick(_ words: String) -> String {
    words.split(separator: " ").randomElement(using: &random).map(String.init) ?? ""
  }

  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  /// Lines as pages print them above everything else: the paper, the day, the page, the editors.
  private mutating func addMasthead() {
    let paper = pick("江 云 清 海 平 阳 安 泰") + pick("城 州 县 河 山 原 源") + pick("日报 晚报 时报 新报 周报 日報")
    let (month, day) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
    let year = Int.random(in: 2005...2026, using: &random)
    let date =
      [
        "\(year)年\(month)月\(day)日", "\(year).\(month).\(day)", "\(year)-\(month)-\(day)", "\(year)年\(month)月\(day)日",
      ].randomElement(using: &random) ?? ""
    let weekday = pick("星期一 星期三 星期五 星期日 周二 周六")
    let page =
      [
        "第\(month)版", "A0\(month % 9 + 1) " + pick("要闻 民生 社会 综合"), "\(month)版", "B0\(month % 9 + 1)",
        "\(month) " + pick("综合新闻 县域新闻 副刊"),
      ].randomElement(using: &random) ?? ""
    let editors = "责任编辑 " + pick("张三 李建国 王小红 陈思") + " 版式 " + pick("赵敏 钱海 孙立")
    let lines: [String] =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: [paper, date]
      case 1: [paper, date + " " + weekday, page]
      case 2: [page, date + " " + weekday + " " + editors]
      case 3: [paper + " " + date + " " + weekday + " " + page]
      case 4: [paper, date, page]
      default: [date + " " + weekday + " " + page, editors]
      }
    let isClose = chance(0.5)
    for (place, line) in lines.enumerated() {
      if place > 0, isClose {
        self.lines.append(line)
        labels[self.lines.count] = LearningPage.Label(article: 0, role: "noise", isPhoto: false)
      } else {
        add(Unit(role: "noise", lines: [line]), article: 0, isPhoto: false)
      }
    }
  }

  private mutating func chooseHabits() {
    habits = Habits()
    habits.headings =
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<13: .head
      case 13..<16: .tail
      case 16..<18: .heapAbove
      default: .heapBelow
      }
    habits.breaksHeadlines = chance(0.4)
    habits.creditsAbove = chance(0.2)
    habits.cutsParagraphs = [0, 0.05, 0.15, 0.3].randomElement(using: &random) ?? 0
    habits.weaves = chance(0.25)
    habits.width = chance(0.3) ? Int.random(in: 10...30, using: &random) : nil
    habits.indents = chance(0.7)
    habits.blankLines = chance(0.1) ? 2 : 1
    habits.blankBetweenParagraphs = chance(0.6)
    habits.wide = chance(0.5) ? chance(0.5) : nil
    habits.bylinesLast = chance(0.3) ? chance(0.5) : nil
    habits.withoutKickers = [0, 0, 0.3, 1].randomElement(using: &random) ?? 0
    habits.withoutDecks = [0, 0, 0.3, 1].randomElement(using: &random) ?? 0
    habits.sections = [0, 0, 0.1, 0.3].randomElement(using: &random) ?? 0
    habits.mark = chance(0.3) ? "■◆●▲□".randomElement(using: &random) : nil
  }

  // MARK: Articles

  /// The units of an annotated article, cut paragraphs put together.
  private func draft(_ article: AnnotatedPage.Article, _ source: [String], firstNumber: Int = 0) -> Draft {
    var draft = Draft(number: firstNumber + article.n, isPhoto: article.kind == "photo")
    let joined = Set(article.joins.compactMap { $0.count == 2 ? $0[1] : nil })
    var last = 0
    for (line, role) in article.roles.sorted(by: { $0.key < $1.key }) where !source[line - 1].isBlank {
      let text = source[line - 1].trimmingBlanks
      let isHeading = ["section", "kicker", "headline", "deck"].contains(role)
      if isHeading {
        draft.heading.append(Unit(role: role, lines: [text]))
      } else if role == "body", joined.contains(line), let place = draft.content.lastIndex(where: { $0.role == "body" })
      {
        draft.content[place].lines.append(text)
      } else if line == last + 1, let unit = draft.content.last, unit.role == role, role != "byline",
        isWrapped(unit.lines, text, indented: source[line - 1].hasPrefix("\u{3000}"))
      {
        draft.content[draft.content.count - 1].lines.append(text)
      } else {
        draft.content.append(Unit(role: role, lines: [text]))
      }
      last = line
    }
    // In the order of print: sections and kickers above.
    let order = ["section": 0, "kicker": 1, "headline": 2, "deck": 3]
    draft.heading = draft.heading.enumerated().sorted {
      (order[$0.element.role] ?? 4, $0.offset) < (order[$1.element.role] ?? 4, $1.offset)
    }.map(\.element)
    return draft
  }

  /// Whether a line goes on with a paragraph of wrapped lines.
  private func isWrapped(_ above: [String], _ line: String, indented: Bool) -> Bool {
    guard let last = above.last, !indented, last.count >= 9 else { return false }
    return last.count + 3 >= (above.map(\.count).max() ?? 0) && line.count <= last.count + 3
  }

  // MARK: Setting

  private mutating func set() {
    var articles = self.articles
    for index in articles.indices {
      breakHeadline(&articles[index])
      moveCredits(&articles[index])
      cutParagraphs(&articles[index])
    }
    if habits.headings == .heapAbove || habits.headings == .heapBelow, articles.count > 2 {
      // A heap of two to four headings, the rest of the page in order.
      let count = min(articles.count, Int.random(in: 2...4, using: &random))
      let heap = Array(articles[..<count])
      if habits.headings == .heapAbove { for article in heap { setHeading(article) } }
      for article in heap { setContent(article) }
      if habits.headings == .heapBelow { for article in heap { setHeading(article) } }
      for article in articles[count...] { setWhole(article, tail: false) }
      return
    }
    var index = 0
    while index < articles.count {
      if habits.weaves, index + 1 < articles.count, chance(0.4), !articles[index].isPhoto, !articles[index + 1].isPhoto
      {
        weave(articles[index], articles[index + 1])
        index += 2
      } else {
        setWhole(articles[index], tail: habits.headings == .tail && chance(0.7))
        index += 1
      }
    }
  }

  private mutating func setWhole(_ article: Draft, tail: Bool) {
    if !tail { setHeading(article) }
    setContent(article)
    if tail { setHeading(article) }
  }

  private mutating func setHeading(_ article: Draft) {
    for unit in article.heading { add(unit, article: article.number, isPhoto: article.isPhoto) }
  }

  private mutating func setContent(_ article: Draft) {
    for unit in article.content { add(unit, article: article.number, isPhoto: article.isPhoto) }
  }

  /// Two articles whose pieces alternate.
  private mutating func weave(_ first: Draft, _ second: Draft) {
    var parts = [first.content[...], second.content[...]]
    let drafts = [first, second]
    let stacked = chance(0.5)
    if stacked {
      setHeading(first)
      setHeading(second)
    }
    var turn = 0
    var headed = [stacked, stacked]
    while !parts[0].isEmpty || !parts[1].isEmpty {
      if parts[turn].isEmpty { turn = 1 - turn }
      if !headed[turn] {
        setHeading(drafts[turn])
        headed[turn] = true
      }
      var count = Int.random(in: 1...3, using: &random)
      while count > 0, let unit = parts[turn].popFirst() {
        add(unit, article: drafts[turn].number, isPhoto: false)
        count -= 1
      }
      turn = 1 - turn
    }
    for number in 0..<2 where !headed[number] { setHeading(drafts[number]) }
  }

  /// Breaks a long headline where a sub-editor might: at a blank or comma, else near its middle, not through a word.
  private mutating func breakHeadline(_ article: inout Draft) {
    let places = article.heading.indices.filter { article.heading[$0].role == "headline" }
    guard habits.breaksHeadlines, places.count == 1, let place = places.first, chance(0.5) else { return }
    let text = Array(article.heading[place].text)
    guard text.count >= 9 else { return }
    let middle = text.count / 3...text.count * 2 / 3
    let pauses = middle.filter { " \u{3000},，".contains(text[$0]) }
    let words = middle.filter { !LearningPage.isWord(text[$0], text[$0 + 1 < text.count ? $0 + 1 : $0]) }
    guard let at = pauses.randomElement(using: &random) ?? words.randomElement(using: &random) else { return }
    article.heading[place].lines = [String(text[...at]).trimmingBlanks]
    article.heading.insert(
      Unit(role: "headline", lines: [String(text[(at + 1)...]).trimmingBlanks]), at: place + 1)
  }

  private mutating func moveCredits(_ article: inout Draft) {
    guard habits.creditsAbove else { return }
    for place in article.content.indices.dropFirst()
    where article.content[place].role == "credit" && article.content[place - 1].role == "caption" {
      article.content.swapAt(place, place - 1)
    }
  }

  private mutating func cutParagraphs(_ article: inout Draft) {
    guard habits.cutsParagraphs > 0 else { return }
    var content: [Unit] = []
    var captions = article.content.filter { $0.role == "caption" }.count
    for unit in article.content {
      let text = Array(unit.text)
      guard unit.role == "body", text.count >= 50, chance(habits.cutsParagraphs) else {
        content.append(unit)
        continue
      }
      let at = Int.random(in: 20..<(text.count - 12), using: &random)
      content.append(Unit(role: "body", lines: [String(text[..<at])]))
      // A caption that the article has elsewhere may stand in the cut.
      if captions > 0, chance(0.4), let caption = content.firstIndex(where: { $0.role == "caption" }) {
        content.append(content.remove(at: caption))
        captions -= 1
      }
      content.append(Unit(role: "body", lines: [String(text[at...])], goesOn: true))
    }
    article.content = content
  }

  // MARK: Lines

  private mutating func add(_ unit: Unit, article: Int, isPhoto: Bool) {
    var printed = [unit.text]
    if unit.role == "byline" || unit.role == "noise" { printed = unit.lines }
    printed = printed.map(marked)
    if let width = habits.width, ["body", "caption"].contains(unit.role), printed[0].count > width {
      printed = wrapped(printed[0], at: width, indented: habits.indents && !unit.goesOn)
    }
    let sameBlock =
      habits.width != nil && !habits.blankBetweenParagraphs && unit.role == "body" && habits.indents
      && labels[lines.count]?.article == article && labels[lines.count]?.role == "body" && !unit.goesOn
    if !lines.isEmpty, !sameBlock { lines += repeatElement("", count: habits.blankLines) }
    for line in printed {
      lines.append(line)
      labels[lines.count] = LearningPage.Label(article: article, role: unit.role, isPhoto: isPhoto)
    }
  }

  private func wrapped(_ text: String, at width: Int, indented: Bool) -> [String] {
    var rest = Array((indented ? "\u{3000}\u{3000}" : "") + text)
    var out: [String] = []
    while rest.count > width {
      var end = width
      // Print sets no mark at a line's beginning.
      while end < rest.count, end < width + 2, "，。、；：！？”’）》,.;:!?)".contains(rest[end]) { end += 1 }
      out.append(String(rest[..<end]))
      rest.removeFirst(end)
    }
    if !rest.isEmpty { out.append(String(rest)) }
    return out
  }

  private func marked(_ text: String) -> String {
    var characters = Array(text)
    if let mark = habits.mark, let first = characters.first, "■◆●▲□".contains(first) { characters[0] = mark }
    if let wide = habits.wide {
      let pairs = zip(Array(",:;!?()"), Array("，：；！？（）"))
      let map = Dictionary(uniqueKeysWithValues: wide ? pairs.map { ($0, $1) } : pairs.map { ($1, $0) })
      for index in characters.indices {
        // Between figures, marks keep their width: 8:30, 1,200.
        let isNumber =
          index > 0 && index + 1 < characters.count && characters[index - 1].isASCII && characters[index + 1].isASCII
        if !isNumber, let other = map[characters[index]] { characters[index] = other }
      }
    }
    return String(characters)
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
