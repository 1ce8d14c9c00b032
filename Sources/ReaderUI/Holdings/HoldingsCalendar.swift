import NewsModel

/// The issues of a newspaper month by month, a week a row, as text.
public struct HoldingsCalendar: Sendable {
  /// One day of a week.
  public struct Day: Sendable {
    /// The day of the month.
    public let number: Int
    /// The index of its issue among those of the paper; `nil` where none is expected.
    public let issue: Int?
    /// What stands for the issue, of `HoldingsCalendar.cellWidth` cells: the day with the pages held, `×` where it is missing, `-` behind the number
    /// where pages are.
    public let text: String
  }

  /// A row: the title of a month, or a week of it with an empty day before and behind.
  public enum Row: Sendable {
    /// The year and month.
    case month(String)
    /// The days from Monday to Sunday.
    case week([Day?])
  }

  /// Cells of a day.
  public static let cellWidth = 7
  /// The rows, earliest first.
  public let rows: [Row]

  /// The calendar of a paper's issues.
  ///
  /// - Complexity: O(days from the first to the last month).
  public init(_ paper: Holdings.Paper) {
    var rows: [Row] = []
    var week: [Day?] = []
    var current = (year: 0, month: 0)
    var issues = paper.issues.enumerated().makeIterator()
    var next = issues.next()
    func endWeek() {
      if week.contains(where: { $0 != nil }) { rows.append(.week(week + Array(repeating: nil, count: 7 - week.count))) }
      week = []
    }
    while let issue = next, let day = Self.firstDay(after: current, in: issue.element.day) {
      current = (day.year ?? 0, day.month)
      rows.append(.month(String(day.description.dropLast(3))))
      week = Array(repeating: nil, count: day.weekday ?? 0)
      var date: NewsDate? = day
      while let today = date, today.month == current.month {
        if week.count == 7 { endWeek() }
        if let issue = next, issue.element.day == today {
          week.append(Day(number: today.day, issue: issue.offset, text: Self.text(issue.element)))
          next = issues.next()
        } else {
          week.append(Day(number: today.day, issue: nil, text: Self.cell("\(today.day)", "·")))
        }
        date = today.adding(1)
      }
      endWeek()
    }
    self.rows = rows
  }

  /// The first day of the month of `day`; `nil` if that month has been.
  private static func firstDay(after month: (year: Int, month: Int), in day: NewsDate) -> NewsDate? {
    guard let year = day.year, (year, day.month) > month else { return nil }
    return NewsDate(year: year, month: day.month, day: 1)
  }

  private static func text(_ issue: HeldIssue) -> String {
    let day = "\(issue.day.day)"
    if issue.isMissing { return cell(day, "×") }
    return cell(day, (issue.pages.isEmpty ? "?" : "\(issue.pages.count)") + (issue.missingPages.isEmpty ? "" : "-"))
  }

  private static func cell(_ day: String, _ mark: String) -> String {
    let left = String(repeating: " ", count: max(0, 2 - day.count)) + day + ":" + mark
    return left + String(repeating: " ", count: max(0, cellWidth - left.count))
  }

  /// The names of the days of the week above the columns.
  public static func heading(_ language: Language) -> String {
    let names = language("一 二 三 四 五 六 日", "Mo Tu We Th Fr Sa Su").split(separator: " ").map(String.init)
    return names.map { name in
      " " + name + String(repeating: " ", count: cellWidth - 1 - CellWidth.narrow.width(of: name))
    }.joined()
  }
}

extension Holdings.Paper {
  /// The paper's name, the days and the numbers of its issues.
  public func summary(_ language: Language) -> String {
    let name = name ?? language("报名不详", "unknown paper")
    guard let first = issues.first?.day, let last = issues.last?.day else { return name }
    let held = language("\(heldCount) 期", "\(heldCount) issues")
    let missing =
      missingCount > 0
      ? language("，按出报规律推定缺 \(missingCount) 期", ", \(missingCount) missing by its rhythm (inferred)") : ""
    return "\(name)  \(first)..\(last)  \(held)\(missing)"
  }
}

extension HeldIssue {
  /// The day of an issue with what is held and missing of it.
  public func summary(_ language: Language) -> String {
    if isMissing { return "\(day)  " + language("缺（推定）", "missing (inferred)") }
    let count = language("\(articles.count) 篇", "\(articles.count) articles")
    let held =
      pages.isEmpty
      ? "" : "  " + language("第 \(pages.joined(separator: "、")) 版", "pages \(pages.joined(separator: ", "))")
    let missing = missingPages.joined(separator: language("、", ", "))
    return "\(day)  \(count)\(held)"
      + (missing.isEmpty ? "" : "  " + language("缺第 \(missing) 版（推定）", "pages \(missing) missing (inferred)"))
  }
}
