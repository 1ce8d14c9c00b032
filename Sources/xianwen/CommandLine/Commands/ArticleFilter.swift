import NewsModel
import Platform
import ReaderUI

extension Invocation {
  /// The articles that `--county` and `--prefecture` leave, as indices into the library; all without them.
  ///
  /// Tells what else a name may mean, and when nothing is left.
  /// - Throws: `CommandError` for a name that no place has.
  func indices(of library: Library) throws(CommandError) -> [Int] {
    var indices = Array(library.articles.indices)
    var isTold = false
    for (option, level) in [(Option.county, PlaceName.Level.itself), (.prefecture, .prefecture)] {
      guard let asked = arguments[option] else { continue }
      let remark = library.remark(onPlace: asked, level, userPlaces: placesOfUser) { level, name in
        (level == .itself ? Option.county : .prefecture).name + " " + name
      }
      if let remark { try tell(remark) }
      let places = library.filedPlaces(named: PlaceName(asked), level)
      isTold = isTold || places.isEmpty
      indices = indices.filter { library.articles[$0].filing.place.map(places.contains) == true }
    }
    if indices.isEmpty, !isTold {
      notice(
        arguments.has(.county)
          ? Phrase("没有文章同时归在两处", "nothing is filed under both places") : Phrase("没有文章", "there are no articles"))
    }
    return indices
  }

  /// The places of the user's own; what is wrong with their file has been told when the library was loaded.
  var placesOfUser: [Place] { (try? UserPlaces.read(files.places))?.places ?? [] }

  /// Whether the articles are restricted to a place.
  var isRestricted: Bool { arguments.has(.county) || arguments.has(.prefecture) }

  /// Tells what in a query could not be understood, and what the names of places in it mean.
  ///
  /// - Throws: `CommandError` when the query found nothing because no place has such a name.
  func tell(of query: ParsedQuery, _ searcher: Searcher, isFound: Bool) throws(CommandError) {
    report(on: query, isFound: isFound)
    guard let remark = searcher.remark(onPlacesOf: query, userPlaces: placesOfUser) else { return }
    if isFound { notice(remark.message) } else { try tell(remark) }
  }

  private func tell(_ remark: PlaceRemark) throws(CommandError) {
    guard remark.isUnknown else { return notice(remark.message) }
    if remark.hasAdvice { throw CommandError(remark.message.chinese, remark.message.english) }
    throw CommandError(
      remark.message.chinese + "；xianwen counties 列出有文章的地方",
      remark.message.english + "; xianwen counties lists the places")
  }

  /// Parses a query; tells which words the shell may have taken off it.
  ///
  /// - Throws: `CommandError` when those are all the paths there are.
  func query(_ text: String, for subject: QueryParser.Subject = .articles) throws(CommandError) -> ParsedQuery {
    let words = Array(
      pathOperands.prefix { !$0.exists && $0 != PageFile.standardInput }.map(\.shown))
    if let word = words.first(where: { !$0.contains("/") && !$0.contains(".") }) {
      let whole = ([text] + words).joined(separator: " ").replacing("'", with: "'\\''")
      let told = Phrase(
        "\(word)：没有这个文件或文件夹；要一起查，就用引号括成一个：'\(whole)'",
        "\(word): no such file or folder; to search for all of it put it in quotes: '\(whole)'")
      guard words.count < pathOperands.count else { throw CommandError(told.chinese, told.english) }
      notice(told)
    }
    return QueryParser.parse(text, for: subject, today: .today)
  }

  /// - Throws: `CommandError` for a query that asks for nothing.
  func checkIsNotEmpty(_ query: ParsedQuery) throws(CommandError) {
    guard query.root == nil else { return }
    throw CommandError("查询是空的；请给要搜的字", "the query is empty; give something to search for")
  }

  /// What to say of an answer that is not complete.
  func incomplete(_ problem: QueryProblem) -> CommandError {
    CommandError(problem.message.chinese, problem.message.english)
  }

  /// Tells what in a query could not be understood.
  private func report(on query: ParsedQuery, isFound: Bool) {
    if let problem = query.notice { notice(problem.message) }
    guard let problem = query.problem else { return }
    let nothing = isFound ? Phrase("", "") : Phrase("，没有找到", ": nothing found")
    notice(
      Phrase(
        "查询第 \(problem.offset + 1) 个字：\(problem.message.chinese)；现在按普通文字搜" + nothing.chinese,
        "query, character \(problem.offset + 1): \(problem.message.english); searched as plain text" + nothing.english))
  }
}
