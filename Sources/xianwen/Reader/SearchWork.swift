import NewsModel
import Platform
import ReaderUI

/// What is searched: the articles loaded so far and the index over the first of them.
struct SearchedLibrary: Sendable {
  var load = 0
  var searcher = Searcher(library: Library(), index: SearchIndex())

  /// The same for a query, with what it asks of the user's history.
  func asked(by query: ParsedQuery, _ history: Shared<ReadingHistory>) -> SearchedLibrary {
    guard query.root?.asksForHistory == true else { return self }
    var library = searcher.library
    library.history = history.value
    return SearchedLibrary(load: load, searcher: Searcher(library: library, index: searcher.index))
  }
}

/// Searches beside the event loop; a newer request ends an older one.
final class SearchWork: Sendable {
  private let mailbox: Mailbox
  private let searched: Shared<SearchedLibrary>
  private let history: Shared<ReadingHistory>
  private let latest = Shared(0)
  private let latestFilter = Shared(0)
  /// The clippings as articles, made when they are first filtered.
  private let shelf = Shared((version: 0, library: Library()))
  private let queue = DispatchQueue(label: "xianwen.search", qos: .userInitiated)
  /// Results that come with their snippets; those of the others are asked for when they are scrolled to.
  private static let firstSnippets = 12

  init(mailbox: Mailbox, searched: Shared<SearchedLibrary>, history: Shared<ReadingHistory>) {
    self.mailbox = mailbox
    self.searched = searched
    self.history = history
  }

  /// Answers `request` by an event, unless a newer request or `cancel` comes first.
  func start(_ request: SearchRequest) {
    latest.value = request.id
    queue.async { [self] in
      let library = searched.value.asked(by: request.query, history)
      // Once other articles are to be searched, the reader is about to be shown them, and asks again.
      guard library.load == request.load else { return }
      let found = library.searcher.search(request.query, in: request.scope) { self.latest.value != request.id }
      guard let found else { return }
      mailbox.post(
        .found(
          SearchAnswer(
            id: request.id, found, remark: library.searcher.remark(onPlacesOf: request.query),
            furniturePages: found.hits.isEmpty ? library.searcher.pagesWithFurniture(holding: request.query) : 0,
            datedByIssue: library.searcher.countDatedByIssue(found.hits, of: request.query),
            snippets: snippets(of: request.query, found.hits.prefix(Self.firstSnippets).map(\.article), library),
            load: library.load)))
    }
  }

  /// Stops the search that runs.
  func cancel() {
    latest.value = -1
  }

  /// Finds the matches of search `id` in a long article, unless a newer search has begun.
  func locate(id: Int, _ query: ParsedQuery, _ article: Article) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      guard latest.value <= id else { return }
      let matches = searched.value.searcher.findMatches(of: query, in: article)
      mailbox.post(.located(id: id, article: article.id, matches))
    }
  }

  /// Makes the lines of a search's answer, unless a newer search has begun or the files have been read again.
  func makeConcordance(_ request: ConcordanceRequest) {
    queue.async { [self] in
      let library = searched.value
      let id = request.answer.id
      guard library.load == request.answer.load else { return }
      let concordance = library.searcher.concordance(
        of: request.query, in: request.answer.hits, order: request.order, limit: request.limit
      ) { self.latest.value != id }
      if let concordance { mailbox.post(.concordance(id: id, request.order, concordance)) }
    }
  }

  /// Counts a search's answer by place and month.
  func makeTable(_ answer: SearchAnswer) {
    queue.async { [self] in
      let library = searched.value
      guard library.load == answer.load, latest.value == answer.id else { return }
      mailbox.post(.table(id: answer.id, FacetTable(answer.hits, of: library.searcher.library, by: [.county, .month])))
    }
  }

  /// Finds what to try instead of a search that found nothing, unless a newer one begins.
  func findOffers(_ request: SearchRequest) {
    queue.async { [self] in
      let library = searched.value
      guard library.load == request.load else { return }
      let offers = library.searcher.offers(insteadOf: request.query, in: request.scope) {
        self.latest.value != request.id
      }
      if let offers { mailbox.post(.offers(id: request.id, offers)) }
    }
  }

  /// Makes snippets of articles of an answer, unless a newer search has begun or the files have been read again.
  func makeSnippets(_ query: ParsedQuery, articles: [Int], of answer: SearchAnswer) {
    queue.async { [self] in
      let library = searched.value
      guard latest.value == answer.id, library.load == answer.load else { return }
      mailbox.post(.snippets(id: answer.id, snippets(of: query, articles, library)))
    }
  }

  /// Finds the articles that match a filter, unless a newer filter comes first.
  func filter(id: Int, _ query: ParsedQuery) {
    latestFilter.value = id
    queue.async { [self] in
      let library = searched.value.asked(by: query, history)
      guard let found = library.searcher.search(query, isCancelled: { self.latestFilter.value != id }) else { return }
      let ranked = found.hits.map { Int32($0.article) }
      mailbox.post(
        .filtered(id: id, ranked.sorted(), ranked: ranked, problem: found.problem, load: library.load))
    }
  }

  /// Finds the clippings that pass a filter, unless a newer filter comes first.
  func filter(id: Int, _ query: ParsedQuery, _ kept: [KeptClipping], version: Int) {
    latestFilter.value = id
    queue.async { [self] in
      guard latestFilter.value == id else { return }
      if shelf.value.version != version { shelf.value = (version, Library(of: kept.map(\.clipping))) }
      let searcher = Searcher(library: shelf.value.library, index: SearchIndex())
      guard let found = searcher.find(query, isCancelled: { self.latestFilter.value != id }) else { return }
      mailbox.post(.filtered(id: id, found.articles.map(Int32.init), ranked: [], problem: found.problem, load: nil))
    }
  }

  private func snippets(of query: ParsedQuery, _ articles: [Int], _ library: SearchedLibrary) -> [Int: [Snippet]] {
    let all = library.searcher.library.articles
    var snippets: [Int: [Snippet]] = [:]
    for article in articles where all.indices.contains(article) {
      snippets[article] = library.searcher.snippets(of: query, in: all[article], limit: SearchAnswer.snippetLimit)
    }
    return snippets
  }
}
