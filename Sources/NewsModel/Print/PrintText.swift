/// A text on its way to its normal form: its scalars, and for each the printed one that it came from.
struct PrintText {
  /// The text as it is so far.
  private(set) var scalars: [UInt32]
  /// For each scalar, the index of the scalar of the print that it is or stands for.
  private(set) var origins: [Int32]
  /// What was changed, as indices of the print's scalars.
  private(set) var changes: [(step: NormalStep, origin: Int32)] = []
  /// What a tool says of lines, by the first scalar of the print that stands on them.
  private(set) var kinds: [Int32: LineKind] = [:]
  /// The printed scalars that begin lines which print spread over their column, so that their length says nothing.
  var loose: Set<Int32> = []
  /// The printed scalars that begin lines which look like two columns side by side and were not parted.
  var crowded: [Int32] = []

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
    origins = Array(0..<Int32(scalars.count))
  }

  /// A text being written anew from another, from its beginning to its end.
  struct Rewriting {
    fileprivate let source: PrintText
    fileprivate(set) var scalars: [UInt32] = []
    fileprivate(set) var origins: [Int32] = []
    fileprivate var changes: [(step: NormalStep, origin: Int32)] = []

    fileprivate init(_ source: PrintText) {
      self.source = source
      scalars.reserveCapacity(source.scalars.count)
      origins.reserveCapacity(source.scalars.count)
    }

    /// Goes on with a stretch of the text as it is.
    mutating func keep(_ range: Range<Int>) {
      scalars += source.scalars[range]
      origins += source.origins[range]
    }

    /// Goes on with `scalars` in the place of the scalar at `index`; with none to leave it out.
    mutating func replace(_ index: Int, by scalars: some Collection<UInt32>, _ step: NormalStep) {
      self.scalars += scalars
      origins += repeatElement(source.origins[index], count: scalars.count)
      note(index, step)
    }

    /// Goes on with `scalar` as one that stands for that at `index`.
    mutating func write(_ scalar: UInt32, from index: Int) {
      scalars.append(scalar)
      origins.append(source.origins[index])
    }

    /// Notes that `step` changed something at `index`.
    mutating func note(_ index: Int, _ step: NormalStep) {
      guard source.origins.indices.contains(index) else { return }
      changes.append((step, source.origins[index]))
    }
  }

  /// Notes that `step` found something at `index`.
  mutating func note(_ index: Int, _ step: NormalStep) { changes.append((step, origins[index])) }

  /// Says what the line is that the printed scalar with this index begins.
  mutating func setKind(_ kind: LineKind, ofLineAt origin: Int32) { kinds[origin] = kind }

  /// What a tool says of a line.
  func kind(of line: Range<Int>) -> LineKind? {
    guard !kinds.isEmpty, let first = line.first(where: { !CharacterClass.of(scalars[$0]).contains(.space) }) else {
      return nil
    }
    return kinds[origins[first]]
  }

  /// Writes the text anew.
  mutating func rewrite(_ body: (inout Rewriting) -> Void) {
    var rewriting = Rewriting(self)
    body(&rewriting)
    scalars = rewriting.scalars
    origins = rewriting.origins
    changes += rewriting.changes
  }

  /// Replaces single scalars: `replacement` gives what stands for the scalar at an index, `nil` to keep it.
  ///
  /// - Complexity: O(scalars).
  mutating func replaceEach(_ step: NormalStep, _ replacement: (_ scalar: UInt32, _ index: Int) -> [UInt32]?) {
    let source = scalars
    rewrite { out in
      var kept = 0
      for (index, scalar) in source.enumerated() {
        guard let other = replacement(scalar, index) else { continue }
        out.keep(kept..<index)
        out.replace(index, by: other, step)
        kept = index + 1
      }
      out.keep(kept..<source.count)
    }
  }

  /// The lines, without their ends.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, scalar) in scalars.enumerated() where scalar == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<scalars.count)
    return lines
  }
}
