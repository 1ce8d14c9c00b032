@testable import NewsModel

/// What tools leave in texts: a file's text into its normal form, and what is read from it.
enum PrintFuzz {
  static func run(_ bytes: [UInt8]) {
    let print = FuzzText(bytes, tokens: tokens).text
    let normal = NormalForm(print)
    let scalars = Array(print.unicodeScalars)
    let text = Array(normal.text.unicodeScalars)
    if let origins = normal.origins {
      require(origins.count == text.count, "\(origins.count) origins of \(text.count) characters")
      require(origins.allSatisfy { scalars.indices.contains(Int($0)) }, "an origin outside of the print")
    }
    let lineCount = text.count { $0 == "\n" } + 1
    let printedLines = scalars.count { $0 == "\n" } + 1
    if let numbers = normal.lineNumbers {
      require(numbers.count == lineCount, "\(numbers.count) numbers of \(lineCount) lines")
      require(numbers.allSatisfy { (0..<Int32(printedLines)).contains($0) }, "a line that is not there")
    }
    require(normal.lineKinds.keys.allSatisfy { (0..<lineCount).contains($0) }, "the kind of no line")
    require(normal.repairs.allSatisfy { (1...printedLines).contains($0.line) && $0.count > 0 }, "a repair of nothing")
    // What has no markup or gutters keeps every Han character, in its order.
    let harmless: Set<NormalStep> = [.breaks, .dropped, .blanks, .lines]
    if normal.repairs.allSatisfy({ harmless.contains($0.step) }) {
      let isHan = { (scalar: Unicode.Scalar) in CharacterClass.of(scalar.value).contains(.han) }
      require(text.filter(isHan) == scalars.filter(isHan), "a character is lost or moved")
    }
    PageFuzz.run(Array(print.utf8))
  }

  private static let tokens: [String] = [
    "<div style=\"text-align: center;\">", "</div>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>",
    "<td rowspan=2>", "<td colspan=\"3\">", "<br>", "<img src=\"a.jpg\">", "<!-- page break -->", "<!--", "-->",
    "<", ">", "&lt;", "&amp;", "&#", "&#39640;", "&", ";", "$", "$5^{\\circ}$", "\\frac{1}{2}", "\\(", "\\)",
    "{", "}", "|", "|---|---|\n", "| 甲 | 乙 |\n", "# ", "![](a.jpg)", "![", "```\n", "\n", "\n\n", "\u{C}",
    "    ", " ", "\u{3000}\u{3000}", "高唐县", "，", "。", "的耐久测试，", "三年前，他们", "立", "夏", "4月2", "日", "COVID-",
    "exam-", "ple", "19", "（记者 张三）", "本报讯", "⾼", "㎏", "\u{AD}", "\u{E123}", "\u{1A}", "<|det|>", "<|/det|>",
    "<h2>", "</h2>", "<p>",
  ]
}
