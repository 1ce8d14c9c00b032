extension Digest {
  /// The digest as one HTML file that needs nothing else: it opens in a browser and in a word processor.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(html(title))</title>
    <style>
    body { max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.75;
      font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
    h1, .summary { text-align: center; }
    h2 { border-bottom: 1px solid #999; }
    h3 { margin-bottom: 0.2em; }
    .kicker, .deck, .source, .tags, .byline, .caption, .section { color: #555; margin: 0.2em 0; }
    .body { text-indent: 2em; margin: 0.4em 0; }
    .subhead { font-weight: bold; }
    .note { border-left: 3px solid #999; padding-left: 1em; }
    @media print { h3 { page-break-after: avoid; } }
    </style>
    </head>
    <body>
    \(blocks.map(html).joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private func html(_ block: Block) -> String {
    switch block {
    case .title(let text): "<h1>\(html(text))</h1>"
    case .summary(let text): "<p class=\"summary\">\(html(text))</p>"
    case .contentsTitle(let text): "<h2>\(html(text))</h2>"
    case .contentsPlace(let text): "<p><b>\(html(text))</b></p>"
    case .contentsItem(let number, let title, let source):
      "<p class=\"entry\">\(number). <a href=\"#c\(number)\">\(html(title))</a> <small>\(html(source))</small></p>"
    case .place(let text): "<h2>\(html(text))</h2>"
    case .headline(let number, let kicker, let text, let deck):
      (kicker.map { "<p class=\"kicker\">\(html($0))</p>\n" } ?? "")
        + "<h3 id=\"c\(number)\">\(number) \(html(text))</h3>"
        + (deck.map { "\n<p class=\"deck\">\(html($0))</p>" } ?? "")
    case .source(let text): "<p class=\"source\">来源：\(html(text))</p>"
    case .tags(let tags): "<p class=\"tags\">标签：\(html(tags.joined(separator: "、")))</p>"
    case .paragraph(.pullquote, let text): "<blockquote>\(html(text))</blockquote>"
    case .paragraph(let role, let text): "<p class=\"\(role.rawValue)\">\(html(text))</p>"
    case .note(let lines):
      "<div class=\"note\"><p><b>批注</b></p>" + lines.map { "<p>\(html($0))</p>" }.joined() + "</div>"
    }
  }

  /// `text` with what HTML takes for marks escaped, and control characters gone.
  private func html(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars where !scalar.isControl {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
