/// The brackets around names in the opening of a report, as print sets them and as OCR reads them: 《记者 张三), 〈通讯员 李四〉.
enum BylineBracket {
  /// Whether a bracket around names opens at `index`: where a role follows, it may be a misread one.
  static func opens(_ text: ArraySlice<UInt32>, at index: Int) -> Bool {
    let scalar = text[index]
    if scalar == 0x28 || scalar == 0xFF08 { return true }
    return misread.contains(scalar) && text[(index + 1)...].trimmed.prefix(8).containsAny(Trade.roleCores)
      && !text[(index + 1)...].prefix(20).contains { $0 == 0x300B || $0 == 0x201D }
  }

  /// Whether `scalar` closes such a bracket.
  static func closes(_ scalar: UInt32) -> Bool { scalar == 0x29 || scalar == 0xFF09 || scalar == 0x3009 }

  /// Where names end whose opening bracket OCR lost: 本报讯记者 张三) 近日.
  static func closeOfLostOpening(_ text: ArraySlice<UInt32>, from index: Int) -> Int? {
    let window = text[index...].prefix(60)
    guard window.prefix(6).containsAny(Trade.roleCores), let close = window.firstIndex(where: closes),
      !window[..<close].contains(where: { $0 == 0x28 || $0 == 0xFF08 })
    else { return nil }
    return close
  }

  /// Where a bracket is open at the text's end: 本报讯（记者 张三 通.
  static func isLeftOpen(_ text: ArraySlice<UInt32>) -> Bool {
    guard let open = text.lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 || misread.contains($0) }) else { return false }
    return opens(text, at: open) && !text[open...].contains(where: closes)
  }

  /// 〈《“［｛: what OCR makes of （.
  private static let misread = CharacterBits("〈《“[{［｛")
}
