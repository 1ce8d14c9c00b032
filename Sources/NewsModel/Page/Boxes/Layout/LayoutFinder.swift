import Platform

/// Finds columns, headings and articles in the printed lines of a page.
///
/// Layout first: lines that fill the same column make stretches of text; larger lines make headings; a heading has the columns below
/// it that its middle and their common top say; what goes on below another article is told by its lines and by the sentence cut there.
struct LayoutFinder {
  var lines: [PrintedLine]
  var typography: Typography
  let rules: [Box]
  private let sheet: BoxSheet
  private let finder: LineFinder
  /// The columns that text was set in.
  var tracks: [Track] = []
  /// By line: its column, if it is text that fits one.
  var track: [Int?] = []
  /// Text under one another in one column, from top to bottom.
  var stretches: [Stretch] = []
  var headings: [Heading] = []
  var captions: [Caption] = []
  /// Whether paragraphs are indented.
  var indents = false
  /// Lines of furniture, and lines that nothing explains.
  var furniture: [Int] = []
  var loose: [Int] = []

  var em: Double { typography.em }
  var pitch: Double { typography.pitch }

  /// A column: many lines begin and end at the same edges.
  struct Track {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var count: Int
    /// Whether nothing but the regular distance of the others tells of it.
    var isInferred = false
    var width: Double { right - left }
    var box: Box { Box(left: left, top: top, right: right, bottom: bottom) }
  }

  /// Lines of text right under one another in one column.
  struct Stretch {
    var lines: [Int]
    let track: Int
    /// The heading that it belongs to.
    var heading: Int?
  }

  /// The lines of a heading, from top to bottom.
  struct Heading {
    var lines: [Int]
    /// Small lines at its left edge, above it.
    var labels: [Int] = []
    /// The edges of the columns that it stands above.
    var left = 0.0
    var right = 0.0
    var box: Box
  }

  /// Lines below a picture.
  struct Caption {
    var lines: [Int]
    var labels: [Int] = []
    var heading: Int?
    var box: Box
  }

  init(_ sheet: BoxSheet) {
    self.sheet = sheet
    rules = sheet.rules
    finder = LineFinder(sheet)
    typography = finder.typography
    lines = finder.lines()
    sortLines()
  }

  private mutating func sortLines() {
    lines.sort { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }
    track = [Int?](repeating: nil, count: lines.count)
  }

  /// The articles in reading order.
  mutating func modules() -> [PageLayout.Module] {
    guard !lines.isEmpty else { return [] }
    findTracks()
    if partMergedLines() { findTracks() }
    inferTracks()
    findFurniture()
    setTracks()
    findStretches()
    findHeadings()
    findCaptions()
    setSpans()
    return assigned()
  }

  /// Whether a line's type is about as large as the body's.
  func isBodySize(_ line: PrintedLine) -> Bool {
    typography.isExact ? (0.72...1.16).contains(line.size / em) : (0.6...1.3).contains(line.size / em)
  }

  /// Whether a line's type is clearly larger than the body's.
  func isLarge(_ line: PrintedLine) -> Bool {
    let ratio = line.size / em
    if typography.isExact { return ratio > 1.16 }
    // The pace of few characters says little; their height must agree.
    return ratio > 1.16 && line.inkHeight > (line.units < 4 ? 1.25 : 1.12) * typography.inkHeight
  }

  // MARK: Furniture

  /// The date line and what stands beside it, at the page's edge.
  private mutating func findFurniture() {
    for isTop in [true, false] {
      guard let edge = isTop ? lines.indices.first : lines.indices.last else { continue }
      let y = lines[edge].box.midY
      let reach = max(1.6 * em, 0.6 * lines[edge].size)
      let band = lines.indices.filter { abs(lines[$0].box.midY - y) <= reach }
      guard band.count >= 1, band.contains(where: { saysPage(lines[$0].text[...]) }),
        !band.contains(where: { lines[$0].text.count > 110 }), isTop || band.allSatisfy({ isApart($0, band) })
      else { continue }
      furniture += band.filter { !furniture.contains($0) }
    }
  }

  /// Whether a line at the foot of the page stands apart from the text above.
  private func isApart(_ index: Int, _ band: [Int]) -> Bool {
    !lines.indices.contains {
      !band.contains($0) && lines[$0].box.midY > lines[index].box.midY - 2 * max(em, lines[index].size)
        && lines[$0].box.overlapX(lines[index].box) > 0
    }
  }

  /// Whether a line says what a page prints about itself.
  private func saysPage(_ text: ArraySlice<UInt32>) -> Bool {
    PageFactsFinder.date(in: text) != nil && text.count < 80 && !text.contains(0x3002)
      || text.count < 40 && (PageFurniture.hasWeekday(text) || PageFurniture.namesPaper(text))
      || text.distinctCount(of: Trade.furnitureWords, atMost: 2) >= 2
  }

  // MARK: Columns

  /// Finds the columns by pairs of lines under one another that begin and end at the same edges.
  private mutating func findTracks() {
    tracks = []
    let texts = lines.indices.filter { isBodySize(lines[$0]) }
    var steps: [(value: Double, weight: Double)] = []
    var pairs: [Box] = []
    for (place, index) in texts.enumerated() {
      let line = lines[index].box
      guard line.width > 4 * em else { continue }
      for next in texts[(place + 1)...] {
        let other = lines[next].box
        let step = other.midY - line.midY
        if step > 2.6 * em { break }
        guard step > 0.7 * em, abs(other.left - line.left) < 0.6 * em, abs(other.right - line.right) < 0.8 * em else {
          continue
        }
        steps.append((step, 1))
        pairs.append(line.union(other))
        break
      }
    }
    typography.pitch = Typography.mode(steps) ?? 1.5 * em
    for pair in pairs {
      if let place = tracks.firstIndex(where: {
        abs($0.left - pair.left) < 0.7 * em && abs($0.right - pair.right) < 0.8 * em
      }) {
        let count = Double(tracks[place].count)
        tracks[place].left += (pair.left - tracks[place].left) / (count + 1)
        tracks[place].right += (pair.right - tracks[place].right) / (count + 1)
        tracks[place].top = min(tracks[place].top, pair.top)
        tracks[place].bottom = max(tracks[place].bottom, pair.bottom)
        tracks[place].count += 1
      } else {
        tracks.append(Track(left: pair.left, right: pair.right, top: pair.top, bottom: pair.bottom, count: 1))
      }
    }
    // Indented lines under one another, or lines that end alike by chance, make no column within a column.
    let all = tracks
    tracks = all.filter { track in
      track.count >= 2
        && !all.contains { other in
          other.count > track.count && other.left < track.left + 0.7 * em && other.right > track.right - 0.7 * em
            && (other.width > track.width + em) && other.width < 1.6 * track.width + 4 * em
            && track.box.overlapY(other.box) > 0
        }
    }
  }

  /// Adds columns that hold pictures and short lines only, where the others stand at regular distances.
  private mutating func inferTracks() {
    guard let width = Typography.mode(tracks.map { ($0.width, Double($0.count)) }) else { return }
    var regular: [Track] = []
    for track in tracks.sorted(by: { $0.count > $1.count }) where abs(track.width - width) < 0.8 * em {
      if !regular.contains(where: { track.left < $0.right && track.right > $0.left }) { regular.append(track) }
    }
    regular.sort { $0.left < $1.left }
    let steps = zip(regular, regular.dropFirst()).map { $1.left - $0.left }
    guard let step = steps.min(), step > width, step < width + 3 * em else { return }
    for (left, right) in zip(regular, regular.dropFirst()) {
      let count = ((right.left - left.left) / step).rounded()
      guard count >= 2, count < 12, abs(right.left - left.left - count * step) < 0.7 * em else { continue }
      for place in 1..<Int(count) {
        let start = left.left + Double(place) * (right.left - left.left) / count
        tracks.append(
          Track(
            left: start, right: start + width, top: left.top, bottom: left.bottom, count: 1, isInferred: true))
      }
    }
  }

  /// Gives each line of text its column.
  private mutating func setTracks() {
    let texts = lines.indices.filter { isBodySize(lines[$0]) && !furniture.contains($0) }
    for index in texts { track[index] = bestTrack(for: lines[index].box) }
    let first = texts.filter { index in
      track[index].map { (1.3...3.2).contains((lines[index].box.left - tracks[$0].left) / em) } ?? false
    }
    indents = first.count * 20 > texts.count
  }

  /// The narrowest and nearest column that a line fits in: at its left or right edge, indented, or in the middle.
  private func bestTrack(for line: Box) -> Int? {
    var best: (track: Int, cost: Double)?
    for (index, track) in tracks.enumerated() {
      let (left, right) = ((line.left - track.left) / em, (track.right - line.right) / em)
      guard left > -0.8, right > -0.9 else { continue }
      let distance = max(0, max(track.top - line.bottom, line.top - track.bottom)) / pitch
      let fits = abs(left) < 0.8 || (1.2...3.3).contains(left) || abs(right) < 0.9 || abs(left - right) < 1.2
      let cost = track.width / em / 4 + min(8, distance / 6) + (fits ? 0 : 6) - min(2, Double(track.count) / 20)
      if best.map({ cost < $0.cost }) ?? true { best = (index, cost) }
    }
    return best?.track
  }

  // MARK: Merged lines

  /// Parts lines that a tool made of the lines of several columns: they fill columns side by side, right above or below lines of those
  /// columns, and none of their characters stands in a gutter.
  ///
  /// - Returns: whether there were any.
  private mutating func partMergedLines() -> Bool {
    let merged = lines.indices.compactMap { index -> (line: Int, gutters: [Double])? in
      guard isBodySize(lines[index]), lines[index].inkHeight < 1.6 * typography.inkHeight else { return nil }
      let gutters = gutters(crossedBy: lines[index])
      return gutters.isEmpty ? nil : (index, gutters)
    }
    guard !merged.isEmpty else { return false }
    let wide = Set(merged.map(\.line))
    // From top to bottom: what goes on below a merged line at the pace of text is one as well.
    var parted = Set<Int>()
    for (index, gutters) in merged {
      let line = lines[index].box
      let neighbours = lines.indices.filter { other in
        let step = abs(lines[other].box.midY - line.midY)
        return other != index && step > 0.6 * em && step < 1.35 * pitch && lines[other].box.overlapX(line) > em
          && isBodySize(lines[other])
      }
      let above = neighbours.filter { lines[$0].box.midY < line.midY }
      // The first line of text has none above; a heading's small lines stand further above theirs.
      let below = neighbours.filter {
        lines[$0].box.midY > line.midY && lines[$0].box.midY < line.midY + 1.15 * pitch && !wide.contains($0)
          && fitsColumn(lines[$0].box)
      }
      let isText =
        above.contains { parted.contains($0) || !wide.contains($0) && fitsColumn(lines[$0].box) } || below.count >= 2
      let clear = gutters.count { isFree($0, in: lines[index]) }
      if isText, clear * 3 >= gutters.count { parted.insert(index) }
    }
    guard !parted.isEmpty else { return false }
    var result: [PrintedLine] = []
    for index in lines.indices {
      guard parted.contains(index) else {
        result.append(lines[index])
        continue
      }
      let gutters = gutters(crossedBy: lines[index])
      var pieces: [[Int]] = Array(repeating: [], count: gutters.count + 1)
      for word in lines[index].words {
        guard let box = sheet.words[word].box else { continue }
        pieces[gutters.count { $0 < box.midX }].append(word)
      }
      for piece in pieces where !piece.isEmpty { result.append(finder.line(piece, size: lines[index].size)) }
    }
    lines = result
    sortLines()
    return true
  }

  /// The middles of the gutters between columns near a line that it goes across, from left to right.
  private func gutters(crossedBy line: PrintedLine) -> [Double] {
    let near = tracks.filter {
      max($0.top - line.box.bottom, line.box.top - $0.bottom) < 40 * pitch && $0.width < 0.7 * line.box.width
    }
    var gutters: [Double] = []
    for left in near {
      for right in near where right.left > left.right && right.left - left.right < 2.5 * em {
        let middle = (left.right + right.left) / 2
        guard middle > line.box.left + 2 * em, middle < line.box.right - em,
          !gutters.contains(where: { abs($0 - middle) < em })
        else { continue }
        gutters.append(middle)
      }
    }
    return gutters.sorted()
  }

  private func fitsColumn(_ box: Box) -> Bool {
    tracks.contains { box.left > $0.left - em && box.right < $0.right + em && box.width > 0.3 * $0.width }
  }

  /// Whether no word stands across a place of a line.
  private func isFree(_ x: Double, in line: PrintedLine) -> Bool {
    !line.words.contains { word in
      sheet.words[word].box.map { $0.left < x - 0.2 * em && $0.right > x + 0.2 * em } ?? false
    }
  }

  // MARK: Stretches

  /// Cuts each column where its lines do not follow each other at the pace of text.
  private mutating func findStretches() {
    let most = (typography.isExact ? 1.26 : 1.36) * pitch
    for number in tracks.indices {
      var open: Stretch?
      for index in lines.indices where track[index] == number {
        if let last = open?.lines.last {
          let step = lines[index].box.midY - lines[last].box.midY
          // A bracketed word on the same height stands beside the line, not under it.
          let isSame = step < 0.45 * em
          let isOther = typography.isExact && abs(log(lines[index].size / lines[last].size)) > 0.08
          if step <= most, !isSame, !isOther, !isBetween(last, index) {
            open?.lines.append(index)
            continue
          }
          if isSame, lines[index].box.left > lines[last].box.right - 0.5 * em {
            // The rest of a line that its gap cut in two.
            lines[last] = joined(last, index)
            track[index] = nil
            lines[index].words = []
            continue
          }
        }
        if let open { stretches.append(open) }
        open = Stretch(lines: [index], track: number)
      }
      if let open { stretches.append(open) }
    }
    stretches.sort { lines[$0.lines[0]].box.top < lines[$1.lines[0]].box.top }
  }

  /// Whether a line of another kind stands between two lines of a column.
  private func isBetween(_ upper: Int, _ lower: Int) -> Bool {
    guard lower > upper + 1 else { return false }
    let column = lines[upper].box.union(lines[lower].box)
    return lines[(upper + 1)..<lower].contains { line in
      isLarge(line) && line.box.midY > lines[upper].box.midY + 0.4 * em
        && line.box.midY < lines[lower].box.midY - 0.4 * em
        && line.box.overlapX(column) > 0.5 * em
    }
  }

  private func joined(_ first: Int, _ second: Int) -> PrintedLine {
    var line = lines[first]
    let other = lines[second]
    line.words += other.words
    line.box = line.box.union(other.box)
    line.units += other.units
    line.text += (other.box.left - lines[first].box.right > 0.45 * em ? [0x20] : []) + other.text
    return line
  }
}
