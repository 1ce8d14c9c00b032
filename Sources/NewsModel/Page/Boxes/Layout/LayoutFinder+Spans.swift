import Platform

/// Which columns a heading stands above, and captions.
extension LayoutFinder {
  /// The columns that text below `y` was set in, side by side: of those that overlap the one whose text begins first.
  func columns(below y: Double) -> [Track] {
    var chosen: [Track] = []
    for stretch in stretches where !stretch.lines.isEmpty {
      let top = lines[stretch.lines[0]].box.top
      guard top > y - 0.6 * em else { continue }
      let track = tracks[stretch.track]
      guard !chosen.contains(where: { min($0.right, track.right) - max($0.left, track.left) > 0.5 * em }) else {
        continue
      }
      chosen.append(track)
    }
    for track in tracks where track.isInferred {
      guard !chosen.contains(where: { min($0.right, track.right) - max($0.left, track.left) > 0.5 * em }) else {
        continue
      }
      chosen.append(track)
    }
    return chosen.sorted { $0.left < $1.left }
  }

  /// Finds the columns of each heading.
  mutating func setSpans() {
    for number in headings.indices {
      let box = headings[number].box
      let columns = columns(below: box.bottom)
      headings[number].left = box.left
      headings[number].right = box.right
      let own = columns.indices.filter {
        let shared = min(columns[$0].right, box.right) - max(columns[$0].left, box.left)
        return shared > min(1.2 * em, 0.3 * columns[$0].width)
      }
      guard let first = own.first, let last = own.last else { continue }
      let firsts = columns.map { firstBelow($0, box.bottom) }
      let tops = own.compactMap { firsts[$0] }.filter { isText($0) }.map { lines[$0].box.midY }.filter {
        $0 < box.bottom + 2.5 * pitch
      }
      let top = tops.min()
      func isAligned(_ column: Int) -> Bool {
        guard let line = firsts[column], isText(line), let top else { return false }
        return abs(lines[line].box.midY - top) < 0.4 * pitch
      }
      var best: (left: Double, right: Double, score: Double)?
      var low = first
      while true {
        var high = last
        while true {
          let (left, right) = (columns[low].left, columns[high].right)
          var off = abs(box.midX - (left + right) / 2) / em
          if abs(headings[number].box.left - left) < 0.7 * em { off = min(off, 1) }
          var score = -min(4, max(0, off - (typography.isExact ? 0.1 : 0.6)))
          for column in low...high {
            if isAligned(column) {
              score += 0.5
            } else if let line = firsts[column], isText(line), lines[line].box.top < box.bottom + 1.5 * pitch {
              score -= 1
            }
          }
          for column in [low - 1, high + 1] where columns.indices.contains(column) {
            if isAligned(column), isClear(columns[column], box) { score -= 0.8 }
          }
          if best.map({ score > $0.score }) ?? true { best = (left, right, score) }
          guard high + 1 < columns.count, isClear(columns[high + 1], box) else { break }
          high += 1
        }
        guard low > 0, isClear(columns[low - 1], box) else { break }
        low -= 1
      }
      if let best {
        headings[number].left = best.left
        headings[number].right = best.right
      }
    }
    addLabels()
  }

  /// Whether a line is text of a column.
  func isText(_ line: Int) -> Bool { track[line] != nil }

  /// The first line below `y` in a column.
  func firstBelow(_ column: Track, _ y: Double) -> Int? {
    lines.indices.first {
      !lines[$0].words.isEmpty && lines[$0].box.midY > y
        && min(column.right, lines[$0].box.right) - max(column.left, lines[$0].box.left)
          > min(0.3 * column.width, lines[$0].box.width / 2)
    }
  }

  /// Whether nothing stands in a column beside a heading.
  private func isClear(_ column: Track, _ box: Box) -> Bool {
    !lines.contains { line in
      !line.words.isEmpty && line.box.midY > box.top + 0.3 * em && line.box.midY < box.bottom - 0.2 * em
        && min(column.right, line.box.right) - max(column.left, line.box.left) > 0.8 * em
        && !(line.box.left >= box.left - 1 && line.box.right <= box.right + 1)
    }
      && !rules.contains { rule in
        // A rule between the heading and the column.
        rule.width < 0.6 * em && rule.overlapY(box) > 0.4 * box.height
          && (rule.midX > box.right && rule.midX < column.left + em
            || rule.midX < box.left && rule.midX > column.right - em)
      }
  }

  /// Gives short lines right above a heading, at the left edge of its columns, to it: the column's name.
  private mutating func addLabels() {
    for number in stretches.indices {
      let own = stretches[number].lines
      guard own.count <= 2, let first = own.first, let last = own.last, own.allSatisfy({ lines[$0].units <= 14 }) else {
        continue
      }
      let (top, bottom) = (lines[first].box.top, lines[last].box.bottom)
      let found = headings.indices.filter { heading in
        let other = headings[heading]
        let gap = other.box.top - bottom
        return gap > -1.2 * em && gap < 2.2 * em && other.box.bottom > bottom
          && lines[first].box.left > other.left - 0.8 * em && lines[last].box.right < other.right + 0.8 * em
          && lines[first].box.left < other.left + 1.2 * em
      }.min { abs(headings[$0].left - lines[first].box.left) < abs(headings[$1].left - lines[first].box.left) }
      if let found {
        headings[found].labels += own
        headings[found].box.top = min(headings[found].box.top, top)
        for line in own { track[line] = nil }
        stretches[number].lines = []
        continue
      }
      // A name above a picture.
      if let caption = captions.indices.first(where: { caption in
        let box = captions[caption].box
        return lines[first].box.left > box.left - 0.8 * em && lines[first].box.left < box.left + 1.2 * em
          && box.top > bottom
          && firstBelow(Track(left: box.left, right: box.left + 4 * em, top: 0, bottom: 0, count: 0), bottom)
            .map { captions[caption].lines.contains($0) } ?? false
      }), isHoleAbove(number) || own.count == 1 && lines[first].units <= 8 {
        captions[caption].labels += own
        for line in own { track[line] = nil }
        stretches[number].lines = []
      }
    }
    stretches.removeAll { $0.lines.isEmpty }
  }

  /// Whether a line is short and holds no piece of a sentence.
  private func isLabel(_ line: Int) -> Bool {
    lines[line].units <= 14
      && lines[line].text.allSatisfy { scalar in
        let kind = CharacterClass.of(scalar)
        return kind.isDisjoint(with: .terminal) && (kind.isDisjoint(with: .comma) || scalar == 0xFF1A || scalar == 0x3A)
      }
  }

  /// Whether a stretch stands alone: what is above it ends well above.
  private func isHoleAbove(_ number: Int) -> Bool {
    let first = lines[stretches[number].lines[0]]
    let column = tracks[stretches[number].track]
    return !lines.contains {
      !$0.words.isEmpty && $0.box.midY < first.box.midY - 0.5 * em && $0.box.midY > first.box.midY - 1.3 * pitch
        && min(column.right, $0.box.right) - max(column.left, $0.box.left) > em
    }
  }

  // MARK: Captions

  /// Lines across columns, and small ones in one column, below a hole.
  mutating func findCaptions() {
    let taken = Set(headings.flatMap(\.lines) + furniture)
    // Across columns: lines without a column, or with a wide one that columns stand below or above.
    var wide: [Int] = []
    for index in lines.indices where !taken.contains(index) && !lines[index].words.isEmpty {
      if let own = track[index] {
        let isWide = tracks.contains { other in
          other.width < 0.62 * tracks[own].width && other.count > min(3, tracks[own].count / 2)
            && max(other.top - lines[index].box.bottom, lines[index].box.top - other.bottom) < 14 * pitch
            && other.left > tracks[own].left - em && other.right < tracks[own].right + em
        }
        if isWide { wide.append(index) }
      } else {
        wide.append(index)
      }
    }
    for index in wide { addToCaption(index) }
    for index in captions.flatMap(\.lines) { track[index] = nil }
    let captioned = Set(captions.flatMap(\.lines))
    for number in stretches.indices { stretches[number].lines.removeAll { captioned.contains($0) } }
    stretches.removeAll { $0.lines.isEmpty }
    // Last lines of captions, short enough for a column.
    for number in captions.indices {
      while let next = lastLine(of: captions[number]) {
        captions[number].lines.append(next)
        captions[number].box = captions[number].box.union(lines[next].box)
        drop(next)
      }
    }
    // Small type in one column.
    for number in stretches.indices where !stretches[number].lines.isEmpty {
      let own = stretches[number].lines
      guard own.count <= 12, hole(above: number) > 3.2 * pitch, !isAboveHeading(number) else { continue }
      let sizes = own.map { lines[$0].size }.sorted()
      let steps = zip(own, own.dropFirst()).map { lines[$1].box.midY - lines[$0].box.midY }.sorted()
      let isSmall =
        typography.isExact
        ? sizes[sizes.count / 2] < 0.96 * em
        : steps.count >= 2 && steps[steps.count / 2] < 0.93 * pitch || saysCaption(own)
      guard isSmall else { continue }
      var box = lines[own[0]].box
      for line in own { box = box.union(lines[line].box) }
      (box.left, box.right) = (tracks[stretches[number].track].left, tracks[stretches[number].track].right)
      captions.append(Caption(lines: own, box: box))
      for line in own { track[line] = nil }
      stretches[number].lines = []
    }
    stretches.removeAll { $0.lines.isEmpty }
  }

  /// Whether a heading stands right below a stretch.
  private func isAboveHeading(_ number: Int) -> Bool {
    guard let last = stretches[number].lines.last else { return false }
    let column = tracks[stretches[number].track]
    return headings.contains {
      $0.box.bottom > lines[last].box.bottom && $0.box.top - lines[last].box.bottom < 2.2 * em
        && min(column.right, $0.box.right) - max(column.left, $0.box.left) > 0
    }
  }

  private func saysCaption(_ own: [Int]) -> Bool {
    let text = own.flatMap { lines[$0].text }
    return text.count <= 160 && (text.suffix(2).contains(0x6444) || text.prefix(3).containsAny(Trade.captionWords))
  }

  private mutating func addToCaption(_ index: Int) {
    let line = lines[index].box
    let place = captions.lastIndex { caption in
      guard let last = caption.lines.last.map({ lines[$0] }) else { return false }
      let step = line.midY - last.box.midY
      return step < 1.7 * lines[index].size && line.overlapX(caption.box) > 0.5 * em
        || step < 0.5 * em && line.left - caption.box.right < 6 * em && line.left > last.box.left
    }
    if let place {
      captions[place].lines.append(index)
      captions[place].box = captions[place].box.union(line)
    } else {
      captions.append(Caption(lines: [index], box: line))
    }
  }

  /// The rest of a caption that stands right below it, in a line too short to cross a gutter.
  private func lastLine(of caption: Caption) -> Int? {
    guard let last = caption.lines.last.map({ lines[$0] }) else { return nil }
    return lines.indices.first { index in
      let line = lines[index]
      let step = line.box.midY - last.box.midY
      guard track[index] != nil, !line.words.isEmpty, step > 0.5 * em, step < 1.6 * last.size,
        abs(line.box.left - caption.box.left) < 0.8 * em
      else { return false }
      if typography.isExact { return abs(log(line.size / last.size)) < 0.04 }
      guard let stretch = stretches.first(where: { $0.lines.contains(index) }) else { return true }
      return stretch.lines.count == 1
        || step < 0.93 * pitch && stretch.lines[0] == index
          && lines[stretch.lines[1]].box.midY - line.box.midY > 0.95 * pitch
          && line.box.right < caption.box.right - 3 * em
    }
  }

  private mutating func drop(_ line: Int) {
    track[line] = nil
    for number in stretches.indices { stretches[number].lines.removeAll { $0 == line } }
    stretches.removeAll { $0.lines.isEmpty }
  }

  /// How much room without a line there is above a stretch.
  func hole(above number: Int) -> Double {
    let first = lines[stretches[number].lines[0]].box
    let column = tracks[stretches[number].track]
    let above = lines.indices.last { index in
      !lines[index].words.isEmpty && lines[index].box.midY < first.midY - 0.5 * em
        && min(column.right, lines[index].box.right) - max(column.left, lines[index].box.left) > em
    }
    return first.midY - (above.map { lines[$0].box.bottom } ?? 0)
  }
}
