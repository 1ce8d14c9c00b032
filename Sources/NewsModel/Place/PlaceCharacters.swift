/// What single characters tell about a place's name beside them.
enum PlaceCharacters {
  /// Whether the scalar is a Han character.
  @inline(__always)
  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4e00...0x9fff).contains(scalar) || (0x3400...0x4dbf).contains(scalar) || scalar == 0x3007
  }

  /// Whether words that lead to a place often end so: 在, 走进, 位于, 今年, 记者 …
  @inline(__always)
  static func leadsToPlace(_ scalar: UInt32) -> Bool { contains(leading, scalar) }

  /// Whether a name that goes on so names a street, a river, a village: 高唐路, 赤水河, 平原村.
  @inline(__always)
  static func namesSomethingElse(_ scalar: UInt32) -> Bool { contains(elsewhere, scalar) }

  /// Whether the scalar begins many people's names.
  @inline(__always)
  static func isSurname(_ scalar: UInt32) -> Bool { contains(surnames, scalar) }

  /// The scalar under which spellings of one name are looked up as one: papers and lists of divisions differ in 阎/闫,
  /// 滘/漖, and the simplified 邱/丘 of surnames that many villages are named after.
  @inline(__always)
  static func folded(_ scalar: UInt32) -> UInt32 {
    contains(variantBits, scalar) ? variants[scalar] ?? scalar : scalar
  }

  private static let variantPairs: [[Unicode.Scalar]] = [
    "闫阎", "付傅", "肖萧", "代戴", "丘邱", "冈岗", "硚桥", "砦寨", "塆湾", "垄垅", "窑磘", "坂阪", "漖滘", "舖铺",
  ].map { Array($0.unicodeScalars) }
  private static let variants = Dictionary(
    variantPairs.map { ($0[0].value, $0[1].value) }, uniquingKeysWith: { a, _ in a })
  private static let variantBits = bits(String(String.UnicodeScalarView(variantPairs.map { $0[0] })))

  private static let leading = bits(
    "在到从回用自往赴于与和及对为是向由至将让使把以的了过着进入来去们被给年日月时后前中里内外该这那有并也又还就比像如按据等跟同连或即则而但者访察观援助绕绍说称悉共列手车经离")
  private static let elsewhere = bits("路巷湖河江桥岛峡泉塔寺庙岭沟湾滩话")
  private static let surnames = bits(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文安平")

  /// One bit a scalar below U+A000.
  private static func bits(_ characters: String) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 0xa000 / 64)
    for scalar in characters.unicodeScalars where scalar.value < 0xa000 {
      bits[Int(scalar.value) >> 6] |= 1 << UInt64(scalar.value & 63)
    }
    return bits
  }

  @inline(__always)
  private static func contains(_ bits: [UInt64], _ scalar: UInt32) -> Bool {
    scalar < 0xa000 && bits[Int(scalar) >> 6] & (1 << UInt64(scalar & 63)) != 0
  }
}
