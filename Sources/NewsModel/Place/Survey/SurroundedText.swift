/// One part's text in UTF-8, asked about the characters around a find.
struct SurroundedText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// `PlaceCharacters.table`.
  let traits: UnsafeBufferPointer<PlaceCharacters.Traits>

  /// Calls `body` with the text over `bytes`.
  @inline(__always)
  static func with<Result>(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (SurroundedText) -> Result) -> Result {
    PlaceCharacters.table.withUnsafeBufferPointer { body(SurroundedText(bytes: bytes, traits: $0)) }
  }

  /// The traits of a scalar.
  @inline(__always)
  func traits(of scalar: UInt32) -> PlaceCharacters.Traits {
    Int(scalar) < traits.count ? traits[Int(scalar)] : []
  }

  /// The scalar that begins at byte `position`; 0 at the end.
  @inline(__always)
  func scalar(at position: Int) -> UInt32 {
    position < bytes.count ? UTF8Scan.scalar(in: bytes, at: position).scalar : 0
  }

  /// The scalar that ends before byte `position`; 0 at the start.
  @inline(__always)
  func scalar(before position: Int) -> UInt32 {
    UTF8Scan.scalar(in: bytes, before: position)?.scalar ?? 0
  }

  /// The byte offset behind the scalar at `position`.
  @inline(__always)
  func next(_ position: Int) -> Int {
    position < bytes.count ? position + UTF8Scan.scalar(in: bytes, at: position).width : position
  }

  /// Whether one of `words` stands at byte `position`.
  func has(_ words: StaticString..., at position: Int) -> Bool { has(words, at: position) }

  /// Whether one of `words` stands at byte `position`.
  func has(_ words: [StaticString], at position: Int) -> Bool {
    guard position >= 0 else { return false }
    for word in words where word.utf8CodeUnitCount <= bytes.count - position {
      var same = true
      for offset in 0..<word.utf8CodeUnitCount where bytes[position + offset] != word.utf8Start[offset] {
        same = false
        break
      }
      if same { return true }
    }
    return false
  }

  /// What stands around the bytes `start..<end`.
  func context(from start: Int, to end: Int) -> PlaceSurvey.Context {
    var context: PlaceSurvey.Context = []
    let before = scalar(before: start)
    if !PlaceCharacters.isHan(before) {
      context.insert(.afterBreak)
    } else if traits(of: before).contains(.leadsToPlace) {
      context.insert(.afterFunctionWord)
    }
    let after = scalar(at: end)
    if splitsWords(start, end, before, after) { context.insert(.splitsWords) }
    if before == Self.listMark || after == Self.listMark { context.insert(.inList) }
    guard PlaceCharacters.isHan(after) else {
      if Self.isLabelEnd(after) && isOnlyMarks(before: start) { context.insert(.label) }
      return context
    }
    if traits(of: after).contains(.goesOn) {
      context.formUnion(continuation(at: end, after))
      // 高唐县|河湾村: behind a level another name begins.
      switch scalar(before: end) {
      case Self.county, Self.district: context.remove(.namesSomethingElse)
      case Self.city where end - start > 6: context.remove(.namesSomethingElse)
      default: break
      }
    }
    if traits(of: scalar(at: start)).contains(.surname), personFollows(at: end) { context.insert(.personFollows) }
    if traits(of: scalar(before: end)).contains(.level), isOffice(at: end) { context.insert(.officeFollows) }
    return context
  }

  /// Whether words go across the ends of the name `start..<end` rather than end there.
  private func splitsWords(_ start: Int, _ end: Int, _ before: UInt32, _ after: UInt32) -> Bool {
    guard end - start == 6 || end - start == 9 else { return false }
    let last = scalar(before: end)
    // 西安市|长安区: a county behind its city, whatever word 市长 is.
    if traits(of: before).contains(.level), end - start == 9, traits(of: last).contains(.level) { return false }
    if PlaceCharacters.isHan(before), WordPairs.isWord(before, scalar(at: start)) {
      // 风|雨城区, 年|代县, but not 境内|容县: there the two before are a word of their own. And 沿海|城市.
      if !WordPairs.isWord(scalar(before: start - 3), before) { return true }
      if end - start == 9, traits(of: last).contains(.level), WordPairs.isWord(scalar(at: next(start)), last) {
        return true
      }
    }
    // 大安|全, but not 高唐|人民.
    return end - start == 6 && PlaceCharacters.isHan(after) && WordPairs.isWord(last, after)
      && !WordPairs.isWord(after, scalar(at: next(end)))
  }

  /// What the words behind a name that ends at `end` make of it.
  private func continuation(at end: Int, _ after: UInt32) -> PlaceSurvey.Context {
    var context: PlaceSurvey.Context = []
    if namesSomethingElse(at: end, after) { context.insert(.namesSomethingElse) }
    switch after {
    case Self.town:
      if !has("镇街", "镇村", "镇域", "镇级", "镇(", "镇办", at: end) { context.insert(.townFollows) }
    case Self.township:
      if !has("乡村", "乡镇", "乡贤", "乡土", "乡音", "乡情", "乡愁", "乡亲", at: end) { context.insert(.townFollows) }
    case Self.county, Self.district, Self.city:
      if !has("区域", "区间", "区别", "区块", "区位", "市场", "市值", at: end) { context.insert(.otherLevelFollows) }
    default: break
    }
    if has("日报", "晚报", "早报", "时报", "商报", "晨报", "周报", "新报", "报社", at: end) { context.insert(.paperFollows) }
    let last = scalar(before: end)
    if last == Self.district && has("域", "间", "块", at: end) || last == Self.city && after == Self.ground {
      context.insert(.endsInNextWord)
    }
    return context
  }

  /// Whether a place's name that ends at `position` is only the beginning of a street's, a river's or a village's.
  private func namesSomethingElse(at position: Int, _ first: UInt32) -> Bool {
    if traits(of: first).contains(.namesSomethingElse) { return true }
    // 梅江区 has its name of a river, which has its own: 梅江水, 嫩江两岸.
    if has("水", "畔", "边", "岸", "面", "流", "两岸", "源", at: position), has("江", "河", "湖", "溪", "海", at: position - 3) {
      return true
    }
    if first == Self.street { return !has("街道", "街镇", at: position) }
    if first == Self.mountain { return !has("山区", at: position) }
    if first == Self.village { return !has("村庄", "村民", "村级", "村里", at: position) }
    if has("大道", "大街", "大桥", "小区", "花园", "新村", "社区", "家园", "水库", "高速", at: position) { return true }
    guard has("东", "西", "南", "北", "中", at: position) else { return false }
    return has("路", "街", "大道", "大街", at: next(position))
  }

  /// Whether the words behind a name of two characters read like 江永红说.
  private func personFollows(at end: Int) -> Bool {
    let behind = next(end)
    guard traits(of: scalar(at: behind)).contains(.speaks) else { return false }
    return has("说", "介绍", "告诉", "表示", "坦言", "回忆", "感慨", "笑着", at: behind)
      && !has("县", "区", "市", "人", "方", "也", "还", at: end)
  }

  /// Whether an office's name stands at `position`: 城管局, 委, 政府, 民政局; within ten characters.
  func isOffice(at position: Int) -> Bool {
    if has("民政", "民宗", "民族宗教", "场监", "政府", "政协", "政法", at: position) { return true }
    if has("民", "场", "区", "县", "里", "内", "外", "值", "面", "容", "集", "价", "级", "域", "政", at: position) { return false }
    var position = position
    for index in 0..<10 {
      let scalar = scalar(at: position)
      guard PlaceCharacters.isHan(scalar) else { return false }
      let traits = traits(of: scalar)
      if traits.contains(.noOffice) { return false }
      if traits.contains(.endsOffice) {
        // 市委 and 市长 are offices; 市会 and the like are no words.
        return index > 0 || has("委", "长", "直", "办", at: position)
      }
      if traits.contains(.beginsOfficeEnding),
        has("人大", "残联", "妇联", "中心", "中学", "集团", "分公司", "学校", "学院", at: position)
      {
        return index > 0 || has("人大", "残联", "妇联", at: position)
      }
      position = next(position)
    }
    return false
  }

  private func isOnlyMarks(before position: Int) -> Bool {
    var position = position
    while let (scalar, width) = UTF8Scan.scalar(in: bytes, before: position) {
      if PlaceCharacters.isHan(scalar) || (0x30...0x39).contains(scalar) { return false }
      position -= width
    }
    return true
  }

  private static func isLabelEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0, 0x20, 0x3000, 0x3a, 0xff1a, 0x3011, 0x7c, 0xff5c, 0x2014, 0xb7: true
    default: false
    }
  }

  private static let listMark: UInt32 = 0x3001  // 、
  private static let town: UInt32 = 0x9547  // 镇
  private static let township: UInt32 = 0x4e61  // 乡
  private static let county: UInt32 = 0x53bf  // 县
  private static let district: UInt32 = 0x533a  // 区
  private static let city: UInt32 = 0x5e02  // 市
  private static let street: UInt32 = 0x8857  // 街
  private static let mountain: UInt32 = 0x5c71  // 山
  private static let village: UInt32 = 0x6751  // 村
  private static let ground: UInt32 = 0x573a  // 场
}
