import NewsModel
import ReaderUI

extension Invocation {
  /// Prints how many articles were found along one facet, or in a table with the first one downwards and the other across.
  func printTable(_ hits: [Hit], of library: Library, _ domain: [Int], by facets: [ArticleFacet]) throws {
    guard arguments.has(.csv) else {
      let table = FacetTable(hits, of: library, by: facets)
      if arguments.has(.json) { return try writeJSON(table, by: facets) }
      return try printSheet(CountSheet(table, by: facets))
    }
    try writeCSV(CountSheet(FacetTable(hits, of: library, by: facets, zeroesFor: domain), by: facets))
  }

  /// Prints counts in aligned columns; a table of several columns with its totals.
  func printSheet(_ sheet: CountSheet) throws {
    if sheet.columns.isEmpty {
      return try printRows(sheet.rows, columnWidths: [Self.columnWidth])
    }
    let total = Phrase("合计", "total")[language]
    let rowWidth = sheet.rows.map { CellWidth.narrow.width(of: $0.name) }.max() ?? 0
    let widths = ([total] + sheet.columns).map { max(Self.columnWidth, CellWidth.narrow.width(of: $0) + 1) }
    if let terminal = output.columns, rowWidth + widths.reduce(0, +) > terminal {
      return try printParagraphs(sheet, rowWidth: rowWidth, terminal: terminal)
    }
    try output.put("".padded(to: max(rowWidth, CellWidth.narrow.width(of: total))))
    let headings = zip([total] + sheet.columns, widths).map { cell($0, $1) }
    try output.line(headings.joined(), .strong)
    try printRows(sheet.rows + [CountSheet.Row(labels: [total], counts: sheet.total.counts)], columnWidths: widths)
  }

  /// Prints a table that is too wide for the terminal: for each row its columns with articles, in as many lines as they
  /// take.
  private func printParagraphs(_ sheet: CountSheet, rowWidth: Int, terminal: Int) throws {
    let margin = rowWidth + Self.columnWidth
    for row in sheet.rows {
      try output.put(row.name.padded(to: rowWidth))
      try output.put(cell(row.counts.map { String($0[0].articles) } ?? "?", Self.columnWidth), .strong)
      var at = margin
      for (column, count) in zip(sheet.columns, row.counts?.dropFirst() ?? []) where count.articles > 0 {
        let entry = "  \(column): \(count.articles)"
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

  private func printRows(_ rows: [CountSheet.Row], columnWidths: [Int]) throws {
    let width = rows.map { CellWidth.narrow.width(of: $0.name) }.max() ?? 0
    for row in rows {
      try output.put(row.name.padded(to: width))
      // An empty cell reads easier than a zero; what is not known is neither.
      let cells = row.counts.map { $0.map { $0.articles == 0 ? "·" : String($0.articles) } }
      let shown = cells ?? Array(repeating: "?", count: columnWidths.count)
      try output.line(zip(shown, columnWidths).map { cell($0, $1) }.joined())
    }
  }

  /// Writes the counts of a table that are not 0 as JSON: the keys of where each stands, then `articles` and `matches`.
  ///
  /// - Parameter name: the query's name, where there are several.
  func writeJSON(_ table: FacetTable, by facets: [ArticleFacet], name: String? = nil) throws {
    func write(_ count: FacetTable.Count, _ values: [FacetValue?]) throws {
      guard count.articles > 0 || facets.isEmpty else { return }
      var json = JSONWriter()
      json.object { json in
        if let name {
          json.key("query")
          json.value(name)
        }
        for (facet, value) in zip(facets, values) { json.write(value, of: facet, beside: facets) }
        json.key("articles")
        json.value(count.articles)
        json.key("matches")
        json.value(count.matches)
      }
      json.endLine()
      try output.write(json.bytes)
    }
    guard !facets.isEmpty else { return try write(table.total, []) }
    for (row, value) in table.rows.enumerated() {
      if facets.count == 1 { try write(table.count(row: row), [value]) }
      for (column, other) in table.columns.enumerated() {
        try write(table.count(row: row, column: column), [value, other])
      }
    }
  }
}

extension JSONWriter {
  /// Writes the key of a facet with a value; a county's prefecture goes with it, unless that is a facet itself.
  fileprivate mutating func write(_ value: FacetValue?, of facet: ArticleFacet, beside facets: [ArticleFacet]) {
    key(facet.key)
    self.value(value?.name)
    guard facet == .county, !facets.contains(.prefecture) else { return }
    key("prefecture")
    if case .place(let place) = value { self.value(place.prefecture) } else { self.value(nil) }
  }
}
