extension Digest {
  /// The digest in Markdown (CommonMark 0.31). What the texts themselves hold of its marks is escaped.
  public var markdown: String { Self.markdown(blocks) }

  /// One clipping as a digest has it, without title and contents: for a stream of articles.
  public static func markdown(of clipping: Clipping, number: Int, style: Style = Style()) -> String {
    markdown(Item(number: number, clipping: clipping.assuming(paper: style.paper)).blocks(style))
  }

  /// The title as a digest begins with it.
  public static func markdownTitle(_ title: String) -> String { markdown([.title(title)]) }

  private static func markdown(_ blocks: [Block]) -> String {
    let text = blocks.map { block in
      switch block {
      case .title(let text): "# \(markdown(text))\n\n"
      case .summary(let text): "\(markdown(text))\n\n"
      case .contentsTitle(let text): "## \(markdown(text))\n\n"
      case .contentsPlace(let text): "\n**\(markdown(text))**\n\n"
      case .head(let lines): lines.map { markdown($0) + "  \n" }.joined() + "\n---\n\n"
      case .foot(let lines): "\n---\n\n" + lines.map { markdown($0) + "  \n" }.joined() + "\n"
      case .contentsItem(let number, let title, let source, let isLink):
        "\(number). " + (isLink ? "[\(markdown(title))](#c\(number))" : markdown(title))
          + (source.isEmpty ? "" : " — " + markdown(source)) + "\n"
      case .place(let text): "\n## \(markdown(text))\n\n"
      // Each renderer makes anchors of headings in its own way; an element of HTML is understood by all.
      case .item(let number): "<a id=\"c\(number)\"></a>\n\n"
      case .itemEnd: ""
      case .headline(let number, let kicker, let text, let deck):
        (kicker.map { "*\(markdown($0))*\n\n" } ?? "") + "### \(number) \(markdown(text))\n\n"
          + (deck.map { "*\(markdown($0))*\n\n" } ?? "")
      case .source(let text): "来源：\(markdown(text))\n\n"
      case .tags(let tags): "标签：\(tags.map(markdown).joined(separator: "、"))\n\n"
      case .paragraph(let role, let text): markdown(role, text) + "\n\n"
      case .note(let lines): "> **批注**\n>\n" + lines.map { "> \(markdown($0))\n" }.joined(separator: ">\n") + "\n"
      }
    }.joined()
    return text.replacing("\n\n\n", with: "\n\n")
  }

  private static func markdown(_ role: PartRole, _ text: String) -> String {
    switch role {
    case .subhead, .headline, .kicker, .deck: "**\(markdown(text))**"
    case .pullquote: "> \(markdown(text))"
    case .section, .byline, .caption, .credit: "*\(markdown(text))*"
    case .body: markdown(text)
    }
  }

  /// `text` with every character escaped that Markdown could take for a mark, and control characters gone.
  private static func markdown(_ text: String) -> String {
    // A number and a dot begin a list only at the head of a line.
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    var escaped = ""
    var index = 0
    for scalar in text.unicodeScalars.trimmed where !scalar.isControl {
      let isListDot = index == digits.count && !digits.isEmpty && (scalar == "." || scalar == ")")
      let isLeadMark = index == 0 && "-+=".unicodeScalars.contains(scalar)
      if isListDot || isLeadMark || "\\`*_{}[]<>#|~&!$".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
      index += 1
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// Whether it steers terminals or lines instead of being text: C0, DEL, C1, and the line and paragraph separators.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029 }
}

extension String.UnicodeScalarView {
  /// The text without white space at both ends, which Markdown would take for markup.
  var trimmed: Substring.UnicodeScalarView {
    let head = drop { $0.properties.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.properties.isWhitespace }) else { return head }
    return head[...last]
  }
}
