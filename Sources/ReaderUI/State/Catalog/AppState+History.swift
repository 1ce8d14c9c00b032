import NewsModel

/// What came since the last time, and what was read when.
struct ArticleHistory: Sendable {
  /// The ids of articles that came since the program was last used.
  var new: Set<UInt64> = []
  /// The days on which articles were read, by id.
  var readDays: [UInt64: NewsDate] = [:]
  /// What was read since the start, latest last.
  var lately: [UInt64] = []
  /// The loading whose articles were noted.
  var notedLoad: Int?
}

extension AppState {
  /// So many articles read lately are listed.
  private static let mostRecent = 200

  /// The groups with what is new and what was read lately below the clippings and topics, where there is any.
  func withHistory(_ groups: [Group]) -> [Group] {
    let others = groups.filter { $0.key != .new && $0.key != .recent }
    let ids = catalog.ids
    let new = seen.new.isEmpty ? [] : ids.indices.filter { seen.new.contains(ids[$0]) }.map(Int32.init)
    var own: [Group] = new.isEmpty ? [] : [Group(key: .new, load: catalog.load, articles: new)]
    let recent = recentArticles
    if !recent.isEmpty { own.append(Group(key: .recent, load: catalog.load, articles: recent)) }
    let place = others.firstIndex {
      switch $0.key {
      case .all, .clippings, .topic: false
      default: true
      }
    }
    return Array(others[..<(place ?? others.endIndex)]) + own + others[(place ?? others.endIndex)...]
  }

  /// The articles read lately, the last one first: those of today's session, then by day.
  private var recentArticles: [Int32] {
    let order = Dictionary(zip(seen.lately, seen.lately.indices)) { $1 }
    let found = catalog.ids.indices.compactMap { index -> (Int32, Int, Int32)? in
      let id = catalog.ids[index]
      guard let day = seen.readDays[id], read.contains(id) else { return nil }
      return (Int32(index), order[id] ?? -1, day.number)
    }
    return found.sorted { ($0.1, $0.2, $1.0) > ($1.1, $1.2, $0.0) }.prefix(Self.mostRecent).map(\.0)
  }

  /// Asks which of the articles are new, once all are loaded.
  mutating func noteArrivals() -> [Effect] {
    guard progress == nil, hasCatalog, !catalog.ids.isEmpty, seen.notedLoad != catalog.load, let today else {
      return []
    }
    seen.notedLoad = catalog.load
    return [.noteArrivals(catalog.ids, today)]
  }

  /// Takes what has come.
  mutating func take(arrivals: [UInt64]) -> [Effect] {
    guard !arrivals.isEmpty else { return [] }
    seen.new.formUnion(arrivals)
    message = Message(text: language("新到 \(arrivals.count) 篇", "\(arrivals.count) new articles"))
    return showGroups(places.groups)
  }

  /// Remembers that an article was read today.
  mutating func noteRead(_ id: UInt64, _ isRead: Bool) {
    seen.lately.removeAll { $0 == id }
    if isRead { seen.lately.append(id) }
    seen.readDays[id] = isRead ? today : nil
  }
}
