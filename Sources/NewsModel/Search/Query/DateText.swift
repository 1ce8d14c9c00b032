/// A day, month or year as people write it, with what it leaves open; nothing says that it exists.
struct DateText {
  private(set) var year: Int?
  private(set) var month: Int?
  private(set) var day: Int?

  /// Reads normalized text: `2021`, `202108`, `20210811`, numbers parted by `-`, `.`, `/` or followed by `年`, `月`, `日`,
  /// and, where the year is open, `--08`, `--08-11`, `8月`, `8月11日`; `nil` for anything else.
  init?(_ text: String) {
    let isBare = text.hasPrefix("--")
    let hasOpenYear = isBare || text.contains("月") && !text.contains("年")
    var fields = (isBare ? text.dropFirst(2) : text[...]).split(omittingEmptySubsequences: false) {
      "-./年月日号".contains($0)
    }
    // 年, 月 and 日 stand behind their numbers, the other signs between them.
    if fields.count > 1, let last = text.last, "年月日号".contains(last) { fields.removeLast() }
    var numbers = fields.map { Self.number($0) }
    if numbers.count == 1, !hasOpenYear, let compact = numbers[0], fields[0].count == 6 || fields[0].count == 8 {
      numbers =
        fields[0].count == 6 ? [compact / 100, compact % 100] : [compact / 10_000, compact / 100 % 100, compact % 100]
    } else if !hasOpenYear, fields[0].count != 4 {
      return nil
    } else if !fields.allSatisfy({ $0.count <= 4 }) {
      return nil
    }
    let found = (hasOpenYear ? [nil] : []) + numbers.map(Optional.init)
    guard found.count <= 3, numbers.allSatisfy({ $0 != nil }) else { return nil }
    year = found[0] ?? nil
    month = found.count > 1 ? found[1] ?? nil : nil
    day = found.count > 2 ? found[2] ?? nil : nil
  }

  /// The number that Arabic digits or Chinese numerals (二〇二一, 十二, 三十一) write.
  private static func number(_ text: Substring) -> Int? {
    text.isEmpty || text.count > 8 ? nil : DateFinder.number(text.unicodeScalars.map(\.value)[...])
  }
}

extension NewsDate {
  /// The day that people write so: `2021-08-11`, `20210811`, 2021年8月11日, and without a year `--08-11`, 8月11日; `nil` for anything
  /// else.
  public init?(typed text: String) {
    guard let found = DateText(DateText.normalized(text)), let month = found.month, let day = found.day else {
      return nil
    }
    self.init(year: found.year, month: month, day: day)
  }
}

extension DateText {
  /// Text with one spelling of digits, signs and words: folded, and of dashes and dots only `-`, `.` and `..`.
  static func normalized(_ text: String) -> String {
    var result = String(decoding: Folding.units(text), as: UTF16.self).filter { !$0.isWhitespace }
    // What an input method types for a full stop.
    result.replace("。", with: ".")
    for sign in ["…", "~", "至", "到"] { result.replace(sign, with: "..") }
    // A dash (——) between two days; before a month it stands for any year.
    let ends = result.split(separator: "..", omittingEmptySubsequences: false).map { end in
      end.prefix(2) + end.dropFirst(2).replacing("--", with: "..")
    }
    result = ends.joined(separator: "..")
    while result.contains("...") { result.replace("...", with: "..") }
    return result
  }

  /// Text with the number of the year that it begins with as a word: 今年6月 → 2021年6月.
  static func namingYear(_ text: String, from today: NewsDate) -> String {
    guard let year = today.year else { return text }
    let words = [("今年", 0), ("本年", 0), ("去年", 1), ("上年", 1), ("前年", 2)]
    guard let (word, back) = words.first(where: { text.hasPrefix($0.0) }) else { return text }
    return "\(year - back)年" + text.dropFirst(word.count)
  }

  /// The days that a word counts from `today`, as `DateSpan.days` has them; `nil` for any other text.
  static func days(_ text: String, from today: NewsDate) -> ClosedRange<Int>? {
    guard let year = today.year else { return nil }
    let now = CalendarDay(year: year, month: today.month, day: today.day)
    func days(_ offsets: ClosedRange<Int>) -> ClosedRange<Int> {
      (now + offsets.lowerBound).number...(now + offsets.upperBound).number
    }
    func month(_ offset: Int) -> ClosedRange<Int> {
      let months = year * 12 + today.month - 1 + offset
      let (year, month) = (months / 12, months % 12 + 1)
      let base = year * 10_000 + month * 100
      return base + 1...base + CalendarDay.length(ofMonth: month, year: year)
    }
    func years(_ offset: Int) -> ClosedRange<Int> { (year + offset) * 10_000 + 101...(year + offset) * 10_000 + 1231 }
    switch text.filter({ $0 != "-" && $0 != "_" }) {
    case "今天", "今日", "today": return days(0...0)
    case "昨天", "昨日", "yesterday": return days(-1 ... -1)
    case "前天", "前日": return days(-2 ... -2)
    case "本周", "这周", "本星期", "这星期", "thisweek": return days(-now.weekday...6 - now.weekday)
    case "上周", "上星期", "上个星期", "lastweek": return days(-now.weekday - 7 ... -now.weekday - 1)
    case "本月", "这月", "这个月", "thismonth": return month(0)
    case "上月", "上个月", "lastmonth": return month(-1)
    case "今年", "本年", "thisyear": return years(0)
    case "去年", "上年", "lastyear": return years(-1)
    case "前年": return years(-2)
    default: return lastDays(text).map { days(1 - $0...0) }
    }
  }

  /// How many days `7天`, `近7天`, `最近三天`, `2周`, `7d` or `2w` are, today included.
  private static func lastDays(_ text: String) -> Int? {
    let words = [
      ("天", 1), ("天内", 1), ("日内", 1), ("d", 1), ("day", 1), ("days", 1), ("周", 7), ("w", 7), ("week", 7), ("weeks", 7),
    ]
    var rest = text[...]
    for word in ["最近", "近", "过去", "last"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    for (word, length) in words where rest.hasSuffix(word) {
      guard let count = number(rest.dropLast(word.count)), (1...10_000).contains(count) else { continue }
      return count * length
    }
    return nil
  }
}

/// A day of the Gregorian calendar.
struct CalendarDay: Hashable {
  /// Days since 1 March of the year 0.
  let ordinal: Int

  /// A day that exists.
  init(year: Int, month: Int, day: Int) {
    // Years that begin in March have their leap day at the end (Howard Hinnant, "chrono-Compatible Low-Level Date
    // Algorithms").
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    ordinal = 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
  }

  private init(ordinal: Int) { self.ordinal = ordinal }

  static func + (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(ordinal: day.ordinal + days) }

  /// 0 for Monday … 6 for Sunday.
  var weekday: Int { (ordinal + 2) % 7 }

  /// The day as `year * 10,000 + month * 100 + day`.
  var number: Int {
    let era = ordinal / 146_097
    let inEra = ordinal % 146_097
    let yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let months = (5 * inYear + 2) / 153
    let month = months < 10 ? months + 3 : months - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return year * 10_000 + month * 100 + inYear - (153 * months + 2) / 5 + 1
  }

  /// The days of a month; 29 for February where the year is open.
  static func length(ofMonth month: Int, year: Int?) -> Int {
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
