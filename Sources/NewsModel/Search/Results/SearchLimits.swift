/// When a search stops before its end.
struct SearchLimits: Sendable {
  /// Why a search stopped.
  enum Stop {
    /// Somebody wanted it to.
    case cancelled
    /// A regular expression took all the steps it was given.
    case exhausted
  }

  /// How many articles are looked at between two questions whether to stop.
  static let articlesBetweenQuestions = 64
  /// How many steps regular expressions take between two such questions, if they take that many sooner.
  static let regexStepsBetweenQuestions = 1_000_000

  /// Asked now and then.
  let isCancelled: @Sendable () -> Bool
  /// How many steps regular expressions may take in all; ten million take about a tenth of a second.
  let regexSteps: Int
}
