/// The days that a `date:` condition asks for, both ends included.
public struct DateSpan: Hashable, Sendable, CustomStringConvertible {
  /// Days as numbers that compare like dates, `year * 10,000 + month * 100 + day`; the year is 0 when it is open.
  let days: ClosedRange<Int>
  /// Whether only month and day are asked for, in whatever year.
  let ignoresYear: Bool

  /// Reads `2021`, `2021-08`, `2021-08-11`, `--08`, `--08-11` (any year), or two of the same kind joined by `..`, one
  /// of which may be missing; `nil` for anything else.
  ///
  /// As people write them, `2021年8月11日`, `2021.8.11`, `2021/8/11` and, in any year, `8月` and `8月11日` mean the same.
  public init?(_ text: String) {
    var ends = [text[...]]
    if let dots = text.firstRange(of: "..") {
      ends = [text[..<dots.lowerBound], text[dots.upperBound...]]
      if ends.allSatisfy(\.isEmpty) { return nil }
    }
    var lower: Int?
    var upper: Int?
    var kinds: Set<Bool> = []
    for (index, end) in ends.enumerated() where !end.isEmpty {
      guard let (days, ignoresYear) = DateSpan.days(of: end) else { return nil }
      kinds.insert(ignoresYear)
      if index == 0 { lower = days.lowerBound }
      if index == ends.count - 1 { upper = days.upperBound }
    }
    guard kinds.count == 1, let ignoresYear = kinds.first else { return nil }
    let first = lower ?? 0
    let last = upper ?? Int.max
    guard first <= last else { return nil }
    days = first...last
    self.ignoresYear = ignoresYear
  }

  /// Whether the day is asked for. A day without a year lies in no span that names years.
  func contains(_ date: NewsDate?) -> Bool {
    guard let date else { return false }
    let day = date.month * 100 + date.day
    if ignoresYear { return days.contains(day) }
    guard let year = date.year else { return false }
    return days.contains(year * 10_000 + day)
  }

  /// The days of `2021`, `2021-08`, `2021-08-11`, `--08`, `--08-11`, or of the same in other signs.
  private static func days(of text: Substring) -> (ClosedRange<Int>, ignoresYear: Bool)? {
    let isBare = text.hasPrefix("--")
    let ignoresYear = isBare || text.contains("月") && !text.contains("年")
    var fields = (isBare ? text.dropFirst(2) : text).split(omittingEmptySubsequences: false) { "-./年月日号".contains($0) }
    // 年, 月 and 日 stand behind their numbers, the other signs between them.
    if fields.count > 1, let last = text.last, "年月日号".contains(last) { fields.removeLast() }
    guard fields.count <= (ignoresYear ? 2 : 3) else { return nil }
    var numbers: [Int] = ignoresYear ? [0] : []
    for field in fields {
      guard field.utf8.count <= 4, field.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(field)
      else { return nil }
      numbers.append(number)
    }
    guard ignoresYear || fields[0].utf8.count == 4 else { return nil }
    let year = numbers[0] * 10_000
    if numbers.count == 1 { return (year + 101...year + 1231, ignoresYear) }
    guard (1...12).contains(numbers[1]) else { return nil }
    let month = year + numbers[1] * 100
    if numbers.count == 2 { return (month + 1...month + 31, ignoresYear) }
    guard (1...31).contains(numbers[2]) else { return nil }
    return (month + numbers[2]...month + numbers[2], ignoresYear)
  }

  /// The span as it would be typed, in full.
  public var description: String {
    func day(_ number: Int) -> String {
      func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
      let year = ignoresYear ? "-" : "\(number / 10_000)"
      return "\(year)-\(two(number / 100 % 100))-\(two(number % 100))"
    }
    if days.lowerBound == days.upperBound { return day(days.lowerBound) }
    let first = days.lowerBound == 0 ? "" : day(days.lowerBound)
    let last = days.upperBound == Int.max ? "" : day(days.upperBound)
    return "\(first)..\(last)"
  }
}
