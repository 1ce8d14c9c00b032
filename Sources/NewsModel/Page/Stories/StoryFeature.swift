/// Where the weight of each feature of a link between pieces stands among all weights; see `PathFeature` for paths.
enum StoryFeature {
  /// What a piece may be to a story under way.
  enum Relation: Int, CaseIterable {
    /// A heading for a text without one.
    case heads
    /// The text of a heading that has none yet.
    case textOf
    /// More text of a story.
    case continues
    /// A picture of a story.
    case pictureOf
    /// A byline, signature or label of a story.
    case labels
    /// Another line for a heading.
    case headsMore
    /// Anything else.
    case other
  }

  /// Conditions on a link, in the order of their rows.
  enum Condition: Int, CaseIterable {
    case always, isAdjacent, isNear, isFar, isVeryFar
    case storyTitled, storyAttributed, storyClosed, storyCut, storyIsPicture, storyIsItem, storyOpensLate
    case bothAttributed
    case opens, byline, dated, midSentence, marked, dayFirst, credited, closesQuote, remnant, sentenceOpener, placeFirst
    case fit0, fit1, fit2, fit3, fit4, fit5, fit6, noCut
    case isClosestByWording, isNotClosest, sharesNothing
    case pieceAttributed, pieceClosed, pieceCut, pieceShort
    case isWaited, adjacentCutToo, onlyHeadless, headlessAbove
    case wasJoined, wasJoinedElsewhere
    case comesFromElsewhere, textsNeedHeadings, headingsSuffice, bothBeginWithPlace
    case headlineAgain, kickerAbove, deckBelow, lineLonger, lineShorter
  }
  static let conditions = Condition.allCases.count
  static let relations = Relation.allCases.count
  static let kinds = StoryPiece.Kind.allCases.count

  /// Condition by relation.
  static let link = 0
  /// Shares of wording by relation: heading in text, text in text, and how much more than with the closest other.
  static let wording = link + conditions * relations
  /// How well a piece goes on with the story's cut sentence, and how much better than with the best other, by relation.
  static let fit = wording + 3 * relations
  /// A new story by the piece's kind and condition.
  static let new = fit + 2 * relations
  /// Kind of the piece by relation.
  static let kind = new + kinds * conditions
  static let linearCount = kind + kinds * relations
  /// How many weights there are: those of the features, then those of the network (`StoryNetwork`).
  static let count = linearCount + StoryNetwork.count
}
