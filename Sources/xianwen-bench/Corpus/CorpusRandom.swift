import Foundation

/// Random numbers that are the same everywhere: SplitMix64 (Steele, Lea and Flood, 2014).
struct CorpusRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of one page of one corpus: a corpus is the beginning of every larger one of its seed.
  init(seed: UInt64, page: Int) { state = Self.mixed(Self.mixed(seed) ^ UInt64(truncatingIfNeeded: page)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A well-mixed number for each number.
  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

  /// A number from 0 up to `count`, which must be positive.
  mutating func below(_ count: Int) -> Int { Int(fraction() * Double(count)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A rank from 0, each rarer than the one before: Zipf's law with Mandelbrot's shift, without an end.
  mutating func rank(exponent: Double, shift: Double) -> Int {
    let share = 1 - fraction()
    return Int(min(shift * (pow(share, -1 / (exponent - 1)) - 1), 1e15))
  }
}
