/// Reads a byline word by word: roles, names, what stands between them.
struct BylineParser {
  /// The credits so far; the names of each go on to those of the next.
  private var credits: [(role: ArraySlice<UInt32>?, firstName: Int, trailing: Bool)] = []
  private var names: [ArraySlice<UInt32>] = []
  private var hasRole = false
  private var isPhotographic = false
  /// Whether the words name a source rather than people (供图, 评论员, 来源).
  private var nameless = false
  /// Whether a school or class stands among the names, as pupils' bylines have it.
  private var hasAffiliation = false
  /// Whether the words under way tell of a guest, who is no author: 嘉宾:某局高级工程师 某某.
  private var isInGuests = false

  mutating func parse(_ text: ArraySlice<UInt32>) -> Byline {
    if text.count <= 24, PageFurniture.withoutMarks(text).prefixed(by: Trade.sources) != nil,
      !text.containsAny(Trade.roleCores)
    {
      return Byline(credits: [], isWhole: true, hasRole: true, isPhotographic: false)
    }
    // What follows a bracket that was opened elsewhere is text: 记者 张三）骑行绕湖、露营
    if let close = text.firstIndex(where: BylineBracket.closes), close + 1 < text.endIndex,
      !text[..<close].contains(where: { $0 == 0x28 || $0 == 0xFF08 }), !text[(close + 1)...].trimmed.isEmpty
    {
      return Byline()
    }
    var rest = Self.withoutMisreadMark(text)
    var isFirst = true
    while let token = Self.nextToken(&rest) {
      if isFirst, token.count > Self.mostGlued, Self.wordStarts.firstIndex(in: token, from: token.startIndex) == nil {
        return Byline()  // a long word without any that bylines are made of
      }
      isFirst = false
      guard take(token) else { return Byline() }  // most texts are no bylines: their first word tells
    }
    var found: [Credit] = []
    for (index, credit) in credits.enumerated() {
      let end = index + 1 < credits.count ? credits[index + 1].firstName : names.count
      guard end > credit.firstName else { continue }
      found.append(Credit(role: credit.role?.string, names: mended(names[credit.firstName..<end])))
    }
    let isWhole = (!found.isEmpty || nameless) && (hasRole || !hasAffiliation)
    return Byline(credits: found, isWhole: isWhole, hasRole: hasRole, isPhotographic: isPhotographic)
  }

  /// A byline without what OCR made of the square before it: 口本报记者 张三, 国 本报记者 李四, 口王五 赵六 报道.
  private static func withoutMisreadMark(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    guard let first = text.first, misreadMarks.contains(first) else { return text }
    let rest = text.dropFirst().trimmed
    let isMark =
      rest.prefixed(by: roleBeginnings) != nil || rest.prefixed(by: Trade.roleCores) != nil
      || !Trade.surnames.contains(first) && rest.suffixed(by: Trade.trailingRoles) != nil
    return isMark ? rest : text
  }
  private static let misreadMarks = CharacterBits("口国回囗目圈")

  /// How many characters of names may stand together.
  private static let mostGlued = 6
  /// How many may where blanks between them are lost, and surnames tell them apart.
  private static let mostSplit = 15

  /// What a word that bylines are made of may begin with, or a name in two parts hold.
  private static let wordStarts = CharacterBits(
    [Trade.guests, Trade.trailingRoles, Trade.leadingRoles, Trade.roleCores, Trade.gluedRoles, Trade.sources, schools]
      .flatMap { $0.compactMap(\.first) } + interpuncts)

  /// The dots that stand between the parts of a name: 买买提·艾力.
  private static let interpuncts = word("·•・‧∙⋅．")

  /// Takes the next word off the text; 文/图 is one word.
  private static func nextToken(_ text: inout ArraySlice<UInt32>) -> ArraySlice<UInt32>? {
    let separators = separators
    guard let start = text.firstIndex(from: text.startIndex, where: { !separators.contains($0) }) else { return nil }
    var end = separators.firstIndex(in: text, from: start) ?? text.endIndex
    while end < text.endIndex, text[end] == 0x2F, text[(end - 1)...].prefixed(by: slashRoles) != nil {
      end = separators.firstIndex(in: text, from: end + 1) ?? text.endIndex
    }
    defer { text = text[end...] }
    return text[start..<end]
  }

  private static let slashRoles = wordList("文/图 图/文 文/摄 文/圖 圖/文")
  /// What stands between words: marks, brackets, white space.
  private static let separators = CharacterBits(
    word("、，,/|｜／;；:：()（）【】[]<>《》—－\u{2013}\u{2014}-*") + Block.markerScalars + CharacterClass.spaces)

  /// Takes one word as role, names or both; false when it is neither.
  private mutating func take(_ token: ArraySlice<UInt32>) -> Bool {
    if token.count <= 5, token.isOne(of: Trade.guests) {
      isInGuests = true
      return true
    }
    if isInGuests {
      guard token.isOne(of: Trade.leadingRoles) || endOfRole(in: token) != nil else { return true }
      isInGuests = false
    }
    if token.isOne(of: Trade.trailingRoles), let last = credits.last, names.count > last.firstName, !last.trailing,
      last.role?.isOne(of: Self.pairedRoles) != true || last.role == token
    {
      // 记者 张三 报道: the reporter stays a reporter. 张三 李四 摄: both are photographers.
      if last.role == nil { credits[credits.count - 1].role = token }
      credits[credits.count - 1].trailing = true
      note(token)
      return true
    }
    if token.isOne(of: Trade.leadingRoles) {
      credits.append((token, names.count, false))
      note(token)
      if token.containsAny(Self.picture) { nameless = true }
      return true
    }
    if isAffiliation(token) { return true }
    if let last = credits.last, names.count > last.firstName, let next = startOfSecondRole(in: token) {
      return takeNames(token[..<next]) && take(token[next...])
    }
    if let end = endOfRole(in: token) {
      credits.append((token[..<end], names.count, false))
      note(token[..<end])
      if end == token.endIndex { return true }
      if let next = startOfSecondRole(in: token[end...]) { return takeNames(token[end..<next]) && take(token[next...]) }
      // Names glued to a role must look like names: 记者张三, not 记者随后把情况反 or 记者在行动.
      let rest = token[end...]
      if let first = rest.first, Self.particles.contains(first) { return false }
      if endOfRole(in: rest) == nil, rest.suffixed(by: Trade.gluedRoles) == nil,
        !split(rest).allSatisfy({ $0.count <= 3 || Byline.looksLikeName($0) })
      {
        return false
      }
      return take(rest)
    }
    if let role = token.suffixed(by: Trade.gluedRoles), token.count - role.count >= 2 {
      let before = token[..<role.startIndex]
      // 记者 张三 东阿报道: reported from there.
      if let last = credits.last, names.count > last.firstName, PlaceLines.isPlace(before) { return take(role) }
      if takeNames(before) { return take(role) }
      return false
    }
    return takeNames(token)
  }

  /// Characters that no name glued to a role begins with.
  private static let particles = CharacterBits("在是到把从了的对向随也还就又再们问说看走来去手站帮证节團团招發发获")
  /// Roles that stand before their names when another of them follows: 文/张三 图/李四.
  private static let pairedRoles = wordList("文 图 摄 圖 攝")
  private static let picture = wordList("供图 资料 图片 供圖")

  /// A school, a class or a people: what stands beside a name, not itself one.
  private mutating func isAffiliation(_ token: ArraySlice<UInt32>) -> Bool {
    guard let last = token.last else { return false }
    if last == 0x65CF, (2...4).contains(token.count), !credits.isEmpty { return true }  // 回族
    let isSchool = token.count >= 4 && token.containsAny(Self.schools)
    let isClass =
      token.count <= 8 && (last == 0x73ED || last == 0x7D1A || last == 0x7EA7)
      || token.allSatisfy { CharacterClass.of($0).contains(.digit) }
    guard isSchool || isClass && hasAffiliation else { return false }
    hasAffiliation = true
    return true
  }
  private static let schools = wordList("小学 中学 学校 幼儿园 大学 学院 一中 二中 三中 四中 实验小 小學 中學 學校 大學")

  /// Remembers what a role says of the byline.
  private mutating func note(_ role: ArraySlice<UInt32>) {
    hasRole = true
    if role.containsAny(Self.photographic) { isPhotographic = true }
    if role.suffixed(by: Self.commentators) != nil { nameless = true }
  }
  private static let commentators = wordList("评论员 評論員")
  private static let photographic = wordList("摄 攝 图 圖")

  /// Where a role that the word begins with ends: after 记者 in 遵义日报全媒体记者.
  private func endOfRole(in token: ArraySlice<UInt32>) -> Int? {
    guard token.containsAny(Trade.roleCores) else { return nil }
    var best: Int?
    for core in Trade.roleCores {
      guard let at = token.firstIndex(of: core), at - token.startIndex <= 12 else { continue }
      let end = at + core.count
      // The longest role: 融媒体中心记者 rather than 融媒体中心, but not over names (融媒体中心全兴社通讯员).
      if let known = best {
        if at - known <= 2 && end > known { best = end } else if end < known { best = min(known, end) }
      } else {
        best = end
      }
    }
    return best
  }

  /// Where a role begins that stands glued behind names: 通讯员 in 全兴社通讯员, 本报通讯员 in 李梦孙亚飞本报通讯员.
  private func startOfSecondRole(in token: ArraySlice<UInt32>) -> Int? {
    for core in Trade.roleCores {
      guard let at = token.firstIndex(of: core) else { continue }
      let names = token[..<at].dropLast(token[..<at].suffixed(by: Self.roleBeginnings)?.count ?? 0)
      if Byline.looksLikeName(names) || split(names).count > 1 { return names.endIndex }
    }
    return nil
  }
  private static let roleBeginnings = wordList("本报 本报特约 本报见习 本报实习 本台 本网 特约 见习 实习 驻站 全媒体 融媒体 本報")

  // MARK: Names

  /// Takes Han characters as one name, or as several that OCR ran together.
  private mutating func takeNames(_ token: ArraySlice<UInt32>) -> Bool {
    guard token.allSatisfy({ CharacterClass.of($0).contains(.han) || Self.interpuncts.contains($0) }) else {
      return false
    }
    let isForeign = token.contains { Self.interpuncts.contains($0) }
    let parts = isForeign ? [token] : split(token)
    guard token.count <= (isForeign ? 16 : parts.count > 1 ? Self.mostSplit : Self.mostGlued) else { return false }
    if credits.last?.trailing != false { credits.append((nil, names.count, false)) }
    // A role says that four characters are two names and no phrase, or two surnames that everybody knows.
    let areNames =
      token.count != 4 || credits[credits.count - 1].role != nil
      || parts.allSatisfy { $0.first.map(Trade.commonSurnames.contains) == true }
    names += areNames ? parts : [token]
    return true
  }

  /// Cuts four characters and more into names of two and three where surnames stand at the cuts: the likeliest ones, for hardly a
  /// character is nobody's surname. What would be three names or more needs common ones, mostly.
  ///
  /// - Complexity: O(characters).
  private func split(_ token: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
    guard (4...Self.mostSplit).contains(token.count), !token.containsAny(Trade.nameElements),
      !(token.count == 4 && token.prefixed(by: Trade.compoundSurnames) != nil)
    else { return [token] }
    // For each place the cheapest way to reach it, and the length of its last name.
    var ways: [(cost: Double, length: Int)?] = [(0, 0)] + Array(repeating: nil, count: token.count)
    for end in 2...token.count {
      for length in 2...4 where length <= end {
        guard let before = ways[end - length],
          let cost = cost(ofName: token.dropFirst(end - length).prefix(length))
        else { continue }
        if ways[end].map({ before.cost + cost < $0.cost }) ?? true { ways[end] = (before.cost + cost, length) }
      }
    }
    if token.count > Self.mostGlued, let way = ways[token.count], way.cost > Double(token.count) / 2.5 {
      return [token]
    }
    var parts: [ArraySlice<UInt32>] = []
    var end = token.count
    while end > 0 {
      guard let way = ways[end] else { return [token] }
      parts.append(token.dropFirst(end - way.length).prefix(way.length))
      end -= way.length
    }
    return parts.reversed()
  }

  /// How unlikely a name is; `nil` for none.
  private func cost(ofName name: ArraySlice<UInt32>) -> Double? {
    guard Byline.looksLikeName(name), let first = name.first else { return nil }
    if name.prefixed(by: Trade.compoundSurnames) != nil { return 0 }
    guard name.count < 4 else { return nil }
    // Four of five given names have two characters.
    return (name.count == 2 ? 0.5 : 0) + (Trade.commonSurnames.contains(first) ? 0 : 1.5)
  }

  /// The names as they are to be read: put together where OCR or a line break took them apart, or where they were set
  /// wide: 樊守 信, 王 涛 李 四.
  private func mended(_ names: ArraySlice<ArraySlice<UInt32>>) -> [String] {
    if names.allSatisfy({ $0.count > 1 }) { return names.map(\.string) }
    var result: [[UInt32]] = []
    var isOpen = false  // whether the last of `result` is a single character that waits for its other half
    for (index, name) in zip(names.indices, names) {
      let beginsNext =
        name.count == 1 && index + 1 < names.endIndex && names[index + 1].count == 1
        && name.first.map(Trade.surnames.contains) == true
      if let last = result.last, isOpen, name.count <= 2 {
        result[result.count - 1] = last + name
        isOpen = false
      } else if name.count == 1, !beginsNext, let last = result.last, last.count <= 2 {
        result[result.count - 1] = last + name
      } else {
        result.append(Array(name))
        isOpen = name.count == 1
      }
    }
    return result.map { $0[...].string }
  }
}
