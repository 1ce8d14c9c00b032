/// Which articles of a library are versions of one story: reprints in other papers or on other pages, a page put in twice.
public struct Reprints: Sendable {
  /// By article the number of its story, -1 for none; articles beyond the end have none.
  private var stories: [Int32] = []
  /// The versions of each story, earliest first.
  private var versions: [[Int32]] = []

  /// No reprints.
  public static let none = Reprints()

  private init() {}

  /// The stories that these groups of articles are.
  ///
  /// - Parameter groups: the versions of each story, earliest first.
  init(_ groups: [[Int32]], articleCount: Int) {
    guard !groups.isEmpty else { return }
    versions = groups
    stories = [Int32](repeating: -1, count: articleCount)
    for (number, group) in groups.enumerated() { for article in group { stories[Int(article)] = Int32(number) } }
  }

  /// The versions of the story of an article, earliest first; none where it stands alone.
  public func versions(of article: Int) -> [Int32] {
    guard stories.indices.contains(article), stories[article] >= 0 else { return [] }
    return versions[Int(stories[article])]
  }

  /// All stories that have several versions.
  public var all: [[Int32]] { versions }

  /// Articles of which a story counts once: the first of each in an order, and in which row of it each further version
  /// goes.
  ///
  /// - Complexity: O(rows).
  public func folded<Row: BinaryInteger>(_ rows: [Row]) -> [Row] {
    guard !versions.isEmpty else { return rows }
    var seen: Set<Int32> = []
    return rows.filter { row in
      guard stories.indices.contains(Int(row)), stories[Int(row)] >= 0 else { return true }
      return seen.insert(stories[Int(row)]).inserted
    }
  }
}
