/// Articles: each stretch of text goes to the heading above it, or to the article beside it that it goes on with.
extension LayoutFinder {
  /// Some stretches side by side that begin at one height.
  private struct Group {
    var stretches: [Int]
  }

  /// The articles and what stands between them, in reading order.
  mutating func assigned() -> [PageLayout.Module] {
    giveCaptions()
    var open: [Int] = []
    for number in stretches.indices {
      let column = tracks[stretches[number].track]
      let top = lines[stretches[number].lines[0]].box.top
      guard let heading = heading(above: column, top) else {
        open.append(number)
        continue
      }
      if isFirst(number, under: heading) {
        stretches[number].heading = heading
      } else {
        open.append(number)
      }
    }
    // From top to bottom, so that what stands above is settled.
    for group in groups(of: open) { settle(group) }
    return modules(in: order())
  }

  /// The lowest heading that stands above a column at `y`.
  private func heading(above column: Track, _ y: Double) -> Int? {
    headings.indices.filter {
      headings[$0].box.midY < y
        && min(column.right, headings[$0].right) - max(column.left, headings[$0].left) > 0.5 * column.width
    }.max { headings[$0].box.bottom < headings[$1].box.bottom }
  }

  /// Whether nothing but captions stands between a heading and a stretch, and no hole that another article could have left.
  private func isFirst(_ number: Int, under heading: Int) -> Bool {
    let top = lines[stretches[number].lines[0]].box.top
    let column = tracks[stretches[number].track]
    let hasTextAbove = stretches.contains { other in
      let first = lines[other.lines[0]].box.top
      let track = tracks[other.track]
      return first < top - 0.5 * em && first > headings[heading].box.midY
        && min(track.right, column.right) - max(track.left, column.left) > 0.5 * em
    }
    if hasTextAbove { return false }
    let captionAbove = captions.contains { caption in
      caption.heading == heading && caption.box.bottom < top + 0.5 * em
        && min(caption.box.right, column.right) - max(caption.box.left, column.left) > em
    }
    return top - headings[heading].box.bottom < 2.2 * pitch || captionAbove || !hasTextBeside(heading, above: top)
  }

  /// Whether a heading has text of its own that begins above `y`.
  private func hasTextBeside(_ heading: Int, above y: Double) -> Bool {
    stretches.contains { stretch in
      let column = tracks[stretch.track]
      let top = lines[stretch.lines[0]].box.top
      return top < y && top > headings[heading].box.midY && top - headings[heading].box.bottom < 2.2 * pitch
        && min(column.right, headings[heading].right) - max(column.left, headings[heading].left) > 0.5 * column.width
    }
  }

  /// Gives captions to the articles whose columns they stand in.
  private mutating func giveCaptions() {
    for number in captions.indices {
      let box = captions[number].box
      let column = Track(left: box.left, right: box.right, top: box.top, bottom: box.bottom, count: 0)
      guard let heading = heading(above: column, box.top), captions[number].labels.isEmpty else { continue }
      let (left, right) = (headings[heading].left, headings[heading].right)
      guard box.left > left - em, box.right < right + em else { continue }
      var isBelowText = false
      var isBesideText = false
      for stretch in stretches {
        let track = tracks[stretch.track]
        let (top, bottom) = (lines[stretch.lines[0]].box.top, lines[stretch.lines[stretch.lines.count - 1]].box.bottom)
        guard top > headings[heading].box.midY, track.left > left - em, track.right < right + em,
          self.heading(above: track, top) == heading
        else { continue }
        if min(track.right, box.right) - max(track.left, box.left) > em {
          if bottom < box.top + 0.5 * em { isBelowText = true }
        } else if top < box.bottom, bottom > box.top - 2 * em {
          isBesideText = true
        }
      }
      if !isBelowText || isBesideText { captions[number].heading = heading }
    }
  }

  /// Stretches side by side that begin at one height, from top to bottom.
  private func groups(of open: [Int]) -> [Group] {
    var groups: [Group] = []
    var rest = open.sorted { top(of: $0) < top(of: $1) }[...]
    while let first = rest.first {
      let row = rest.prefix { top(of: $0) - top(of: first) < 0.4 * pitch }
      rest = rest.dropFirst(row.count)
      var right = -Double.infinity
      for number in row.sorted(by: { tracks[stretches[$0].track].left < tracks[stretches[$1].track].left }) {
        let column = tracks[stretches[number].track]
        if column.left - right < 3 * em {
          groups[groups.count - 1].stretches.append(number)
        } else {
          groups.append(Group(stretches: [number]))
        }
        right = column.right
      }
    }
    return groups
  }

  private func top(of stretch: Int) -> Double { lines[stretches[stretch].lines[0]].box.midY }

  /// Gives a group of stretches without a heading right above it to the article that goes on there.
  private mutating func settle(_ group: Group) {
    guard let first = group.stretches.first, let last = group.stretches.last else { return }
    let column = tracks[stretches[first].track]
    let own = heading(above: column, lines[stretches[first].lines[0]].box.top)
    var candidates: [(heading: Int, score: Double)] = []
    if let own {
      var score = 0.0
      if let above = lastStretch(of: own, in: column, above: top(of: first)) {
        score = seam(stretches[above].lines.last, stretches[first].lines[0]) + 1.5 * agreement(above, first)
        if isRuledOff(stretches[above].lines.last, stretches[first].lines[0]) { score -= 4 }
        // Text of several columns that stops at one height in all of them has ended there, if its columns follow each other.
        let columns = stretches.indices.filter { stretches[$0].heading == own && top(of: $0) < top(of: first) }
        let follows = columns.contains {
          $0 != above && tracks[stretches[$0].track].left > column.right - em
            && seam(stretches[above].lines.last, stretches[$0].lines[0]) > 1
        }
        if follows { score -= 1.5 }
      } else {
        score = beginning(stretches[first].lines[0])
        if lines[stretches[first].lines[0]].box.top - headings[own].box.bottom > 8 * pitch { score -= 0.5 }
      }
      candidates.append((own, score))
    }
    for (side, edge) in [(-1.0, tracks[stretches[first].track]), (1.0, tracks[stretches[last].track])] {
      guard let heading = beside(group, edge, side), heading != own else { continue }
      var score = side < 0 ? seam(lastLine(of: heading), stretches[first].lines[0]) : -0.5
      let texts = stretches.indices.filter { stretches[$0].heading == heading }
      score += 1.5 * (texts.map { agreement($0, first) }.max() ?? 0)
      // A heading over these columns as well.
      if headings[heading].right > column.left + em, headings[heading].left < column.right - em { score += 1 }
      if own == nil { score += 1 }
      candidates.append((heading, score))
    }
    guard let best = candidates.max(by: { $0.score < $1.score }) else { return }
    for stretch in group.stretches { stretches[stretch].heading = best.heading }
  }

  /// The lowest stretch of a heading in a column above `y`.
  private func lastStretch(of heading: Int, in column: Track, above y: Double) -> Int? {
    stretches.indices.filter {
      let track = tracks[stretches[$0].track]
      return stretches[$0].heading == heading && top(of: $0) < y
        && min(track.right, column.right) - max(track.left, column.left) > 0.5 * em
    }.max { top(of: $0) < top(of: $1) }
  }

  /// The heading of the article in the next column to the left (-1) or right that reaches down to a group.
  private func beside(_ group: Group, _ column: Track, _ side: Double) -> Int? {
    let y = top(of: group.stretches[0])
    let strip = Track(
      left: side < 0 ? column.left - 3 * em : column.right + 0.5 * em,
      right: side < 0 ? column.left - 0.5 * em : column.right + 3 * em, top: y, bottom: y, count: 0)
    let found = headings.indices.filter {
      headings[$0].box.midY < y + pitch
        && min(strip.right, headings[$0].right) - max(strip.left, headings[$0].left) > 0.5 * em
    }.max { headings[$0].box.bottom < headings[$1].box.bottom }
    guard let found else { return nil }
    let ends =
      stretches.filter { $0.heading == found }.compactMap { $0.lines.last.map { lines[$0].box.bottom } }
      + captions.filter { $0.heading == found }.map(\.box.bottom)
    return (ends.max() ?? 0) > y - 0.5 * pitch ? found : nil
  }

  /// The last line of an article's text so far.
  private func lastLine(of heading: Int) -> Int? {
    stretches.indices.filter { stretches[$0].heading == heading }.max {
      (tracks[stretches[$0].track].left, top(of: $0)) < (tracks[stretches[$1].track].left, top(of: $1))
    }.flatMap { stretches[$0].lines.last }
  }

  /// Whether a rule or the edge of a frame stands between two lines of a column.
  private func isRuledOff(_ upper: Int?, _ lower: Int) -> Bool {
    guard let upper else { return false }
    return rules.contains { rule in
      rule.overlapX(lines[lower].box) > 2 * em
        && [rule.top, rule.bottom].contains { $0 > lines[upper].box.midY && $0 < lines[lower].box.midY }
    }
  }

  /// Whether the lines of two stretches stand at the same heights, as those of one text do (0 to 1).
  private func agreement(_ a: Int, _ b: Int) -> Double {
    let y = top(of: b)
    let nearest = stretches[a].lines.map { lines[$0].box.midY }.min { abs($0 - y) < abs($1 - y) } ?? y
    let steps = (y - nearest) / pitch
    let off = abs(steps - steps.rounded())
    return off < 0.06 ? 1 : off < 0.12 ? 0.5 : off < 0.2 ? 0 : -0.5
  }

  // MARK: Seams

  /// What a line says for beginning a text.
  private func beginning(_ line: Int) -> Double {
    guard let track = track[line] else { return 0 }
    if indents { return isIndented(line, tracks[track]) || isSetInMiddle(line, tracks[track]) ? 0.8 : -1.5 }
    return 0
  }

  func isIndented(_ line: Int, _ column: Track) -> Bool {
    (1.2...3.4).contains((lines[line].box.left - column.left) / em)
  }

  /// Whether a line stands in the middle of its column, as subheads do.
  private func isSetInMiddle(_ line: Int, _ column: Track) -> Bool {
    let (left, right) = (lines[line].box.left - column.left, column.right - lines[line].box.right)
    return left > 0.4 * em && abs(left - right) < (typography.isExact ? 0.4 : 1) * em
  }

  /// How well the text of one line goes on with another's.
  private func seam(_ upper: Int?, _ lower: Int) -> Double {
    guard let upper, let column = track[upper].map({ tracks[$0] }), let next = track[lower].map({ tracks[$0] }) else {
      return 0
    }
    let text = lines[upper].text[...]
    var end = text.endIndex
    while end > text.startIndex, CharacterClass.of(text[end - 1]).contains(.closer) { end -= 1 }
    let ends = end > text.startIndex && CharacterClass.of(text[end - 1]).contains(.terminal)
    let isShort = column.right - lines[upper].box.right > 1.2 * em
    if isSetInMiddle(lower, next) { return ends || isShort ? 1 : -2 }
    let begins = isIndented(lower, next)
    if let first = lines[lower].text.first {
      let kind = CharacterClass.of(first)
      if !kind.isDisjoint(with: [.comma, .terminal]) || kind.contains(.closer) && !kind.contains(.opener) {
        return ends && isShort ? -3 : 2
      }
    }
    if isShort { return indents ? (begins ? 1 : -2.5) : ends ? 0.3 : -0.5 }
    if ends { return indents ? (begins ? 0.6 : 0.4) : 0.4 }
    let word = text.last.flatMap { last in lines[lower].text.first.map { WordPairs.isWord(last, $0) } } ?? false
    return (indents && begins ? -3 : 1.5) + (word ? 1 : 0)
  }

  // MARK: Order

  /// A module with what it is made of, before its pieces are set in order.
  private struct Parts {
    var heading: Int?
    var stretches: [Int] = []
    var captions: [Int] = []
  }

  /// What belongs together, by the place where it begins.
  private func order() -> [Parts] {
    var parts = headings.indices.map { Parts(heading: $0) }
    for number in stretches.indices {
      if let heading = stretches[number].heading {
        parts[heading].stretches.append(number)
      } else {
        parts.append(Parts(stretches: [number]))
      }
    }
    for number in captions.indices {
      if let heading = captions[number].heading {
        parts[heading].captions.append(number)
      } else {
        parts.append(Parts(captions: [number]))
      }
    }
    return parts
  }

  private func modules(in parts: [Parts]) -> [PageLayout.Module] {
    var modules: [(box: Box, module: PageLayout.Module)] = []
    for part in parts {
      var module = PageLayout.Module()
      if let heading = part.heading { module.pieces += headingPieces(headings[heading]) }
      for number in part.captions where !captions[number].labels.isEmpty {
        let own = captions[number]
        module.pieces.append(
          PageLayout.Piece(kind: .label, lines: own.labels, left: own.box.left, right: own.box.right))
      }
      let texts = part.stretches.sorted {
        (tracks[stretches[$0].track].left, top(of: $0)) < (tracks[stretches[$1].track].left, top(of: $1))
      }
      for number in texts {
        let column = tracks[stretches[number].track]
        module.pieces.append(
          PageLayout.Piece(kind: .text, lines: stretches[number].lines, left: column.left, right: column.right))
      }
      for number in part.captions {
        let own = captions[number]
        let isNothing = part.heading == nil && own.labels.isEmpty && !isCaption(own)
        module.pieces.append(
          PageLayout.Piece(
            kind: isNothing ? .loose : .caption, lines: own.lines, left: own.box.left, right: own.box.right))
      }
      if let box = module.box(lines) { modules.append((box, module)) }
    }
    for line in furniture {
      let box = lines[line].box
      modules.append(
        (
          box,
          PageLayout.Module(pieces: [
            PageLayout.Piece(kind: .furniture, lines: [line], left: box.left, right: box.right)
          ])
        ))
    }
    // What begins at one height is read from left to right.
    modules.sort { $0.box.top < $1.box.top }
    var result: [PageLayout.Module] = []
    var row: [(box: Box, module: PageLayout.Module)] = []
    for entry in modules {
      if let first = row.first, entry.box.top > first.box.top + 2.5 * em {
        result += row.sorted { $0.box.left < $1.box.left }.map(\.module)
        row = []
      }
      row.append(entry)
    }
    return result + row.sorted { $0.box.left < $1.box.left }.map(\.module)
  }

  /// Whether lines that no article claims are a picture's: text below a hole.
  private func isCaption(_ caption: Caption) -> Bool {
    let text = caption.lines.reduce(0) { $0 + lines[$1].text.count }
    return text >= 12
  }

  /// The lines of a heading by their size: the largest is the headline.
  private func headingPieces(_ heading: Heading) -> [PageLayout.Piece] {
    let largest = heading.lines.map { lines[$0].size }.max() ?? 0
    let slack = typography.isExact ? 0.93 : 0.82
    let first = heading.lines.firstIndex { lines[$0].size >= slack * largest } ?? 0
    var pieces: [PageLayout.Piece] = []
    if !heading.labels.isEmpty {
      pieces.append(PageLayout.Piece(kind: .label, lines: heading.labels, left: heading.left, right: heading.right))
    }
    var isBelow = false
    for (place, index) in heading.lines.enumerated() {
      let isHeadline = place >= first && !isBelow && lines[index].size >= slack * largest
      if place > first, !isHeadline { isBelow = true }
      pieces.append(
        PageLayout.Piece(
          kind: place < first ? .kicker : isHeadline ? .headline : .deck, lines: [index], left: heading.left,
          right: heading.right))
    }
    return pieces
  }
}
