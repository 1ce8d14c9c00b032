/// What one article's text holds that may speak of places, found without knowing which archive it belongs to.
///
/// A survey costs one pass over the text and a few bytes per find; filing reads surveys, not texts, so that an archive
/// can be filed again at little cost while it grows. It tells nothing by itself: ask `PlaceFiler`.
public struct PlaceSurvey: Sendable {
  /// One find.
  struct Site: Sendable {
    /// The index of the part.
    let part: UInt16
    /// The number of the name in the vocabulary; `Site.noName` for anchors.
    let name: UInt16
    /// Where it begins, in UTF-8 bytes of the part's text.
    let offset: UInt32
    /// Its length in UTF-8 bytes.
    let length: UInt8
    /// What it is.
    let kind: Kind
    /// What stands around it.
    let context: Context

    static let noName = UInt16.max
    /// The byte offset behind it.
    var end: Int { Int(offset) + Int(length) }
  }

  /// Kinds of finds.
  enum Kind: UInt8, Sendable {
    /// A name of the vocabulary.
    case name
    /// The ending of a town's name: 镇, 乡, 街道, 办事处 …; the name before it is looked up once the prefecture is known.
    case town
    /// 市 before an office: 市城管局, 市委.
    case cityOffice
  }

  /// What stands around a find, read when the text was at hand.
  struct Context: OptionSet, Sendable {
    let rawValue: UInt16
    /// The text begins here, or what stands before is no Han character.
    static let afterBreak = Context(rawValue: 1)
    /// A word that often leads to a place stands before: 在, 到, 和, 是, 今年 …
    static let afterFunctionWord = Context(rawValue: 2)
    /// A street, river, village or the like is named after it: 高唐路, 赤水河.
    static let namesSomethingElse = Context(rawValue: 4)
    /// 镇 or 乡 follows, so that it is (part of) a town's name.
    static let townFollows = Context(rawValue: 8)
    /// It stands among the names of reporters.
    static let inByline = Context(rawValue: 16)
    /// A newspaper is named after it: 聊城晚报.
    static let paperFollows = Context(rawValue: 32)
    /// 县, 区 or 市 follows that is not this division's level now: 茌平县.
    static let otherLevelFollows = Context(rawValue: 64)
    /// The words go on as after a person's name: 江永红说.
    static let personFollows = Context(rawValue: 128)
    /// It is all of its part, or what follows parts it from the rest as a label: 冠县:, 阳谷 老旧管网.
    static let label = Context(rawValue: 256)
    /// An office follows: 聊城市|城管局.
    static let officeFollows = Context(rawValue: 512)
    /// Its last character begins the next word: 合作市|场, 城东区|域.
    static let endsInNextWord = Context(rawValue: 1024)
    /// A list mark parts it from what stands before or after: 红花岗区、新蒲新区.
    static let inList = Context(rawValue: 2048)
    /// Words of the text go across its ends: 沿|海城市, 大安|全.
    static let splitsWords = Context(rawValue: 4096)
  }

  /// Whether some text is in traditional characters, and finds were made in its simplified form (`SimplifiedText`).
  let isTraditional: Bool
  /// The finds, in the order of parts and offsets.
  let sites: [Site]
}
