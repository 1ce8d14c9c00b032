/// What a page's path says of its issue: `聊城日报/2021/08/13/02.txt`, `2021-08-13/02版.txt`, `20210813_A02.txt`.
struct NamedIssue: Hashable, Sendable {
  /// The day; paths without one tell nothing.
  let day: NewsDate
  /// The page's number.
  private(set) var page: String?
  /// The newspaper.
  private(set) var paper: String?
  /// The folder above the day: pages under it are named in one way, so that they are believed or not together.
  let root: String

  /// Reads a path, its last day first.
  ///
  /// - Complexity: O(length).
  init?(_ path: FilePath) {
    let text = word(path.shown)
    guard let found = Self.lastDay(in: text) else { return nil }
    day = found.day
    root = text[..<(text[..<found.range.lowerBound].lastIndex(of: Self.slash) ?? 0)].string
    let name = text.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
    let stem = name..<(text[name...].lastIndex(of: 0x2E) ?? text.endIndex)
    page =
      found.page ?? Self.page(
        in: text[max(stem.lowerBound, min(found.range.upperBound, stem.upperBound))..<stem.upperBound])
      ?? Self.page(in: text[stem.lowerBound..<max(stem.lowerBound, min(found.range.lowerBound, stem.upperBound))])
    paper = Self.paper(in: text[...])
  }

  private typealias Found = (day: NewsDate, range: Range<Int>, page: String?)

  /// A day in the digits of a path: four, two and two, side by side or parted by one sign or by folders; perhaps with two
  /// digits of the page behind it.
  private static func lastDay(in text: Word) -> Found? {
    var last: Found?
    var index = 0
    while index < text.count {
      guard text[index].isFigure else {
        index += 1
        continue
      }
      let end = endOfDigits(text, from: index)
      if let found = day(in: text, from: index, firstRun: end) {
        last = found
        index = found.range.upperBound
      } else {
        index = end
      }
    }
    return last
  }

  private static func day(in text: Word, from start: Int, firstRun end: Int) -> Found? {
    func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(text[$1] - 0x30) } }
    func made(_ year: Int, _ month: Int, _ day: Int) -> NewsDate? {
      guard (1900...2100).contains(year), let date = NewsDate(year: year, month: month, day: day), date.weekday != nil
      else { return nil }
      return date
    }
    switch end - start {
    case 8, 10:
      let day = made(
        number(start..<start + 4), number(start + 4..<start + 6), number(start + 6..<start + 8))
      return day.map { (day: $0, range: start..<end, page: end - start == 10 ? text[start + 8..<end].string : nil) }
    case 6:  // 202108/13
      guard let second = nextRun(text, after: end, counts: 1...2) else { return nil }
      return made(number(start..<start + 4), number(start + 4..<end), number(second)).map {
        (day: $0, range: start..<second.upperBound, page: nil)
      }
    case 4:
      if let run = nextRun(text, after: end, counts: 4...4) {  // 2021/0813
        let middle = run.lowerBound + 2
        if let day = made(number(start..<end), number(run.lowerBound..<middle), number(middle..<run.upperBound)) {
          return (day: day, range: start..<run.upperBound, page: nil)
        }
      }
      guard let month = nextRun(text, after: end, counts: 1...2),
        let day = nextRun(text, after: month.upperBound, counts: 1...2)
      else { return nil }
      return made(number(start..<end), number(month), number(day)).map {
        (day: $0, range: start..<day.upperBound, page: nil)
      }
    default: return nil
    }
  }

  /// The run of digits behind one sign, or behind a unit and the end of a folder's name: 2021年/8月.
  private static func nextRun(_ text: Word, after index: Int, counts: ClosedRange<Int>) -> Range<Int>? {
    var start = index
    while start < text.count, start - index < 2, partings.contains(text[start]) { start += 1 }
    guard start > index, start < text.count, text[start].isFigure else { return nil }
    let end = endOfDigits(text, from: start)
    return counts.contains(end - start) ? start..<end : nil
  }

  private static func endOfDigits(_ text: Word, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end].isFigure { end += 1 }
    return end
  }

  /// The one number of a page in what a name holds besides the day: `_A02`, `02版`, `-p3`.
  private static func page(in text: ArraySlice<UInt32>) -> String? {
    var found: [String] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isFigure else {
        index += 1
        continue
      }
      var end = index
      while end < text.endIndex, text[end].isFigure { end += 1 }
      var start = index
      // One letter before it is its section's; p is for page.
      if start > text.startIndex, isLetter(text[start - 1]),
        start - 1 == text.startIndex || !isLetter(text[start - 2])
      {
        if text[start - 1] | 0x20 != 0x70 { start -= 1 }
      }
      if end - index <= 3 { found.append(text[start..<end].string) }
      index = end
    }
    return found.count == 1 ? PageNumber.normalized(found[0]).map { _ in found[0].uppercased() } : nil
  }

  /// The last newspaper that a folder or the name names.
  private static func paper(in text: ArraySlice<UInt32>) -> String? {
    var last: String?
    for run in text.split(whereSeparator: { !CharacterClass.of($0).contains(.han) }) {
      last = PageFactsFinder.paperName(in: run) ?? last
    }
    return last
  }

  private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar | 0x20) }
  private static let slash: UInt32 = 0x2F
  private static let partings = CharacterBits("-_./ 年月")
}
