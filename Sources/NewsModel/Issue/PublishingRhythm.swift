/// When a newspaper comes out, by the days on which it is known to have come out.
struct PublishingRhythm {
  private let issues: [HeldIssue]
  /// The issues' places by their days, as days since 1 March of the year 0.
  private let places: [Int: Int]
  private let days: [Int]
  /// The weeks (from Monday) in which there is an issue, ascending.
  private let weeks: [Int]

  /// So many weeks before and after a day tell whether it is one of the paper's: a rhythm may change.
  private static let weeksAsked = 4
  /// Fewer issues have no rhythm.
  private static let fewestIssues = 4

  /// The rhythm of the issues of one paper, which come by day.
  init(_ issues: [HeldIssue]) {
    self.issues = issues
    days = issues.compactMap(\.day.ordinal)
    places = Dictionary(zip(days, days.indices)) { first, _ in first }
    var weeks: [Int] = []
    for day in days where weeks.last != Self.week(of: day) { weeks.append(Self.week(of: day)) }
    self.weeks = weeks
  }

  /// The issues with those that are missing between the first and the last, and the missing pages of all.
  var completed: [HeldIssue] {
    var all = issues
    guard let first = issues.first?.day else { return [] }
    for day in missingDays {
      if let date = first.adding(day - days[0]) { all.append(HeldIssue(day: date)) }
    }
    all.sort { $0.day < $1.day }
    for index in all.indices where !all[index].isMissing { all[index].missingPages = missingPages(of: index, in: all) }
    return all
  }

  // MARK: Days

  private var missingDays: [Int] {
    guard days.count >= Self.fewestIssues, let first = days.first, let last = days.last else { return [] }
    let steps = zip(weeks.dropFirst(), weeks).map { $0 - $1 }.sorted()
    guard (steps.isEmpty ? 1 : steps[steps.count / 2]) == 1 else { return missingByInterval }
    return (first...last).filter { places[$0] == nil && isExpected($0) }
  }

  /// Whether an issue came out on the same day of most weeks around, those aside in which none did.
  private func isExpected(_ day: Int) -> Bool {
    let week = Self.week(of: day)
    let next = weeks.partitioningIndex { $0 >= week }
    let around =
      weeks[..<next].suffix(Self.weeksAsked) + weeks[next...].filter { $0 != week }.prefix(Self.weeksAsked)
    // Of the first and the last week a part may lie outside of what is held.
    let asked = around.map { day + ($0 - week) * 7 }.filter { (days[0]...days[days.count - 1]).contains($0) }
    return asked.count >= 2 && asked.count { places[$0] != nil } * 2 > asked.count
  }

  /// The days missing from a paper that comes out every so many days, or once a month.
  private var missingByInterval: [Int] {
    let steps = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
    let step = steps[steps.count / 2]
    guard steps.count(where: { abs($0 - step) * 8 <= step }) * 2 > steps.count else { return [] }
    return zip(days, days.dropFirst()).flatMap { day, next in
      let count = (next - day + step / 2) / step
      return (1..<max(1, count)).map { day + (next - day) * $0 / count }
    }
  }

  /// The number of the week, from Monday, that a day lies in.
  private static func week(of day: Int) -> Int { (day + 2) / 7 }

  // MARK: Pages

  /// The pages missing below the highest one held, and up to the size that most issues of this day of the week around have.
  private func missingPages(of index: Int, in all: [HeldIssue]) -> [String] {
    let issue = all[index]
    guard !issue.pages.isEmpty else { return [] }
    let weekday = issue.day.weekday
    let alike = { (other: HeldIssue) in !other.isMissing && other.day.weekday == weekday && !other.pages.isEmpty }
    let around =
      all[..<index].filter(alike).suffix(Self.weeksAsked) + all[(index + 1)...].filter(alike).prefix(Self.weeksAsked)
    var sizes = issue.sizes
    if around.count >= 3 {
      for section in Set(around.flatMap(\.sizes.keys)) {
        var counts: [Int: Int] = [:]
        for other in around { counts[other.sizes[section] ?? 0, default: 0] += 1 }
        if let usual = counts.max(by: { $0.value < $1.value }), usual.value * 2 > around.count {
          sizes[section] = max(sizes[section] ?? 0, usual.key)
        }
      }
    }
    let held = Set(issue.pages.compactMap(PageNumber.init))
    // As other issues write them: A08 has a zero.
    var names: [PageNumber: String] = [:]
    for other in all { for page in other.pages { if let number = PageNumber(page) { names[number] = page } } }
    let missing = sizes.filter { $0.value > 0 }.flatMap { section, size in
      (1...size).map { PageNumber(section: section, number: $0) }
    }
    return missing.filter { !held.contains($0) }.sorted().map { names[$0] ?? $0.section + String($0.number) }
  }
}
