/// One facet over some articles of a library: its values, numbered, and for each article the numbers of its own.
///
/// Made once for many queries: counting then compares numbers only.
public struct FacetAxis: Sendable {
  /// The facet.
  public let facet: ArticleFacet
  /// The values in the order in which they first occur; `nil` stands for articles without any.
  let values: [FacetValue?]
  /// Where the numbers of each article of the library begin in `codes`, and their end.
  private let starts: [Int32]
  private let codes: [Int32]

  /// Numbers the values of `articles`, indices into the library in ascending order.
  ///
  /// - Complexity: O(articles of the library).
  public init(_ facet: ArticleFacet, of articles: some Sequence<Int>, in library: Library) {
    self.facet = facet
    var numbers: [FacetValue?: Int32] = [:]
    var values: [FacetValue?] = []
    var starts: [Int32] = []
    starts.reserveCapacity(library.articles.count + 1)
    var codes: [Int32] = []
    func number(_ value: FacetValue?) -> Int32 {
      if let known = numbers[value] { return known }
      let number = Int32(values.count)
      numbers[value] = number
      values.append(value)
      return number
    }
    for article in articles {
      while starts.count <= article { starts.append(Int32(codes.count)) }
      let own = facet.values(SearchedArticle(library: library, index: article))
      if own.isEmpty { codes.append(number(nil)) }
      for value in own { codes.append(number(value.canonical)) }
    }
    while starts.count <= library.articles.count { starts.append(Int32(codes.count)) }
    self.values = values
    self.starts = starts
    self.codes = codes
  }

  /// The numbers of an article's values, one at least; none for an article that the axis was not made for.
  func codes(of article: Int) -> ArraySlice<Int32> { codes[Int(starts[article])..<Int(starts[article + 1])] }
}
