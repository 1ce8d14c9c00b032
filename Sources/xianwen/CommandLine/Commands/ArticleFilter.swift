import NewsModel
import ReaderUI

extension Invocation {
  /// The articles that `--county` leaves, as indices into the library; all without it.
  ///
  /// Articles filed under a place called so win over places whose name only begins so: 东昌府 means 东昌府区, 聊城 means 聊城市.
  /// 聊城市高新区 tells places of one name in two prefectures apart.
  func indices(of library: Library) -> [Int] {
    guard let asked = arguments[.county] else { return Array(library.articles.indices) }
    let places = Set(library.articles.compactMap(\.filing.place))
    func matching(_ matches: (Place) -> Bool) -> Set<Place>? {
      let found = places.filter(matches)
      return found.isEmpty ? nil : found
    }
    let wanted =
      matching { $0.name == asked || $0.prefecture + $0.name == asked }
      ?? matching { $0.name.hasPrefix(asked) || ($0.prefecture + $0.name).hasPrefix(asked) && $0.name != $0.prefecture }
    guard let wanted, !asked.isEmpty else {
      notice(
        Phrase(
          "没有文章归在“\(asked)”；用 xianwen counties 看有哪些地方",
          "nothing is filed under “\(asked)”; xianwen counties lists the places"))
      return []
    }
    return library.articles.indices.filter { library.articles[$0].filing.place.map(wanted.contains) == true }
  }

  /// Parses a query; tells what in it could not be understood.
  func query(_ text: String, for subject: QueryParser.Subject = .articles) -> ParsedQuery {
    let query = QueryParser.parse(text, for: subject, today: .today)
    report(query.problem)
    if let problem = query.notice { notice(problem.message) }
    return query
  }

  /// What to say of an answer that is not complete.
  func incomplete(_ problem: QueryProblem) -> CommandError {
    CommandError(problem.message.chinese, problem.message.english)
  }

  /// Tells why a query is searched as plain text.
  func report(_ problem: QueryProblem?) {
    guard let problem else { return }
    notice(
      Phrase(
        "查询第 \(problem.offset + 1) 个字：\(problem.message.chinese)；现在按普通文字搜",
        "query, character \(problem.offset + 1): \(problem.message.english); searched as plain text"))
  }
}
