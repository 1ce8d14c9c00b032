import NewsModel
import ReaderUI

extension Invocation {
  /// Counts what each query of a file finds; the archive is read and indexed once for all of them.
  func searchList(_ file: FilePath) throws -> Outcome {
    let list = QueryList(try TextFile.read(file).text, file: file.shown, today: .today)
    for diagnostic in list.diagnostics { report(diagnostic) }
    guard !list.entries.isEmpty else {
      throw CommandError("\(file.shown)：没有查询；每行写一个", "\(file.shown): there are no queries; write one a line")
    }
    let library = try library()
    let indices = try indices(of: library)
    if indices.isEmpty { return .nothingFound }
    var index = SearchIndex()
    index.append(library.articles[...])
    let searcher = Searcher(library: library, index: index)
    let scope = isRestricted ? SearchScope.articles(indices) : .all
    let facets = self.facets(.countBy)
    var table = QueryTable(of: library, indices, by: facets)
    // A line without a query has no row: the answer lacks something.
    var isComplete = !list.lacksQueries
    var isFound = false
    for entry in list.entries {
      let found = searcher.search(entry.query, in: scope)
      func tell(_ message: Phrase) { report(Diagnostic(file: file.shown, line: entry.line, message: message)) }
      if let problem = found?.problem {
        tell(problem.message)
        isComplete = false
      }
      if let remark = searcher.remark(onPlacesOf: entry.query, userPlaces: placesOfUser) {
        tell(remark.message)
        if remark.isUnknown { isComplete = false }
      }
      let hits = found?.problem == nil ? found?.hits : nil
      isFound = isFound || hits?.isEmpty == false
      table.add(hits)
    }
    try print(table, list.entries, by: facets)
    return !isComplete ? .failed : isFound ? .done : .nothingFound
  }

  private func print(_ table: QueryTable, _ entries: [QueryList.Entry], by facets: [ArticleFacet]) throws {
    if arguments.has(.json) {
      for (entry, table) in zip(entries, table.tables().each) {
        if let table { try writeJSON(table, by: facets, name: entry.name) }
      }
      return
    }
    let sheet = CountSheet(entries, table, by: facets)
    if arguments.has(.csv) { try writeCSV(sheet) } else { try printSheet(sheet) }
  }
}
