import NewsModel

/// A table of counts as it is printed: rows with their labels, and beside the total a column for each value of a second
/// facet.
struct CountSheet {
  /// A row; its counts begin with the total. `nil` where they are not known.
  struct Row {
    let labels: [String]
    let counts: [FacetTable.Count]?

    /// The text before the counts.
    var name: String { labels.joined(separator: " ") }
  }

  /// What the labels of rows are, as keys.
  let keys: [String]
  /// The headings of the columns beside the total.
  let columns: [String]
  private(set) var rows: [Row]
  /// Everything together.
  let total: Row

  /// The table of one query by one facet or two.
  init(_ table: FacetTable, by facets: [ArticleFacet]) {
    keys = facets.prefix(1).map(\.name)
    columns = Self.names(of: table.columns)
    rows = []
    total = Row(labels: ["total"], counts: Self.counts(table, row: nil))
    for (index, name) in Self.names(of: table.rows).enumerated() {
      rows.append(Row(labels: [name], counts: Self.counts(table, row: index)))
    }
  }

  /// The tables of several queries: by one facet a row for each query, by two one for each value of the first as well.
  init(_ entries: [QueryList.Entry], _ tables: QueryTable, by facets: [ArticleFacet]) {
    let (each, all) = tables.tables()
    let isNested = facets.count > 1
    keys = ["query"] + (isNested ? [facets[0].name] : [])
    columns = Self.names(of: isNested ? all.columns : all.rows)
    rows = []
    let names = Self.names(of: isNested ? all.rows : [])
    for (entry, table) in zip(entries, each) {
      if isNested {
        for (index, name) in names.enumerated() {
          rows.append(Row(labels: [entry.name, name], counts: table.map { Self.counts($0, row: index) }))
        }
      } else {
        rows.append(Row(labels: [entry.name], counts: table.map(Self.countsOfRows)))
      }
    }
    let labels = ["total"] + (isNested ? [""] : [])
    total = Row(labels: labels, counts: isNested ? Self.counts(all, row: nil) : Self.countsOfRows(all))
  }

  /// The total of a row, or of all rows, then its columns.
  private static func counts(_ table: FacetTable, row: Int?) -> [FacetTable.Count] {
    [table.count(row: row)] + table.columns.indices.map { table.count(row: row, column: $0) }
  }

  /// The total of a table of one facet, then its rows as columns.
  private static func countsOfRows(_ table: FacetTable) -> [FacetTable.Count] {
    [table.total] + table.rows.indices.map { table.count(row: $0) }
  }

  /// The names of values: what is unknown is a dash, a place whose name two prefectures share has its prefecture before it.
  private static func names(of values: [FacetValue?]) -> [String] {
    let places = values.compactMap { if case .place(let place) = $0 { place } else { nil } }
    let names = PlaceNames(places)
    return values.map { value in
      if case .place(let place) = value { return names[place] }
      return value?.name ?? "-"
    }
  }
}

extension Invocation {
  /// Writes counts as comma-separated values. Without a second facet articles and matches are columns; in a table of two
  /// facets the cells are articles.
  func writeCSV(_ sheet: CountSheet) throws {
    let hasColumns = !sheet.columns.isEmpty
    try beginCSV(sheet.keys + (hasColumns ? ["total"] + sheet.columns : ["articles", "matches"]))
    for row in sheet.rows + [sheet.total] {
      let width = hasColumns ? sheet.columns.count + 1 : 2
      let numbers = row.counts.map { counts in
        hasColumns ? counts.map(\.articles) : [counts[0].articles, counts[0].matches]
      }
      // What is not known is no zero.
      try output.csv(row.labels + (numbers?.map(String.init) ?? Array(repeating: "", count: width)))
    }
  }
}
