import Platform

/// Where a file's zero bytes stand.
struct ZeroBytes {
  private(set) var count = 0
  private(set) var first: Int?
  private var even = 0

  init(_ bytes: [UInt8]) {
    guard bytes.holds(0) else { return }  // nearly every file has none
    for (offset, byte) in bytes.enumerated() where byte == 0 {
      if first == nil { first = offset }
      count += 1
      if offset % 2 == 0 { even += 1 }
    }
  }

  /// The order of bytes that zeros on one side alone speak for: they are the high halves of ASCII and line ends.
  var encoding: TextEncoding? {
    if count == 0 { return nil }
    // A Han character such as 一 (4E00) has its zero on the other side.
    if even * 5 <= count { return .utf16LittleEndian }
    return (count - even) * 5 <= count ? .utf16BigEndian : nil
  }
}

extension [UInt8] {
  /// Whether a byte stands in the array: some ten times as fast as `contains`.
  func holds(_ byte: UInt8) -> Bool {
    withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false }
  }
}

/// How much of a file is UTF-8.
///
/// Only sequences of three and four bytes speak for it: GBK's pairs look like sequences of two by chance.
struct UTF8Census {
  /// Bytes in sequences of three or four.
  private(set) var long = 0
  /// Bytes that belong to no sequence.
  private(set) var invalid = 0
  /// Runs of such bytes.
  private(set) var stretches = 0
  private(set) var firstInvalid: Int?
  /// Bytes below a blank that text has no use for; zeros are not counted.
  private(set) var controls = 0
  private var firstControl: Int?

  /// The first byte that is odd in either way.
  var firstOdd: Int? { [firstInvalid, firstControl].compactMap(\.self).min() }

  /// Whether the file is UTF-8 with some damage.
  var isPlausible: Bool { invalid == 0 || long > invalid * 4 }

  init(_ bytes: [UInt8], from start: Int) {
    var at = start
    var endOfStretch = -1
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte < 0x20 && byte > 0 && !(0x09...0x0D).contains(byte) && byte != 0x1B {
          controls += 1
          if firstControl == nil { firstControl = at }
        }
        at += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at)
      if length == 0 {
        if firstInvalid == nil { firstInvalid = at }
        if endOfStretch != at { stretches += 1 }
        invalid += 1
        at += 1
        endOfStretch = at
      } else {
        if length > 2 { long += length }
        at += length
      }
    }
  }

  /// The length of the well-formed sequence at `at` (The Unicode Standard, table 3-7), 0 when there is none.
  private static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    func follows(_ index: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + index < bytes.count && range.contains(bytes[at + index])
    }
    switch bytes[at] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
