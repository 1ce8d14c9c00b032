/// An annotated page as learning sees it: what the model reads in it, and what it should read.
///
/// Only `xianwen-fit` and tests use it. Weights are learned one page at a time: the best reading under the weights so far
/// is compared with the annotated one, and the features in which they differ are what the weights must change by.
package struct LearningPage: Sendable {
  /// What a careful reader says of a line.
  package struct Label: Sendable {
    /// The article's number; 0 for lines that belong to none.
    package let article: Int
    package let role: String
    /// Whether the article is a picture with its caption only.
    package let isPhoto: Bool

    package init(article: Int, role: String, isPhoto: Bool) {
      self.article = article
      self.role = role
      self.isPhoto = isPhoto
    }
  }

  /// Features in which two readings differ, with how often more the wrong one has them, and how wrong it is.
  package struct Difference {
    /// By number of weight, ascending: sums of them are the same in every run.
    package var features: [(weight: Int, value: Float)]
    package var loss: Float
    /// How much less the wrong reading costs than the right one under the weights at hand, mistakes aside.
    package var advantage: Float

    /// - Parameter gradient: by weight, how it changes the lead of the reading that is to weigh more.
    fileprivate init(_ gradient: [Float], loss: Float, advantage: Float) {
      features = gradient.enumerated().filter { $0.element != 0 }.map { (weight: $0.offset, value: $0.element) }
      self.loss = loss
      self.advantage = advantage
    }
  }

  private let list: BlockList
  private let readings: [Reading]
  private var facts: PathFacts
  private let cohesion: Cohesion
  /// By block: its article, and the roles that say the same as its annotation.
  private let articles: [Int]
  private let roles: [BlockRoleSet]

  /// - Parameters:
  ///   - text: the page's text.
  ///   - labels: what each annotated line (from 1) is.
  package init?(_ text: String, labels: [Int: Label]) {
    // Annotated pages are one printed page each.
    let normal = NormalForm(text)
    guard let sheet = PageText.sheets(of: normal.text).first(where: { !$0.isBlank }) else { return nil }
    let list = BlockSplitter.split(PageText(normal.text, sheet), of: normal)
    self.list = list
    readings = EvidenceFinder.read(list, isPlace: PlaceLines.isPlace)
    var cohesion = Cohesion(list.scalars)
    facts = PathFacts(list, readings, TitleLinks(list, readings, &cohesion), &cohesion)
    self.cohesion = cohesion
    let found = list.blocks.map { block in
      // A block of several lines takes the label of the longest run of equal ones.
      let own = block.lines.compactMap { line in labels[(list.lineNumbers.map { Int($0[line]) } ?? line) + 1] }
      return own.first { label in own.count { $0.article == label.article && $0.role == label.role } * 2 >= own.count }
        ?? own.first
    }
    var articles = found.map { $0?.article ?? 0 }
    // The page's own lines inside an article's stretch are asides there.
    for index in articles.indices.dropFirst().dropLast()
    where articles[index] == 0 && articles[index - 1] == articles[index + 1] && articles[index - 1] != 0 {
      articles[index] = articles[index - 1]
    }
    self.articles = articles
    roles = zip(found, articles).map { $1 == 0 ? [.furniture] : Self.roles(of: $0) }
  }

  /// The same page with a share of its blocks' signs taken away at random.
  package func losing(_ share: Double, seed: UInt64) -> LearningPage {
    var page = self
    var random = SeededGenerator(seed: seed)
    page.facts = facts.losing(share, using: &random)
    return page
  }

  /// Whether two characters side by side are a word, which print does not break a headline in.
  package static func isWord(_ first: Character, _ second: Character) -> Bool {
    guard let first = first.unicodeScalars.first, let second = second.unicodeScalars.first else { return false }
    return WordPairs.isWord(first.value, second.value)
  }

  /// The number of blocks.
  package var blockCount: Int { list.blocks.count }

  private static func roles(of label: Label?) -> BlockRoleSet {
    guard let label, label.article != 0 else { return [.aside] }
    switch label.role {
    case "section": return [.section, .label]
    case "kicker": return [.kicker, .tailKicker]
    case "headline": return [.headline, .tailHeadline]
    case "deck": return [.deck, .tailDeck]
    case "byline": return [.byline, .signature, .tailByline]
    case "subhead": return [.subhead]
    case "caption": return label.isPhoto ? [.photoCaption] : [.caption, .photoCaption]
    case "pullquote": return [.caption, .subhead]
    case "credit": return label.isPhoto ? [.photoCredit] : [.credit, .photoCredit, .aside]
    case "body": return label.isPhoto ? [.body, .photoCaption] : [.body, .closing, .item, .label]
    default: return [.aside, .furniture]
    }
  }

  // MARK: Paths

  private func begins(_ index: Int) -> Bool {
    index == 0 || articles[index] != articles[index - 1] || articles[index] == 0
  }

  /// The best path under `weights` among those that say what the annotation says.
  private func goldPath(_ weights: [Float]) -> PagePath {
    // Far more than any feature is worth, so that a path that says otherwise is taken only where the grammar has no other.
    let wrong: Float = 1000
    let bias = PathBias(
      roles: roles.map { allowed in BlockRole.allCases.map { allowed.contains($0) ? 0 : wrong } },
      starting: articles.indices.map { begins($0) ? 0 : wrong / 2 },
      continuing: articles.indices.map { begins($0) && articles[$0] != 0 ? wrong : 0 })
    return PagePath.find(facts, weights, bias: bias)
  }

  /// How the best wrong path differs from the annotated one; `nil` when no wrong path comes within its mistakes.
  package func pathDifference(_ weights: [Float]) -> Difference? {
    let gold = goldPath(weights)
    let bias = PathBias(
      roles: gold.states.indices.map { index in
        BlockRole.allCases.map { isRight($0, index, gold) ? 0 : -1 }
      },
      starting: gold.starts.map { $0 ? 0 : -1.5 }, continuing: gold.starts.map { $0 ? -1.5 : 0 })
    let wrong = PagePath.find(facts, weights, bias: bias)
    var loss: Float = 0
    for index in gold.states.indices {
      if !isRight(wrong.states[index].role, index, gold) { loss += 1 }
      if wrong.starts[index] != gold.starts[index] { loss += 1.5 }
    }
    guard loss > 0 else { return nil }
    return weights.withUnsafeBufferPointer { weights in
      guard let base = weights.baseAddress else { return nil }
      let network = base + PathFeature.linearCount
      let outputs = PathNetwork.run(facts, network)
      var wanted = [Float](repeating: 0, count: facts.blocks.count * PathNetwork.Output.count)
      var gradient = [Float](repeating: 0, count: weights.count)
      facts.visitFeatures(of: wrong) { gradient[$0] += $1 }
      facts.visitFeatures(of: gold) { gradient[$0] -= $1 }
      facts.visitOutputs(of: wrong) { wanted[$0 * PathNetwork.Output.count + $1] += 1 }
      facts.visitOutputs(of: gold) { wanted[$0 * PathNetwork.Output.count + $1] -= 1 }
      // How much less the wrong path costs: what the families say, and what the network does.
      var advantage: Float = 0
      for number in gradient.indices { advantage -= weights[number] * gradient[number] }
      for (number, count) in wanted.enumerated() { advantage -= outputs.costs[number] * count }
      gradient.withUnsafeMutableBufferPointer { gradient in
        guard let base = gradient.baseAddress else { return }
        PathNetwork.addGradient(facts, network, outputs, wanted, to: base + PathFeature.linearCount)
      }
      return Difference(gradient, loss: loss, advantage: advantage)
    }
  }

  private func isRight(_ role: BlockRole, _ index: Int, _ gold: PagePath) -> Bool {
    role == gold.states[index].role || roles[index].contains(role) && gold.states[index].role.isBody == role.isBody
  }

  /// How far the cost of the best path is from the sum of its features' weights.
  package func pathError(_ weights: [Float]) -> Float {
    let path = PagePath.find(facts, weights)
    return abs(path.cost - cost(path, weights))
  }

  // MARK: What is known

  /// What of a page's reading is taken from the annotation, to see what the rest gets wrong.
  package struct Given: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Roles and borders.
    package static let path = Given(rawValue: 1)
    /// Which piece belongs to which story.
    package static let links = Given(rawValue: 2)
  }

  /// The articles that are read when part of the reading is known.
  package func articles(file: FilePath, _ weights: ReadingWeights, given: Given) -> [Article] {
    let path = given.contains(.path) ? goldPath(weights.path) : PagePath.find(facts, weights.path)
    let cut = Story.cut(path)
    let stories: [Story]
    if given.contains(.links) {
      let linker = StoryLinker(cut, list, readings, facts)
      var places: [Int: Int] = [:]
      stories = linker.stories(
        linker.pieces.enumerated().map { number, piece in
          let article = article(of: piece)
          if article != 0, let story = places[article] { return StoryLinker.Link(story: story, isNew: false) }
          let story = places.count
          places[article != 0 ? article : -1 - number] = story
          return StoryLinker.Link(story: story, isNew: true)
        })
    } else {
      stories = StoryLinker.link(cut, list, readings, facts, cohesion, weights.stories)
    }
    return PageStages(list, readings, path, stories).articles(file: file, firstNumber: 1).articles
  }

  /// The article that most of a piece belongs to, 0 for none.
  private func article(of piece: StoryPiece) -> Int {
    var sizes: [Int: Int] = [:]
    for member in piece.story.members { sizes[articles[member.block], default: 0] += readings[member.block].length }
    return sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// Whether the annotated path costs less than the one that the search found.
  package func isSearchError(_ weights: [Float]) -> Bool {
    cost(goldPath(weights), weights) < cost(PagePath.find(facts, weights), weights) - 0.01
  }

  /// The cost of a path, worked out from its features.
  private func cost(_ path: PagePath, _ weights: [Float]) -> Float {
    var sum: Float = 0
    facts.visitFeatures(of: path) { sum += weights[$0] * $1 }
    let outputs = weights.withUnsafeBufferPointer { weights in
      weights.baseAddress.map { PathNetwork.run(facts, $0 + PathFeature.linearCount) }
    }
    if let outputs { facts.visitOutputs(of: path) { sum += outputs[$0, $1] } }
    return sum
  }

  // MARK: Links

  /// The pieces that `pathWeights` cut the page into, to learn links on.
  package func links(_ pathWeights: [Float]) -> LearningLinks? {
    var linker = StoryLinker(Story.cut(PagePath.find(facts, pathWeights)), list, readings, facts)
    guard !linker.isSettled else { return nil }
    linker.compare(cohesion)
    return LearningLinks(
      linker: linker,
      articles: linker.pieces.map(article))
  }
}

/// The pieces of a page with the articles that they belong to.
package struct LearningLinks {
  fileprivate let linker: StoryLinker
  /// By piece: its article, 0 for none.
  fileprivate let articles: [Int]

  fileprivate init(linker: StoryLinker, articles: [Int]) {
    self.linker = linker
    self.articles = articles
  }

  /// Whether a piece belongs to the story that goes on in `draft`, or to none that was begun.
  private func isRight(_ number: Int, _ draft: StoryLinker.Draft?) -> Bool {
    let article = articles[number]
    guard let draft else { return article == 0 || !articles[..<number].contains(article) }
    var isSame = false
    draft.visitPieces { if articles[$0] == article { isSame = true } }
    return article != 0 && isSame
  }

  /// How the best wrong division differs from the annotated one; `nil` when there is no such.
  package func difference(_ weights: [Float]) -> LearningPage.Difference? {
    let gold = linker.link(weights) { isRight($0, $1) ? 0 : -1000 }
    var loss: Float = 0
    let wrong = linker.link(weights) { isRight($0, $1) ? 0 : size($0) }
    for (number, link) in wrong.enumerated() where link.isNew != gold[number].isNew || link.story != gold[number].story
    {
      loss += size(number)
    }
    guard loss > 0 else { return nil }
    return weights.withUnsafeBufferPointer { weights in
      guard let base = weights.baseAddress else { return nil }
      let network = base + StoryFeature.linearCount
      var gradient = [Float](repeating: 0, count: weights.count)
      var advantage: Float = 0
      gradient.withUnsafeMutableBufferPointer { gradient in
        guard let out = gradient.baseAddress else { return }
        for (links, sign) in [(gold, Float(1)), (wrong, -1)] {
          linker.visitLinks(links) { features, inputs in
            for (feature, value) in features {
              out[feature] += sign * value
              advantage -= sign * value * base[feature]
            }
            var judge = StoryNetwork.Judge(network)
            for input in inputs { judge.add(input) }
            advantage -= sign * judge.value
            StoryNetwork.addGradient(network, inputs, sign, to: out + StoryFeature.linearCount)
          }
        }
      }
      return LearningPage.Difference(gradient, loss: loss, advantage: advantage)
    }
  }

  /// What a wrong link of a piece counts: a text in the wrong story costs two stories.
  private func size(_ number: Int) -> Float {
    linker.pieces[number].texts.isEmpty && linker.pieces[number].headings.isEmpty ? 0.7 : 1.5
  }
}

extension ReadingWeights {
  /// How many weights there are for paths and for links.
  package static var pathCount: Int { PathFeature.count }
  package static var pathNetworkStart: Int { PathFeature.linearCount }
  package static var storyNetworkStart: Int { StoryFeature.linearCount }
  package static var storyCount: Int { StoryFeature.count }

  /// The weights of links that learning begins with.
  package static func storySeeds(using random: inout some RandomNumberGenerator) -> [Float] {
    [Float](repeating: 0, count: StoryFeature.linearCount) + StoryNetwork.seeds(using: &random)
  }

  /// The weights of paths that learning begins with.
  package static func pathSeeds(using random: inout some RandomNumberGenerator) -> [Float] {
    [Float](repeating: 0, count: PathFeature.linearCount) + PathNetwork.seeds(using: &random)
  }
}
