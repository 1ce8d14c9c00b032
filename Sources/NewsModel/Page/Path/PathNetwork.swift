/// A small network that judges each block by everything around it: what it says is added to the costs of paths.
///
/// Linear features (`PathFeature`) weigh each sign by itself. Many signs mean something together only: a line without a
/// stop, above a byline, below a signed text. One hidden layer learns such combinations from the annotated pages.
/// The inputs are signs that hold or do not; the outputs are costs.
enum PathNetwork {
  /// The size of the hidden layer.
  static let width = 32

  /// Where the outputs of a block stand: the cost of each role, of each kind of beginning, of joining the text above, of
  /// each pair of roles of a heading's lines, and of two such lines being of different headings.
  enum Output {
    static let starts = BlockRole.count
    static let join = starts + PathFeature.StartKind.count
    static let pair = join + 1
    static let apart = pair + 9
    static let count = apart + 1
  }

  /// Where the inputs of each kind stand.
  private enum Input {
    static let always = 0
    /// Signs of the blocks at each of `places`.
    static let blocks = 1
    static let places = 7
    static let rules = 64
    static let isClose = rules
    static let isCut = rules + 1
    static let none = rules + 2
    static let lengths = rules + 3
    static let perBlock = lengths + LengthClass.count
    /// What the block and the one above, and it and the one below, say of each other as lines of a heading.
    static let pairs = blocks + places * perBlock
    static let wordings = pairs + 2 * HeadingPair.rows
    static let joins = wordings + 2 * WordingClass.count
    static let run = joins + FitClass.count + WordingClass.count
    static let distances = run + TitleRun.rows
    static let habits = distances + 8
    static let count = habits + PageHabits.count
  }

  /// How many weights the network has.
  static let count = Input.count * width + width * Output.count

  /// The rows that they are written in.
  static let lines =
    [Int](repeating: width, count: Input.count) + [Int](repeating: Output.count, count: width)

  /// The outputs of a page's blocks, one block after the other, and the hidden layer behind them.
  struct Outputs {
    fileprivate(set) var costs: [Float]
    fileprivate(set) var hidden: [Float]

    subscript(block: Int, output: Int) -> Float { costs[block * Output.count + output] }
  }

  /// Runs the network on every block of a page.
  ///
  /// - Parameter weights: `count` numbers.
  /// - Complexity: O(blocks × signs that hold).
  static func run(_ facts: PathFacts, _ weights: UnsafePointer<Float>) -> Outputs {
    let blocks = facts.blocks.count
    var outputs = Outputs(
      costs: [Float](repeating: 0, count: blocks * Output.count), hidden: [Float](repeating: 0, count: blocks * width))
    let second = weights + Input.count * width
    outputs.costs.withUnsafeMutableBufferPointer { costs in
      outputs.hidden.withUnsafeMutableBufferPointer { hidden in
        guard let costs = costs.baseAddress, let hidden = hidden.baseAddress else { return }
        for index in 0..<blocks {
          let layer = hidden + index * width
          visitInputs(facts, index) { input in
            let row = weights + input * width
            for unit in 0..<width { layer[unit] += row[unit] }
          }
          let out = costs + index * Output.count
          for unit in 0..<width where layer[unit] > 0 {
            let row = second + unit * Output.count
            let value = layer[unit]
            for output in 0..<Output.count { out[output] += value * row[output] }
          }
        }
      }
    }
    return outputs
  }

  /// Adds to `gradient` how the sum of some outputs changes with each weight.
  ///
  /// - Parameter wanted: how often each output of each block is in the sum, as in `Outputs`.
  static func addGradient(
    _ facts: PathFacts, _ weights: UnsafePointer<Float>, _ outputs: Outputs, _ wanted: [Float],
    to gradient: UnsafeMutablePointer<Float>
  ) {
    let second = Input.count * width
    for index in facts.blocks.indices {
      let counts = wanted[(index * Output.count)..<((index + 1) * Output.count)]
      guard counts.contains(where: { $0 != 0 }) else { continue }
      var back = [Float](repeating: 0, count: width)
      for unit in 0..<width where outputs.hidden[index * width + unit] > 0 {
        let row = second + unit * Output.count
        for (output, count) in counts.enumerated() where count != 0 {
          gradient[row + output] += count * outputs.hidden[index * width + unit]
          back[unit] += count * weights[row + output]
        }
      }
      visitInputs(facts, index) { input in
        for unit in 0..<width { gradient[input * width + unit] += back[unit] }
      }
    }
  }

  /// Small random numbers, for learning to begin with.
  static func seeds(using random: inout some RandomNumberGenerator) -> [Float] {
    (0..<count).map { _ in Float.random(in: -0.15...0.15, using: &random) }
  }

  /// Hands over the inputs that hold for a block.
  @inline(__always)
  private static func visitInputs(_ facts: PathFacts, _ index: Int, _ body: (Int) -> Void) {
    body(Input.always)
    visitBlock(facts, index - 2, 0, body)
    visitBlock(facts, index - 1, 1, body)
    visitBlock(facts, index, 2, body)
    visitBlock(facts, index + 1, 3, body)
    visitBlock(facts, index + 2, 4, body)
    let context = facts.contexts[index]
    visitBlock(facts, Int(context.textAbove), 5, body)
    visitBlock(facts, Int(context.textBelow), 6, body)
    visitBits(facts.pairs[index], Input.pairs, body)
    if index + 1 < facts.pairs.count { visitBits(facts.pairs[index + 1], Input.pairs + HeadingPair.rows, body) }
    body(Input.wordings + WordingClass.of(facts.links.before[index]))
    body(Input.wordings + WordingClass.count + WordingClass.of(facts.links.after[index]))
    body(Input.joins + facts.blocks[index].fit)
    body(Input.joins + FitClass.count + facts.blocks[index].wording)
    visitBits(UInt64(context.run.bits), Input.run, body)
    body(Input.distances + distance(index - Int(context.textAbove)))
    body(Input.distances + 4 + distance(Int(context.textBelow) - index))
    visitBits(UInt64(facts.habits.rawValue), Input.habits, body)
  }

  @inline(__always)
  private static func visitBits(_ bits: UInt64, _ first: Int, _ body: (Int) -> Void) {
    var bits = bits
    while bits != 0 {
      body(first + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  @inline(__always)
  private static func visitBlock(_ facts: PathFacts, _ index: Int, _ place: Int, _ body: (Int) -> Void) {
    let first = Input.blocks + place * Input.perBlock
    guard facts.blocks.indices.contains(index) else { return body(first + Input.none) }
    let block = facts.blocks[index]
    visitBits(block.evidence.rawValue, first, body)
    if block.isClose { body(first + Input.isClose) }
    if block.isCut { body(first + Input.isCut) }
    body(first + Input.lengths + LengthClass.of(block.length))
  }

  private static func distance(_ blocks: Int) -> Int { blocks <= 1 ? 0 : blocks == 2 ? 1 : blocks <= 4 ? 2 : 3 }
}

/// Where a block stands among the texts and titles around it.
struct BlockContext {
  /// The nearest long texts above and below; outside of the page where there is none.
  var textAbove: Int32
  var textBelow: Int32
  var run = TitleRun()
}

/// A block's place among lines under one another that could all be titles.
struct TitleRun {
  /// A bit for each sign that holds, of `rows`.
  private(set) var bits: UInt16 = 0
  static let rows = 11

  init() {}

  /// - Parameters:
  ///   - place: the line's place among them, from 0.
  ///   - lengths: their lengths in scalars.
  ///   - shares: how much of the wording of each stands in the text below them.
  init(place: Int, lengths: ArraySlice<Int>, shares: ArraySlice<Float>) {
    let count = lengths.count
    bits = 1 << UInt16(min(place, 3)) | 1 << UInt16(4 + min(count - 1, 3))
    let own = lengths[lengths.startIndex + place]
    if count > 1, lengths.allSatisfy({ $0 <= own }) { bits |= 1 << 8 }
    let share = shares[shares.startIndex + place]
    if count > 1, share > 0, shares.allSatisfy({ $0 <= share }) { bits |= 1 << 9 }
    if count > 1, place == count - 1 { bits |= 1 << 10 }
  }
}

/// What a page does everywhere, as far as it shows before roles are known.
struct PageHabits: OptionSet {
  let rawValue: UInt32
  static let count = 20

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Reads the habits of a page off its blocks.
  init(_ blocks: [BlockFacts], isTitle: [Bool]) {
    var openings = 0, headedOpenings = 0, signatures = 0, items = 0, close = 0, captions = 0, sections = 0, places = 0
    var namesBelowTitle = 0, namesBelowText = 0, namesAboveText = 0, asides = 0, credits = 0, titles = 0, texts = 0
    for index in blocks.indices {
      let evidence = blocks[index].evidence
      let above = index > 0 ? blocks[index - 1] : nil
      if evidence.contains(.opening) {
        openings += 1
        if index > 0, isTitle[index - 1] { headedOpenings += 1 }
      }
      if !evidence.isDisjoint(with: [.inlineSignature, .signature]) { signatures += 1 }
      if evidence.contains(.item) { items += 1 }
      if blocks[index].isClose { close += 1 }
      if !evidence.isDisjoint(with: [.inlineCredit, .captionWords]) { captions += 1 }
      if !evidence.isDisjoint(with: [.sectionWord, .columnName]) { sections += 1 }
      if evidence.contains(.placeAlone) { places += 1 }
      if evidence.contains(.byline) {
        if index > 0, isTitle[index - 1] { namesBelowTitle += 1 }
        if let above, above.length > 46 { namesBelowText += 1 }
        if index + 1 < blocks.count, blocks[index + 1].length > 46 { namesAboveText += 1 }
      }
      if evidence.contains(.sidebarLabel) { asides += 1 }
      if evidence.contains(.credit) { credits += 1 }
      if isTitle[index] { titles += 1 }
      if blocks[index].length > 46 { texts += 1 }
    }
    let signs: [Bool] = [
      openings == 0, openings >= 3, openings > 0 && headedOpenings * 2 >= openings, openings > 0 && headedOpenings == 0,
      signatures == 0, signatures >= 3, items >= 2, close * 2 > blocks.count, close == 0, captions >= 3,
      sections >= 3, places >= 3, namesBelowTitle >= 2, namesBelowText >= 2, namesAboveText >= 2, asides >= 1,
      credits >= 2, credits == 0, titles * 2 > texts, blocks.count <= 12,
    ]
    rawValue = signs.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt32($1.offset) : $0 }
  }
}
