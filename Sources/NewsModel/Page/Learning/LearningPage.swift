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

    /// - Parameter features: those of the reading that is to weigh more, less those of the other.
    fileprivate init(_ features: [Int: Float], loss: Float, _ weights: [Float]) {
      self.features = features.filter { $0.value != 0 }.map { (weight: $0.key, value: $0.value) }
        .sorted { $0.weight < $1.weight }
      self.loss = loss
      advantage = self.features.reduce(0) { $0 - weights[$1.weight] * $1.value }
    }
  }

  private let list: BlockList
  private let readings: [Reading]
  private let facts: PathFacts
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
    var features: [Int: Float] = [:]
    facts.visitFeatures(of: wrong) { features[$0, default: 0] += $1 }
    facts.visitFeatures(of: gold) { features[$0, default: 0] -= $1 }
    return Difference(features, loss: loss, weights)
  }

  private func isRight(_ role: BlockRole, _ index: Int, _ gold: PagePath) -> Bool {
    role == gold.states[index].role || roles[index].contains(role) && gold.states[index].role.isBody == role.isBody
  }

  /// How far the cost of the best path is from the sum of its features' weights.
  package func pathError(_ weights: [Float]) -> Float {
    let path = PagePath.find(facts, weights)
    var sum: Float = 0
    facts.visitFeatures(of: path) { sum += weights[$0] * $1 }
    return abs(path.cost - sum)
  }

  // MARK: Links

  /// The pieces that `pathWeights` cut the page into, to learn links on.
  package func links(_ pathWeights: [Float]) -> LearningLinks? {
    var linker = StoryLinker(Story.cut(PagePath.find(facts, pathWeights)), list, readings, facts)
    guard !linker.isSettled else { return nil }
    linker.compare(cohesion)
    return LearningLinks(
      linker: linker,
      articles: linker.pieces.map { piece in
        var sizes: [Int: Int] = [:]
        for member in piece.story.members { sizes[articles[member.block], default: 0] += readings[member.block].length }
        return sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
      })
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
    let wrong = linker.link(weights) { isRight($0, $1) ? 0 : 1 }
    for (number, link) in wrong.enumerated() where link.isNew != gold[number].isNew || link.story != gold[number].story
    {
      loss += 1
    }
    guard loss > 0 else { return nil }
    var features: [Int: Float] = [:]
    linker.visitFeatures(of: gold) { features[$0, default: 0] += $1 }
    linker.visitFeatures(of: wrong) { features[$0, default: 0] -= $1 }
    return LearningPage.Difference(features, loss: loss, weights)
  }
}

extension ReadingWeights {
  /// How many weights there are for paths and for links.
  package static var pathCount: Int { PathFeature.count }
  package static var storyCount: Int { StoryFeature.count }
}
