import NewsModel
import Platform
import ReaderUI

extension Invocation {
  /// Tells on standard error that a query found nothing, and what would be found instead: with `--json` as one object.
  ///
  /// Offers need all pages. Of a large archive they are read only for someone who is there to see the offers: a script
  /// wants its answer.
  /// - Parameter isWhole: whether the searcher's articles are all there are.
  func tellNothingFound(
    by query: ParsedQuery, _ searcher: Searcher, in scope: SearchScope, isWhole: Bool
  ) throws {
    let isOffering = isWhole || isatty(STDERR_FILENO) == 1
    let searcher = isWhole || !isOffering ? searcher : Searcher(library: try library(), index: SearchIndex())
    // What stands in a query that could not be parsed is no word, and that nothing was found has been told with it.
    let isPlain = query.problem != nil
    let offers = isOffering && !isPlain ? searcher.offers(insteadOf: query, in: scope) ?? [] : []
    let elsewhere = isRestricted ? searcher.find(query)?.articles.count ?? 0 : 0
    let furniture = isPlain ? 0 : searcher.pagesWithFurniture(holding: query)
    if arguments.has(.json) {
      var json = JSONWriter()
      json.object { json in
        json.key("offers")
        json.array { json in for offer in offers { offer.write(to: &json) } }
        if furniture > 0 {
          json.key("furniture")
          json.value(furniture)
        }
        if isRestricted {
          json.key("elsewhere")
          json.value(elsewhere)
        }
      }
      json.endLine()
      ErrorOutput.write(json.bytes)
      return
    }
    if isPlain, elsewhere == 0 { return }
    var told = Phrase("没有找到", "nothing found")
    if elsewhere > 0 {
      told = Phrase(told.chinese + "；别的地方有 \(elsewhere) 篇", told.english + "; \(elsewhere) in other places")
    }
    if furniture > 0 {
      told = Phrase(
        told.chinese + "；只在 \(furniture) 个版面的报头、版头里有（list --json --furniture 印出）",
        told.english
          + "; only mastheads and the like hold it, on \(furniture) pages (list --json --furniture prints them)")
    }
    if !offers.isEmpty {
      let tried = offers.map { "\($0.query)" + Phrase("（\($0.articles) 篇）", " (\($0.articles))")[language] }
      told = Phrase(
        told.chinese + "；可以试试：\(tried.joined(separator: "、"))", told.english + "; try \(tried.joined(separator: ", "))")
    }
    notice(told)
  }
}

extension SearchOffer {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("query")
      json.value(query)
      json.key("articles")
      json.value(articles)
      json.key("reason")
      json.value(reason.rawValue)
    }
  }
}
