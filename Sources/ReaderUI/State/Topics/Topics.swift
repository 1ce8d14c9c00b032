import NewsModel

/// The user's topics: queries that the left pane shows as groups.
struct Topics: Sendable {
  /// The topics in the order of their file.
  var entries: [QueryList.Entry] = []
  /// The number of the latest question which articles they hold.
  var id = 0
  /// Whether that question has been answered.
  var isAnswered = true
  /// The loading whose articles were found.
  var load = 0
  /// For each topic its articles, `nil` while they are not all known.
  var articles: [[Int32]?] = []
}

/// The articles of topics, as a search of everything finds them.
public struct TopicRequest: Sendable {
  /// The request's number.
  public let id: Int
  /// The queries of the topics in their order.
  public let queries: [ParsedQuery]
  /// The loading that is asked about.
  public let load: Int
}

extension AppState {
  /// The groups with those of the topics below the clippings.
  func withTopics(_ groups: [Group]) -> [Group] {
    let others = groups.filter { if case .topic = $0.key { false } else { true } }
    let own = topics.entries.enumerated().map { index, entry in
      let isCurrent = topics.load == catalog.load && topics.articles.indices.contains(index)
      let found = isCurrent ? topics.articles[index] : []
      let title = found == nil ? entry.name + language("（没有查完）", " (not complete)") : entry.name
      return Group(
        key: .topic(entry.name), load: catalog.load, articles: found ?? [], title: title,
        pinyin: PinyinName(of: entry.name))
    }
    return Array(others.prefix(2)) + own + others.dropFirst(2)
  }

  /// Takes the topics of the file.
  mutating func take(_ entries: [QueryList.Entry]) -> [Effect] {
    topics.entries = entries
    topics.articles = []
    return showTopics() + findTopics()
  }

  /// Counts relative days in queries from another day.
  mutating func countTopicsFrom(_ day: NewsDate) -> [Effect] {
    let isNew = today != day
    today = day
    guard isNew, !topics.entries.isEmpty else { return [] }
    let entries = topics.entries.map { $0.counted(from: day) }
    if entries.map(\.query) == topics.entries.map(\.query) { return [] }
    topics.entries = entries
    return findTopics()
  }

  /// Asks which articles the topics hold.
  mutating func findTopics() -> [Effect] {
    guard !topics.entries.isEmpty, hasCatalog else { return [] }
    topics.id += 1
    topics.isAnswered = false
    return [.findTopics(TopicRequest(id: topics.id, queries: topics.entries.map(\.query), load: catalog.load))]
  }

  /// Takes the articles of the topics; an answer to an older question is dropped.
  mutating func showTopics(_ articles: [[Int32]?], id: Int, load: Int) -> [Effect] {
    guard id == topics.id, load == catalog.load else { return [] }
    // What is searched may be ahead of what is shown; the reader is about to be shown it, and asks again.
    let count = Int32(catalog.library.articles.count)
    topics.articles = articles.map { $0?.filter { $0 < count } }
    topics.load = load
    topics.isAnswered = true
    return showTopics()
  }

  private mutating func showTopics() -> [Effect] {
    let isUnmoved = list.cursor.selected == 0 && focus == .places
    return showGroups(places.groups, selectsOpen: !isUnmoved)
  }

  // MARK: Keeping

  /// Asks for the name under which the current query is to be kept; on a topic in the left pane, for its query.
  mutating func beginTopic() {
    if focus == .places, case .topic(let name) = places.selected.key,
      let topic = topics.entries.first(where: { $0.name == name })
    {
      prompt = Prompt(.topicQuery(name: name), text: topic.query.text)
      return
    }
    let searched = search?.query.root == nil ? nil : search?.query.text
    let filtered = list.showsClippings ? nil : list.filter.query?.text
    guard let query = searched ?? filtered else {
      message = Message(
        text: language("先查找（/）或筛选（&），再存成专题", "search (/) or filter (&) first: a topic keeps the query"))
      return
    }
    prompt = Prompt(.topicName(query: query), text: query.contains(where: \.isWhitespace) ? "" : query)
  }

  /// Keeps a query under the name typed.
  mutating func acceptTopic(_ name: String, query: String, isConfirmed: Bool) -> [Effect] {
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    func ask(_ complaint: Phrase) {
      prompt = Prompt(.topicName(query: query), text: name)
      prompt?.complaint = Phrase(complaint.chinese + "：", complaint.english + ": ")
    }
    if let problem = TopicFile.problem(ofName: name) {
      ask(problem)
    } else if !isConfirmed, topics.entries.contains(where: { $0.name == name }) {
      ask(Phrase("已有这个专题，再按 Enter 换成这个查询", "there is such a topic: Enter again gives it this query"))
    } else {
      return [.keepTopic(name: name, query: query)]
    }
    return []
  }

  /// Gives a topic another query; an empty one removes it.
  func acceptTopicQuery(_ query: String, of name: String) -> [Effect] {
    let query = query.split(whereSeparator: \.isNewline).joined(separator: " ")
    let isEmpty = QueryParser.parse(query).root == nil
    return [.keepTopic(name: name, query: isEmpty ? nil : query)]
  }
}
