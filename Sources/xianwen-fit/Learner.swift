import NewsModel

/// Averaged passive-aggressive learning of structures: each mistake changes the weights by as little as makes the right
/// reading better than the wrong one by the wrong one's mistakes, up to a limit; the average of all weights on the way
/// is kept.
///
/// Source: K. Crammer et al., "Online Passive-Aggressive Algorithms", JMLR 7 (2006), PA-I; averaging after M. Collins,
/// "Discriminative Training Methods for Hidden Markov Models" (2002).
struct Learner {
  private var weights: [Float]
  /// For the average: each change times the number of the step that it was made in.
  private var weighted: [Float]
  private var step: Float = 1
  /// The most that one mistake may change the weights by.
  let limit: Float
  /// The number of the first weight of a network, and how much less than others those from it on change.
  var network = (first: Int.max, pace: Float(1))

  init(_ weights: [Float], limit: Float) {
    self.weights = weights
    weighted = [Float](repeating: 0, count: weights.count)
    self.limit = limit
  }

  /// Begins the average anew: early weights are far from good ones.
  mutating func forgetAverage() {
    weighted = [Float](repeating: 0, count: weights.count)
    step = 1
  }

  /// Learns from one page, or from none that is a mistake.
  mutating func learn(_ mistake: (_ weights: [Float]) -> LearningPage.Difference?) -> Float {
    defer { step += 1 }
    guard let mistake = mistake(weights) else { return 0 }
    let size = mistake.features.reduce(0) { $0 + $1.value * $1.value * pace($1.weight) }
    guard size > 0, mistake.loss + mistake.advantage > 0 else { return 0 }
    let change = min(limit, (mistake.loss + mistake.advantage) / size)
    for (feature, value) in mistake.features {
      let change = change * pace(feature)
      weights[feature] += change * value
      weighted[feature] += step * change * value
    }
    return mistake.loss
  }

  private func pace(_ feature: Int) -> Float { feature < network.first ? 1 : network.pace }

  /// The average of the weights so far.
  var average: [Float] { zip(weights, weighted).map { $0 - $1 / step } }
}
