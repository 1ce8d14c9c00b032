/// Names of places as print sets them alone on a line, above headlines.
enum PlaceLines {
  /// Whether `text` is nothing but the name of a county or city, in full or short, or 我市 and its kin.
  static func isPlace(_ text: ArraySlice<UInt32>) -> Bool {
    guard (2...16).contains(text.count), text.allSatisfy({ CharacterClass.of($0).contains(.han) }) else { return false }
    if own.contains(where: { $0.count == text.count && text.has($0, at: text.startIndex) }) { return true }
    if names.contains(key(text)) { return true }
    return text.count <= 12 && text.suffixed(by: zones) != nil
  }

  /// Whether `text` begins with such a name.
  static func beginsWithPlace(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count >= 2, firsts.contains(text[text.startIndex]), seconds.contains(text[text.startIndex + 1]) else {
      return false
    }
    var key = FNV1a()
    for (index, scalar) in text.prefix(6).enumerated() {
      guard CharacterClass.of(scalar).contains(.han) else { return false }
      key.combine(scalar)
      if index > 0, names.contains(key.value) { return true }
    }
    return false
  }

  /// Whether `text` begins with the name of a town: two to four Han, and 镇, 乡 or 街道.
  static func beginsWithTown(_ text: ArraySlice<UInt32>) -> Bool {
    let head = text.prefix(6)
    guard let level = head.dropFirst(2).firstIndex(where: { [0x9547, 0x4E61, 0x8857, 0x9109, 0x93AE].contains($0) })
    else { return false }
    return text[text.startIndex..<level].allSatisfy { CharacterClass.of($0).contains(.han) }
      && (text[level] != 0x8857 || text.has(word("街道"), at: level))
  }

  /// Whether a colon or space stands after the first two to eight characters, as after a place that labels a headline.
  static func isSetOff(_ text: ArraySlice<UInt32>) -> Bool {
    let head = text.prefix(9).dropFirst(2)
    return head.contains { $0 == 0x3A || $0 == 0xFF1A || CharacterClass.of($0).contains(.space) }
      && text.prefix(2).allSatisfy { CharacterClass.of($0).contains(.han) }
  }

  private static let own = wordList("我市 我区 我县 我州 我省 我盟 我旗 全市 全区 全县 本市 市区 城区 市直 区直 县直")
  private static let zones = wordList("开发区 高新区 度假区 示范区 管理区 新区 街道 产业园 产业园区 工业园区")
  /// The names of prefectures and counties, full and short, as keys of their scalars.
  private static let names: Set<UInt64> = {
    var names = Set<UInt64>()
    let gazetteer = Gazetteer.standard
    for name in gazetteer.prefectures.map(\.name) + gazetteer.counties.map(\.name) {
      names.insert(key(word(gazetteer.text(of: name))[...]))
      if let short = gazetteer.short(of: name) { names.insert(key(word(short)[...])) }
    }
    return names
  }()

  /// The first and second characters of those names: they tell most texts.
  private static let firsts = characters(at: 0)
  private static let seconds = characters(at: 1)

  private static func characters(at index: Int) -> CharacterBits {
    let gazetteer = Gazetteer.standard
    let names = (gazetteer.prefectures.map(\.name) + gazetteer.counties.map(\.name)).map { gazetteer.text(of: $0) }
    return CharacterBits(names.compactMap { $0.unicodeScalars.dropFirst(index).first?.value })
  }

  /// FNV-1a over scalars: 64 bits tell 7,000 names from all other lines.
  private static func key(_ text: ArraySlice<UInt32>) -> UInt64 { FNV1a.hash(text) }
}
