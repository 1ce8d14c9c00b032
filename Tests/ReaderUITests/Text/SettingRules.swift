@testable import ReaderUI

/// The rules of setting, written again as plainly as can be, to judge what `Typesetter` does with all its care for context.
struct SettingRules {
  static let mayNotBegin = Set("，。、；：？！）」』”’》】〕〉…,.;:?!)]}%％‰℃·".unicodeScalars)
  static let mayNotEnd = Set("（「『“‘《【〔〈([{".unicodeScalars)
  /// A straight mark may be anything, and even a curly one is sometimes doubted: no break beside one is held to be a way out.
  private static let quotes = Set("\"'“”‘’".unicodeScalars)

  let set: SetParagraph

  /// The rules that the lines break, in words; none for a good paragraph.
  func violations(width: Int) -> [String] {
    var found: [String] = []
    var expected = 0
    for (number, line) in set.lines.enumerated() {
      if line.range.lowerBound != expected {
        found.append("line \(number) begins at \(line.range.lowerBound), not \(expected)")
      }
      expected = line.range.upperBound
      if line.range.isEmpty && !set.scalars.isEmpty { found.append("line \(number) is empty") }
      let visible = set.visibleScalars(of: line)
      let cells = visible.reduce(0) { $0 + set.cellWidth.width(of: $1) }
      if cells != line.width { found.append("line \(number) says \(line.width) cells and takes \(cells)") }
      let drawn = visible.count { set.cellWidth.width(of: $0) > 0 }
      if line.indent + cells > width && drawn > 1 {
        found.append("line \(number) is \(line.indent + cells) cells wide")
      }
      if number > 0 { found += badBreak(after: set.lines[number - 1].range, line: number) }
    }
    if expected != set.scalars.count { found.append("ends at \(expected) of \(set.scalars.count)") }
    return found
  }

  /// What is wrong with the break at the end of `range`, if another place in the line would have been right.
  private func badBreak(after range: Range<Int>, line number: Int) -> [String] {
    let end = range.upperBound
    var found: [String] = []
    if breaksKinsoku(end),
      let better = (range.lowerBound + 1..<end).first(where: { !breaksKinsoku($0) && !isByQuote($0) })
    {
      found.append("line \(number) breaks kinsoku at \(end); \(better) would do")
    }
    if let word = wordAround(end), word.lowerBound > range.lowerBound, isHan(set.scalars[word.lowerBound - 1]),
      (word.upperBound == set.scalars.count || isHan(set.scalars[word.upperBound]))
    {
      found.append("line \(number) cuts a word at \(end)")
    }
    return found
  }

  private func breaksKinsoku(_ index: Int) -> Bool {
    let scalars = set.scalars
    if scalars[index].isBreakingSpace || scalars[index].properties.generalCategory == .nonspacingMark { return true }
    if Self.mayNotBegin.contains(scalars[index]) || scalars[index].lineClass == .closing { return true }
    if scalars[index].lineClass == .connector { return true }
    if scalars[index].lineClass == .glue && !scalars[index - 1].isBreakingSpace { return true }
    var base = index - 1
    while base >= 0 && (scalars[base].isBreakingSpace || scalars[base].properties.generalCategory == .nonspacingMark) {
      base -= 1
    }
    guard base >= 0 else { return true }
    if Self.mayNotEnd.contains(scalars[base]) || scalars[base].lineClass == .opening { return true }
    if scalars[base].lineClass == .glue && base == index - 1 { return true }
    return scalars[index] == "—" && scalars[base] == "—" && base == index - 1
  }

  private func isByQuote(_ index: Int) -> Bool {
    set.scalars[max(0, index - 3)...index].contains { Self.quotes.contains($0) }
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00..<0xA000).contains(scalar.value) }

  /// The run of ASCII letters that has `index` inside, not at its start.
  private func wordAround(_ index: Int) -> Range<Int>? {
    func isLetter(_ index: Int) -> Bool {
      set.scalars.indices.contains(index) && set.scalars[index].isASCII && set.scalars[index].properties.isAlphabetic
    }
    guard isLetter(index - 1) && isLetter(index) else { return nil }
    var first = index
    while isLetter(first - 1) { first -= 1 }
    var last = index
    while isLetter(last) { last += 1 }
    return first > 0 ? first..<last : nil
  }
}
