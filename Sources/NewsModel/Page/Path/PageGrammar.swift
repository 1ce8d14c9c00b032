/// Which role may follow which.
///
/// A state is a role with two memories: whether the article has an author yet (its byline or opening was seen) and
/// whether it has a heading. They make the grammar notice what newspapers do not do: sign an article twice, print one
/// without a heading, open a report inside another. What is common and what is rare is not said here; it is learned
/// (`PathWeights`).
struct PageState: Hashable {
  let role: BlockRole
  let attributed: Bool
  let titled: Bool
  /// `index`, which the search for the best path asks for at every step.
  private let number: UInt8

  /// A number below `count`.
  var index: Int { Int(number) }
  static let count = BlockRole.count * 4

  init(_ role: BlockRole, attributed: Bool = false, titled: Bool = false) {
    self.role = role
    self.attributed = attributed
    self.titled = titled
    number = role.rawValue * 4 + (attributed ? 2 : 0) + (titled ? 1 : 0)
  }

  static let all: [PageState] = BlockRole.allCases.flatMap { role in
    [false, true].flatMap { attributed in [false, true].map { PageState(role, attributed: attributed, titled: $0) } }
  }

  /// Whether the state makes sense.
  var exists: Bool {
    switch role {
    case .furniture, .section, .label: !attributed && !titled
    case .kicker, .headline, .deck, .item: !attributed && titled
    case .byline, .closing, .signature: attributed
    case .tailKicker, .tailHeadline, .tailDeck: titled
    case .tailByline: titled && attributed
    case .photoCaption, .photoCredit: !attributed
    default: true
    }
  }

  /// Whether an article, or a piece of one that the page's order has torn off, may begin in the state.
  var canStart: Bool {
    switch role {
    case .furniture, .section, .label, .kicker, .headline, .deck, .item: true
    case .body, .byline, .photoCaption, .photoCredit: !titled
    case .closing: true
    case .subhead, .signature: !titled && attributed == (role == .signature)
    default: false
    }
  }
}

/// One step inside an article from a state to the next block's.
struct PageArc {
  let to: PageState
  /// Whether the block is a piece of the article's body after the last such piece.
  let joins: Bool
}

/// The arcs of the grammar.
enum PageGrammar {
  /// The arcs inside an article, side by side in memory, those out of one state together.
  struct Arcs {
    private var arcs: [PageArc] = []
    private var ranges = [Range<Int>](repeating: 0..<0, count: PageState.count)

    fileprivate init() {
      for from in PageGrammar.states {
        let start = arcs.count
        for to in PageGrammar.states {
          if let joins = PageGrammar.step(from, to) { arcs.append(PageArc(to: to, joins: joins)) }
        }
        ranges[from.index] = start..<arcs.count
      }
    }

    /// The numbers of the arcs that lead on from `state`.
    func out(of state: PageState) -> Range<Int> { ranges[state.index] }
    subscript(number: Int) -> PageArc { arcs[number] }
    var count: Int { arcs.count }

    /// The number of the arc between two states, if there is one.
    func number(from: PageState, to: PageState) -> Int? { out(of: from).first { arcs[$0].to == to } }
  }

  /// All arcs inside an article. From every state to every one that can start leads another: the article ends there.
  static let arcs = Arcs()

  /// The states that make sense.
  static let states: [PageState] = PageState.all.filter(\.exists)

  /// Those that an article can begin in.
  static let startStates: [PageState] = states.filter(\.canStart)

  private static let heads: BlockRoleSet = [.kicker, .headline, .deck]
  private static let firstTexts: BlockRoleSet = [.body, .closing, .byline]
  private static let pictures: BlockRoleSet = [.photoCaption, .photoCredit]
  private static let insets: BlockRoleSet = [.caption, .credit, .aside]

  /// Whether `to` may follow `from` inside an article, and whether it then joins a piece of body to the one before;
  /// `nil` where it may not.
  fileprivate static func step(_ from: PageState, _ to: PageState) -> Bool? {
    let sameMemory = from.attributed == to.attributed && from.titled == to.titled
    let keepsTitle = from.titled == to.titled
    let gainsTitle = !from.titled && to.titled
    let next = to.role
    let goesOn: Bool
    switch from.role {
    case .furniture: goesOn = false
    case .section:
      goesOn =
        [.section, .label, .kicker, .headline, .item].contains(next)
        || !to.titled && (firstTexts.contains(next) || pictures.contains(next))
    case .label:
      goesOn =
        next == .kicker || next == .headline || to.titled && firstTexts.contains(next)
    case .kicker: goesOn = next == .kicker || next == .headline
    case .headline, .deck:
      goesOn =
        next == .deck || (next == .headline && from.role == .headline)
        || to.titled
          && (firstTexts.contains(next) || pictures.contains(next)
            || !to.attributed && (insets.contains(next) || next == .subhead))
    case .byline:
      if to.role == .body || to.role == .closing { return sameMemory ? false : nil }
      goesOn = sameMemory && ([.byline, .subhead].contains(next) || insets.contains(next))
    case .item:
      if next == .body, to.titled, !to.attributed { return true }
      if next == .closing, to.titled { return true }
      goesOn = to.titled && (next == .signature || !to.attributed && (next == .caption || next == .credit))
    case .body, .subhead, .caption, .credit, .aside:
      if next == .body { return sameMemory ? true : nil }
      if next == .closing { return keepsTitle ? true : nil }
      if from.role == .aside, from.titled, !from.attributed, next == .headline || next == .byline {
        return to.titled ? false : nil  // a masthead that OCR read into the heading
      }
      if tails(next) {
        return from.role != .subhead && gainsTitle && from.attributed == to.attributed ? false : nil
      }
      goesOn =
        sameMemory && (next == .subhead || insets.contains(next))
        || keepsTitle && next == .signature && from.role != .subhead
    case .closing, .signature:
      if tails(next) { return gainsTitle && to.attributed ? false : nil }
      goesOn = sameMemory && (next == .signature || insets.contains(next))
    case .tailKicker: goesOn = sameMemory && (next == .tailKicker || next == .tailHeadline)
    case .tailHeadline, .tailDeck:
      goesOn =
        sameMemory && (next == .tailDeck || next == .tailHeadline && from.role == .tailHeadline)
        || next == .tailByline && !from.attributed
    case .tailByline: goesOn = next == .tailByline
    case .photoCaption, .photoCredit:
      if next == .tailKicker || next == .tailHeadline { return gainsTitle && !to.attributed ? false : nil }
      goesOn = keepsTitle && (pictures.contains(next) || next == .aside && !to.attributed)
    }
    return goesOn ? false : nil
  }

  private static func tails(_ role: BlockRole) -> Bool { role == .tailKicker || role == .tailHeadline }
}
