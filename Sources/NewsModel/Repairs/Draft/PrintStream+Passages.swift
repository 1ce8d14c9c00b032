extension PrintStream {
  /// Where a passage stands now.
  ///
  /// Where its text stands just so, that is the place, if what stands around it agrees or it is long enough to be no other;
  /// of several such places the one whose surroundings agree best. Else it is looked for as a page that was read anew has it, some
  /// characters wrong, missing or extra.
  /// - Returns: `nil` where nothing is enough like it.
  /// - Complexity: O(characters), times how often the passage's first ones recur.
  func find(_ passage: Passage) -> Range<Int>? {
    exact(passage) ?? similar(passage)
  }

  /// A passage of fewer characters is told from others like it by its surroundings.
  private static let longEnough = 16
  /// So many characters of them must agree.
  private static let leastContext = 4

  /// Where the text of a passage stands just so.
  func exact(_ passage: Passage) -> Range<Int>? {
    let text = Self.counted(passage.text)
    guard let first = text.first, text.count <= scalars.count else { return nil }
    let (before, after) = (Self.counted(passage.before), Self.counted(passage.after))
    let needed = text.count >= Self.longEnough ? 0 : min(Self.leastContext, before.count + after.count)
    var best: (range: Range<Int>, agreeing: Int)?
    for start in 0...scalars.count - text.count
    where scalars[start] == first && scalars[start..<start + text.count].elementsEqual(text) {
      let end = start + text.count
      let agreeing =
        zip(before.reversed(), scalars[..<start].reversed()).prefix { $0 == $1 }.count
        + zip(after, scalars[end...]).prefix { $0 == $1 }.count
      if agreeing >= needed, agreeing > best?.agreeing ?? -1 { best = (start..<end, agreeing) }
    }
    return best?.range
  }

  /// How many characters one gram spans.
  private static let gram = 4
  private static let mostRecurring = 4

  /// Where a text much like a passage and its surroundings stands, by the grams of both.
  func similar(_ passage: Passage) -> Range<Int>? {
    let before = Self.counted(passage.before)
    let text = Self.counted(passage.text)
    let whole = before + text + Self.counted(passage.after)
    let wanted = before.count..<before.count + text.count
    guard !text.isEmpty, whole.count >= 2 * Self.gram, scalars.count >= Self.gram else { return nil }
    var offsets: [UInt64: [Int]] = [:]
    for offset in 0...whole.count - Self.gram { offsets[Self.key(whole, at: offset), default: []].append(offset) }
    var pairs: [(offset: Int, place: Int)] = []
    for place in 0...scalars.count - Self.gram {
      // What recurs within the passage tells no place in it.
      guard let found = offsets[Self.key(scalars, at: place)], found.count <= Self.mostRecurring else { continue }
      for offset in found { pairs.append((offset, place)) }
    }
    guard let near = Self.largestRun(of: pairs, reach: max(8, whole.count / 10)) else { return nil }
    // One wrong character in ten leaves two thirds of the grams.
    guard Set(near.map(\.offset)).count * 3 >= whole.count - Self.gram else { return nil }
    guard let start = Self.place(of: wanted.lowerBound, by: near, atEnd: false),
      let end = Self.place(of: wanted.upperBound, by: near, atEnd: true)
    else { return nil }
    let found = max(0, border(near: start))..<min(scalars.count, border(near: end))
    let isInside = near.contains { wanted.contains($0.offset) || wanted.contains($0.offset + Self.gram - 1) }
    guard !found.isEmpty, isInside, found.count * 2 >= text.count, found.count <= 2 * text.count else { return nil }
    return found
  }

  private static func key(_ scalars: [UInt32], at start: Int) -> UInt64 {
    (0..<gram).reduce(0) { ($0 &* 0x1_0001_93) ^ UInt64(scalars[start + $1]) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// Of grams that both texts have, the most that stand about equally far apart in both.
  private static func largestRun(
    of pairs: [(offset: Int, place: Int)], reach: Int
  ) -> ArraySlice<(offset: Int, place: Int)>? {
    let sorted = pairs.sorted { ($0.place - $0.offset, $0.offset) < ($1.place - $1.offset, $1.offset) }
    var best: Range<Int>?
    var start = 0
    for end in sorted.indices {
      while sorted[end].place - sorted[end].offset - (sorted[start].place - sorted[start].offset) > reach { start += 1 }
      if end + 1 - start > best?.count ?? 0 { best = start..<end + 1 }
    }
    return best.map { sorted[$0] }
  }

  /// Where an offset of one text is in the other, by the nearest gram that both have.
  private static func place(of offset: Int, by pairs: ArraySlice<(offset: Int, place: Int)>, atEnd: Bool) -> Int? {
    // A border is certain where a gram begins, or ends, at it.
    let nearest = pairs.min { distance($0.offset, offset, atEnd) < distance($1.offset, offset, atEnd) }
    return nearest.map { $0.place + offset - $0.offset }
  }

  private static func distance(_ gramStart: Int, _ offset: Int, _ atEnd: Bool) -> Int {
    abs(gramStart + (atEnd ? gram : 0) - offset)
  }

  /// A place, or the beginning of a line that is within three characters of it: what was chosen were mostly whole lines.
  private func border(near place: Int) -> Int {
    for distance in 0...3 {
      for border in [place - distance, place + distance] where border >= 0 && border <= scalars.count {
        if border == 0 || border == scalars.count || lines[border] != lines[border - 1] { return border }
      }
    }
    return place
  }
}
