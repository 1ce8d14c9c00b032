/// A byline taken apart: who did what, in printed order.
struct Byline: Equatable {
  /// The people, by role.
  var credits: [Credit] = []
  /// Whether nothing but roles, names and separators stands in the text.
  var isWhole = false
  /// Whether a role is printed (记者, 摄 …).
  var hasRole = false
  /// Whether the byline credits a picture (摄, 供图 …).
  var isPhotographic = false

  /// How many names the byline gives.
  var nameCount: Int { credits.reduce(0) { $0 + $1.names.count } }

  /// Takes `text` apart: `□记者 李梦 高田 通讯员 张莹 报道`, `(融媒体中心 全兴社)`, `张三/摄`, `武琦 周长忠`.
  ///
  /// - Complexity: O(scalars of `text`); meant for texts of a line.
  static func parse(_ text: ArraySlice<UInt32>) -> Byline {
    var parser = BylineParser()
    return parser.parse(text)
  }

  /// Whether `name` looks like the name of a Chinese person: a known surname and one to three characters more.
  static func looksLikeName(_ name: ArraySlice<UInt32>) -> Bool {
    guard (2...4).contains(name.count), let first = name.first else { return false }
    if name.prefixed(by: Trade.compoundSurnames) != nil { return name.count >= 3 }
    return name.count <= 3 && Trade.surnames.contains(first)
  }
}

private struct BylineParser {
  private var credits: [(role: String?, names: [String], trailing: Bool)] = []
  private var clean = true
  private var hasRole = false
  private var isPhotographic = false

  mutating func parse(_ text: ArraySlice<UInt32>) -> Byline {
    var nameless = false
    for token in tokens(of: text) {
      if !take(token) { clean = false }
    }
    if credits.contains(where: { $0.role?.hasSuffix("评论员") == true || $0.role?.hasSuffix("評論員") == true }) {
      nameless = true
    }
    let found = credits.filter { !$0.names.isEmpty }.map { Credit(role: $0.role, names: mergeSplitNames($0.names)) }
    return Byline(
      credits: found, isWhole: clean && (!found.isEmpty || nameless), hasRole: hasRole, isPhotographic: isPhotographic)
  }

  /// The words of the text; 文/图 is one word.
  private func tokens(of text: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
    var result: [ArraySlice<UInt32>] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      let isSlashOfRole =
        scalar == 0x2F && index > text.startIndex && index + 1 < text.endIndex
        && Self.slashRoles.contains { text.has($0, at: index - 1) }
      if Self.isSeparator(scalar) && !isSlashOfRole {
        if index > start { result.append(text[start..<index]) }
        start = index + 1
      }
      index += 1
    }
    if text.endIndex > start { result.append(text[start..<text.endIndex]) }
    return result
  }

  private static let slashRoles = wordList("文/图 图/文 文/摄")
  private static let separators = CharacterBits("、，,/|｜／;；:：()（）【】[]<>《》—－\u{2013}\u{2014}-*")

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    CharacterClass.of(scalar).contains(.space) || separators.contains(scalar) || Block.markers.contains(scalar)
  }

  /// Takes one word as role, names or both; false when it is neither.
  private mutating func take(_ token: ArraySlice<UInt32>) -> Bool {
    if Trade.trailingRoles.contains(where: { $0.count == token.count && token.has($0, at: token.startIndex) }),
      let last = credits.last, !last.names.isEmpty, !last.trailing
    {
      // 记者 张三 报道: the reporter stays a reporter. 张三 李四 摄: both are photographers.
      if last.role == nil { credits[credits.count - 1].role = token.string }
      credits[credits.count - 1].trailing = true
      note(token)
      return true
    }
    if Trade.leadingRoles.contains(where: { $0.count == token.count && token.has($0, at: token.startIndex) }) {
      credits.append((token.string, [], false))
      note(token)
      return true
    }
    if let end = endOfRole(in: token) {
      credits.append((token[..<end].string, [], false))
      note(token[..<end])
      if end == token.endIndex { return true }
      if let next = startOfSecondRole(in: token[end...]) { return takeNames(token[end..<next]) && take(token[next...]) }
      // Names glued to a role must look like names: 记者张三, not 记者随后把情况反.
      let rest = token[end...]
      if endOfRole(in: rest) == nil, rest.suffixed(by: Trade.gluedRoles) == nil,
        !split(rest).allSatisfy({ $0.count <= 3 || $0.prefixed(by: Trade.compoundSurnames) != nil })
      {
        return false
      }
      return take(rest)
    }
    if let role = token.suffixed(by: Trade.gluedRoles), token.count - role.count >= 2 {
      let names = token[..<(token.endIndex - role.count)]
      if takeNames(names) { return take(token[names.endIndex...]) }
      return false
    }
    return takeNames(token)
  }

  /// Remembers what a role says of the byline.
  private mutating func note(_ role: ArraySlice<UInt32>) {
    hasRole = true
    if role.containsAny(Self.photographic) { isPhotographic = true }
  }
  private static let photographic = wordList("摄 攝 图 圖")

  /// Where a role that the word begins with ends: after 记者 in 遵义日报全媒体记者.
  private func endOfRole(in token: ArraySlice<UInt32>) -> Int? {
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

  /// Where a role begins that stands glued behind a name: 通讯员 in 全兴社通讯员.
  private func startOfSecondRole(in token: ArraySlice<UInt32>) -> Int? {
    Trade.roleCores.lazy.compactMap { token.firstIndex(of: $0) }.first { Byline.looksLikeName(token[..<$0]) }
  }

  /// Takes Han characters as one name, or as several that OCR ran together.
  private mutating func takeNames(_ token: ArraySlice<UInt32>) -> Bool {
    guard token.allSatisfy({ CharacterClass.of($0).contains(.han) || $0 == 0xB7 || $0 == 0x2022 }) else { return false }
    let isForeign = token.contains(0xB7) || token.contains(0x2022)
    guard token.count <= (isForeign ? 16 : 6) else { return false }
    if credits.isEmpty || credits[credits.count - 1].trailing { credits.append((nil, [], false)) }
    for name in isForeign ? [token] : split(token) { credits[credits.count - 1].names.append(name.string) }
    return true
  }

  /// Cuts four to six characters into names of two and three where surnames stand at the cuts.
  private func split(_ token: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
    let start = token.startIndex
    guard token.count >= 4, !(token.count == 4 && token.prefixed(by: Trade.compoundSurnames) != nil) else {
      return [token]
    }
    for length in [3, 2] where token.count - length >= 2 && token.count - length <= 3 {
      let (first, second) = (token[start..<start + length], token[(start + length)...])
      if Byline.looksLikeName(first), Byline.looksLikeName(second) { return [first, second] }
    }
    return [token]
  }

  /// Puts together names that OCR or a line break took apart: 樊守 信, 王 涛.
  private func mergeSplitNames(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names {
      if name.count == 1, let last = result.last, last.count <= 2 {
        result[result.count - 1] = last + name
      } else if let last = result.last, last.count == 1, name.count <= 2 {
        result[result.count - 1] = last + name
      } else {
        result.append(name)
      }
    }
    return result
  }
}
