import Platform

/// Which articles were read and when: a file of lines `+ID DAY` and `-ID`, the last of which counts. Older lines have no day.
///
/// A mark is worth less than a clipping: it is written by one append without waiting for the disk. Two copies of the
/// program may append side by side; a torn or foreign line is passed over. All calls may come from any thread.
public final class ReadMarks: @unchecked Sendable {
  private let file: DurableFile
  // Guards the marks.
  private let mutex = Monitor()
  private var marked: Set<String> = []
  /// The day on which an article was marked, where it is known.
  private var days: [String: String] = [:]
  /// Lines that could not be written yet.
  private var pending: [UInt8] = []

  /// The marks in the file `read` of a folder, such as `$XDG_STATE_HOME/xianwen`.
  public convenience init(folder: FilePath) { self.init(folder: folder, calls: .system) }

  init(folder: FilePath, calls: FileCalls) { file = DurableFile(path: folder.appending("read"), calls: calls) }

  /// The ids of the articles read, as far as known.
  public var ids: Set<String> { mutex.withLock { marked } }

  /// The days on which the articles were read, as far as known, by their ids as numbers.
  public var readDays: [UInt64: NewsDate] {
    mutex.withLock {
      var read: [UInt64: NewsDate] = [:]
      for (id, day) in days { if let number = UInt64(id, radix: 16) { read[number] = NewsDate(day) } }
      return read
    }
  }

  /// Reads the marks; a missing file has none. Marks that could not be written yet count all the same.
  ///
  /// A file of mostly outdated lines is written anew with one line per mark.
  /// - Complexity: O(bytes).
  @discardableResult
  public func load() throws(ClippingError) -> Set<String> {
    mutex.lock()
    defer { mutex.unlock() }
    do {
      guard try file.exists(), let read = try file.readUnlocked() else { return marked }
      let lineCount = take(read.bytes)
      // The next mark must not be joined to a torn line.
      if let last = read.bytes.last, last != UInt8(ascii: "\n"), pending.isEmpty { pending = [UInt8(ascii: "\n")] }
      if lineCount > 1000, lineCount > 2 * marked.count { try? compact() }
    } catch { throw ClippingError(error) }
    return marked
  }

  /// Marks an article as read, on a day, or as not read.
  ///
  /// - Throws: when the mark could not be written; it counts until the program ends, and the next mark, or `retry`, takes it along.
  public func mark(_ id: String, isRead: Bool, on day: NewsDate? = nil) throws(ClippingError) {
    try mark([id], isRead: isRead, on: day)
  }

  /// Marks articles as read, on a day, or as not read, by one write.
  ///
  /// - Throws: as above.
  public func mark(_ ids: [String], isRead: Bool, on day: NewsDate? = nil) throws(ClippingError) {
    mutex.lock()
    defer { mutex.unlock() }
    let count = pending.count
    for id in ids where isRead != marked.contains(id) && !id.contains("\n") {
      set(id, isRead, day?.description)
      pending += Self.line(id, isRead, day?.description).utf8
    }
    if pending.count > count { try writePending() }
  }

  private func set(_ id: String, _ isRead: Bool, _ day: String?) {
    if isRead { marked.insert(id) } else { marked.remove(id) }
    days[id] = isRead ? day : nil
  }

  private static func line(_ id: String, _ isRead: Bool, _ day: String?) -> String {
    "\(isRead ? "+" : "-")\(id)" + (day.map { " " + $0 } ?? "") + "\n"
  }

  /// Writes what could not be written before.
  public func retry() throws(ClippingError) {
    mutex.lock()
    defer { mutex.unlock() }
    if pending.contains(where: { $0 != UInt8(ascii: "\n") }) { try writePending() }
  }

  private func writePending() throws(ClippingError) {
    do {
      try file.appendLoosely(pending)
      pending = []
    } catch {
      // A part of a line may be written: what is tried next must not be joined to it.
      if pending.first != UInt8(ascii: "\n") { pending.insert(UInt8(ascii: "\n"), at: 0) }
      throw ClippingError(error)
    }
  }

  /// Takes over the lines of a file, and those that it does not hold yet; how many the file has.
  private func take(_ bytes: [UInt8]) -> Int {
    (marked, days) = ([], [:])
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    // The end of a file that ends in no line break was torn off.
    if let last = bytes.last, last != UInt8(ascii: "\n") { lines.removeLast() }
    for line in lines + pending.split(separator: UInt8(ascii: "\n")) {
      guard line.first == UInt8(ascii: "+") || line.first == UInt8(ascii: "-") else { continue }
      let words = String(decoding: line.dropFirst(), as: UTF8.self).split(separator: " ", maxSplits: 1)
      guard let id = words.first else { continue }
      set(String(id), line.first == UInt8(ascii: "+"), words.count > 1 ? String(words[1]) : nil)
    }
    return lines.count
  }

  private func compact() throws(FileFault) {
    try file.locked(creating: false) { (locked) throws(FileFault) in
      // Another copy may have added marks since.
      guard let read = try locked.read() else { return }
      _ = take(read.bytes)
      _ = try locked.replace(with: Array(marked.sorted().map { Self.line($0, true, days[$0]) }.joined().utf8))
    }
  }
}
