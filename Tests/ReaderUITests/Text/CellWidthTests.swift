import Testing

@testable import ReaderUI

@Suite struct CellWidthTests {
  private let narrow = CellWidth.narrow
  private let wide = CellWidth(ambiguous: 2)

  @Test(
    arguments: zip(["a", "~", "高", "，", "（", "３", "あ", "한", "😀", "𠮷", "\u{3000}"], [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2]))
  func charactersHaveTheirWidth(text: String, width: Int) {
    #expect(narrow.width(of: text) == width)
    #expect(wide.width(of: text) == width)
  }

  @Test(arguments: ["“", "”", "‘", "—", "…", "·", "■", "□", "●", "①", "─", "α", "°", "±"])
  func ambiguousCharactersFollowTheSetting(text: String) {
    #expect(narrow.width(of: text) == 1)
    #expect(wide.width(of: text) == 2)
  }

  @Test func combiningMarksTakeNoCell() {
    #expect(narrow.width(of: "u\u{308}\u{30C}") == 1)
    #expect(narrow.width(of: "高\u{FE0F}") == 2)
    #expect(narrow.width(of: "葛\u{E0100}") == 2)
  }

  @Test func whatIsShownAsAMarkHasTheWidthOfTheMark() {
    for value in Array(0..<0x3000) + Array(0xE000..<0x10000) + Array(0xE0000..<0xE0200) as [UInt32] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(narrow.width(of: scalar) == narrow.width(of: scalar.shown), "\(String(value, radix: 16))")
      #expect(scalar.shown.shown == scalar.shown)
    }
  }

  @Test func theListsRiseAndDoNotMeet() {
    for list in [CellWidth.wideRanges, CellWidth.ambiguousRanges, CellWidth.zeroRanges] {
      for index in list.indices.dropFirst() {
        #expect(index % 2 == 1 ? list[index] >= list[index - 1] : list[index] > list[index - 1])
      }
    }
  }

  @Test func prefixesEndAtWholeCharacters() {
    #expect(narrow.prefix(of: "高唐县", fitting: 5) == ("高唐", 4))
    #expect(narrow.prefix(of: "u\u{308}n", fitting: 1) == ("u\u{308}", 1))
    #expect(narrow.prefix(of: "高", fitting: 0) == ("", 0))
  }

  @Test func longTextsAreCutWithAnEllipsis() {
    #expect(narrow.truncated("高唐县", to: 6) == "高唐县")
    #expect(narrow.truncated("高唐县", to: 5) == "高唐…")
    #expect(narrow.truncated("高唐县", to: 4) == "高…")
    #expect(wide.truncated("高唐县", to: 5) == "高…")
    #expect(narrow.truncated("高唐县", to: 1) == "")
  }
}
