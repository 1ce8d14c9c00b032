/// Where in an article a mention stands.
enum FilingRegion: Int, Sendable {
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
