import NewsModel
import ReaderUI

extension Invocation {
  /// Prints how many articles were found by place, by month, or in a table of both.
  func printTable(_ table: HitTable, by kind: String) throws {
    let names = PlaceNames(table.places)
    switch (kind, arguments.has(.json)) {
    case ("county", true):
      for place in table.places { try write(table.count(of: place)) { $0.write(place) } }
    case ("month", true):
      for month in table.months { try write(table.count(in: month)) { $0.write(month) } }
    case (_, true):
      for place in table.places {
        for month in table.months where table.count(place, month).articles > 0 {
          try write(table.count(place, month)) { json in
            json.write(place)
            json.write(month)
          }
        }
      }
    case ("county", false):
      try printRows(table.places.map { (names[$0], [table.count(of: $0).articles]) })
    case ("month", false):
      try printRows(table.months.map { ($0?.description ?? "-", [table.count(in: $0).articles]) })
    default:
      let total = Phrase("合计", "total")[language]
      let months = table.months.map { $0?.description ?? "-" }
      if let columns = output.columns, names.width + (months.count + 1) * Self.columnWidth > columns {
        return try printParagraphs(table, names, columns: columns)
      }
      try output.put("".padded(to: max(names.width, CellWidth.narrow.width(of: total))))
      try output.line(([total] + months).map(cell).joined(), .strong)
      var rows = table.places.map { place in
        let cells = table.months.map { table.count(place, $0).articles }
        return (names[place], [table.count(of: place).articles] + cells)
      }
      rows.append((total, [table.total.articles] + table.months.map { table.count(in: $0).articles }))
      try printRows(rows)
    }
  }

  /// Prints a table that is too wide for the terminal: for each place its months with articles, in as many lines as they take.
  private func printParagraphs(_ table: HitTable, _ names: PlaceNames, columns: Int) throws {
    let margin = names.width + Self.columnWidth
    for place in table.places {
      try output.put(names[place].padded(to: names.width))
      try output.put(cell(String(table.count(of: place).articles)), .strong)
      var at = margin
      for month in table.months {
        let count = table.count(place, month).articles
        guard count > 0 else { continue }
        let entry = "  \(month?.description ?? "-"): \(count)"
        if at > margin, at + entry.utf8.count > columns {
          try output.line("")
          try output.put(String(repeating: " ", count: margin))
          at = margin
        }
        try output.put(entry)
        at += entry.utf8.count
      }
      try output.line("")
    }
  }

  /// Cells of a column of numbers: wide enough for a month.
  private static let columnWidth = 9

  private func cell(_ text: String) -> String { (" " + text).leftPadded(to: Self.columnWidth) }

  private func printRows(_ rows: [(name: String, counts: [Int])]) throws {
    let width = rows.map { CellWidth.narrow.width(of: $0.name) }.max() ?? 0
    for row in rows {
      try output.put(row.name.padded(to: width))
      // An empty cell reads easier than a zero.
      try output.line(row.counts.map { cell($0 == 0 ? "·" : String($0)) }.joined())
    }
  }

  /// Writes a count as JSON: the keys of `keys`, then `articles` and `matches`.
  private func write(_ count: HitTable.Count, _ keys: (inout JSONWriter) -> Void) throws {
    var json = JSONWriter()
    json.object { json in
      keys(&json)
      json.key("articles")
      json.value(count.articles)
      json.key("matches")
      json.value(count.matches)
    }
    json.endLine()
    try output.write(json.bytes)
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ month: NewsMonth?) {
    key("month")
    value(month?.description)
  }
}
