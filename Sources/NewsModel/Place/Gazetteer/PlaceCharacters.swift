/// What single characters tell about a place's name beside them: one table look-up a character, as running text asks
/// often and the answer is mostly no.
enum PlaceCharacters {
  /// What a character may do.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// Words that lead to a place often end so: 在, 走进, 位于, 今年, 记者 …
    static let leadsToPlace = Traits(rawValue: 1)
    /// A name that goes on so names a street, a river, a language: 高唐路, 赤水河, 雷州话.
    static let namesSomethingElse = Traits(rawValue: 2)
    /// Begins many people's names.
    static let surname = Traits(rawValue: 4)
    /// Begins one of the words that change what the name before it means; which one, `SurroundedText` looks.
    static let goesOn = Traits(rawValue: 8)
    /// Ends a division's name: 市, 县, 区, 州, 旗.
    static let level = Traits(rawValue: 16)
    /// Ends an office's name: 局, 委, 院.
    static let endsOffice = Traits(rawValue: 32)
    /// Begins a longer ending of an office's name: 中心, 人大.
    static let beginsOfficeEnding = Traits(rawValue: 64)
    /// Stands in no office's name: 的, 在.
    static let noOffice = Traits(rawValue: 128)
    /// Begins a word of speaking: 说, 介绍.
    static let speaks = Traits(rawValue: 256)
    /// Begins a word that marks names of reporters, or a level that marks a place, inside brackets.
    static let inNames = Traits(rawValue: 512)
    /// Has another spelling in names of towns.
    static let variant = Traits(rawValue: 1024)
  }

  /// Whether the scalar is a Han character.
  @inline(__always)
  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4e00...0x9fff).contains(scalar) || (0x3400...0x4dbf).contains(scalar) || scalar == 0x3007
  }

  /// The traits of the scalars below U+A000, by scalar.
  static let table: [Traits] = {
    var table = [Traits](repeating: [], count: 0xa000)
    func mark(_ characters: String, _ trait: Traits) {
      for scalar in characters.unicodeScalars where scalar.value < 0xa000 { table[Int(scalar.value)].insert(trait) }
    }
    mark("在回用到从自往赴于与和及对为是向由至将让使把以的了过着进入来去们被给年日月时后前中里内外该这那有并也又还就", .leadsToPlace)
    mark("比像如按据等跟同连或即则而但者访察观援助绕绍说称悉共列手车经离", .leadsToPlace)
    mark("路巷湖河江桥岛峡泉塔寺庙岭沟湾滩话", .namesSomethingElse)
    mark("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方", .surname)
    mark("石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文安平", .surname)
    mark("路巷湖河江桥岛峡泉塔寺庙岭沟湾滩话街山村大小花新社家水高东西南北中畔边岸面流源两镇乡县区市日晚早时商晨周报域间块场", .goesOn)
    mark("市县区州旗", .level)
    mark("局委办院会厅处队站馆长直组", .endsOffice)
    mark("人残妇中集分学", .beginsOfficeEnding)
    mark("的在和了是将有于为", .noOffice)
    mark("说介告表坦回感笑", .speaks)
    mark("记通摄实特报整融文图县区市镇乡村", .inNames)
    for scalar in variants.keys { table[Int(scalar)].insert(.variant) }
    return table
  }()

  /// The scalar under which spellings of one name are looked up as one: papers and lists of divisions differ in 阎/闫,
  /// 滘/漖, and the simplified 邱/丘 of surnames that many villages are named after.
  static func folded(_ scalar: UInt32) -> UInt32 {
    scalar < 0xa000 && table[Int(scalar)].contains(.variant) ? variants[scalar] ?? scalar : scalar
  }

  private static let variants: [UInt32: UInt32] = {
    var variants: [UInt32: UInt32] = [:]
    for pair in ["闫阎", "付傅", "肖萧", "代戴", "丘邱", "冈岗", "硚桥", "砦寨", "塆湾", "垄垅", "窑磘", "坂阪", "漖滘", "舖铺"] {
      let scalars = Array(pair.unicodeScalars)
      variants[scalars[0].value] = scalars[1].value
    }
    return variants
  }()
}
