import NewsModel
import ReaderUI

extension Invocation {
  /// Begins a table of comma-separated values with the names of its columns.
  func beginCSV(_ names: [String]) throws {
    if arguments.has(.bom) { try output.write(CSVRecord.byteOrderMark) }
    try output.csv(names)
  }

  /// Refuses `--csv` beside other forms, and `--bom` without it.
  func checkForm(_ others: [Option] = [.json]) throws(CommandError) {
    try refuse([.bom], without: [.csv])
    guard arguments.has(.csv), let other = others.first(where: arguments.has) else { return }
    throw CommandError(
      "--csv 和 \(other.name) 不能一起用；请一次用一个", "--csv and \(other.name) cannot go together; use one at a time")
  }
}

extension Output {
  /// Writes a record of comma-separated values; control characters other than line ends become visible marks.
  func csv(_ fields: [String]) throws(Failure) {
    try write(
      CSVRecord.line(
        fields.map { field in
          field.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).shown }.joined(
            separator: "\n")
        }))
  }
}
