/// The place of a block in the grammar of a page.
///
/// A page is a row of articles. An article has its heading, a byline, its body with subheads and captions set in, and
/// perhaps a signature; the heading may have slipped behind the body. Between articles stand columns' names, pictures
/// with captions, and page furniture.
enum BlockRole: UInt8, CaseIterable {
  /// Date line, editors, page number: the page's own, between articles.
  case furniture
  /// The name of a column, above the heading of its first article.
  case section
  /// 记者手记 and its kin: opens a sidebar.
  case label
  /// A line of the heading above the headline.
  case kicker
  /// A line of the headline.
  case headline
  /// A line of the heading below the headline.
  case deck
  /// A byline on its own, before the body.
  case byline
  /// A paragraph, or a piece of one.
  case body
  /// A paragraph that ends the article by a signature after its last sentence.
  case closing
  /// A text that opens and is one item of a block of briefs.
  case item
  /// A subhead inside a story.
  case subhead
  /// A caption set into a story.
  case caption
  /// The credit of a picture set into a story.
  case credit
  /// Jump lines and debris inside a story.
  case aside
  /// A byline on its own, after the body.
  case signature
  /// Lines of a heading that stands after its body.
  case tailKicker, tailHeadline, tailDeck
  /// A byline after a heading that stands after its body.
  case tailByline
  /// The caption of a picture that is an article of its own.
  case photoCaption
  /// The credit of such a picture.
  case photoCredit

  /// How many roles there are.
  static let count = 21

  /// Whether a block in the role is a piece of an article's body.
  var isBody: Bool { BlockRoleSet.bodies.contains(self) }

  /// The role of a heading's line above its body: the role itself for all others.
  var atHead: BlockRole {
    switch self {
    case .tailKicker: .kicker
    case .tailHeadline: .headline
    case .tailDeck: .deck
    default: self
    }
  }

  /// The role of a heading's line below its body: the role itself for all others.
  var atTail: BlockRole {
    switch self {
    case .kicker: .tailKicker
    case .headline: .tailHeadline
    case .deck: .tailDeck
    default: self
    }
  }
}

/// Some roles.
struct BlockRoleSet: ExpressibleByArrayLiteral {
  private var bits: UInt32

  @inline(__always)
  init(arrayLiteral roles: BlockRole...) { bits = roles.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }

  /// The roles of pieces of body.
  static let bodies: BlockRoleSet = [.body, .closing, .item]
  /// The roles of a heading's lines.
  static let headings: BlockRoleSet = [.kicker, .headline, .deck, .tailKicker, .tailHeadline, .tailDeck]
  /// Those of a heading below its body.
  static let tails: BlockRoleSet = [.tailKicker, .tailHeadline, .tailDeck]
  /// All roles.
  static let all = BlockRole.allCases.reduce(into: BlockRoleSet()) { $0.insert($1) }

  /// Adds a role.
  @inline(__always)
  mutating func insert(_ role: BlockRole) { bits |= 1 << UInt32(role.rawValue) }

  @inline(__always)
  func contains(_ role: BlockRole) -> Bool { bits & (1 << UInt32(role.rawValue)) != 0 }
}
