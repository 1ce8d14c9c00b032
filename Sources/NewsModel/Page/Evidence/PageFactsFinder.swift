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
      let mark = text[year.end]
      if [0x5E74, 0x2E, 0x2D, 0x2F, 0xFF0E, 0x2014].contains(mark),
        let month = DateFinder.number(startingAt: skip(text, year.end + 1), in: text), month.end < text.endIndex,
        [0x6708, 0x2E, 0x2D, 0x2F, 0xFF0E].contains(text[month.end]),
        let day = DateFinder.number(startingAt: skip(text, month.end + 1), in: text),
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

  /// A03, 07, 第3版, 4版.
  private static func pageNumber(in text: ArraySlice<UInt32>) -> String? {
    for field in text.split(whereSeparator: {
      CharacterClass.of($0).contains(.space) || Block.markers.contains($0) || $0 == 0x7C || $0 == 0xB7
    }) {
      var index = field.startIndex
      if field[index] == 0x7B2C { index += 1 }
      let start = index
      if index < field.endIndex, (0x41...0x5A).contains(field[index]) { index += 1 }
      let digits = index
      while index < field.endIndex, CharacterClass.of(field[index]).contains(.digit) { index += 1 }
      guard index > digits, index - digits <= 2 else { continue }
      if index == field.endIndex || field[index] == 0x7248 { return field[start..<index].string }
    }
    return nil
  }

  /// A word of furniture that ends as papers' names do; 县域新闻, 综合新闻 are sections.
  private static func paperName(in text: ArraySlice<UInt32>) -> String? {
    for field in text.split(whereSeparator: { CharacterClass.of($0).contains(.space) || $0 == 0x7C || $0 == 0xFF5C })
    where (3...10).contains(field.count) && field.suffixed(by: paperEndings) != nil
      && field.allSatisfy({ CharacterClass.of($0).contains(.han) })
    {
      return field.string
    }
    return nil
  }
  private static let paperEndings = wordList("日报 晚报 早报 晨报 都市报 时报 周报 商报 日報 晚報 鄉訊 乡讯")

  /// The year that most of the page's years of the present name: 2021年上半年, 2024年5月; not 到2025年.
  private static func inferredYear(_ list: BlockList, _ bodies: [Int]) -> Int? {
    var latest: Int?
    for block in bodies {
      let text = list.text(block)
      var index = text.startIndex
      while let at = text.firstIndex(from: index, where: { $0 == 0x5E74 }) {
        index = at + 1
        guard let year = DateFinder.number(endingAt: at, in: text), (1990...2100).contains(year.value) else { continue }
        let before = text[..<year.start].suffix(3)
        let after = text[(at + 1)...].prefix(3)
        if before.containsAny(future) || after.containsAny(future) { continue }
        latest = Swift.max(latest ?? 0, year.value)
      }
    }
    return latest
  }
  private static let future = wordList("到 至 力争 预计 计划 将 — － - ～ 前 底前 以后 建成 末")
}
