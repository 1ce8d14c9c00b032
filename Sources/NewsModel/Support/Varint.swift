/// Numbers of seven bits a byte, low bits first, the high bit set on all bytes but the last (Williams and Zobel, Compressing
/// Integers for Fast File Access, 1999).
enum Varint {
  /// Writes `value` and returns the place behind it; one byte more may be overwritten.
  @inline(__always)
  static func write(_ value: UInt64, to place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    // Whether one byte is enough cannot be predicted, so two are written in any case.
    if value < 1 << 14 {
      let isLong = value >= 0x80
      place[0] = UInt8(truncatingIfNeeded: value & 0x7f) | (isLong ? 0x80 : 0)
      place[1] = UInt8(truncatingIfNeeded: value &>> 7)
      return place + (isLong ? 2 : 1)
    }
    var place = place
    var rest = value
    while rest >= 0x80 {
      place.pointee = UInt8(truncatingIfNeeded: rest) | 0x80
      place += 1
      rest &>>= 7
    }
    place.pointee = UInt8(truncatingIfNeeded: rest)
    return place + 1
  }

  /// Writes how many bytes follow, up to `end`, at `place`, where one byte was left free; moves what follows if the number
  /// takes more. Returns the new end.
  @inline(__always)
  static func writeLength(
    at place: UnsafeMutablePointer<UInt8>, upTo end: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let length = end - place - 1
    if length < 0x80 {
      place.pointee = UInt8(truncatingIfNeeded: length)
      return end
    }
    let extra = (UInt64.bitWidth - UInt64(length).leadingZeroBitCount - 1) / 7
    (place + 1 + extra).update(from: place + 1, count: length)
    var rest = UInt64(length)
    for index in 0..<extra {
      place[index] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
    }
    place[extra] = UInt8(truncatingIfNeeded: rest)
    return end + extra
  }

  /// Reads the number that begins at `at` and moves `at` behind it.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Int {
    var byte = bytes[at]
    at &+= 1
    var value = Int(byte & 0x7f)
    var shift = 7
    while byte >= 0x80 {
      byte = bytes[at]
      at &+= 1
      value |= Int(byte & 0x7f) << shift
      shift &+= 7
    }
    return value
  }
}
