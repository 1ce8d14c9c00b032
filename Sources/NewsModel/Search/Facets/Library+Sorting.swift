extension Library {
  /// `indices` of articles sorted by facets, the first one deciding before the second: places in official order, times
  /// latest first, anything else ascending; what is unknown last, equals in the order of the library.
  ///
  /// - Complexity: O(articles + *n* log *n*), *n* indices.
  public func sorted(_ indices: [Int], by facets: [ArticleFacet]) -> [Int] {
    let ranks = facets.map { self.ranks(of: indices, by: $0) }
    return indices.indices.sorted { a, b in
      for ranks in ranks where ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
      return indices[a] < indices[b]
    }.map { indices[$0] }
  }

  /// For each of `indices` the rank of the first of its values.
  private func ranks(of indices: [Int], by facet: ArticleFacet) -> [Int] {
    let axis = FacetAxis(facet, of: indices.sorted(), in: self)
    let official = facet == .county || facet == .prefecture ? placeRanks : [:]
    let sorted = axis.values.indices.sorted { a, b in
      guard let left = axis.values[a], let right = axis.values[b] else { return axis.values[a] != nil }
      if let left = official[left], let right = official[right] { return left < right }
      return left.isTime ? right < left : left < right
    }
    var ranks = Array(repeating: 0, count: sorted.count)
    for (rank, code) in sorted.enumerated() { ranks[code] = rank }
    return indices.map { axis.codes(of: $0).first.map { ranks[Int($0)] } ?? Int.max }
  }

  /// Where places and prefectures stand in official order.
  private var placeRanks: [FacetValue: Int] {
    var ranks: [FacetValue: Int] = [:]
    for (rank, place) in placeCounts().compactMap(\.place).enumerated() {
      ranks[.place(place)] = rank
      if ranks[.prefecture(place.prefecture)] == nil { ranks[.prefecture(place.prefecture)] = rank }
    }
    return ranks
  }
}
