/// A tag of HTML, a comment, or a mark of a model's own (`<|det|>`), as it stands in a text.
struct Tag {
  /// The name in lower case; empty for a comment.
  let name: String
  let isClosing: Bool
  /// From `<` to `>`.
  let range: Range<Int>
  /// Where its end tag stands among the tags, once it is found; for one without an end, the tag itself.
  var partner: Int?

  /// What a tag does to the text around it.
  enum Effect {
    /// Nothing: letters in bold, a link.
    case inline
    /// What it holds stands on lines of its own.
    case block
    /// What it holds is none of the text.
    case hidden
    case lineBreak, table, row, cell, image, caption, heading
  }

  /// The tags that tools for OCR write, and those of HTML that stand in pages saved from the web.
  static let effects: [String: Effect] = {
    var effects: [String: Effect] = [:]
    for name in "a b big code del em font i ins mark pre s small span strong sub sup u tbody thead tfoot".split(
      separator: " ")
    { effects[String(name)] = .inline }
    for name
      in "address article aside blockquote body center dd details div dl dt figure footer header html li main nav ol p section summary ul"
      .split(separator: " ")
    { effects[String(name)] = .block }
    for name in "head script style title colgroup |det| |ref|".split(separator: " ") { effects[String(name)] = .hidden }
    for level in 1...6 { effects["h\(level)"] = .heading }
    effects["br"] = .lineBreak
    effects["hr"] = .block
    effects["img"] = .image
    effects["table"] = .table
    effects["tr"] = .row
    effects["td"] = .cell
    effects["th"] = .cell
    effects["caption"] = .caption
    effects["figcaption"] = .caption
    return effects
  }()

  /// Tags that have no end.
  private static let voids: Set<String> = ["br", "hr", "img"]
  /// Tags whose end HTML lets out inside of a table.
  private static let implied: Set<String> = ["tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "caption"]

  /// Where an effect of the tag is looked up; `nil` for what is no tag of a known name.
  var effect: Effect? { Self.effects[name] }

  /// The tags of a text in their order: those that are closed by their kin, those that need no end, and comments. A `<` in a sentence
  /// opens none.
  ///
  /// - Complexity: O(scalars).
  static func all(in text: [UInt32]) -> [Tag] {
    var tags: [Tag] = []
    var openings: [String: [Int]] = [:]  // by name, those without an end so far
    var tables = 0
    var hasOpenComment = false
    var index = 0
    while let start = text[index...].firstIndex(of: 0x3C) {
      index = start + 1
      if !hasOpenComment, text[index...].starts(with: [0x21, 0x2D, 0x2D]) || isPageSplit(text, at: index) {
        guard let end = text.endOfComment(from: index) else {
          hasOpenComment = true
          continue
        }
        tags.append(Tag(name: "", isClosing: false, range: start..<end, partner: tags.count))
        index = end
        continue
      }
      if text[index...].prefix(8).containsWord("!doctype"), let end = text[index...].prefix(400).firstIndex(of: 0x3E) {
        tags.append(Tag(name: "", isClosing: false, range: start..<end + 1, partner: tags.count))
        index = end + 1
        continue
      }
      guard var tag = Tag(text, at: start) else { continue }
      index = tag.range.upperBound
      let isTable = tag.name == "table"
      if voids.contains(tag.name) || tables > 0 && implied.contains(tag.name) {
        guard tag.name != "img" || text[tag.range].containsWord("src") else { continue }
        tag.partner = tags.count
      } else if tag.isClosing {
        guard let opening = openings[tag.name]?.popLast() else { continue }
        tags[opening].partner = tags.count
        tag.partner = opening
        if isTable { tables -= 1 }
      } else {
        openings[tag.name, default: []].append(tags.count)
        if isTable { tables += 1 }
      }
      tags.append(tag)
    }
    // A table that a model did not finish is one as well.
    for opening in openings["table"] ?? []
    where opening + 1 < tags.count && Self.implied.contains(tags[opening + 1].name) {
      tags[opening].partner = opening
    }
    return settled(tags)
  }

  /// The tags that have their partner, its place counted among them.
  private static func settled(_ tags: [Tag]) -> [Tag] {
    var places = [Int](repeating: 0, count: tags.count)
    var kept: [Tag] = []
    for (index, tag) in tags.enumerated() {
      places[index] = kept.count
      if tag.partner != nil { kept.append(tag) }
    }
    for index in kept.indices { kept[index].partner = kept[index].partner.map { places[$0] } }
    return kept
  }

  private init(name: String, isClosing: Bool, range: Range<Int>, partner: Int?) {
    (self.name, self.isClosing, self.range, self.partner) = (name, isClosing, range, partner)
  }

  /// The tag that begins with the `<` at `start`; `nil` if none does.
  private init?(_ text: [UInt32], at start: Int) {
    var index = start + 1
    isClosing = index < text.count && (text[index] == 0x2F || text[index...].starts(with: [0x7C, 0x2F]))
    let isMark = index < text.count && text[index] == 0x7C
    if isClosing { index += isMark ? 2 : 1 } else if isMark { index += 1 }
    let nameStart = index
    while index < text.count, index - nameStart < 12, text[index].isLetterOrFigure { index += 1 }
    var name = text[nameStart..<index].string.lowercased()
    if isMark { name = "|\(name)|" }
    guard Self.effects[name] != nil else { return nil }
    // A name is followed by white space and attributes, or by the end.
    guard index < text.count, [0x20, 0x09, 0x0A, 0x2F, 0x3E, 0x7C].contains(text[index]),
      let end = text[index...].firstIndex(where: { $0 == 0x3E || $0 == 0x3C }), text[end] == 0x3E
    else { return nil }
    self.name = name
    range = start..<end + 1
  }

  /// `<--- Page Split --->`
  private static func isPageSplit(_ text: [UInt32], at index: Int) -> Bool {
    text[index...].starts(with: [0x2D, 0x2D, 0x2D])
  }
}

extension [UInt32] {
  /// Behind the `-->` that ends a comment.
  fileprivate func endOfComment(from start: Int) -> Int? {
    var index = start + 3
    while index + 2 < count {
      guard let dash = self[index...].firstIndex(of: 0x3E) else { return nil }
      if dash >= start + 5, self[dash - 1] == 0x2D, self[dash - 2] == 0x2D { return dash + 1 }
      index = dash + 1
    }
    return nil
  }
}

extension ArraySlice<UInt32> {
  /// Whether a word of ASCII stands in the text, in any case.
  func containsWord(_ word: String) -> Bool {
    let letters = word.unicodeScalars.map(\.value)
    return indices.contains { index in
      self[index...].count >= letters.count
        && zip(self[index...], letters).allSatisfy { $0 == $1 || ($0 | 0x20) == $1 && $0.isLetter }
    }
  }
}
