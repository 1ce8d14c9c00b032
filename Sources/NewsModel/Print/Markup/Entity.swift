/// A character written by its name or number, as HTML does: `&lt;`, `&#39640;`.
enum Entity {
  /// The character that the `&` at `start` begins, and where its entity ends; `nil` where none does.
  ///
  /// - Complexity: O(1).
  static func read(_ text: [UInt32], at start: Int) -> (scalar: UInt32, end: Int)? {
    let body = text[(start + 1)...].prefix(12)
    guard let end = body.firstIndex(of: 0x3B), end > start + 1 else { return nil }
    let name = body[..<end]
    guard let scalar = name.first == 0x23 ? number(name.dropFirst()) : names[name.string] else { return nil }
    return (scalar, end + 1)
  }

  private static func number(_ digits: ArraySlice<UInt32>) -> UInt32? {
    let isHexadecimal = digits.first.map { $0 | 0x20 == 0x78 } ?? false
    let value = UInt32((isHexadecimal ? digits.dropFirst() : digits).string, radix: isHexadecimal ? 16 : 10)
    // What is no character, or would steer a terminal, stays as it is written.
    guard let value, value >= 0x20, !(0x7F..<0xA0).contains(value), Unicode.Scalar(value) != nil else { return nil }
    return value
  }

  private static let names: [String: UInt32] = [
    "nbsp": 0x20, "ensp": 0x20, "emsp": 0x3000, "thinsp": 0x20, "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22,
    "apos": 0x27,
    "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018, "rsquo": 0x2019, "mdash": 0x2014, "ndash": 0x2013,
    "hellip": 0x2026,
    "middot": 0xB7, "bull": 0x2022, "times": 0xD7, "divide": 0xF7, "plusmn": 0xB1, "deg": 0xB0, "permil": 0x2030,
    "yen": 0xA5,
    "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "sect": 0xA7, "laquo": 0xAB, "raquo": 0xBB, "sup2": 0xB2, "sup3": 0xB3,
  ]
}
