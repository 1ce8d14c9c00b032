/// What the user can say that lines are: a part of an article, or the page's own furniture.
public enum LineRole: Hashable, Sendable {
  case part(PartRole)
  /// Mastheads, folios, editors: no article's.
  case furniture

  /// Every role, in the order of an article.
  public static let all = PartRole.allCases.map(LineRole.part) + [.furniture]

  /// The word for it in JSON and on the command line.
  public var name: String {
    switch self {
    case .part(let role): role.rawValue
    case .furniture: "furniture"
    }
  }

  /// The role with this name.
  public init?(name: String) {
    guard let role = LineRole.all.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}
