/// Which quotation marks of a query belong together.
///
/// Input methods type many kinds of marks, and sometimes the wrong one of a pair: “ ” 「 」 ＂ ＂, but also ” “ and “ ".
struct QuoteMarks {
  /// For an opening mark the place of the closing one.
  private var closings: [Int: Int] = [:]

  /// Finds the pairs in a query.
  ///
  /// - Complexity: O(scalars).
  init(_ scalars: [Unicode.Scalar]) {
    var open: [Unicode.Scalar: [Int]] = [:]
    var unpaired: Set<Int> = []
    for (place, scalar) in scalars.enumerated() where Self.kind(of: scalar) != nil {
      if let opening = Self.opening[scalar], let start = open[opening]?.popLast() {
        closings[start] = place
        unpaired.remove(start)
      } else {
        if Self.closing[scalar] != nil { open[scalar, default: []].append(place) }
        unpaired.insert(place)
      }
    }
    // Marks that turn the wrong way, or have no way, go on to the next one of their kind.
    var next: [UInt16: Int] = [:]
    for place in scalars.indices.reversed() {
      let kind = scalars[place] == "\"" ? 0x22 : unpaired.contains(place) ? Self.kind(of: scalars[place]) : nil
      guard let kind else { continue }
      closings[place] = next[kind]
      next[kind] = place
    }
  }

  /// The place of the mark that closes what the mark at `place` opens; `nil` where it opens nothing.
  subscript(place: Int) -> Int? { closings[place] }

  /// Whether the scalar is one of the marks.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { kind(of: scalar) != nil }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "‘": "’", "「": "」", "『": "』", "〝": "〞", "﹁": "﹂", "﹃": "﹄",
  ]
  private static let opening = Dictionary(uniqueKeysWithValues: closing.map { ($1, $0) })

  /// What tells kinds of marks apart: what they fold to, else the opening one; `nil` for what is no mark, and for
  /// ASCII.
  private static func kind(of scalar: Unicode.Scalar) -> UInt16? {
    guard scalar.value > 0x7F, let unit = UInt16(exactly: scalar.value) else { return nil }
    let folded = FoldTable.units[Int(unit)]
    if folded == 0x22 || folded == 0x27 { return folded }
    return closing[scalar] == nil ? opening[scalar].flatMap { UInt16(exactly: $0.value) } : unit
  }
}
