/// Words by which a text speaks of its own place, and kinds of zones.
enum PlaceWord: UInt8, CaseIterable, Sendable {
  case ourCity, wholeCity, ourCounty, wholeCounty, wider
  case developmentZone, highTechZone, resortZone, newArea

  /// The words themselves.
  var names: [String] {
    switch self {
    case .ourCity: ["我市", "本市", "我州", "本州", "我盟", "本盟"]
    case .wholeCity: ["全市", "全州", "全盟"]
    case .ourCounty: ["我县", "本县", "我区", "本区", "我旗", "本旗"]
    case .wholeCounty: ["全县", "全区", "全旗"]
    case .wider: ["我省", "全省", "我国", "全国"]
    case .developmentZone: ["经济技术开发区", "经济开发区", "经开区", "开发区"]
    case .highTechZone: ["高新技术产业开发区", "高新技术开发区", "高新区"]
    case .resortZone: ["旅游度假区", "度假区"]
    case .newArea: ["新区"]
    }
  }

  /// Whether the word is a kind of zone.
  var isZone: Bool { zoneName != nil || self == .newArea }

  /// The name under which a prefecture's zone of this kind is filed; one name however the paper spells it.
  var zoneName: String? {
    switch self {
    case .developmentZone: "经开区"
    case .highTechZone: "高新区"
    case .resortZone: "度假区"
    default: nil
    }
  }
}
