/// Characters at which a survey looks closer: endings of towns' names, 市 before an office, brackets that may hold names of
/// reporters.
enum PlaceAnchor {
  static let scalars: [Unicode.Scalar] = ["镇", "乡", "道", "处", "木", "场", "市", "州", "盟", "(", "\u{FF08}"]

  /// Whether `scalar` opens a bracket.
  static func isBracket(_ scalar: UInt32) -> Bool { scalar == 0x28 || scalar == 0xff08 }
}

extension SurroundedText {
  /// The find at an anchor character: 镇, 街道, 办事处, 市 before an office …
  func site(atAnchor scalar: UInt32, _ position: Int) -> (kind: PlaceSurvey.Kind, start: Int, end: Int)? {
    let end = next(position)
    switch Unicode.Scalar(scalar) {
    case "镇": return (.town, position, end)
    case "乡": return (.town, position, end)
    case "道": return ending("街", before: position, end)
    case "木": return ending("苏", before: position, end)
    case "场":
      return ending("农", before: position, end) ?? ending("林", before: position, end)
        ?? ending("牧", before: position, end)
    case "处":
      guard let site = ending("办事", before: position, end), !has(["街道"], at: site.start - 6) else { return nil }
      return site
    case "市", "州", "盟":
      let before = self.scalar(before: position)
      guard !PlaceCharacters.isHan(before) || traits(of: before).contains(.leadsToPlace), isOffice(at: end) else {
        return nil
      }
      return (.cityOffice, position, end)
    default: return nil
    }
  }

  private func ending(_ word: StaticString, before position: Int, _ end: Int) -> (
    kind: PlaceSurvey.Kind, start: Int, end: Int
  )? {
    let start = position - word.utf8CodeUnitCount
    return start >= 0 && has([word], at: start) ? (.town, start, end) : nil
  }

  /// The end of the bracket that opens at `position` when it holds names of people: (记者 张超 通讯员 侯昌明), or (张中良) at
  /// the very end. `nil` for other brackets.
  func endOfNames(inBracketAt position: Int) -> Int? {
    var end = position
    let limit = min(bytes.count, position + 160)
    while end < limit, scalar(at: end) != 0x29, scalar(at: end) != 0xff09 { end = next(end) }
    guard end < limit else { return nil }
    var inside = position
    var hasPlace = false
    while inside < end {
      if traits(of: scalar(at: inside)).contains(.inNames) {
        if has("记者", "通讯员", "摄", "实习生", "特约", "报道", "整理", "融媒体", "文/", "图/", at: inside) { return end }
        if has("县", "区", "市", "镇", "乡", "村", at: inside) { hasPlace = true }
      }
      inside = next(inside)
    }
    return !hasPlace && next(end) == bytes.count && end - position <= 40 ? end : nil
  }
}
