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
    body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.75; line-break: strict; color: #111;
      font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
    h1, h2, h3, .kicker, .contents { font-family: "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif; }
    h1, .summary { text-align: center; }
    h1 { letter-spacing: 0.3em; margin-right: -0.3em; }
    .head { text-align: center; border-bottom: 3px solid #b00; }
    .head p, .foot p { margin: 0.2em 0; min-height: 1em; }
    .foot { border-top: 1px solid #333; margin-top: 2.5em; padding-top: 0.5em; break-inside: avoid; }
    h2 { border-bottom: 2px solid #333; margin-top: 2em; }
    h3 { font-size: 1.3em; line-height: 1.4; margin: 0.2em 0; }
    .item { margin: 2em 0; }
    .item + .item { border-top: 1px solid #ccc; padding-top: 1.2em; }
    .contents { margin: 0.9em 0 0.2em; font-weight: bold; }
    .entry { margin: 0.1em 0; padding-left: 2.5em; text-indent: -1.5em; }
    .entry a { color: inherit; text-decoration: none; }
    .entry a:hover { text-decoration: underline; }
    .entry small, .kicker, .deck, .source, .tags, .byline, .caption, .credit, .section { color: #555; }
    .kicker, .deck, .source, .tags, .byline, .section { margin: 0.2em 0; }
    .source, .tags, .caption, .credit { font-size: 0.9em; }
    .body { text-indent: 2em; text-align: justify; margin: 0.3em 0; }
    .caption, .credit { margin: 0.5em 2em; }
    .subhead { font-weight: bold; text-indent: 2em; margin: 0.8em 0 0.3em; }
    .note { border-left: 3px solid #999; background: #f4f4f4; margin: 1em 0; padding: 0.4em 1em; }
    .note p { margin: 0.2em 0; }
    @page { size: A4; margin: 2.5cm; }
    @media print {
      body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
      h2, h3, .kicker, .deck, .source, .tags, .byline, .contents, .subhead { page-break-after: avoid; break-after: avoid; }
      h3, .note, .entry, .caption { page-break-inside: avoid; break-inside: avoid; }
      p { orphans: 2; widows: 2; }
    }
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
    case .contentsPlace(let text): "<p class=\"contents\">\(html(text))</p>"
    case .head(let lines), .foot(let lines):
      "<div class=\"\(block.isHead ? "head" : "foot")\">" + lines.map { "<p>\(html($0))</p>" }.joined() + "</div>"
    case .contentsItem(let number, let title, let source, let isLink):
      "<p class=\"entry\">\(number). " + (isLink ? "<a href=\"#c\(number)\">\(html(title))</a>" : html(title))
        + (source.isEmpty ? "" : " <small>\(html(source))</small>") + "</p>"
    case .place(let text): "<h2>\(html(text))</h2>"
    case .item(let number): "<div class=\"item\" id=\"c\(number)\">"
    case .itemEnd: "</div>"
    case .headline(let number, let kicker, let text, let deck):
      (kicker.map { "<p class=\"kicker\">\(html($0))</p>\n" } ?? "")
        + "<h3>\(number). \(html(text))</h3>"
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
