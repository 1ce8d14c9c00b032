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
    // A table of facets shows articles only, and those take a look at the texts but seldom.
    let countsMatches = arguments.has(.json) || arguments.has(.csv) && facets.isEmpty
    for entry in list.entries {
      let problem: QueryProblem?
      let isHit: Bool
      if countsMatches {
        let found = searcher.search(entry.query, in: scope)
        (problem, isHit) = (found?.problem, found?.hits.isEmpty == false)
        table.add(problem == nil ? found?.hits : nil)
      } else {
        let found = searcher.find(entry.query, in: scope)
        (problem, isHit) = (found?.problem, found?.articles.isEmpty == false)
        table.add(articles: problem == nil ? found?.articles : nil)
      }
      func tell(_ message: Phrase) { report(Diagnostic(file: file.shown, line: entry.line, message: message)) }
      if let problem {
        tell(problem.message)
        isComplete = false
      }
      if let remark = searcher.remark(onPlacesOf: entry.query, userPlaces: placesOfUser) {
        tell(remark.message)
        if remark.isUnknown { isComplete = false }
      }
      isFound = isFound || isHit
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
