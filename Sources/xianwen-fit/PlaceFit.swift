import NewsModel
import ReadingCorpus

/// Learns how much words count for places: from the weights there are, one weight after the other is made larger or smaller
/// as long as more articles are filed as annotated.
///
/// Which place wins is no linear matter (several counties make a story the city's), so that the search is by trial;
/// pages are read once, and weighing an article anew is quick.
struct PlaceFit {
  /// A page as annotated, read once.
  struct Page {
    let annotated: AnnotatedPage
    private let page: FilingPage
    private let articles: [AnnotatedPage.Article]

    init(_ annotated: AnnotatedPage, _ filer: PlaceFiler) {
      self.annotated = annotated
      page = FilingPage(annotated.reading, filer)
      articles = annotated.articlesInOrder
    }

    /// Articles filed under the annotated place.
    func right(_ weights: FilingWeights) -> Int {
      zip(articles, page.filings(weights)).count { $0.county == $1.place?.name }
    }

    /// What pages of one paper have in common.
    var paper: String { annotated.page.paper ?? annotated.page.prefecture ?? annotated.file }
  }

  let pages: [Page]
  /// The guess that learning begins with.
  private static let initial = FilingWeights(
    """
    countyInHeadline 12
    countyInDeck 8
    countyInSection 3
    countyInByline 2
    countyInDateline 8
    cityInHeadline 10
    cityNameInHeadline 6
    cityLeads 8
    firstInLead 3
    furtherInLead 2
    actorInLead 2
    firstInBody 1.5
    furtherInBody 0.5
    bodyAtMost 5
    cityWordInBody 0.4
    cityWordsAtMost 1.6
    homeCity 1
    homeCounty 4
    widerInHeadline 6
    elsewhereInHeadline 6
    widerInLead 0.5
    wire 6
    elsewhere 0.3
    secondShare 0.6
    leadShare 0.45
    """)
  private static let factors = [0.6, 0.8, 1.25, 1.6]
  private static let rounds = 3

  /// The weights under which the most articles of `pages` are filed right.
  static func weights(from pages: [Page]) -> FilingWeights {
    var best = initial
    var bestValue = value(of: best, pages)
    for _ in 0..<rounds {
      let before = bestValue
      for feature in FilingWeights.Feature.allCases {
        for factor in factors {
          var changed = best
          changed[feature] = (changed[feature] * factor * 100).rounded() / 100
          let value = value(of: changed, pages)
          if value > bestValue { (best, bestValue) = (changed, value) }
        }
      }
      if bestValue == before { break }
    }
    return best
  }

  /// Articles filed right, less a little for each weight that left what it was: a change must be worth it.
  private static func value(of weights: FilingWeights, _ pages: [Page]) -> Double {
    let changed = FilingWeights.Feature.allCases.count { weights[$0] != initial[$0] }
    return pages.reduce(-0.9 * Double(changed)) { $0 + Double($1.right(weights)) }
  }

  /// Shows how many articles are filed right by what pages of other papers teach.
  func crossValidate() {
    let papers = Set(pages.map(\.paper)).sorted()
    var right = 0
    var plain = 0
    var all = 0
    for fold in 0..<6 {
      let isInFold = { (page: Page) in (papers.firstIndex(of: page.paper) ?? 0) % 6 == fold }
      let weights = Self.weights(from: pages.filter { !isInFold($0) })
      for page in pages.filter(isInFold) {
        right += page.right(weights)
        plain += page.right(Self.initial)
        all += page.annotated.articles.count
      }
    }
    print("places cross-validated by paper: \(right) of \(all) right; under the first guess \(plain)")
  }
}
