import Testing

@testable import NewsModel

/// Ids as numbers and digits.
struct ArticleIDTests {
  @Test(arguments: 0..<50 as Range<UInt64>) func beginningsOfIDsAreRangesOfNumbers(seed: UInt64) {
    var generator = SearchRandom(seed: seed)
    let number = (0..<4).reduce(UInt64(0)) { sum, _ in sum << 16 | UInt64(generator.next(below: 1 << 16)) }
    let digits = ArticleID.digits(number)
    #expect(digits.count == 16 && UInt64(digits, radix: 16) == number, "seed \(seed)")
    for length in 0...16 {
      let numbers = ArticleID.numbers(beginningWith: String(digits.prefix(length)))
      #expect(numbers?.contains(number) == true, "seed \(seed), \(length) digits")
      let other = number ^ (1 << UInt64(generator.next(below: 64)))
      let isAlike = ArticleID.digits(other).hasPrefix(digits.prefix(length))
      #expect(numbers?.contains(other) == isAlike, "seed \(seed), \(length) digits")
    }
  }

  @Test(arguments: ["g", "A0", "0123456789abcdef0", "高"]) func whatBeginsNoID(digits: String) {
    #expect(ArticleID.numbers(beginningWith: digits) == nil)
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func textsSideBySideHashAsAlone(seed: UInt64) {
    var generator = SearchRandom(seed: seed)
    let alphabet = Array("高唐 *#a(。")
    let articles = (0..<generator.next(below: 7)).map { _ in
      (0..<1 + generator.next(below: 3)).map { _ in
        Part(
          role: .body,
          text: String((0..<generator.next(below: 40)).map { _ in alphabet[generator.next(below: alphabet.count)] }),
          lines: [LineSpan(1, 1)])
      }
    }
    // FNV-1a as its authors write it down.
    let plain = articles.map { parts in
      parts.flatMap { Array($0.text.utf8) }.filter { ![0x20, 0x23, 0x2a].contains($0) }
        .reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    #expect(ArticleID.numbers(of: articles) == plain, "seed \(seed)")
  }
}
