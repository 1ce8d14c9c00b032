/// Which articles a regular job has told of, day by day: what is not in it is new.
///
/// One file for each set of paths and topic, in the folder of the program's state. A line holds a day and the ids that came
/// on it; articles that went and came again stay what they are, by their text.
public struct ArrivalLog: Sendable {
  /// What came on one day.
  private struct Run {
    let day: String
    let ids: [UInt64]
  }

  private let file: StateFile
  /// The first line: says for whom the log is.
  private let header: String
  private var runs: [Run] = []
  /// Whether the job has run before.
  public let isFirst: Bool

  /// Opens the log of a job.
  ///
  /// - Parameters:
  ///   - folder: the folder of the program's state.
  ///   - paths: absolute paths; their order says nothing.
  ///   - topic: the topic's name, if the job asks for one.
  /// - Complexity: O(ids).
  public init(folder: FilePath, paths: [FilePath], topic: String?) {
    self.init(folder: folder, key: paths.map(\.encoded).sorted() + [topic.map { "topic " + $0 } ?? ""])
  }

  /// Opens the log of what the reader has ever shown of these paths.
  public init(folder: FilePath, readerOf paths: [FilePath]) {
    self.init(folder: folder, key: paths.map(\.encoded).sorted() + ["reader"])
  }

  private init(folder: FilePath, key: [String]) {
    header = "# " + key.map { String(reflecting: $0) }.joined(separator: " ")
    let name = ArticleID.digits(FNV1a.hash(header.utf8))
    file = StateFile(path: folder.appending("new").appending(FilePath(name + ".log")))
    let lines = String(decoding: file.read() ?? [], as: UTF8.self).split(separator: "\n")
    guard let first = lines.first, first == header else {
      isFirst = true
      return
    }
    isFirst = false
    for line in lines.dropFirst() {
      let words = line.split(separator: " ")
      guard let day = words.first else { continue }
      runs.append(Run(day: String(day), ids: words.dropFirst().compactMap { UInt64($0, radix: 16) }))
    }
  }

  /// The ids of articles that came before a day; all that ever came without one.
  ///
  /// - Complexity: O(ids).
  public func known(before day: NewsDate? = nil) -> Set<UInt64> {
    // Days of this form sort as text.
    let known = runs.filter { run in day.map { run.day < $0.description } ?? true }
    return Set(known.flatMap(\.ids))
  }

  /// The days on which articles came; none of those that were there when the log was begun.
  ///
  /// - Complexity: O(ids).
  public var days: [UInt64: NewsDate] {
    var days: [UInt64: NewsDate] = [:]
    for run in runs { if let day = NewsDate(run.day) { for id in run.ids where days[id] == nil { days[id] = day } } }
    return days
  }

  /// Begins a log with what is there already; no day counts as the one on which it came.
  ///
  /// - Throws: as `add`.
  public func begin(with ids: [UInt64]) throws(StorageError) { try add(ids, on: "0000-00-00") }

  /// Adds what came on a day; on disk when the call returns.
  ///
  /// - Throws: `StorageError` when the file cannot be written: then the same is new the next time.
  public func add(_ ids: [UInt64], on day: NewsDate) throws(StorageError) { try add(ids, on: day.description) }

  private func add(_ ids: [UInt64], on day: String) throws(StorageError) {
    let line = ([day] + ids.map(ArticleID.digits)).joined(separator: " ") + "\n"
    try file.change { [header] bytes in
      // Another run may have written in the meantime.
      let isOwn = bytes?.starts(with: Array((header + "\n").utf8)) == true
      return (isOwn ? bytes ?? [] : Array((header + "\n").utf8)) + Array(line.utf8)
    }
  }
}
