/// Headings: large lines, and the small ones that stand above and below them on the same axis.
extension LayoutFinder {
  mutating func findHeadings() {
    let large = lines.indices.filter { !lines[$0].words.isEmpty && isLarge(lines[$0]) && !furniture.contains($0) }
    var isLargeLine = Set(large)
    // A large line within a column, close below its text, is a subhead of it.
    for index in large where isSubhead(index) { isLargeLine.remove(index) }
    let seeds = large.filter { isLargeLine.contains($0) }
    for index in seeds {
      track[index] = nil
      let line = lines[index]
      let group = headings.indices.last { goesOn($0, line) }
      if let group {
        headings[group].lines.append(index)
        headings[group].box = headings[group].box.union(line.box)
      } else {
        headings.append(Heading(lines: [index], box: line.box))
      }
    }
    let taken = Set(seeds)
    for number in stretches.indices { stretches[number].lines.removeAll { taken.contains($0) } }
    stretches.removeAll { $0.lines.isEmpty }
    uniteRows()
    addSmallLines()
  }

  /// Whether a large line stands in a column, close to its text above, and hardly larger; or is text that was set wide to fill its column.
  private func isSubhead(_ index: Int) -> Bool {
    guard let own = track[index] ?? column(filledBy: lines[index].box), lines[index].size < 1.5 * em else {
      return false
    }
    if let stretch = stretches.first(where: { $0.lines.contains(index) }), lines[index].size < 1.4 * em,
      let place = stretch.lines.firstIndex(of: index), place > 0
    {
      return true
    }
    let box = lines[index].box
    guard abs(box.left - tracks[own].left) < 0.8 * em, abs(box.right - tracks[own].right) < 0.8 * em else {
      return false
    }
    func isText(_ step: ClosedRange<Double>) -> Bool {
      lines.indices.contains {
        track[$0] == own && step.contains((lines[$0].box.midY - box.midY) / pitch) && isBodySize(lines[$0])
      }
    }
    return isText(-1.2 ... -0.8) && isText(0.8...1.2)
  }

  /// The column that a line begins and ends with.
  private func column(filledBy box: Box) -> Int? {
    tracks.indices.first { abs(box.left - tracks[$0].left) < 0.8 * em && abs(box.right - tracks[$0].right) < 0.8 * em }
  }

  /// Whether a large line goes on with a heading: right below it, on its axis or at its left edge, and not larger after smaller ones.
  private func goesOn(_ group: Int, _ line: PrintedLine) -> Bool {
    let heading = headings[group]
    guard let last = heading.lines.last.map({ lines[$0] }) else { return false }
    // A piece of the same line.
    if abs(last.box.midY - line.box.midY) < 0.4 * min(last.size, line.size) { return false }
    let gap = line.box.top - last.box.bottom
    guard gap < 0.75 * max(last.size, line.size) + 0.4 * em, gap > -0.7 * line.size else { return false }
    let largest = heading.lines.map { lines[$0].size }.max() ?? 0
    if line.size > 1.12 * last.size, last.size < 0.9 * largest { return false }
    // OCR loses the ends of headings, so that their axes say little of smaller lines right below them.
    let isRightBelow =
      !typography.isExact && line.size < 0.9 * last.size && gap < em
      && line.box.overlapX(last.box) > 0.6 * min(line.box.width, last.box.width)
    let slack = isRightBelow ? .infinity : typography.isExact ? 0.9 * em : 1.2 * line.size + 0.8 * em
    let axis = heading.box.midX
    guard abs(axis - line.box.midX) < slack || abs(heading.box.left - line.box.left) < 0.7 * em else { return false }
    return !lines.indices.contains { index in
      track[index] != nil && lines[index].box.midY > last.box.midY + 0.3 * em
        && lines[index].box.midY < line.box.midY - 0.3 * em
        && lines[index].box.overlapX(line.box) > em
    }
  }

  /// Puts headings of one row together that are pieces of one: neither stands in the middle of its columns, both together do.
  private mutating func uniteRows() {
    var first = 0
    while first < headings.count {
      var second = headings.indices.first { $0 != first && areOfOneRow(headings[first], headings[$0]) }
      if let other = second {
        for index in headings[other].lines {
          if let same = headings[first].lines.firstIndex(where: {
            abs(lines[$0].box.midY - lines[index].box.midY) < 0.45 * lines[$0].size
          }) {
            let line = headings[first].lines[same]
            let isBefore = lines[line].box.left < lines[index].box.left
            lines[line] = isBefore ? united(line, index) : united(index, line)
            lines[index].words = []
          } else {
            headings[first].lines.append(index)
          }
        }
        headings[first].lines.sort { lines[$0].box.midY < lines[$1].box.midY }
        headings[first].box = headings[first].box.union(headings[other].box)
        headings.remove(at: other)
        if other < first { first -= 1 }
        second = nil
      } else {
        first += 1
      }
    }
  }

  /// Whether a line of one heading goes on in the other's, to its right.
  private func areOfOneRow(_ a: Heading, _ b: Heading) -> Bool {
    for (left, right) in a.lines.flatMap({ left in b.lines.map { (lines[left], lines[$0]) } }) {
      let (size, other) = (left.size, right.size)
      let gap = right.box.left - left.box.right
      guard gap > -0.5 * em, gap < 2.6 * max(size, other), max(size, other) < 1.3 * min(size, other),
        abs(left.box.midY - right.box.midY) < 0.5 * size
      else { continue }
      if gap < 0.4 * size { return true }
      let union = left.box.union(right.box)
      if hasColumnRules {
        // Where rules stand between articles, none between two pieces says that they are of one.
        if isRule(between: left.box, right.box) { return false }
        if gap < 1.6 * size, offAxis(union) < 0.9 * em { return true }
      }
      // The rest of a heading of several lines stands on their axis.
      if b.lines.count == 1, a.lines.count > 1 {
        let rest = a.lines.map { lines[$0].box }.filter { abs($0.midY - left.box.midY) > 0.5 * size }
        if rest.contains(where: { abs($0.midX - union.midX) < em && abs($0.midX - left.box.midX) > 1.5 * em }) {
          return true
        }
      }
      return offAxis(union) + 0.3 * em < min(offAxis(left.box), offAxis(right.box))
    }
    return false
  }

  /// Whether rules were seen between columns.
  private var hasColumnRules: Bool { rules.count { $0.height > 6 * em && $0.width < 0.6 * em } >= 2 }

  private func isRule(between left: Box, _ right: Box) -> Bool {
    rules.contains {
      $0.width < 0.6 * em && $0.midX > left.right - 0.5 * em && $0.midX < right.left + 0.5 * em
        && $0.overlapY(left.union(right)) > 0.4 * left.height
    }
  }

  private func united(_ first: Int, _ second: Int) -> PrintedLine {
    var line = lines[first]
    line.words += lines[second].words
    line.box = line.box.union(lines[second].box)
    line.units += lines[second].units
    line.text += (typography.isExact ? [0x20] : []) + lines[second].text
    return line
  }

  /// How far a box is from the middle of the columns that it stands above.
  private func offAxis(_ box: Box) -> Double {
    let below = columns(below: box.bottom)
    let own = below.filter { min($0.right, box.right) - max($0.left, box.left) > 0.8 * em }
    guard let left = own.map(\.left).min(), let right = own.map(\.right).max() else { return 0 }
    return abs(box.midX - (left + right) / 2)
  }

  /// Adds kickers, decks, bylines and labels: small lines above and below the large ones.
  private mutating func addSmallLines() {
    headings.sort { $0.box.top < $1.box.top }
    var isFree = lines.indices.map { !lines[$0].words.isEmpty && !furniture.contains($0) }
    for heading in headings { for index in heading.lines { isFree[index] = false } }
    for number in headings.indices {
      // Above.
      while let index = nearest(to: number, above: true, isFree) {
        isFree[index] = false
        headings[number].lines.insert(index, at: 0)
        headings[number].box = headings[number].box.union(lines[index].box)
      }
      while let index = nearest(to: number, above: false, isFree) {
        isFree[index] = false
        headings[number].lines.append(index)
        headings[number].box = headings[number].box.union(lines[index].box)
      }
    }
    let taken = Set(headings.flatMap(\.lines))
    for index in taken { track[index] = nil }
    for number in stretches.indices { stretches[number].lines.removeAll { taken.contains($0) } }
    stretches.removeAll { $0.lines.isEmpty }
  }

  /// The free line right above or below a heading that stands on its axis, if there is one that is no line of text.
  private func nearest(to number: Int, above: Bool, _ isFree: [Bool]) -> Int? {
    let heading = headings[number]
    var best: (index: Int, gap: Double)?
    for index in lines.indices where isFree[index] && !isLarge(lines[index]) {
      let line = lines[index]
      let gap = above ? heading.box.top - line.box.bottom : line.box.top - heading.box.bottom
      // Boxes stand higher or lower around the type of one font than of another, the more the larger it is.
      let largest = heading.lines.map { lines[$0].size }.max() ?? em
      guard gap > -0.5 * line.size, gap < (above ? 1 : 1.2) * em + 0.15 * largest,
        line.box.overlapX(heading.box) > 0.5 * em,
        best.map({ gap < $0.gap }) ?? true
      else { continue }
      let slack = typography.isExact ? 0.6 * em : 1.4 * em
      let off = abs(line.box.midX - heading.box.midX)
      guard off < slack, standsInMiddle(index) || !above && off < slack / 2 && standsAlone(index) else { continue }
      best = (index, gap)
    }
    return best?.index
  }

  /// Whether no line of a column goes on above or below a line at the pace of text.
  private func standsAlone(_ index: Int) -> Bool {
    stretches.first { $0.lines.contains(index) }.map { $0.lines.count == 1 } ?? true
  }

  /// Whether a line stands across columns, or in the middle of one with room on both sides.
  func standsInMiddle(_ index: Int) -> Bool {
    guard let number = track[index] else { return true }
    let column = tracks[number]
    let (left, right) = (lines[index].box.left - column.left, column.right - lines[index].box.right)
    if left > 0.5 * em, right > 0.5 * em, abs(left - right) < (typography.isExact ? 0.5 : 1.2) * em {
      // An indented line that ends as far from the right edge is rare; a wider one is what a heading's small lines are.
      return true
    }
    return typography.isExact && lines[index].size > 1.03 * em
  }
}
