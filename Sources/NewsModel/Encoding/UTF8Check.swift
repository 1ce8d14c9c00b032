/// Well-formed UTF-8 (Unicode 16, table 3-7).
enum UTF8Check {
  /// The width in bytes of the character beyond ASCII that begins at `position`; 0 when it is not well formed.
  @inline(__always)
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    // Nearly all Chinese: a lead whose second byte may be any continuation.
    if position + 2 < bytes.count, bytes[position] &- 0xE1 < 0xC, isNext(bytes[position + 1]),
      isNext(bytes[position + 2])
    {
      return 3
    }
    return rareWidth(bytes, at: position)
  }

  @inline(__always)
  private static func isNext(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func rareWidth(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let lead = bytes[position]
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    let width =
      switch lead {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard width > 0, position + width <= bytes.count, second.contains(bytes[position + 1]) else { return 0 }
    return bytes[position + 2..<max(position + 2, position + width)].allSatisfy(isNext) ? width : 0
  }
}
