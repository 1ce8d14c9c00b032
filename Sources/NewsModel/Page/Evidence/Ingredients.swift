/// What a text is made of, as one pass over it tells: classes of characters, single marks, words of the trade.
///
/// Rules ask here before they look for themselves. Classes and marks are told exactly; of words only that two scalars
/// which one of the list begins with stand side by side, so that a text without the bit holds none of them.
struct Ingredients: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }
  private init(bit: Int) { rawValue = 1 << UInt32(bit) }

  // Bits 0 to 7 are those of `CharacterClass`.
  static let stop = Ingredients(bit: 8)
  static let clauseComma = Ingredients(bit: 9)
  static let day = Ingredients(bit: 10)
  static let year = Ingredients(bit: 11)
  static let bar = Ingredients(bit: 12)
  static let marker = Ingredients(bit: 13)
  static let middleDot = Ingredients(bit: 14)
  static let roles = Ingredients(bit: 15)
  static let dispatches = Ingredients(bit: 16)
  static let jumps = Ingredients(bit: 17)
  static let captions = Ingredients(bit: 18)
  static let weekdays = Ingredients(bit: 19)
  static let furniture = Ingredients(bit: 20)
  static let weakFurniture = Ingredients(bit: 21)
  static let pointers = Ingredients(bit: 22)
  static let mottos = Ingredients(bit: 23)
  static let losses = Ingredients(bit: 24)
  static let sections = Ingredients(bit: 25)

  /// The words that speak for each ingredient beyond the classes.
  static var lists: [(Ingredients, WordList)] {
    [
      (.stop, wordList("。")), (.clauseComma, wordList("， ,")), (.day, wordList("日")), (.year, wordList("年")),
      (.bar, wordList("| ｜")), (.marker, WordList(Block.markerScalars.map { [$0] })), (.middleDot, wordList("· ・")),
      (.roles, Trade.roleCores), (.dispatches, Trade.dispatches), (.jumps, Trade.jumpWords),
      (.captions, Trade.captionWords), (.weekdays, Trade.weekdays), (.furniture, Trade.furnitureWords),
      (.weakFurniture, Trade.weakFurnitureWords), (.pointers, Trade.pointerWords), (.mottos, Trade.columnMottos),
      (.losses, Trade.lossWords), (.sections, Trade.sectionWords),
    ]
  }

  /// The classes of the text's characters.
  var kinds: CharacterClass { CharacterClass(rawValue: UInt8(truncatingIfNeeded: rawValue)) }
}

/// What each scalar can add to the ingredients of a text. Scalars that no rule tells apart share one row.
struct IngredientTable: Sendable {
  static let standard = IngredientTable(Ingredients.lists)

  /// What a scalar adds where the one before it allows that, and what it allows the next to add: what may stand alone,
  /// and the lists with a word that it begins.
  struct Row: Hashable, Sendable {
    var adds: UInt32
    var allows: UInt32
  }

  /// The number of the row of each scalar of the Basic Multilingual Plane.
  private let numbers: [UInt8]
  private let rows: [Row]
  /// What may stand alone: classes, and lists with words of one scalar.
  private let alone: UInt32

  private init(_ lists: [(Ingredients, WordList)]) {
    let alone = lists.filter { $0.1.contains { $0.count == 1 } }.reduce(0xFF) { $0 | $1.0.rawValue }
    var own = (0..<0x10000).map { Row(adds: UInt32(CharacterClass.of($0).rawValue), allows: alone) }
    for (ingredient, words) in lists {
      for word in words {
        own[Int(word[0])].allows |= ingredient.rawValue
        own[Int(word[word.count == 1 ? 0 : 1])].adds |= ingredient.rawValue
      }
    }
    var numberOf: [Row: UInt8] = [:]
    var rows: [Row] = []
    var last: (row: Row, number: UInt8)?
    numbers = own.map { row in
      if let last, last.row == row { return last.number }  // neighbours mostly share a row
      let number = numberOf[row] ?? UInt8(rows.count)
      if number == rows.count {
        numberOf[row] = number
        rows.append(row)
      }
      last = (row, number)
      return number
    }
    self.rows = rows
    self.alone = alone
  }

  /// Adds up what `text` is made of and hands over the scalars that are not Han, with their class and place (counted
  /// from the text's beginning).
  ///
  /// - Complexity: O(scalars), a look at memory each.
  @inline(__always)
  func ingredients(
    of text: UnsafeBufferPointer<UInt32>, others: (UInt32, CharacterClass, Int) -> Void
  ) -> Ingredients {
    numbers.withUnsafeBufferPointer { numbers in
      rows.withUnsafeBufferPointer { rows in
        var found: UInt32 = 0
        var before = alone
        for (place, scalar) in text.enumerated() {
          let row =
            scalar < 0x10000
            ? rows[Int(numbers[Int(scalar)])] : Row(adds: UInt32(CharacterClass.of(scalar).rawValue), allows: alone)
          found |= row.adds & before
          before = row.allows
          let kind = CharacterClass(rawValue: UInt8(truncatingIfNeeded: row.adds))
          if kind != .han { others(scalar, kind, place) }
        }
        return Ingredients(rawValue: found)
      }
    }
  }
}
