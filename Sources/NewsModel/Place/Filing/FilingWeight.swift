/// How much a word counts for its place, by where it stands: a headline outweighs all of a body.
enum FilingWeight {
  /// Where in an article a mention stands.
  enum Region: Int, Sendable {
    case headline, deck, section, byline, dateline, lead, body

    /// Whether a place named there is what the story shows first.
    var isProminent: Bool {
      switch self {
      case .headline, .deck, .dateline: true
      case .section, .byline, .lead, .body: false
      }
    }

    /// Whether a place named there says where the story was written or printed, which it need not be about.
    var tellsOnlyOfWriting: Bool {
      switch self {
      case .section, .byline, .dateline: true
      case .headline, .deck, .lead, .body: false
      }
    }
  }

  /// A county-level place named in the headline or above it, below it, above the article.
  static let countyInHeadline = 12.0
  static let countyInDeck = 8.0
  static let countyInSection = 3.0
  /// 临清市融媒体中心 among the reporters' names.
  static let countyInByline = 2.0
  /// 本报夏津讯.
  static let countyInDateline = 8.0
  /// 我市, 全市, an office of the city, in the headline.
  static let cityInHeadline = 10.0
  /// The city's bare name says where as often as who: 聊城打造…
  static let cityNameInHeadline = 6.0
  /// The city's actor comes first in the headline: 市督导组到高唐督导.
  static let cityLeads = 8.0
  /// The first place of the lead, and further ones.
  static let firstInLead = 3.0
  static let furtherInLead = 2.0
  /// An office in the lead is who acts: 莘县消防救援大队, 市人社局.
  static let actorInLead = 2.0
  /// A body's first mention of a place, each further one, and all together at most.
  static let firstInBody = 1.5
  static let furtherInBody = 0.5
  static let bodyAtMost = 5.0
  /// 我市, 全市 and the city's bare name in a body are often mere background.
  static let cityWordInBody = 0.4
  static let cityWordsAtMost = 1.6
  /// The page's home, where the page is the city's and where it is a county's.
  static let homeCity = 1.0
  static let homeCounty = 4.0
  /// The story that a sidebar belongs to.
  static let story = 2.0
  /// A label opens a lead behind a mark or two at most: ◆宁津 8月22日….
  static let labelBytes = 6
  /// Bytes of the first paragraph that count as the lead, about 60 characters.
  static let leadBytes = 180
}
