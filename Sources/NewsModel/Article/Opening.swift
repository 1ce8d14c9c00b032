/// The beginning of a report's first paragraph: `本报聊城6月2日讯(记者 张三 通讯员 李四)`.
struct Opening {
  /// Where the report itself begins, as an index of the buffer.
  let end: Int
  /// The people named in it.
  let byline: Byline
  /// The words before 讯 or 电: where and when.
  let dateline: ArraySlice<UInt32>

  /// Reads the opening that `text` begins with; `nil` when it begins without one. `ingredients` are those of the text,
  /// where they are known: they tell most texts that have none.
  ///
  /// - Complexity: O(1): the first 120 scalars at most are read.
  static func parse(
    _ text: ArraySlice<UInt32>, _ ingredients: Ingredients = [.roles, .dispatches]
  ) -> Opening? {
    var start = text.startIndex
    while start < text.endIndex, Block.markers.contains(text[start]) || CharacterClass.of(text[start]).contains(.space)
    { start += 1 }
    guard ingredients.contains(.dispatches), let dispatch = endOfDispatch(text, from: start) else {
      return ingredients.contains(.roles) ? withoutDateline(text, from: start) : nil
    }
    var index = skipSeparators(text, from: dispatch)
    let dateline = text[start..<dispatch]
    guard index < text.endIndex else { return Opening(end: index, byline: Byline(), dateline: dateline) }
    var byline = Byline()
    if BylineBracket.opens(text, at: index) {
      let limit = Swift.min(text.endIndex, index + 90)
      if let close = text[index..<limit].firstIndex(where: BylineBracket.closes) {
        let found = Byline.parse(text[(index + 1)..<close])
        if found.isWhole {
          byline = found
          index = skipSeparators(text, from: close + 1)
        }
      } else if text.endIndex <= limit {
        // A line break cut the bracket: (记者 张三 | 通讯员 李四).
        let found = Byline.parse(text[(index + 1)...])
        if found.isWhole, found.hasRole {
          byline = found
          index = text.endIndex
        }
      }
    } else if let close = BylineBracket.closeOfLostOpening(text, from: index),
      case let found = Byline.parse(text[index..<close]), found.isWhole, found.hasRole
    {
      byline = found
      index = skipSeparators(text, from: close + 1)
    } else if let report = endOfNamedReport(text, from: index) {
      let found = Byline.parse(text[index..<report.names])
      if found.isWhole, found.hasRole {
        byline = found
        index = skipSeparators(text, from: report.end)
      }
    }
    return Opening(end: index, byline: byline, dateline: dateline)
  }

  /// An opening of names only: `(记者 张三)5月4日……`, `记者张三报道:……`, or the rest of one that a line break cut in its
  /// bracket: `通讯员 李四) 5月4日……`. Roles must be printed, and a text must follow.
  private static func withoutDateline(_ text: ArraySlice<UInt32>, from start: Int) -> Opening? {
    guard text.endIndex - start >= 24 else { return nil }
    let window = text[start..<Swift.min(text.endIndex, start + 60)]
    guard window.containsAny(Trade.roleCores) else { return nil }
    let isOpen = BylineBracket.opens(text, at: start)
    if let close = window.firstIndex(where: BylineBracket.closes),
      isOpen || !window[..<close].contains(where: { $0 == 0x28 || $0 == 0xFF08 })
    {
      let found = Byline.parse(window[..<close].dropFirst(isOpen ? 1 : 0))
      if found.isWhole, found.hasRole, !found.credits.isEmpty, !found.isPhotographic {
        return Opening(end: skipSeparators(text, from: close + 1), byline: found, dateline: text[start..<start])
      }
    }
    if let report = endOfNamedReport(text, from: start), report.end < text.endIndex,
      !CharacterClass.of(text[report.end]).isDisjoint(with: [.space, .comma])
    {
      let found = Byline.parse(text[start..<report.names])
      if found.isWhole, found.hasRole, !found.credits.isEmpty {
        return Opening(end: skipSeparators(text, from: report.end), byline: found, dateline: text[start..<start])
      }
    }
    return nil
  }

  /// Where 讯 or 电 ends, if the text begins with a dateline.
  private static func endOfDispatch(_ text: ArraySlice<UInt32>, from start: Int) -> Int? {
    let dispatches = Trade.dispatches
    let limit = Swift.min(text.endIndex, start + 26)
    guard let first = text[start..<limit].firstIndex(from: start, where: { dispatches.mayBegin(with: $0) }) else {
      return nil
    }
    let byAgency = text[start..<limit].prefixed(by: Trade.agencies) != nil
    var index = start
    while index < limit {
      let kind = CharacterClass.of(text[index])
      if index >= first, let dispatch = text[index...].prefixed(by: dispatches), index > start {
        let end = index + dispatch.count
        let next = end < text.endIndex ? text[end] : 0x20
        let closes =
          !CharacterClass.of(next).isDisjoint(with: [.space, .comma]) || openers.contains(next)
          || isMonth(text, at: end)
        if byAgency
          ? (closes || namesFollow(text, from: end))
          : (openers.contains(next) && namesFollow(text, from: end)
            || closes && placeName(text[start..<index], beforeDay: isMonth(text, at: end)))
        {
          return end
        }
      }
      // A dateline is made of places and days; punctuation ends the hope.
      guard !kind.isDisjoint(with: [.han, .digit, .space]) || datelineMarks.contains(text[index]) else { return nil }
      if kind.contains(.space), !byAgency { return nil }
      index += 1
    }
    return nil
  }

  /// Whether the day follows without a blank: 莘县讯4月18日.
  private static func isMonth(_ text: ArraySlice<UInt32>, at index: Int) -> Bool {
    guard let month = DateFinder.number(startingAt: index, in: text) else { return false }
    return month.end < text.endIndex && text[month.end] == 0x6708
  }

  private static let openers = CharacterBits("(（】]〈《")
  private static let datelineMarks = CharacterBits("【】[]·•、.．-/“”")

  private static func namesFollow(_ text: ArraySlice<UInt32>, from index: Int) -> Bool {
    text[index..<Swift.min(text.endIndex, index + 8)].containsAny(Trade.roleCores)
  }

  /// Whether the words before 讯 can be a place (东昌府讯) rather than half of a word (通讯, 简讯).
  private static func placeName(_ text: ArraySlice<UInt32>, beforeDay: Bool) -> Bool {
    (2...8).contains(text.count) && text.allSatisfy { CharacterClass.of($0).contains(.han) }
      && (beforeDay || text.suffixed(by: Trade.noDispatch) == nil)
  }

  private static func skipSeparators(_ text: ArraySlice<UInt32>, from index: Int) -> Int {
    var index = index
    while index < text.endIndex,
      CharacterClass.of(text[index]).contains(.space) || [0x3A, 0xFF1A, 0x3011, 0x5D].contains(text[index])
    {
      index += 1
    }
    return index
  }

  /// `记者丁慕白 通讯员石敬轩报道:`: where the names end and where 报道 does.
  private static func endOfNamedReport(_ text: ArraySlice<UInt32>, from index: Int) -> (names: Int, end: Int)? {
    let head = text[index..<Swift.min(text.endIndex, index + 6)]
    guard head.containsAny(Trade.roleCores) else { return nil }
    let window = text[index..<Swift.min(text.endIndex, index + 60)]
    for verb in reports {
      if let at = window.firstIndex(of: verb) { return (at, at + verb.count) }
    }
    return nil
  }
  private static let reports = wordList("报道 報道 報導")
}
