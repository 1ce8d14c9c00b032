/// The forms that papers give to the name of an administrative division. Names are UTF-8 bytes here: thousands of them
/// are taken apart before the first page can be filed.
enum DivisionName {
  /// The length in bytes of the name less its level: 高唐 of 高唐县, 务川 of 务川仡佬族苗族自治县, 黔东南 of
  /// 黔东南苗族侗族自治州. It is always the beginning of the name.
  ///
  /// - Returns: 0 where fewer than two characters would be left (莘县), or where the rest would say something else
  ///   (井陉矿区, 察哈尔右翼前旗, zones).
  static func shortLength(of name: ArraySlice<UInt8>) -> Int {
    if keptEndings.contains(where: { ends(name, $0) }) { return 0 }
    if isAutonomous(name) { return lengthWithoutPeoples(name.dropLast(9)) }
    for level in levels where ends(name, level) {
      let rest = name.count - level.utf8CodeUnitCount
      return rest >= twoCharacters ? rest : 0
    }
    return 0
  }

  /// Whether the name ends with 自治县, 自治州 or the like.
  static func isAutonomous(_ name: ArraySlice<UInt8>) -> Bool {
    name.count > 9 && ends(name.dropLast(3), "自治")
  }

  /// The abbreviation of a banner's name: 苏右旗 of 苏尼特右旗, 科左中旗 of 科尔沁左翼中旗, 东乌旗 of 东乌珠穆沁旗.
  static func bannerAbbreviation(of name: ArraySlice<UInt8>) -> String? {
    guard ends(name, "旗"), !isAutonomous(name), name.count >= 15 else { return nil }
    let characters = Array(String(decoding: name, as: UTF8.self))
    let sides: Set<Character> = ["左", "右", "前", "后", "中"]
    let side = characters.filter(sides.contains)
    if !side.isEmpty { return String(characters[0]) + String(side) + "旗" }
    return characters[0] == "东" || characters[0] == "西" ? String(characters.prefix(2)) + "旗" : nil
  }

  /// The stem of a town's name: 固河 of 固河镇, 张集 of 张集回族乡. Papers keep the stem when a 乡 becomes a 镇 or 街道.
  static func townStem(of name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for level in townLevels where ends(name, level) && name.count > level.utf8CodeUnitCount {
      let rest = name.dropLast(level.utf8CodeUnitCount)
      guard ends(name, "族乡") else { return rest }
      let bare = lengthWithoutPeoples(rest)
      return bare > 0 ? rest.prefix(bare) : rest
    }
    return name
  }

  /// Drops the peoples that an autonomous division is named after, and keeps one that is all its name (东乡族自治县).
  private static func lengthWithoutPeoples(_ name: ArraySlice<UInt8>) -> Int {
    var rest = name
    while let people = peoples.first(where: { ends(rest, $0) }) {
      guard rest.count > people.utf8CodeUnitCount else { return ends(rest, "族") ? rest.count - 3 : rest.count }
      rest = rest.dropLast(people.utf8CodeUnitCount)
    }
    return rest.count >= twoCharacters ? rest.count : 0
  }

  private static func ends(_ name: ArraySlice<UInt8>, _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    return name.count >= count
      && name.suffix(count).elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: count))
  }

  private static let twoCharacters = 6
  /// Longest first, so that 街道办事处 goes before 办事处.
  private static let townLevels: [StaticString] = ["街道办事处", "街道", "办事处", "地区", "苏木", "镇", "乡"]
  private static let levels: [StaticString] = [
    "特别行政区", "行政委员会", "管委会", "自治区", "新区", "林区", "特区", "地区", "省", "市", "县", "区", "盟", "旗",
  ]
  private static let keptEndings: [StaticString] = [
    "矿区", "前旗", "后旗", "中旗", "左旗", "右旗", "联合旗", "开发区", "园区", "管理区", "示范区", "名胜区", "海域",
  ]

  /// The peoples of China as they stand in names of divisions; some stand there without 族 (巴音郭楞蒙古自治州).
  private static let peoples: [StaticString] = [
    "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族",
    "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族",
    "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯",
    "阿昌族", "普米族", "塔吉克", "怒族", "鄂温克族", "鄂伦春", "保安族", "裕固族", "独龙族", "各族",
  ]
}
