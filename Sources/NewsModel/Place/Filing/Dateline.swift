/// The dateline (电头) that a story opens with: 本报夏津8月24日讯, 东昌府讯, 新华社北京5月4日电.
struct Dateline: Sendable {
  /// The place's name in UTF-8 bytes of the part's text; empty in 本报讯.
  let name: Range<Int>
  /// The byte offset behind 讯 or 电 and the names in brackets behind that.
  let end: Int
  /// Whether a news agency sent it.
  let isWire: Bool

  /// The dateline at the beginning of `text`, if it has one.
  ///
  /// - Complexity: O(1), the first 40 characters at most.
  init?(of text: SurroundedText) {
    var position = 0
    while position < text.bytes.count, position < 30, Self.isMark(text.scalar(at: position)) {
      position = text.next(position)
    }
    let own: [StaticString] = ["本报", "本刊", "本网", "本台", "本社"]
    let wires: [StaticString] = ["据新华社", "新华社", "据新华网", "新华网", "中新社", "中新网", "人民网", "央视网", "据中新社"]
    isWire = text.has(wires, at: position)
    let hasOwner = isWire || text.has(own, at: position)
    if isWire {
      while PlaceCharacters.isHan(text.scalar(at: position)), !text.has(["社", "网"], at: position) {
        position = text.next(position)
      }
      position = text.next(position)
    } else if hasOwner {
      position = text.next(text.next(position))
    }
    while text.scalar(at: position) == 0x20 { position = text.next(position) }
    let start = position
    var length = 0
    while length < 12, PlaceCharacters.isHan(text.scalar(at: position)), !text.has(["讯", "电", "消息"], at: position) {
      position = text.next(position)
      length += 1
    }
    name = start..<position
    while Self.isDate(text.scalar(at: position)) { position = text.next(position) }
    guard text.has(["讯", "电", "消息"], at: position) else { return nil }
    position = text.next(position)
    let after = text.scalar(at: position)
    // Without 本报 only a bracket, a blank or the end shows that 讯 is no part of a word (讯息, 电话).
    guard hasOwner || (!name.isEmpty && (after == 0 || Self.isMark(after))) else { return nil }
    end = text.endOfNames(inBracketAt: position) ?? position
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x3000, 0x28, 0x29, 0xff08, 0xff09, 0x3010, 0x3011, 0x5b, 0x5d, 0x25a0, 0x25a1, 0x25cf, 0x25c6, 0x2a,
      0x3a, 0xff1a,
      0x7c:
      true
    default: false
    }
  }

  private static func isDate(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0xff10...0xff19: true  // digits
    case 0x6708, 0x65e5, 0x5e74, 0x20, 0x2d, 0x81f3, 0x665a: true  // 月 日 年 blank - 至 晚
    default: false
    }
  }
}
