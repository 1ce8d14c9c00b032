/// Texts of which each stands near the next in one part, neither inside the other.
///
/// Every occurrence counts, also one that overlaps another of the same text: 人人人 holds 人人 twice. What is found, and
/// marked, are the occurrences that belong to a whole row of neighbours.
struct NeighbourPattern: Sendable {
  /// The query's node, by which patterns are told apart.
  let node: QueryNode
  /// For each place in the row the texts that may stand there.
  private let operands: [[TextCondition]]
  /// What may lie between each operand and the next.
  private let gaps: [TextGap]
  /// A condition that every article with a match fulfils, for the index.
  let filter: QueryPlan

  /// Looks for a row of `operands`, one more than `gaps`.
  init(_ operands: [QueryNode], _ gaps: [TextGap]) {
    node = .neighbours(operands, gaps)
    self.operands = operands.map(\.textConditions)
    self.gaps = gaps
    filter = .all(self.operands.map { conditions in .any(conditions.map { .pattern(.exact($0)) }) })
  }

  /// The occurrences in a part that belong to a row, sorted, each once.
  ///
  /// - Complexity: O(units + *n* log *n*), *n* occurrences of the texts.
  func matches(in units: UnsafePointer<UInt16>, _ part: Range<Int>, rank: PartRank) -> [Range<Int>] {
    var rows: [[Range<Int>]] = []
    for operand in operands {
      let row = Self.occurrences(of: operand, in: units, part, rank)
      if row.isEmpty { return [] }
      rows.append(row)
    }
    // First what has such neighbours before it, then, of these, what has them behind it.
    for index in rows.indices.dropFirst() {
      rows[index] = Self.keeping(rows[index], near: rows[index - 1], gaps[index - 1], isSecond: true, units)
    }
    for index in rows.indices.dropLast().reversed() {
      rows[index] = Self.keeping(rows[index], near: rows[index + 1], gaps[index], isSecond: false, units)
    }
    return Set(rows.joined()).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  private static func occurrences(
    of conditions: [TextCondition], in units: UnsafePointer<UInt16>, _ part: Range<Int>, _ rank: PartRank
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for condition in conditions where condition.place.allows(rank) {
      var at = part.lowerBound
      while let place = condition.scanner.first(in: units, from: at, to: part.upperBound) {
        found.append(place..<place + condition.scanner.needle.count)
        at = place + 1
      }
    }
    return found
  }

  /// The ranges of `row` that have one of `others` within the gap.
  ///
  /// - Parameter isSecond: whether `row` is that of the second text of the gap.
  private static func keeping(
    _ row: [Range<Int>], near others: [Range<Int>], _ gap: TextGap, isSecond: Bool, _ units: UnsafePointer<UInt16>
  ) -> [Range<Int>] {
    let ends = others.map(\.upperBound).sorted()
    let starts = others.map(\.lowerBound).sorted()
    return row.filter { range in
      // Nobody is nearer than the last one that ends before, or the first one that begins behind.
      let before = ends.partitioningIndex { $0 > range.lowerBound } - 1
      if isSecond || !gap.isOrdered, before >= 0, isWithin(gap.limit, ends[before]..<range.lowerBound, units) {
        return true
      }
      let behind = starts.partitioningIndex { $0 >= range.upperBound }
      return (!isSecond || !gap.isOrdered) && behind < starts.count
        && isWithin(gap.limit, range.upperBound..<starts[behind], units)
    }
  }

  /// Whether a stretch has at most `limit` scalars.
  private static func isWithin(_ limit: Int, _ stretch: Range<Int>, _ units: UnsafePointer<UInt16>) -> Bool {
    if stretch.count <= limit { return true }
    // A scalar has two units at most.
    if stretch.count > 2 * limit { return false }
    var count = 0
    for place in stretch where !UTF16.isTrailSurrogate(units[place]) { count += 1 }
    return count <= limit
  }
}

extension QueryNode {
  /// The texts of a word or of a choice of words; none of anything else.
  fileprivate var textConditions: [TextCondition] {
    switch self {
    case .text, .field:
      if case .pattern(.exact(let condition)) = QueryPlan(self) { [condition] } else { [] }
    case .any(let nodes): nodes.flatMap(\.textConditions)
    default: []
    }
  }

  /// Whether the node is a word, one of a part's role included, or a choice of words: what a distance is measured from.
  var isTextOrChoice: Bool {
    switch self {
    case .text: true
    case .field(let field, _): field.asksForText
    case .any(let nodes): nodes.allSatisfy(\.isTextOrChoice)
    default: false
    }
  }
}
