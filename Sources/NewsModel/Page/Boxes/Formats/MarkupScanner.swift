/// Reads the tags and texts of XML and HTML one after the other, as far as hOCR and ALTO need them.
struct MarkupScanner {
  private let text: Substring.UTF8View
  private var at: String.Index
  /// The line, counted from 1, that reading has come to.
  private(set) var line = 1

  /// A tag or the text between two.
  enum Token {
    case open(name: String, attributes: [String: String], isEmpty: Bool)
    case close(name: String)
    case text(String)
  }

  init(_ text: String) {
    self.text = text[...].utf8
    at = text.startIndex
  }

  /// The next token; `nil` at the end.
  ///
  /// - Complexity: O(bytes) for all together.
  mutating func next() -> Token? {
    while at < text.endIndex {
      if text[at] != UInt8(ascii: "<") {
        let end = text[at...].firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
        return .text(Self.decoded(take(to: end)))
      }
      if text[at...].starts(with: "<!--".utf8) {
        skip(past: "-->")
        continue
      }
      let end = endOfTag()
      var content = take(to: end).dropFirst()
      if at < text.endIndex { at = text.index(after: at) }
      if content.first == "/" { return .close(name: Self.localName(content.dropFirst())) }
      if content.first == "!" || content.first == "?" { continue }
      let isEmpty = content.last == "/"
      if isEmpty { content = content.dropLast() }
      let nameEnd = content.firstIndex(where: \.isWhitespace) ?? content.endIndex
      return .open(
        name: Self.localName(content[..<nameEnd]), attributes: Self.attributes(content[nameEnd...]), isEmpty: isEmpty)
    }
    return nil
  }

  /// Where the tag at hand ends: a `>` in a quoted value is none.
  private func endOfTag() -> String.Index {
    var quote: UInt8?
    var index = at
    while index < text.endIndex {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
      index = text.index(after: index)
    }
    return index
  }

  private mutating func take(to end: String.Index) -> Substring {
    let taken = text[at..<end]
    for byte in taken where byte == 0x0A { line += 1 }
    at = end
    return Substring(taken)
  }

  private mutating func skip(past mark: String) {
    while at < text.endIndex, !text[at...].starts(with: mark.utf8) { _ = take(to: text.index(after: at)) }
    at = text.index(at, offsetBy: mark.utf8.count, limitedBy: text.endIndex) ?? text.endIndex
  }

  private static func localName(_ name: Substring) -> String {
    let word = name.prefix { !$0.isWhitespace }
    return String(word.split(separator: ":").last ?? word).lowercased()
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      let value = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = value.first, quote == "\"" || quote == "'" else {
        rest = value
        continue
      }
      let inside = value.dropFirst()
      let end = inside.firstIndex(of: quote) ?? inside.endIndex
      attributes[name.split(separator: ":").last.map { $0.lowercased() } ?? ""] = decoded(inside[..<end])
      rest = inside[end...].dropFirst()
    }
    return attributes
  }

  private static let entities: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "",
  ]

  /// The text with its entities as the characters they stand for.
  private static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    var out = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        out += "&"
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: start)..<end]
      let number =
        name.hasPrefix("#x") || name.hasPrefix("#X")
        ? UInt32(name.dropFirst(2), radix: 16) : name.first == "#" ? UInt32(name.dropFirst()) : nil
      if let entity = entities[name] {
        out += entity
      } else if let scalar = number.flatMap(Unicode.Scalar.init) {
        out.unicodeScalars.append(scalar)
      } else {
        out += rest[...end]
      }
      rest = rest[end...].dropFirst()
    }
    return out + rest
  }
}
