import Platform

/// Words that stand side by side in one column of the print.
struct PrintedLine {
  /// The words, from left to right, as indices of the sheet's.
  var words: [Int]
  /// Where the line stands: its full width, and its em square around the middle of its height.
  var box: Box
  /// The size of its type: how wide a Han is.
  var size: Double
  /// Its width in ems of its own type, as its characters take it.
  var units: Double
  /// How high the tool's boxes are.
  var inkHeight: Double
  /// Its text, with a blank where the print has one.
  var text: [UInt32]
}

/// Measures of a sheet's type.
struct Typography {
  /// The size of the body's type.
  var em: Double
  /// From one line of body to the next.
  var pitch: Double
  /// The height of the tool's boxes for body.
  var inkHeight: Double
  /// Whether boxes are full squares rather than ink.
  let isExact: Bool

  /// How wide characters are, in ems: Han take one, Latin and figures about half.
  static func units(_ text: [UInt32]) -> Double {
    text.reduce(0) {
      $0 + (CharacterClass.of($1).contains(.space) && $1 != 0x3000 ? 0 : LineMeasure.isNarrow($1) ? 0.53 : 1)
    }
  }

  /// The value that most of the weight lies near.
  ///
  /// - Parameter values: positive values with their weights.
  static func mode(_ values: [(value: Double, weight: Double)]) -> Double? {
    var bins: [Int: Double] = [:]
    let bin = { (value: Double) in Int((log(value) / 0.03).rounded()) }
    for (value, weight) in values where value > 0 { bins[bin(value), default: 0] += weight }
    func near(_ key: Int) -> Double { (bins[key - 1] ?? 0) + 2 * (bins[key] ?? 0) + (bins[key + 1] ?? 0) }
    guard let best = bins.keys.max(by: { (near($0), -$0) < (near($1), -$1) }) else { return nil }
    var (sum, weights) = (0.0, 0.0)
    for (value, weight) in values where value > 0 && abs(bin(value) - best) <= 1 {
      sum += value * weight
      weights += weight
    }
    return weights > 0 ? sum / weights : nil
  }

  /// The value in the middle of the weight.
  static func median(_ values: [(value: Double, weight: Double)]) -> Double? {
    let sorted = values.sorted { $0.value < $1.value }
    let total = sorted.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for (value, weight) in sorted {
      sum += weight
      if sum * 2 >= total { return value }
    }
    return sorted.last?.value
  }
}
