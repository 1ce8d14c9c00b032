/// Text as search compares it: UTF-16 code units folded by `FoldTable`, white space dropped except between two
/// characters of scripts that separate words by spaces, where a run of it is one space.
///
/// Two texts that fold to the same units are the same text to a query. Folding a piece of text and cutting the fold
/// of a longer one give the same units, except for white space at the cut, which a query loses at its ends.
enum Folding {
  /// Folds UTF-8 text and hands over each folded unit with the index of the Unicode scalar it came from.
  ///
  /// - Parameters:
  ///   - bytes: well-formed UTF-8, as Swift strings hold it.
  ///   - table: `FoldTable.units`.
  ///   - emit: receives unit after unit; both halves of a surrogate pair come with the same scalar index, and a kept
  ///     space with the index of the first white space of its run.
  /// - Complexity: O(bytes), about 1 ns each.
  @inline(__always)
  static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, table: UnsafePointer<UInt16>, emit: (_ unit: UInt16, _ scalar: Int) -> Void
  ) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var at = 0
    var scalar = 0
    var previousIsSpaced = false
    var pendingSpace = -1
    while at < count {
      // Han characters and their marks, most of the text, have three bytes, and no white space beside them counts.
      while at &+ 2 < count, base[at] & 0xf0 == 0xe0 {
        let value =
          UInt16(base[at] & 0x0f) &<< 12 | UInt16(base[at &+ 1] & 0x3f) &<< 6 | UInt16(base[at &+ 2] & 0x3f)
        let unit = table[Int(value)]
        guard FoldTable.isWide(unit) else { break }
        emit(unit, scalar)
        at &+= 3
        scalar &+= 1
        pendingSpace = -1
        previousIsSpaced = false
      }
      guard at < count else { return }
      let first = base[at]
      let unit: UInt16
      var low: UInt16 = 0
      if first >= 0xe0 {
        if first < 0xf0 {
          guard at + 2 < count else { return }
          let value = UInt16(first & 0x0f) << 12 | UInt16(base[at + 1] & 0x3f) << 6 | UInt16(base[at + 2] & 0x3f)
          unit = table[Int(value)]
          at += 3
        } else {
          guard at + 3 < count else { return }
          let head = UInt32(first & 0x07) << 18 | UInt32(base[at + 1] & 0x3f) << 12
          let value = (head | UInt32(base[at + 2] & 0x3f) << 6 | UInt32(base[at + 3] & 0x3f)) - 0x10000
          unit = 0xd800 + UInt16(truncatingIfNeeded: value >> 10)
          low = 0xdc00 + UInt16(truncatingIfNeeded: value & 0x3ff)
          at += 4
        }
      } else if first < 0x80 {
        unit = table[Int(first)]
        at += 1
      } else {
        guard at + 1 < count else { return }
        unit = table[Int(first & 0x1f) << 6 | Int(base[at + 1] & 0x3f)]
        at += 2
      }
      if unit > FoldTable.space {
        if pendingSpace >= 0 {
          if previousIsSpaced && FoldTable.isSpaced(unit) { emit(FoldTable.space, pendingSpace) }
          pendingSpace = -1
        }
        previousIsSpaced = FoldTable.isSpaced(unit)
        emit(unit, scalar)
        if low != 0 { emit(low, scalar) }
      } else if unit == FoldTable.space && pendingSpace < 0 {
        pendingSpace = scalar
      }
      scalar += 1
    }
  }

  /// The folded units of `text`.
  static func units(_ text: String) -> [UInt16] {
    var text = text
    return text.withUTF8 { bytes in
      FoldTable.units.withUnsafeBufferPointer { table in
        var units: [UInt16] = []
        guard let table = table.baseAddress else { return units }
        units.reserveCapacity(bytes.count)
        fold(bytes, table: table) { unit, _ in units.append(unit) }
        return units
      }
    }
  }
}
