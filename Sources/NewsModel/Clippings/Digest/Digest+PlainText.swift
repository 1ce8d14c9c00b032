extension Digest {
  /// The digest as plain text in lines of at most `columns` cells.
  ///
  /// - Parameters:
  ///   - columns: the width in terminal cells.
  ///   - breaking: breaks one paragraph into lines of at most so many cells. Widths of characters and the rules of
  ///     line breaking belong to the screen, so whoever sets text for it lends them.
  public func plainText(columns: Int, breaking: (_ paragraph: String, _ columns: Int) -> [String]) -> String {
    func set(_ text: String, indent: String = "", under: String = "") -> String {
      var clean = ""
      clean.unicodeScalars.append(contentsOf: text.unicodeScalars.lazy.filter { !$0.isControl })
      let lines = breaking(indent + clean, columns - under.utf8.count)
      return lines.enumerated().map { ($0 == 0 ? "" : under) + $1 + "\n" }.joined()
    }
    let rule = String(repeating: "=", count: columns) + "\n"
    let thinRule = String(repeating: "-", count: columns) + "\n"
    return blocks.map { block in
      switch block {
      case .title(let text): set(text) + rule
      case .summary(let text): set(text)
      case .contentsTitle(let text): "\n" + set(text) + thinRule
      case .contentsPlace(let text): set("【\(text)】")
      case .head(let lines): lines.map { set($0) }.joined() + rule
      case .foot(let lines): "\n" + rule + lines.map { set($0) }.joined()
      case .contentsItem(let number, let title, let source, _): set("\(number). \(title)  \(source)", under: "    ")
      case .place(let text): "\n" + rule + set("【\(text)】") + rule
      case .item, .itemEnd: ""
      case .headline(let number, let kicker, let text, let deck):
        "\n" + set("\(number). \(kicker ?? text)") + (kicker == nil ? "" : set(text))
          + (deck.map { set("——" + $0) } ?? "")
      case .source(let text): set("来源：\(text)")
      case .tags(let tags): set("标签：\(tags.joined(separator: "、"))")
      case .paragraph(.body, let text): set(text, indent: "　　")
      case .paragraph(.caption, let text), .paragraph(.credit, let text): set("〔图〕" + text)
      case .paragraph(_, let text): set(text)
      case .note(let lines): set("〔批注〕" + lines.joined(separator: " "))
      }
    }.joined()
  }
}
