/// A place that one stretch of an article's text speaks of.
struct PlaceMention: Sendable {
  /// What the words say.
  enum Meaning: Sendable, Equatable {
    /// A county-level place or a city as a whole, by name.
    case place(PlaceDirectory.ID)
    /// A town of one of several counties; the home decides.
    case oneOf(Owners)
    /// 我市, 本市: the home's city.
    case ourCity
    /// 全市: the home's city, or the city in question.
    case wholeCity
    /// 市城管局: an office of the home's city.
    case cityOffice
    /// 我区, 我县: the home's county.
    case ourCounty
    /// 全区, 全县: the home's county, or the county in question.
    case wholeCounty
    /// A province, the country, or an office of them: 山东, 我省, 全国.
    case wider
  }

  var meaning: Meaning
  /// The part's index.
  let part: Int
  /// UTF-8 bytes of the part's text.
  var range: Range<Int>
  /// The hash of the stem of the town that the words name, and its level.
  var town: TownTable.Stem?
  /// Whether a province or another prefecture than the page's leads to the name, as to places elsewhere: 河北|故城.
  var hasLeader = false
  /// Whether an office of a city follows its name: 聊城市|城管局.
  var isOffice = false
  /// Whether the mention is a zone's bare kind (开发区), which may be the zone of a county spoken of before.
  var isBareZone = false
  /// Whether it opens its part as a label: ◆宁津 8月22日….
  var isLabel = false
  /// Whether it stands among reporters' names.
  var isInByline = false
  /// Whether 、 parts it from a neighbour.
  var isInList = false

  /// Whether the words name a place.
  var namesPlace: Bool { if case .place = meaning { true } else { false } }
}
