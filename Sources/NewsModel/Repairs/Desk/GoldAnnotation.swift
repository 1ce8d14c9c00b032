/// A page's present state as an annotation, in the form of the project's annotated pages (`FORMAT.md` beside them).
public enum GoldAnnotation {
  /// The annotation as JSON.
  ///
  /// - Parameters:
  ///   - print: the page's text.
  ///   - facts: what the page prints about itself.
  ///   - articles: its articles, filed.
  /// - Complexity: O(characters).
  public static func json(print: String, facts: PageFacts, articles: [Article]) -> String {
    let owners = RepairDesk(print: print, articles: articles).lineOwners
    var lines: [Int: [(first: Int, last: Int, role: String)]] = [:]
    var last: (article: Int, role: PartRole)?
    for (index, owner) in owners.enumerated() {
      guard let owner else { continue }
      if let last, last == owner, let end = lines[owner.article]?.indices.last {
        lines[owner.article]?[end].last = index + 1
      } else {
        lines[owner.article, default: []].append((index + 1, index + 1, owner.role.rawValue))
      }
      last = owner
    }
    let noise = articles.indices.filter { articles[$0].isAside }
    let kept = articles.indices.filter { !noise.contains($0) }
    var page = JSONLine(byteCount: 128)
    page.add("paper", orNull: facts.paper)
    page.add("date", orNull: facts.date?.description)
    page.add("prefecture", orNull: articles.lazy.compactMap { $0.filing.place?.prefecture }.first)
    let entries = kept.enumerated().map { number, index in
      entry(articles[index], n: number + 1, lines: lines[index] ?? [])
    }
    let noiseLines = noise.flatMap { lines[$0] ?? [] }.map { "[\($0.first), \($0.last), \"page furniture\"]" }
    return """
      {
        "file": \(quoted(facts.file.name)),
        "page": \(String(decoding: page.closed(), as: UTF8.self)),
        "articles": [
          \(entries.joined(separator: ",\n    "))
        ],
        "noise": [\(noiseLines.joined(separator: ", "))]
      }

      """
  }

  private static func entry(_ article: Article, n: Int, lines: [(first: Int, last: Int, role: String)]) -> String {
    var line = JSONLine(byteCount: 1024)
    line.add("n", raw: String(n))
    line.add("kind", article.kind.rawValue)
    for (key, value) in [
      ("section", article.section), ("kicker", article.kicker), ("headline", article.headline), ("deck", article.deck),
    ] { line.add(key, orNull: value) }
    line.add("byline", raw: article.byline.json)
    line.add("date", orNull: article.date?.description)
    line.add("county", orNull: article.filing.place?.name)
    line.add("counties", article.filing.mentioned.map(\.name))
    line.add(
      "lines", raw: "[" + lines.map { "[\($0.first), \($0.last), \"\($0.role)\"]" }.joined(separator: ", ") + "]")
    let joins = article.parts.filter { $0.role == .body }.flatMap { part in
      zip(part.lines, part.lines.dropFirst()).map { "[\($0.last), \($1.first)]" }
    }
    line.add("joins", raw: "[" + joins.joined(separator: ", ") + "]")
    return String(decoding: line.closed(), as: UTF8.self)
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONEscapes.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
