/// The forms that papers give to the name of an administrative division.
enum DivisionName {
  /// The name less its level: 高唐 of 高唐县, 务川 of 务川仡佬族苗族自治县, 黔东南 of 黔东南苗族侗族自治州.
  ///
  /// - Returns: `nil` where fewer than two characters would be left (莘县), or where the rest would say something else
  ///   (井陉矿区, 察哈尔右翼前旗).
  static func short(of name: String) -> String? {
    for keep in keptEndings where name.hasSuffix(keep) { return nil }
    for level in autonomies where name.hasSuffix(level) {
      return withoutPeoples(name.dropLast(level.count))
    }
    for level in levels where name.hasSuffix(level) {
      let rest = name.dropLast(level.count)
      return rest.count >= 2 ? String(rest) : nil
    }
    return nil
  }

  /// The name with its autonomy shortened, as papers print it: 务川县, 黔东南州. `nil` for other divisions.
  static func plain(of name: String) -> String? {
    guard let level = autonomies.first(where: name.hasSuffix), let short = short(of: name),
      let last = name.last, last != "区"
    else { return nil }
    _ = level
    return short + String(last)
  }

  /// The abbreviation of a banner's name: 苏右旗 of 苏尼特右旗, 科左中旗 of 科尔沁左翼中旗, 东乌旗 of 东乌珠穆沁旗.
  static func bannerAbbreviation(of name: String) -> String? {
    guard name.hasSuffix("旗"), !name.hasSuffix("自治旗"), name.count >= 5, let first = name.first else { return nil }
    let sides: Set<Character> = ["左", "右", "前", "后", "中"]
    let side = name.dropLast().filter(sides.contains)
    if !side.isEmpty { return String(first) + side + "旗" }
    return first == "东" || first == "西" ? name.prefix(2) + "旗" : nil
  }

  /// The stem of a town's name: 固河 of 固河镇, 张集 of 张集回族乡. Papers keep the stem when a 乡 becomes a 镇 or 街道.
  static func townStem(of name: Substring) -> Substring {
    for level in townLevels where name.hasSuffix(level) && name.count > level.count {
      let rest = name.dropLast(level.count)
      guard level == "乡", let bare = withoutPeoples(rest), bare.count >= 2 else { return rest }
      return rest.prefix(bare.count)
    }
    return name
  }

  /// Longest first, so that 街道办事处 goes before 办事处.
  private static let townLevels = ["街道办事处", "街道", "办事处", "地区", "苏木", "镇", "乡"]
  private static let autonomies = ["自治县", "自治州", "自治旗", "自治区"]
  private static let levels = ["特别行政区", "新区", "林区", "特区", "地区", "省", "市", "县", "区", "盟", "旗", "管委会", "行政委员会"]
  private static let keptEndings = ["矿区", "前旗", "后旗", "中旗", "左旗", "右旗", "联合旗"]

  /// Drops the peoples that an autonomous division is named after, and keeps one that is all its name (东乡族自治县).
  private static func withoutPeoples(_ name: Substring) -> String? {
    var rest = name
    while let people = peoples.first(where: { rest.hasSuffix($0) }) {
      guard rest.count > people.count else {
        let bare = people.hasSuffix("族") ? people.dropLast() : people[...]
        return bare.count >= 2 ? String(bare) : nil
      }
      rest = rest.dropLast(people.count)
    }
    return rest.count >= 2 ? String(rest) : nil
  }

  /// The peoples of China as they stand in names of divisions; some stand there without 族 (巴音郭楞蒙古自治州).
  private static let peoples = [
    "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族",
    "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族",
    "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯",
    "阿昌族", "普米族", "塔吉克", "怒族", "鄂温克族", "鄂伦春", "保安族", "裕固族", "独龙族", "各族",
  ]
}
