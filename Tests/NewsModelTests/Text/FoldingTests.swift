import Testing

@testable import NewsModel

struct FoldingTests {
  private func fold(_ text: String) -> String { String(decoding: Folding.units(text), as: UTF16.self) }

  /// Text and what it folds to.
  static let folds: [(String, String)] = [
    ("ABC Def", "abc def"),
    ("ＡＢＣ１２３，（）", "abc123,()"),
    ("Éclair Ж Ω", "éclair ж ω"),
    ("聽國後髮發", "听国后发发"),
    ("乾隆著", "乾隆著"),
    ("“东阿”‘阿胶’", "\"东阿\"'阿胶'"),
    ("高 唐\n县", "高唐县"),
    ("高　唐", "高唐"),
    ("App  Store", "app store"),
    ("App 商店", "app商店"),
    ("2021 年 8 月", "2021年8月"),
    ("a\n b", "a b"),
    ("说。 “好", "说。\"好"),
    (" 首尾 ", "首尾"),
    ("高\u{200b}唐\u{feff}", "高唐"),
    ("⼈⽥", "人田"),
    ("ｱｲ｡", "アイ。"),
    ("𠮷野家", "𠮷野家"),
    ("a\u{0}b\u{1b}[1m", "ab[1m"),
    ("한 국", "한 국"),
  ]

  @Test(arguments: folds)
  func foldsAsATable(text: String, expected: String) {
    #expect(fold(text) == expected)
    #expect(fold(expected) == expected, "folding twice is folding once")
  }

  @Test
  func everyCharacterFoldsToAFixedPoint() {
    let table = FoldTable.units
    let moving = table.indices.filter { table[Int(table[$0])] != table[$0] }
    #expect(moving.isEmpty, "\(moving.map { String($0, radix: 16) })")
  }

  @Test(arguments: ["高 唐县 App  Store 𠮷", "a b  c", "", "\u{200b}高"])
  func mapLeadsBackToTheCharactersThatWereFolded(text: String) {
    let folded = FoldedText(text)
    #expect(folded.units == Folding.units(text))
    let scalars = Array(text.unicodeScalars)
    for (index, unit) in folded.units.enumerated() where !UTF16.isTrailSurrogate(unit) {
      let range = folded.scalarRange(of: index..<index + 1)
      #expect(range.count == 1)
      let shown = Folding.units(String(scalars[range.lowerBound]))
      // A kept space stands for a run of white space, which alone folds to nothing.
      #expect(shown.first == unit || (unit == FoldTable.space && scalars[range.lowerBound].properties.isWhitespace))
    }
  }
}
