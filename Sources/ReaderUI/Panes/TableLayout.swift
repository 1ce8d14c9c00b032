import NewsModel

/// Which months of a table of counts stand on the screen, and in which cells.
///
/// A column is as wide as what stands in it; the year is written where it begins. So a row of 80 cells has room for a year, and the months
/// that have none are counted together and brought on the screen by keys.
struct TableLayout {
  /// A month with the cells of its column, blanks before it included.
  struct Column {
    /// Which column of the table it is.
    let index: Int
    let label: String
    let width: Int
  }

  /// Cells of the column of places, and of the two that count all months and the earlier ones.
  let placeWidth: Int
  let totalWidth: Int
  /// The months on the screen.
  let months: [Column]
  /// The columns before them, and how many follow.
  let earlier: Range<Int>
  let later: Int
  /// Whether there is room to count the earlier ones.
  let showsEarlier: Bool
  /// The latest months, so many, may be passed over: then the earliest is on the screen.
  let mostLater: Int

  /// Lays a table out on `columns` cells, the latest `later` months passed over.
  ///
  /// - Complexity: O(places + months).
  init(_ table: FacetTable, columns: Int, later: Int, _ language: Language, _ width: CellWidth) {
    let names = table.rows.map { width.width(of: $0?.name ?? Self.unknown(language)) }
    placeWidth = min(12, names.max() ?? 0)
    let titles = [language("合计", "total"), language("更早", "earlier")].map { width.width(of: $0) }
    totalWidth = max(titles.max() ?? 0, Self.digits(table.total.articles)) + Self.gap
    let room = columns - 2 - placeWidth - totalWidth
    let count = table.columns.count
    /// A month's column behind that of the month before it, or as the first one.
    func column(_ index: Int, isFirst: Bool) -> Column {
      let label = Self.label(of: table.columns[index], after: isFirst ? nil : table.columns[index - 1], language)
      let widest = max(width.width(of: label), Self.digits(table.count(column: index).articles))
      return Column(index: index, label: label, width: widest + Self.gap)
    }
    /// Cells of the columns before each month, were none of them the first.
    let before = (0..<count).reduce(into: [0]) { sums, index in
      sums.append(sums[index] + column(index, isFirst: index == 0).width)
    }
    func left(by range: Range<Int>) -> Int {
      guard !range.isEmpty else { return room }
      let others = before[range.upperBound] - before[range.lowerBound + 1]
      return room - column(range.lowerBound, isFirst: true).width - others
    }
    var fromStart = 0
    while fromStart < count, left(by: 0..<fromStart + 1) >= 0 { fromStart += 1 }
    mostLater = fromStart > 0 ? count - fromStart : 0
    self.later = max(0, min(later, mostLater))
    let end = count - self.later
    // One month is shown even if that leaves no room to count those before it.
    var start = end <= fromStart ? 0 : max(0, end - (fromStart > 0 ? 1 : 0))
    while start > 0, left(by: start - 1..<end) >= totalWidth { start -= 1 }
    months = (start..<end).map { column($0, isFirst: $0 == start) }
    earlier = 0..<start
    showsEarlier = start > 0 && left(by: start..<end) >= totalWidth
  }

  /// Blank cells before each column.
  private static let gap = 2

  private static func digits(_ number: Int) -> Int { String(number).utf8.count }

  static func unknown(_ language: Language) -> String { language("未标明", "unknown") }

  private static func label(of value: FacetValue?, after previous: FacetValue?, _ language: Language) -> String {
    guard case .month(let month) = value else { return language("无日期", "no day") }
    guard month.year != nil else { return language("\(month.month)月", month.description) }
    return month.year == previous?.month?.year ? String(month.description.suffix(2)) : month.description
  }
}

extension FacetValue {
  /// The month that the value is.
  fileprivate var month: NewsMonth? { if case .month(let month) = self { month } else { nil } }

  /// The place that the value is.
  var place: Place? { if case .place(let place) = self { place } else { nil } }
}

extension AppState {
  /// How the table of counts is laid out, once it has been made.
  var tableLayout: TableLayout? {
    guard let detail = search?.detail, let table = detail.table else { return nil }
    let columns = layout.area(of: .search)?.columns ?? size.columns
    return TableLayout(table, columns: columns, later: detail.laterMonths, language, settings.cellWidth)
  }
}
