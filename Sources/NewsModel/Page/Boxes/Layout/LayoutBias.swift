/// What the layout says for and against roles and borders, as costs beside those of the words.
extension PathBias {
  /// The cost of what the layout rules out: more than words can make up for.
  private static let never: Float = 40

  /// The costs of a page's blocks.
  ///
  /// - Parameter settings: by block, how its first line was set.
  init(_ settings: [LineSetting?], _ readings: [Reading]) {
    roles = []
    starting = []
    continuing = []
    var module: Int?
    for (setting, reading) in zip(settings, readings) {
      guard let setting else {
        roles.append([Float](repeating: 0, count: BlockRole.count))
        starting.append(0)
        continuing.append(0)
        continue
      }
      roles.append(BlockRole.allCases.map { Self.cost(of: $0, setAs: setting.kind, reading) })
      let isFirst = module != setting.module
      module = setting.module
      let isItem = setting.kind == .text && reading.evidence.contains(.item)
      let isLoose = setting.kind == .loose
      starting.append(isFirst || isLoose ? 0 : isItem ? 1 : Self.never)
      continuing.append(isFirst ? Self.never : 0)
    }
  }

  /// What it costs to give a role to a block that was set in a way.
  private static func cost(of role: BlockRole, setAs kind: PageLayout.Kind, _ reading: Reading) -> Float {
    let likely: BlockRoleSet
    let possible: BlockRoleSet
    switch kind {
    case .furniture: (likely, possible) = ([.furniture], [])
    case .label: (likely, possible) = ([.section, .label], [.kicker])
    case .kicker: (likely, possible) = ([.kicker], [.section])
    case .headline: (likely, possible) = ([.headline], [])
    case .deck: (likely, possible) = ([.deck, .byline], [.photoCredit])
    case .text:
      (likely, possible) = ([.body, .closing, .item, .signature], [.subhead, .aside, .byline, .caption, .credit])
    case .subhead: (likely, possible) = ([.subhead], [.body, .closing, .signature, .aside, .byline])
    case .caption: (likely, possible) = ([.caption, .photoCaption, .credit, .photoCredit], [.body, .aside])
    case .loose: (likely, possible) = (.all, [])
    }
    return likely.contains(role) ? 0 : possible.contains(role) ? (kind == .text ? 0.5 : 2) : never
  }
}
