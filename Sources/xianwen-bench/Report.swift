import Foundation

/// What a run measured: tables that are printed as they come, and kept for the JSON output and for comparing sizes.
struct Report: Codable {
  var corpus = ""
  var pages = 0
  /// Bytes of the pages.
  var bytes = 0
  var articles = 0
  var tables: [Table] = []

  /// Prints a table and keeps it.
  mutating func add(_ table: Table) {
    guard !table.rows.isEmpty else { return }
    Progress.clear()
    print(table.text)
    fflush(nil)
    tables.append(table)
  }

  func write(to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(self)
    guard FileManager.default.createFile(atPath: file, contents: data) else { throw BenchError.unwritable(file) }
  }
}

/// Rows of figures, each with its unit and what it means.
struct Table: Codable {
  let title: String
  let columns: [String]
  var rows: [Row] = []
  /// What has to be known to read the table; may be empty.
  let note: String

  init(_ title: String, columns: [String], note: String = "") {
    self.title = title
    self.columns = columns
    self.note = note
  }

  /// Adds a row; a figure that could not be measured is `nil`.
  mutating func add(_ name: String, _ figures: [Figure?], _ meaning: String = "") {
    let figures = figures.map { figure in figure.flatMap { $0.value.isFinite ? $0 : nil } }
    rows.append(Row(name: name, figures: figures, meaning: meaning))
  }

  struct Row: Codable {
    let name: String
    let figures: [Figure?]
    let meaning: String
  }

  /// The table as lines: columns as wide as what is in them, figures to the right.
  var text: String {
    let cells = rows.map { row in
      columns.indices.map { row.figures.indices.contains($0) ? row.figures[$0]?.text ?? "–" : "" }
    }
    let widths = columns.indices.map { column in
      ([columns[column]] + cells.map { $0[column] }).map(\.count).max() ?? 0
    }
    let first = ([title] + rows.map { "  " + $0.name }).map(\.count).max() ?? 0
    var lines = ["", title.padded(to: first) + zip(columns, widths).map { "  " + $0.aligned(to: $1) }.joined()]
    for (row, cells) in zip(rows, cells) {
      let figures = zip(cells, widths).map { "  " + $0.aligned(to: $1) }.joined()
      let meaning = row.meaning.isEmpty ? "" : "  " + row.meaning
      lines.append(("  " + row.name).padded(to: first) + figures + meaning)
    }
    if !note.isEmpty { lines.append("  " + note) }
    return lines.joined(separator: "\n")
  }
}

/// A number with its unit.
struct Figure: Codable {
  let value: Double
  let unit: String

  init(_ value: Double, _ unit: String) {
    self.value = value
    self.unit = unit
  }

  /// A count of something.
  init(count: Int, _ unit: String = "") { self.init(Double(count), unit) }

  /// Three digits that count, or all of a whole number; a small ratio as a fraction.
  var text: String {
    if unit == "×", value > 0, value < 0.0995 { return "1/\(Int((1 / value).rounded()))" }
    if unit.isEmpty, value == value.rounded() { return String(format: "%.0f", value) }
    let digits = value < 0.0095 ? 4 : value < 0.995 ? 3 : value < 9.95 ? 2 : value < 99.5 ? 1 : 0
    let number = String(format: "%.\(digits)f", value)
    return unit.isEmpty ? number : "\(number) \(unit)"
  }
}

/// What is being measured, on standard error and only at a terminal.
enum Progress {
  private static let isShown = isatty(STDERR_FILENO) == 1

  static func show(_ what: String) {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K… \(what)".utf8)) }
  }

  static func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}

extension String {
  /// The text with blanks after it, `width` characters in all.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  /// The text with blanks before it, `width` characters in all.
  func aligned(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
