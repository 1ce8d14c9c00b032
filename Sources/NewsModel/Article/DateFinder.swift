/// Days in newspaper text: 5月20日, 2024年5月20日, 本报聊城6月2日讯, 昨日.
struct DateFinder {
  /// The day of publication, where the page prints it.
  let pageDate: NewsDate?
  /// The present year by the page's own words.
  let year: Int?

  /// The first day that `text` names, by month and day.
  ///
  /// - Complexity: O(scalars).
  func firstDay(in text: ArraySlice<UInt32>) -> NewsDate? {
    var index = text.startIndex
    while let at = text.firstIndex(from: index, where: { $0 == 0x6708 }) {  // 月
      index = at + 1
      guard let month = Self.number(endingAt: at, in: text), (1...12).contains(month.value) else { continue }
      guard let day = Self.number(startingAt: at + 1, in: text), (1...31).contains(day.value), day.end < text.endIndex,
        [0x65E5, 0x53F7, 0x865F].contains(text[day.end])
      else { continue }
      // 1998年5月4日 in a look back tells its own year; it is the story's day only if the year can be this one.
      var printed: Int?
      if month.start > text.startIndex, text[month.start - 1] == 0x5E74,
        let year = Self.number(endingAt: month.start - 1, in: text), year.value >= 1900
      {
        printed = year.value
      }
      if let printed, let known = pageDate?.year ?? self.year, abs(printed - known) > 1 { continue }
      return make(year: printed, month: month.value, day: day.value)
    }
    return nil
  }

  /// The day of a dateline of which only the day is printed (新华社北京20日电), in the page's month.
  func bareDay(in dateline: ArraySlice<UInt32>) -> NewsDate? {
    guard let pageDate, let at = dateline.firstIndex(of: 0x65E5), let day = Self.number(endingAt: at, in: dateline),
      (1...31).contains(day.value)
    else { return nil }
    return make(year: nil, month: pageDate.month, day: day.value)
  }

  /// 昨日 or 昨天, counted back from the page's date.
  func yesterday(in text: ArraySlice<UInt32>) -> NewsDate? {
    guard let pageDate, Self.saysYesterday(text) else { return nil }
    if pageDate.day > 1 { return make(year: pageDate.year, month: pageDate.month, day: pageDate.day - 1) }
    let month = pageDate.month == 1 ? 12 : pageDate.month - 1
    let leap = pageDate.year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? false
    let last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return make(year: pageDate.year.map { pageDate.month == 1 ? $0 - 1 : $0 }, month: month, day: last)
  }

  private func make(year printed: Int?, month: Int, day: Int) -> NewsDate? {
    if let printed { return NewsDate(year: printed, month: month, day: day) }
    if let pageDate, let year = pageDate.year {
      // A December day in a January paper is last year's.
      let inferred = month > pageDate.month + 6 ? year - 1 : year
      return NewsDate(year: inferred, month: month, day: day, yearSource: .page)
    }
    return NewsDate(year: year, month: month, day: day, yearIsInferred: year != nil)
  }

  /// Whether 昨日 or its kin stands outside of quotations: in them it is the speaker's yesterday.
  private static func saysYesterday(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.containsAny(yesterdays) else { return false }
    var depth = 0
    for index in text.indices {
      if text[index] == 0x201C { depth += 1 } else if text[index] == 0x201D { depth -= 1 }
      if depth == 0, yesterdays.mayBegin(with: text[index]), text[index...].prefixed(by: yesterdays) != nil {
        return true
      }
    }
    return false
  }
  private static let yesterdays = wordList("昨日 昨天 昨晚 昨日下午 昨日上午")

  // MARK: Numbers

  private static func hanDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x25CB, 0x3007, 0x96F6: 0  // ○ 〇 零
    case 0x4E00: 1  // 一
    case 0x4E8C: 2  // 二
    case 0x4E09: 3  // 三
    case 0x56DB: 4  // 四
    case 0x4E94: 5  // 五
    case 0x516D: 6  // 六
    case 0x4E03: 7  // 七
    case 0x516B: 8  // 八
    case 0x4E5D: 9  // 九
    default: nil
    }
  }

  private static func digit(_ scalar: UInt32) -> Int? {
    if (0x30...0x39).contains(scalar) { return Int(scalar - 0x30) }
    if (0xFF10...0xFF19).contains(scalar) { return Int(scalar - 0xFF10) }
    return nil
  }

  /// The number whose last digit stands before `end`: 12, 十二, 二〇二四.
  static func number(endingAt end: Int, in text: ArraySlice<UInt32>) -> (value: Int, start: Int)? {
    var start = end
    while start > text.startIndex, end - start < 4, isDigit(text[start - 1]) { start -= 1 }
    return value(of: text[start..<end]).map { ($0, start) }
  }

  /// The number whose first digit stands at `start`.
  static func number(startingAt start: Int, in text: ArraySlice<UInt32>) -> (value: Int, end: Int)? {
    var end = start
    while end < text.endIndex, end - start < 4, isDigit(text[end]) { end += 1 }
    return value(of: text[start..<end]).map { ($0, end) }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool {
    digit(scalar) != nil || hanDigit(scalar) != nil || scalar == 0x5341
  }

  /// The number that Arabic digits or Chinese numerals write, up to 99 with 十 in it; `nil` for other text.
  static func number(_ text: ArraySlice<UInt32>) -> Int? { text.allSatisfy(isDigit) ? value(of: text) : nil }

  private static func value(of digits: ArraySlice<UInt32>) -> Int? {
    guard let first = digits.first else { return nil }
    if digit(first) != nil {
      var value = 0
      for scalar in digits {
        guard let digit = digit(scalar) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    guard let ten = digits.firstIndex(of: 0x5341) else {
      var value = 0
      for scalar in digits {
        guard let digit = hanDigit(scalar) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    let tens = ten == digits.startIndex ? 1 : digits[..<ten].first.flatMap { hanDigit($0) } ?? 1
    let ones = ten + 1 < digits.endIndex ? hanDigit(digits[ten + 1]) ?? 0 : 0
    return tens * 10 + ones
  }
}
