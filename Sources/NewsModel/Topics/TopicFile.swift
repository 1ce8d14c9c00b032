/// The file of the user's topics: named queries, `name = query` a line, as `QueryList` reads them.
public struct TopicFile: Sendable {
  /// The path of the file, which need not be there.
  public let path: FilePath
  private let file: StateFile

  /// The file at `path`.
  public init(path: FilePath) {
    self.path = path
    file = StateFile(path: path)
  }

  /// The topics in the order of the file; none without one.
  ///
  /// - Parameter today: the day from which relative days in queries count.
  /// - Throws: `LibraryError` when the file is there and cannot be read.
  public func read(today: NewsDate?) throws(LibraryError) -> QueryList {
    guard path.exists else { return QueryList("", file: path.shown, today: today) }
    return QueryList(try TextFile.read(path).text, file: path.shown, today: today, areNamesUnique: true)
  }

  /// Gives the topic of this name this query: in its line, else in a line at the end; without a query its line goes. Every
  /// other line stays as it is.
  ///
  /// - Throws: `LibraryError` when the file cannot be read or is no text, `StorageError` when it cannot be written: then
  ///   nothing is changed.
  public func set(_ name: String, _ query: String?) throws {
    if path.exists { _ = try TextFile.read(path) }
    let line = query.map { "\(name) = \($0)" }
    try file.change { bytes in
      guard let bytes else { return line.map { Array(($0 + "\n").utf8) } }
      guard let text = try? TextDecoding.decode(bytes).text else { return nil }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      // What stands behind the last line end is a line only if there is something.
      if lines.last?.isEmpty == true { lines.removeLast() }
      let place = lines.firstIndex { QueryList.parts(of: $0).map { $0.name ?? $0.query } == name }
      if let place {
        lines.replaceSubrange(place...place, with: line.map { [$0] } ?? [])
      } else if let line {
        lines.append(line)
      }
      return Array((lines.map { $0 + "\n" }.joined()).utf8)
    }
  }

  /// What is wrong with a topic's name; `nil` when nothing is.
  public static func problem(ofName name: String) -> Phrase? {
    let parts = QueryList.parts(of: name + " = 甲")
    if !name.isEmpty, parts?.name == name, parts?.query == "甲" { return nil }
    return Phrase(
      "名称要有字，不能以 # 开头，不能有 = 引号 / 括号", "a name must not be empty, begin with #, or hold = / quotation marks or brackets")
  }
}
