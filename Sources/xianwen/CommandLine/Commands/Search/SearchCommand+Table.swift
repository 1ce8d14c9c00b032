import NewsModel
import ReaderUI

/// A side of a table of counts: the places or the months.
private enum TableSide: String {
  case county, month
}

/// Where a count of a table stands.
private struct TablePlace {
  var place: Place??
  var month: NewsMonth??
}

/// A heading of a table, and what it stands for.
private struct TableHeading {
  let name: String
  let place: TablePlace
}

extension HitTable {
  /// What was found in one place, or one month, or a month of a place.
  fileprivate func count(_ place: TablePlace) -> Count {
    switch (place.place, place.month) {
    case (let place?, let month?): count(place, month)
    case (let place?, nil): count(of: place)
    case (nil, let month?): count(in: month)
    case (nil, nil): total
    }
  }
}

extension Invocation {
  /// Prints how many articles were found along one side, or in a table with the first side downwards and the other
  /// across.
  func printTable(_ table: HitTable, by sides: [String]) throws {
    let names = PlaceNames(table.places)
    let headings = sides.compactMap(TableSide.init).map { side in
      switch side {
      case .county: table.places.map { TableHeading(name: names[$0], place: TablePlace(place: .some($0))) }
      case .month:
        table.months.map { TableHeading(name: $0?.description ?? "-", place: TablePlace(month: .some($0))) }
      }
    }
    let rows = headings.first ?? []
    let columns = headings.count > 1 ? headings[1] : []
    if arguments.has(.json) {
      for row in rows {
        let cells = columns.isEmpty ? [row.place] : columns.map { row.place.merging($0.place) }
        for cell in cells where table.count(cell).articles > 0 { try write(table.count(cell), cell) }
      }
    } else if columns.isEmpty {
      try printRows(rows.map { ($0.name, [table.count($0.place).articles]) }, columnWidths: [Self.columnWidth])
    } else {
      try printTable(table, rows, columns)
    }
  }

  private func printTable(_ table: HitTable, _ rows: [TableHeading], _ columns: [TableHeading]) throws {
    let total = Phrase("合计", "total")[language]
    let rowWidth = rows.map { CellWidth.narrow.width(of: $0.name) }.max() ?? 0
    let widths = ([total] + columns.map(\.name)).map { max(Self.columnWidth, CellWidth.narrow.width(of: $0) + 1) }
    if let terminal = output.columns, rowWidth + widths.reduce(0, +) > terminal {
      return try printParagraphs(table, rows, columns, rowWidth: rowWidth, terminal: terminal)
    }
    try output.put("".padded(to: max(rowWidth, CellWidth.narrow.width(of: total))))
    let headings = zip([total] + columns.map(\.name), widths).map { cell($0, $1) }
    try output.line(headings.joined(), .strong)
    let all = [TableHeading(name: total, place: TablePlace())]
    try printRows(
      (rows + all).map { row in
        (
          row.name,
          [table.count(row.place).articles] + columns.map { table.count(row.place.merging($0.place)).articles }
        )
      }, columnWidths: widths)
  }

  /// Prints a table that is too wide for the terminal: for each row its columns with articles, in as many lines as they
  /// take.
  private func printParagraphs(
    _ table: HitTable, _ rows: [TableHeading], _ columns: [TableHeading], rowWidth: Int, terminal: Int
  ) throws {
    let margin = rowWidth + Self.columnWidth
    for row in rows {
      try output.put(row.name.padded(to: rowWidth))
      try output.put(cell(String(table.count(row.place).articles), Self.columnWidth), .strong)
      var at = margin
      for column in columns {
        let count = table.count(row.place.merging(column.place)).articles
        guard count > 0 else { continue }
        let entry = "  \(column.name): \(count)"
        let width = CellWidth.narrow.width(of: entry)
        if at > margin, at + width > terminal {
          try output.line("")
          try output.put(String(repeating: " ", count: margin))
          at = margin
        }
        try output.put(entry)
        at += width
      }
      try output.line("")
    }
  }

  /// Cells of a column of numbers: wide enough for a month.
  private static let columnWidth = 9

  private func cell(_ text: String, _ width: Int) -> String { (" " + text).leftPadded(to: width) }

  private func printRows(_ rows: [(name: String, counts: [Int])], columnWidths: [Int]) throws {
    let width = rows.map { CellWidth.narrow.width(of: $0.name) }.max() ?? 0
    for row in rows {
      try output.put(row.name.padded(to: width))
      // An empty cell reads easier than a zero.
      try output.line(zip(row.counts, columnWidths).map { cell($0 == 0 ? "·" : String($0), $1) }.joined())
    }
  }

  /// Writes a count as JSON: the keys of where it stands, then `articles` and `matches`.
  private func write(_ count: HitTable.Count, _ cell: TablePlace) throws {
    var json = JSONWriter()
    json.object { json in
      if let place = cell.place { json.write(place) }
      if let month = cell.month {
        json.key("month")
        json.value(month?.description)
      }
      json.key("articles")
      json.value(count.articles)
      json.key("matches")
      json.value(count.matches)
    }
    json.endLine()
    try output.write(json.bytes)
  }
}

extension TablePlace {
  /// The place where two headings meet.
  fileprivate func merging(_ other: TablePlace) -> TablePlace {
    TablePlace(place: place ?? other.place, month: month ?? other.month)
  }
}
