/// Pages into articles.
public enum PageReader {
  /// Reads one page.
  ///
  /// - Parameters:
  ///   - text: the page's text; lines end with `\n`.
  ///   - file: the path to name it by.
  ///   - byteCount: the file's size in bytes.
  public static func read(_ text: String, file: String, byteCount: Int) -> PageReading {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var parts: [Part] = []
    for (index, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
      parts.append(Part(role: .body, text: String(line), lines: [LineSpan(index + 1, index + 1)]))
    }
    let facts = PageFacts(file: file, byteCount: byteCount)
    guard !parts.isEmpty else { return PageReading(facts: facts, articles: []) }
    return PageReading(facts: facts, articles: [Article(file: file, number: 1, kind: .other, parts: parts)])
  }
}
