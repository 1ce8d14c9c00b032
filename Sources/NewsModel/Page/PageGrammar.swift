/// Which slot may follow which, and at what cost.
///
/// A state is a slot with two memories: whether the article has an author yet (its byline or opening was seen) and
/// whether it has a heading. They make the grammar notice what newspapers do not do: sign an article twice, print one
/// without a heading, open a report inside another.
struct PageState: Hashable {
  let slot: Slot
  let attributed: Bool
  let titled: Bool
  /// `index`, which the search for the best way asks for at every step.
  private let number: UInt8

  /// A number below `count`.
  var index: Int { Int(number) }
  static let count = Slot.allCases.count * 4

  init(_ slot: Slot, attributed: Bool = false, titled: Bool = false) {
    self.slot = slot
    self.attributed = attributed
    self.titled = titled
    number = slot.rawValue * 4 + (attributed ? 2 : 0) + (titled ? 1 : 0)
  }

  static let all: [PageState] = Slot.allCases.flatMap { slot in
    [false, true].flatMap { attributed in [false, true].map { PageState(slot, attributed: attributed, titled: $0) } }
  }
}

/// One way on inside an article from a state to the next block's.
struct PageArc {
  /// What the way on does to the article under way.
  enum Kind {
    /// The block belongs to the same article.
    case goesOn
    /// The block is a piece of the article's body, after the last such piece.
    case joins
    /// The block begins another article; the one under way ends.
    case starts
  }

  let to: PageState
  let kind: Kind
  let cost: Float
}

/// The arcs of the grammar.
enum PageGrammar {
  /// The arcs that go on inside an article, side by side in memory, those out of one state together.
  struct Arcs {
    private var arcs: [PageArc] = []
    private var ranges = [Range<Int>](repeating: 0..<0, count: PageState.count)

    fileprivate init() {
      for from in PageGrammar.states {
        let start = arcs.count
        for to in PageGrammar.states {
          if let (kind, cost) = PageGrammar.step(from, to) { arcs.append(PageArc(to: to, kind: kind, cost: cost)) }
        }
        ranges[from.index] = start..<arcs.count
      }
    }

    /// The numbers of the arcs that lead on from `state`.
    func out(of state: PageState) -> Range<Int> { ranges[state.index] }
    subscript(number: Int) -> PageArc { arcs[number] }
  }

  /// All arcs that go on inside an article. From every state that can end to every one that can start leads another.
  static let arcs = Arcs()

  /// What ends the article under way in each state, by its index; infinite where none can end.
  static let endCosts: [Float] = PageState.all.map { exists($0) && canEnd($0) ? endCost($0) : .infinity }

  /// What begins an article in each state, by its index; infinite where none begins so.
  static let startCosts: [Float] = PageState.all.map { exists($0) ? startCost($0) ?? .infinity : .infinity }

  /// The states that make sense.
  static let states: [PageState] = PageState.all.filter { exists($0) }

  /// Those that an article can begin in.
  static let startStates: [PageState] = states.filter { startCosts[$0.index] < .infinity }

  /// What ends the article under way costs, the cut sentence aside.
  static func endCost(_ state: PageState) -> Float {
    func untitled() -> Float { state.titled ? 0 : 2.7 }
    switch state.slot {
    case .furniture, .tailTitle, .tailByline: return 1
    case .section: return 3
    case .label: return 0.8
    case .title: return 7
    case .byline: return 9
    case .subhead: return 6.1
    case .body, .item, .aside: return untitled() + (state.attributed || state.slot == .item ? 0 : 1.4)
    // A picture after the last paragraph is more often an article of its own.
    case .caption, .credit: return untitled() + (state.attributed ? 5 : 5.5)
    case .closing, .signature: return untitled()
    case .photoCaption: return 1.8
    case .photoCredit: return -0.3
    }
  }

  /// What beginning an article (or a line between articles) in `state` costs; `nil` where none begins so.
  private static func startCost(_ state: PageState) -> Float? {
    switch (state.slot, state.attributed, state.titled) {
    case (.furniture, false, false): 0.3
    case (.section, false, false), (.label, false, false): -0.3
    case (.title, false, true): 1.3
    case (.byline, true, false): 2.3
    case (.body, _, false), (.closing, true, false): 0.6
    case (.item, false, true), (.closing, true, true): 0.7
    case (.photoCaption, false, false): 1.2
    default: nil
    }
  }

  private static func exists(_ state: PageState) -> Bool {
    switch state.slot {
    case .furniture, .section, .label: !state.attributed && !state.titled
    case .title: !state.attributed && state.titled
    case .byline: state.attributed
    case .item: !state.attributed && state.titled
    case .closing, .signature: state.attributed
    case .tailTitle: state.titled
    case .tailByline: state.titled && state.attributed
    case .photoCaption, .photoCredit: !state.attributed
    default: true
    }
  }

  /// Whether an article may end in `state`.
  private static func canEnd(_ state: PageState) -> Bool {
    state.slot != .section && state.slot != .title
  }

  /// Going on inside an article.
  fileprivate static func step(_ from: PageState, _ to: PageState) -> (PageArc.Kind, Float)? {
    let sameMemory = from.attributed == to.attributed && from.titled == to.titled
    let keepsTitle = from.titled == to.titled
    switch (from.slot, to.slot) {
    case (.section, .section): return (.goesOn, 0.4)
    case (.section, .title): return (.goesOn, -0.4)
    case (.section, .label): return (.goesOn, 0.5)
    case (.section, .byline) where !to.titled: return (.goesOn, 0.8)
    case (.section, .body) where !to.titled: return (.goesOn, 1.3)
    case (.section, .closing) where !to.titled: return (.goesOn, 1.5)
    case (.section, .item), (.section, .furniture): return (.goesOn, 0.1)
    case (.section, .photoCaption) where !to.titled: return (.goesOn, 0.3)
    case (.label, .title): return (.goesOn, -0.1)
    case (.label, .body) where to.titled, (.label, .closing) where to.titled: return (.goesOn, 0.2)
    case (.label, .byline) where to.titled: return (.goesOn, 1)
    case (.title, .title): return (.goesOn, 0.1)
    case (.title, .byline) where to.titled: return (.goesOn, -0.3)
    case (.title, .body) where to.titled, (.title, .closing) where to.titled: return (.goesOn, 0.7)
    case (.title, .photoCaption) where to.titled: return (.goesOn, -0.6)
    case (.title, .caption) where to.titled && !to.attributed: return (.goesOn, 2.4)
    case (.title, .aside) where to.titled && !to.attributed: return (.goesOn, 1)
    case (.title, .label): return (.goesOn, 4)
    case (.byline, .byline) where sameMemory: return (.goesOn, 0)
    case (.byline, .body) where sameMemory, (.byline, .closing) where sameMemory: return (.goesOn, -0.4)
    case (.byline, .subhead) where sameMemory: return (.goesOn, 1.5)
    case (.byline, .caption) where sameMemory: return (.goesOn, 1)
    case (.byline, .aside) where sameMemory: return (.goesOn, 1)
    case (.item, .body) where to.titled && !to.attributed, (.item, .closing) where to.titled: return (.joins, 0.7)
    case (.item, .signature) where to.titled: return (.goesOn, 0)
    case (.body, .body), (.subhead, .body), (.caption, .body), (.credit, .body), (.aside, .body):
      return sameMemory ? (.joins, 0.4) : nil
    case (.body, .closing), (.subhead, .closing), (.caption, .closing), (.credit, .closing), (.aside, .closing):
      return keepsTitle ? (.joins, from.attributed ? 2 : -0.4) : nil
    case (.body, .subhead) where sameMemory: return (.goesOn, -0.1)
    case (.caption, .subhead) where sameMemory, (.credit, .subhead) where sameMemory,
      (.aside, .subhead) where sameMemory:
      return (.goesOn, 0.9)
    case (.subhead, .subhead) where sameMemory: return (.goesOn, 1.5)
    case (.subhead, .caption) where sameMemory: return (.goesOn, 1.7)
    case (.body, .caption) where sameMemory: return (.goesOn, 1.2)
    case (.caption, .caption) where sameMemory: return (.goesOn, 1.5)
    case (.caption, .credit) where sameMemory: return (.goesOn, -0.4)
    case (.body, .credit) where sameMemory: return (.goesOn, 4.1)
    case (.credit, .caption) where sameMemory: return (.goesOn, 2)
    case (.body, .aside) where sameMemory, (.caption, .aside) where sameMemory, (.credit, .aside) where sameMemory,
      (.subhead, .aside) where sameMemory, (.aside, .aside) where sameMemory:
      return (.goesOn, 0.3)
    case (.body, .signature) where keepsTitle, (.caption, .signature) where keepsTitle,
      (.credit, .signature) where keepsTitle,
      (.aside, .signature) where keepsTitle:
      return (.goesOn, from.attributed ? 3 : -0.9)
    case (.signature, .signature) where keepsTitle, (.closing, .signature) where keepsTitle: return (.goesOn, 1.5)
    case (.body, .tailTitle) where !from.titled, (.closing, .tailTitle) where !from.titled,
      (.signature, .tailTitle) where !from.titled,
      (.caption, .tailTitle) where !from.titled, (.credit, .tailTitle) where !from.titled:
      return from.attributed == to.attributed ? (.goesOn, 2.7) : nil
    case (.photoCaption, .tailTitle) where !from.titled && !to.attributed: return (.goesOn, 4)
    case (.tailTitle, .tailTitle) where sameMemory: return (.goesOn, 0.6)
    case (.tailTitle, .tailByline) where !from.attributed: return (.goesOn, -1)
    case (.photoCaption, .photoCaption) where sameMemory: return (.goesOn, -1.4)
    case (.photoCaption, .photoCredit) where sameMemory: return (.goesOn, -0.8)
    // A masthead that OCR read into the heading.
    case (.aside, .title) where from.titled && !from.attributed,
      (.aside, .byline) where from.titled && !from.attributed:
      return to.titled ? (.goesOn, 0.8) : nil
    case (.title, .subhead) where to.titled && !to.attributed: return (.goesOn, 4)
    case (.photoCredit, .photoCaption) where sameMemory: return (.goesOn, 3)
    case (.credit, .credit) where sameMemory: return (.goesOn, 2)
    default: return nil
    }
  }
}
