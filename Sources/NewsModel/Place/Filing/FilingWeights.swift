/// How much a word counts for its place, by where it stands: a headline outweighs all of a body.
///
/// The values are learned from annotated pages (`xianwen-fit --places --write`).
package struct FilingWeights: Sendable, Equatable {
  /// What a weight is given for.
  package enum Feature: Int, CaseIterable, Sendable {
    /// A county-level place named in the headline or above it, below it, above the article.
    case countyInHeadline, countyInDeck, countyInSection
    /// 临清市融媒体中心 among the reporters' names, and 本报夏津讯.
    case countyInByline, countyInDateline
    /// 我市, 全市, an office of the city in the headline; the city's bare name there, which says where as often as who.
    case cityInHeadline, cityNameInHeadline
    /// The city's actor comes first in the headline: 市督导组到高唐督导.
    case cityLeads
    /// The first place of the lead, and further ones.
    case firstInLead, furtherInLead
    /// An office in the lead is who acts: 莘县消防救援大队, 市人社局.
    case actorInLead
    /// A body's first mention of a place, each further one, and all together at most.
    case firstInBody, furtherInBody, bodyAtMost
    /// 我市, 全市 and the city's bare name in a body are often mere background.
    case cityWordInBody, cityWordsAtMost
    /// The page's home, where the page is the city's and where it is a county's.
    case homeCity, homeCounty
    /// What speaks for no place at all: 我省 or 全国, or a city elsewhere, in the headline or dateline; the former in the lead; a news
    /// agency's dateline.
    case widerInHeadline, elsewhereInHeadline, widerInLead, wire
    /// The share of its weight that a place keeps in lead and body where its province or prefecture leads to it, as to
    /// places elsewhere: 河北故城县的客商.
    case elsewhere
    /// With so much of the first county's weight a second one makes the story the city's.
    case secondShare
    /// With less than that of all counties' weight no county has the lead.
    case leadShare
  }

  private var values: [Double]

  package subscript(feature: Feature) -> Double {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }

  /// What annotated pages gave.
  package static let standard = FilingWeights(FilingWeightText.values)

  /// Decodes lines of a feature's name and its value; features that no line names weigh nothing.
  package init(_ text: String) {
    values = Feature.allCases.map { _ in 0 }
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 2, let value = Double(fields[1]) else { continue }
      for feature in Feature.allCases where "\(feature)" == fields[0] { self[feature] = value }
    }
  }

  /// The source file that holds the values.
  package var source: String {
    let lines = Feature.allCases.map { "    \($0) \((self[$0] * 100).rounded() / 100)" }
    return """
      /// How much words count for places, as `xianwen-fit --places --write` learned it from annotated pages.
      enum FilingWeightText {
        static let values = \"""
      \(lines.joined(separator: "\n"))
          \"""
      }

      """
  }

  /// The weight of the story that a sidebar belongs to; it decides alone.
  static let story = 2.0
  /// A label opens a lead behind a mark or two at most: ◆宁津 8月22日….
  static let labelBytes = 6
  /// Bytes of the first paragraph that count as the lead, about 60 characters.
  static let leadBytes = 180
}
