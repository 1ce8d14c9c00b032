/// What a page prints about itself: paper, date, page number.
struct PageFactsFinder {
  /// The newspaper's name, where furniture prints it.
  private(set) var paper: String?
  /// The day of publication.
  private(set) var date: NewsDate?
  /// The page number as printed.
  private(set) var number: String?
  /// The year that the page's own words make certain enough, when no date is printed.
  private(set) var year: Int?

  init(_ list: BlockList, _ readings: [Reading], furniture: [Int], bodies: [Int]) {
    for block in furniture {
      let text = list.text(block)
      if date == nil { date = Self.date(in: text) }
      if number == nil { number = Self.pageNumber(in: text) }
      if paper == nil { paper = Self.paperName(in: text) }
    }
    if date?.year == nil { year = Self.inferredYear(list, bodies.filter { readings[$0].ingredients.contains(.year) }) }
  }

  /// A full date, in any of the shapes that mastheads print.
  static func date(in text: ArraySlice<UInt32>) -> NewsDate? {
    var index = text.startIndex
    while index < text.endIndex {
      guard let year = DateFinder.number(startingAt: index, in: text), (1900...2100).contains(year.value),
        year.end < text.endIndex
      else {
        index += 1
        continue
      }
      let mark = text[skip(text, year.end)...].first ?? 0
      if [0x5E74, 0x2E, 0x2D, 0x2F, 0xFF0E, 0x2014].contains(mark),
        let month = DateFinder.number(startingAt: skip(text, skip(text, year.end) + 1), in: text),
        month.end < text.endIndex,
        [0x6708, 0x2E, 0x2D, 0x2F, 0xFF0E].contains(text[skip(text, month.end)...].first ?? 0),
        let day = DateFinder.number(startingAt: skip(text, skip(text, month.end) + 1), in: text),
        let found = NewsDate(year: year.value, month: month.value, day: day.value)
      {
        return found
      }
      index = year.end
    }
    return nil
  }

  private static func skip(_ text: ArraySlice<UInt32>, _ index: Int) -> Int {
    var index = index
    while index < text.endIndex, CharacterClass.of(text[index]).contains(.space) { index += 1 }
    return index
  }

  /// A03, 07, 第3版, 第三版, ③版, A03要闻.
  static func pageNumber(in text: ArraySlice<UInt32>) -> String? {
    for field in text.split(whereSeparator: {
      CharacterClass.of($0).contains(.space) || Block.markers.contains($0) || fieldMarks.contains($0)
    }) {
      var index = field.startIndex
      let isOrdinal = field[index] == 0x7B2C
      if isOrdinal { index += 1 }
      let start = index
      if index < field.endIndex, isLetter(field[index]) { index += 1 }
      let digits = index
      while index < field.endIndex, index - digits < 3, isPageDigit(field[index], besides: digits > start) {
        index += 1
      }
      guard index > digits, index - digits <= 2 || field[start..<index].allSatisfy({ $0 > 0x4E00 }) else { continue }
      let rest = field[index...]
      let isWritten = field[digits..<index].contains { !CharacterClass.of($0).contains(.digit) }
      // Of 今日四版 or 共8版 nothing is left here; 三 alone is no page, nor is 12 a page's number in 12日.
      if rest.first == 0x7248 || rest.isEmpty && !isWritten && !isOrdinal
        || digits > start && rest.count <= 6 && rest.allSatisfy({ CharacterClass.of($0).contains(.han) })
      {
        return field[start..<index].string
      }
    }
    return nil
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0xFF21...0xFF3A).contains(scalar)
  }

  /// Whether a scalar may stand in a page's number; behind a letter only digits do.
  private static func isPageDigit(_ scalar: UInt32, besides hasLetter: Bool) -> Bool {
    CharacterClass.of(scalar).contains(.digit) || !hasLetter && hanDigits.contains(scalar)
  }
  private static let hanDigits = CharacterBits("一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
  private static let fieldMarks = CharacterBits("|｜·")

  /// What of a field of furniture is a newspaper's name: the field, or its beginning before the day or the section. 县域新闻,
  /// 综合新闻 are sections.
  static func paperName(in text: ArraySlice<UInt32>) -> String? {
    for word in text.split(whereSeparator: { CharacterClass.of($0).contains(.space) || $0 == 0x7C || $0 == 0xFF5C }) {
      let field = PageFurniture.withoutMarks(word).prefix { CharacterClass.of($0).contains(.han) }
      if (3...10).contains(field.count), field.suffixed(by: paperEndings) != nil { return field.string }
      // The blank between the name and what follows may be lost.
      guard field.count <= 16 else { continue }
      for ending in paperEndings {
        guard let at = field.firstIndex(of: ending), at > field.startIndex, at - field.startIndex <= 6 else { continue }
        let rest = field[(at + ending.count)...]
        if rest.prefixed(by: Trade.sectionWords) != nil || rest.prefixed(by: paperFollowers) != nil {
          return field[..<(at + ending.count)].string
        }
      }
    }
    return nil
  }
  private static let paperEndings = wordList(
    """
    日报 晚报 早报 晨报 都市报 时报 周报 快报 新报 导报 商报 农村报 农民报 青年报 工人报 法制报 法治报 教育报 经济报 电视报 老年报 生活报 今报 周末
    日報 晚報 早報 晨報 時報 週報 商報 鄉訊 乡讯
    """)
  private static let paperFollowers = wordList("二〇 二○ 第 星期 今日 总第 总编 一版")

  /// The present year, if words of the page speak of it: 2021年上半年, 截至2023年10月底, a full day in a lead. A year of the past
  /// (建于1998年, 2019年,村里铺了路) tells nothing of the news, nor does one to come (到2025年). Where the past comes nearer than what
  /// speaks of the present, nothing is certain.
  private static func inferredYear(_ list: BlockList, _ bodies: [Int]) -> Int? {
    var latest = 0
    var present: Set<Int> = []
    for block in bodies {
      let text = list.text(block)
      var index = text.startIndex
      while let at = text.firstIndex(from: index, where: { $0 == 0x5E74 }) {
        index = at + 1
        guard let year = DateFinder.number(endingAt: at, in: text), (1990...2100).contains(year.value) else { continue }
        let before = text[..<year.start]
        let after = text[(at + 1)...]
        let isUpTo = before.suffixed(by: upTo) != nil
        guard isUpTo || !before.suffix(3).containsAny(future) && !after.prefix(3).containsAny(future) else { continue }
        latest = Swift.max(latest, year.value)
        let isLead = year.start < text.startIndex + 40 && isDay(after)
        if isUpTo || isLead || after.prefixed(by: presentMarks) != nil { present.insert(year.value) }
      }
    }
    return present.contains(latest) ? latest : nil
  }

  /// Whether month and day begin the text: 8月11日.
  private static func isDay(_ text: ArraySlice<UInt32>) -> Bool {
    guard let month = DateFinder.number(startingAt: text.startIndex, in: text), month.end < text.endIndex,
      text[month.end] == 0x6708, let day = DateFinder.number(startingAt: month.end + 1, in: text),
      day.end < text.endIndex
    else { return false }
    return text[day.end] == 0x65E5
  }
  private static let future = wordList("到 至 力争 预计 计划 将 — － - ～ 前 底前 以后 建成 末")
  private static let upTo = wordList("截至 截止")
  private static let presentMarks = wordList(
    "以来 上半年 下半年 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 度 前三季度 1月至 1至 1-  元旦 春节 全国 全省 全市 全县 省级 市级 国家级 重点 招生 是")
}
