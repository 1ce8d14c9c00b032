/// What a mistyped word may stand for.
public enum Spelling {
  /// The word of `words` that is nearest to `word`, if at most two characters must be added, dropped or changed.
  ///
  /// - Complexity: O(length of `word` · length of all words).
  public static func nearest(to word: String, among words: [String]) -> String? {
    let near = words.map { (word: $0, distance: distance($0, word)) }.min { $0.distance < $1.distance }
    return near.flatMap { $0.distance <= 2 ? $0.word : nil }
  }

  /// How many characters must be added, dropped or changed to make `a` of `b` (Levenshtein).
  ///
  /// - Complexity: O(length of `a` · length of `b`).
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.unicodeScalars)
    var row = Array(0...b.count)
    for (index, scalar) in a.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in b.indices {
        let above = row[column + 1]
        row[column + 1] = min(diagonal + (b[column] == scalar ? 0 : 1), above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row[b.count]
  }
}
