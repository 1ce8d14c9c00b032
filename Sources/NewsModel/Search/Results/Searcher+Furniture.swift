extension Searcher {
  /// On how many pages the furniture (masthead, folio, editors' lines) holds the texts of `query`; 0 for a query without
  /// any. To be asked when no article is found.
  ///
  /// - Complexity: O(furniture of all pages).
  public func pagesWithFurniture(holding query: ParsedQuery) -> Int {
    let furniture = library.furnitureLibrary()
    let found = Searcher(library: furniture, index: SearchIndex()).search(query)
    let hits = found?.hits.filter { $0.matchCount > 0 } ?? []
    return Set(hits.map { furniture.articles[$0.article].file }).count
  }
}
