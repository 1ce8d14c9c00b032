/// A small, repeatable source of randomness (SplitMix64, by Sebastiano Vigna, in the public domain).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// A paragraph of Han, punctuation of both widths, words, numbers, blanks and now and then something hostile.
  mutating func paragraph(upTo length: Int) -> String {
    let kinds: [(weight: Int, pieces: [String])] = [
      (40, ["高", "唐", "县", "的", "东阿", "莘县", "聊城市", "记者", "一", "年", "亿元", "亩", "第"]),
      (12, [",", "。", "，", "、", ":", "；", "？", "!", ".", "%", "）", ")", "》", "”", "…", "·"]),
      (6, ["（", "(", "《", "“", "[", "【", "￥"]),
      (6, ["\"", "'", "‘", "’", "——", "……", "—", "-", "/"]),
      (8, ["2021", "1,234.56", "8.5", "97", "18:30", "3"]),
      (6, ["COVID-19", "www.lcxw.cn", "GDP", "don't", "a"]),
      (6, [" ", "  ", "\u{3000}", "\u{A0}"]),
      (3, ["u\u{308}\u{30C}", "\u{301}", "😀", "①", "■", "𠮷", "\t", "\u{1B}", "\u{200B}", "\u{202E}", "\u{FE0F}"]),
    ]
    let total = kinds.reduce(0) { $0 + $1.weight }
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      var ticket = Int.random(in: 0..<total, using: &self)
      for kind in kinds {
        ticket -= kind.weight
        if ticket < 0 {
          text += kind.pieces[Int.random(in: 0..<kind.pieces.count, using: &self)]
          break
        }
      }
    }
    return text
  }
}
