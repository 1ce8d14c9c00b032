extension PageReader {
  /// The stages of reading that can be printed.
  public enum Stage: String, Sendable, CaseIterable {
    case lines, layout, blocks, roles, articles
  }

  /// What one stage made of a page, as text for a person who wants to know why it was cut as it was.
  ///
  /// - `lines`: each line of the normal form with the number of the printed line (from 1) that it begins on, its width (scalars), and the
  ///   steps that mended that line.
  /// - `layout`: a picture of the page in cells, where its boxes are known: the pieces of each article, numbered in reading order.
  /// - `blocks`: each block with its lines and the rules that hold for it.
  /// - `roles`: the same with the role chosen for it; `┌` where an article begins.
  /// - `articles`: each article with its parts, their lines and the beginning of their text.
  public static func dump(_ decoded: DecodedText, stage: Stage) -> String {
    var out: [String] = []
    let laidOut = LaidOutText(decoded)
    if stage == .layout { return layoutLines(laidOut).joined(separator: "\n") }
    let normal = NormalForm(laidOut?.text ?? decoded.text)
    for (index, sheet) in PageText.sheets(of: normal.text).enumerated() {
      let page = PageText(normal.text, sheet)
      if index > 0 { out.append("\u{2500}\u{2500} form feed: page \(index + 1)") }
      if stage == .lines {
        for line in page.lines {
          let printed = normal.lineNumbers.map { Int($0[line]) } ?? line
          let rows = laidOut?.rows(ofLine: printed)
          if laidOut != nil, rows?.isEmpty != false { continue }
          let steps = normal.changedLines[printed].map {
            "\t[" + $0.map(\.rule.name.english).joined(separator: ", ") + "]"
          }
          out.append(
            "\(rows?.first?.first ?? printed + 1)\t\(page.line(line).count)\t\(page.line(line).string)\(steps ?? "")")
        }
        continue
      }
      let stages = PageStages(page, of: normal, laidOut)
      out += stage == .articles ? articleLines(stages) : blockLines(stages, withRoles: stage == .roles)
    }
    return out.joined(separator: "\n")
  }

  private static func layoutLines(_ laidOut: LaidOutText?) -> [String] {
    guard let laidOut else { return ["no boxes: the page is a text"] }
    return laidOut.sketches.flatMap { sketch in
      sketch.lines(columns: sketchColumns).map(\.text) + [""] + sketch.legend
    }
  }
  private static let sketchColumns = 96

  private static func blockLines(_ stages: PageStages, withRoles: Bool) -> [String] {
    stages.blocks.blocks.indices.map { index in
      let block = stages.blocks.blocks[index]
      let lines = "\(block.lines.lowerBound + 1)–\(block.lines.upperBound)"
      let role = withRoles ? "\(stages.path.starts[index] ? "┌" : "│") \(stages.path.states[index].role)\t" : ""
      let why = stages.readings[index].evidence.names.joined(separator: ", ")
      return
        "\(lines)\t\(role)\(stages.readings[index].length)\t\(shortened(stages.blocks.text(index).string))\t[\(why)]"
    }
  }

  private static func articleLines(_ stages: PageStages) -> [String] {
    let found = stages.articles(file: "", firstNumber: 1)
    return (found.articles + found.furniture).flatMap { article in
      [
        "#\(article.number) \(article.kind.rawValue)  \(article.date?.description ?? "no date")  \(article.headline ?? "no headline")"
      ]
        + article.parts.map { part in
          let lines = part.lines.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }.joined(
            separator: "+")
          return "  \(part.role.rawValue)\t\(lines)\t\(shortened(part.text))"
        }
    }
  }

  /// The beginning and end of a text of more than 40 characters.
  private static func shortened(_ text: String) -> String {
    text.count <= 40 ? text : "\(text.prefix(26))…\(text.suffix(13))"
  }
}
