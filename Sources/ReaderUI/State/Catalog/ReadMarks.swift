import NewsModel

/// Which articles have been read, by the 64 bits of their ids.
public struct ReadMarks: Sendable, Equatable {
  private var ids: Set<UInt64>
  /// A bit for the lowest seventeen bits of each id that was ever among them: most articles of a large archive have not been
  /// read, and sixteen kilobytes say so of nearly all without a look into the set.
  private var bits = [UInt64](repeating: 0, count: 2048)
  /// What was marked since the start.
  private var changes: [UInt64: Bool] = [:]

  /// Marks for these ids.
  public init(_ ids: Set<UInt64> = []) {
    self.ids = ids
    for id in ids { note(id) }
  }

  /// Whether the same articles have been read.
  public static func == (a: ReadMarks, b: ReadMarks) -> Bool { a.ids == b.ids }

  private mutating func note(_ id: UInt64) { bits[Int(id >> 6 & 2047)] |= 1 << (id & 63) }

  /// An article's id as a number.
  static func number(_ id: String) -> UInt64? { UInt64(id, radix: 16) }

  var isEmpty: Bool { ids.isEmpty }

  func contains(_ number: UInt64) -> Bool {
    bits[Int(number >> 6 & 2047)] & 1 << (number & 63) != 0 && ids.contains(number)
  }

  func contains(_ id: String) -> Bool { Self.number(id).map { ids.contains($0) } ?? false }

  /// Takes over the marks of earlier times; what was marked since the start counts all the same.
  mutating func take(_ earlier: ReadMarks) {
    let changes = changes
    self = earlier
    for (id, isRead) in changes { set(id, isRead) }
  }

  mutating func set(_ id: UInt64, _ isRead: Bool) {
    changes[id] = isRead
    if isRead {
      ids.insert(id)
      note(id)
    } else {
      ids.remove(id)
    }
  }
}

extension AppState {
  /// Marks the open article as read once it has the focus.
  mutating func markRead() -> [Effect] {
    guard focus == .article, let id = article?.document.id, id != lastRead else { return [] }
    lastRead = id
    guard !read.contains(id), let number = ReadMarks.number(id) else { return [] }
    read.set(number, true)
    noteRead(number, true)
    countUnread()
    return [.markRead(number, true)]
  }

  mutating func toggleRead() -> [Effect] {
    guard let id = chosenID, let number = ReadMarks.number(id) else { return [] }
    let isRead = !read.contains(id)
    read.set(number, isRead)
    noteRead(number, isRead)
    countUnread()
    // The open article stays as the user has just marked it.
    lastRead = id
    message = Message(text: isRead ? language("标为已读", "marked as read") : language("标为未读", "marked as unread"))
    return [.markRead(number, isRead)]
  }

  /// Lists only what has not been read, or everything again.
  mutating func toggleUnreadOnly() {
    list.isUnreadOnly.toggle()
    refreshList(selecting: list.isUnreadOnly ? nil : article?.document.id)
    message = Message(
      text: list.isUnreadOnly ? language("只列未读；U 还原", "unread only; U lists all") : language("全部列出", "all are listed"))
  }

  /// Marks everything listed, or everything in the group of the left pane, as read.
  mutating func markAllRead() -> [Effect] {
    let rows = focus == .places ? (places.selected.load == catalog.load ? places.selected.articles : []) : list.rows
    let isShelf = (focus == .places ? places.selected.key : list.group.key) == .clippings
    let ids = isShelf ? [] : rows.map { catalog.ids[Int($0)] }.filter { !read.contains($0) }
    guard !ids.isEmpty else {
      message = Message(text: language("这里没有未读的", "nothing unread here"))
      return []
    }
    changes.record(ChangeLog.Change(undo: [.markAllRead(ids, false)], redo: [.markAllRead(ids, true)]))
    markAll(ids, isRead: true)
    message = Message(text: language("\(ids.count) 篇标为已读；u 撤销", "\(ids.count) marked as read; u takes it back"))
    return [.markAllRead(ids, true)]
  }

  mutating func markAll(_ ids: [UInt64], isRead: Bool) {
    for id in ids { read.set(id, isRead) }
    countUnread()
    if list.isUnreadOnly { refreshList(selecting: article?.document.id) }
  }

  /// Counts the articles of each group that have not been read.
  ///
  /// - Complexity: O(articles of all groups): a look into a table for each article, then an addition for each member.
  mutating func countUnread() {
    if read.isEmpty {
      places.unread = places.groups.map(\.articles.count)
      return
    }
    let isUnread = catalog.ids.map { !read.contains($0) }
    places.unread = places.groups.map { group in
      // Those of groups still to come cannot be told yet.
      guard group.load == catalog.load else { return 0 }
      return group.articles.reduce(0) { $0 + (isUnread[Int($1)] ? 1 : 0) }
    }
  }

  /// Goes to the next (or previous) article of the list that has not been read.
  mutating func goToUnread(forward: Bool) {
    guard !list.showsClippings else { return }
    let rows =
      forward
      ? Array(list.rows.indices.dropFirst(list.cursor.selected + 1))
      : list.rows.indices.prefix(list.cursor.selected).reversed()
    guard let row = rows.first(where: { !read.contains(catalog.ids[Int(list.rows[$0])]) }) else {
      message = Message(text: language("这里没有别的未读", "nothing else unread here"))
      return
    }
    list.cursor.select(row, of: list.rows.count, height: listRows)
  }
}
