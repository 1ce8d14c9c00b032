import Foundation

@testable import NewsModel

/// What a tool or a reprint does to a page without touching what it says.
struct PrintChange: Sendable, CustomStringConvertible {
  let description: String
  let apply: @Sendable (String) -> String

  /// A blank between all characters, so that a blank of the print is wider than others.
  static let blanks = PrintChange(description: "blanks between characters") { text in
    mapLines(text) { $0.unicodeScalars.map(String.init).joined(separator: " ") }
  }

  /// One blank between Han and marks, as wide as those of the print, which cannot be told from it any more.
  static let evenBlanks = PrintChange(description: "blanks as wide as the print's") { text in
    mapLines(text) { line in
      var out = String.UnicodeScalarView()
      for scalar in line.unicodeScalars {
        if let last = out.last, !last.properties.isWhitespace, !scalar.properties.isWhitespace,
          last.value > 0x2E7F || scalar.value > 0x2E7F || "“”‘’—…·".unicodeScalars.contains(scalar)
        {
          out.append(" ")
        }
        out.append(scalar)
      }
      return String(out)
    }
  }

  /// Every character that has a radical's or a compatibility code point is written with it.
  static let radicals = PrintChange(description: "radicals") { text in
    var variants: [UInt32: UInt32] = [:]
    for (variant, usual) in VariantTable.lookalikes where variant < 0xE000 {
      variants[usual] = min(variant, variants[usual] ?? variant)
    }
    return text.unicodeScalars.map { variants[$0.value] ?? $0.value }[...].string
  }

  static let softHyphens = PrintChange(description: "soft hyphens and zero-width marks") { text in
    var out = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      out.append(scalar)
      if index % 7 == 3, scalar.value > 0x7F { out.append(index % 2 == 0 ? "\u{AD}" : "\u{200B}") }
    }
    return String(out)
  }

  static let lineEnds = PrintChange(description: "CRLF") { $0.replacingOccurrences(of: "\n", with: "\r\n") }

  static let doubledBlankLines = PrintChange(description: "doubled blank lines") {
    $0.replacingOccurrences(of: "\n\n", with: "\n\n\n")
  }

  /// Marks of half the width, as many pages print them, or of the full width.
  static func widths(full: Bool) -> PrintChange {
    let pairs = zip("，：；！？（）".unicodeScalars, ",:;!?()".unicodeScalars)
    return PrintChange(description: full ? "full-width marks" : "half-width marks") { text in
      let scalars = Array(text.unicodeScalars)
      var out = String.UnicodeScalarView()
      for (index, scalar) in scalars.enumerated() {
        let pair = pairs.first { (full ? $0.1 : $0.0) == scalar }
        // A comma or colon between figures is theirs, and one of an address the address's.
        let besideASCII = [index - 1, index + 1].contains {
          scalars.indices.contains($0) && scalars[$0].isASCII && scalars[$0].properties.isAlphabetic
            || scalars.indices.contains($0) && ("0"..."9").contains(scalars[$0])
        }
        out.append(pair.map { full ? (besideASCII ? scalar : $0.0) : $0.1 } ?? scalar)
      }
      return String(out)
    }
  }

  static let characters: [PrintChange] = [
    blanks, evenBlanks, radicals, softHyphens, lineEnds, doubledBlankLines, widths(full: true), widths(full: false),
  ]

  /// Paragraphs broken at `width` Han, as print breaks them, with the indent of two characters or without.
  static func wrap(_ width: Int, indented: Bool, blankLines: Bool = true) -> PrintChange {
    let description = "lines of \(width)" + (indented ? ", indented" : "") + (blankLines ? "" : ", no blank lines")
    return PrintChange(description: description) { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
        let text = line.trimmingCharacters(in: .whitespaces)
        let isParagraph = text.count > max(width, 20) && text.contains { "。！？，,；;".contains($0) }
        guard isParagraph else { return blankLines || !text.isEmpty ? [String(line)] : [] }
        return PrintedLines(text, width: 2 * width, indent: indented ? 4 : 0).lines
      }
      return lines.joined(separator: "\n")
    }
  }

  /// Whether the paragraphs of a page stand on one line each, so that it can be broken into lines.
  static func isUnbroken(_ text: String) -> Bool {
    let normal = NormalForm(text)
    let blocks = PageText.sheets(of: normal.text).flatMap {
      BlockSplitter.split(PageText(normal.text, $0), of: normal).blocks
    }
    return blocks.count { $0.lines.count > 1 } * 20 < blocks.count
  }

  static let wraps: [PrintChange] = [8, 11, 16, 21, 30].flatMap { width in
    [wrap(width, indented: false), wrap(width, indented: true)]
  }

  static func mapLines(_ text: String, _ body: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { body(String($0)) }.joined(separator: "\n")
  }
}

/// A paragraph broken into lines of a column as print does it: words and figures whole, no mark where it may not stand.
private struct PrintedLines {
  private(set) var lines: [String] = []
  private var pieces: [Substring] = []
  private var width: Int

  /// `width` and `indent` in half Han.
  init(_ text: String, width column: Int, indent: Int) {
    width = indent
    for piece in Self.pieces(of: text) {
      if width + Self.width(of: piece) > column, !pieces.isEmpty { endLine(before: piece) }
      if piece != " " || !pieces.isEmpty {
        pieces.append(piece)
        width += Self.width(of: piece)
      }
    }
    lines.append(pieces.joined())
    if indent > 0 { lines[0] = "\u{3000}\u{3000}" + lines[0] }
  }

  private mutating func endLine(before next: Substring) {
    var carried: [Substring] = []
    func mayBegin(_ piece: Substring) -> Bool {
      piece.first.map { !"，。、；：？！）》”’…—％%〕】·.,:;?!)」』".contains($0) } ?? true
    }
    func mayEnd(_ piece: Substring) -> Bool { piece.last.map { !"（《“‘〔【(「『".contains($0) } ?? true }
    if !mayBegin(next) {
      while pieces.count > 1, carried.first.map({ !mayBegin($0) }) ?? true {
        carried.insert(pieces.removeLast(), at: 0)
      }
    }
    while pieces.count > 1, let last = pieces.last, !mayEnd(last) { carried.insert(pieces.removeLast(), at: 0) }
    lines.append(pieces.joined())
    pieces = Array(carried.drop { $0 == " " })
    width = pieces.reduce(0) { $0 + Self.width(of: $1) }
  }

  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".,:%+-/".contains($0)) }
      pieces.append(word.isEmpty ? rest.prefix(1) : word)
      rest = rest.dropFirst(max(1, word.count))
    }
    return pieces
  }

  private static func width(of piece: Substring) -> Int {
    piece.unicodeScalars.reduce(0) { $0 + (LineMeasure.isNarrow($1.value) ? 1 : 2) }
  }
}

/// What a reader of a page goes by.
struct PageGist {
  /// Of each article the headline, the names, the day and the place, folded.
  private(set) var heads: [String: Int] = [:]
  /// The paragraphs, folded.
  private(set) var paragraphs: [String: Int] = [:]

  init(_ text: String, _ filer: PlaceFiler) {
    var text = text
    if let decoded = try? TextDecoding.decode(Array(text.utf8)) { text = decoded.text }
    var library = Library()
    library.append([PageReader.read(text, file: "p.txt", byteCount: text.utf8.count)])
    filer.file(&library)
    for article in library.articles {
      let names = article.byline.flatMap(\.names).sorted().joined(separator: " ")
      let head = [
        Self.fold(article.headline ?? ""), names, article.date?.description ?? "", article.filing.place?.name ?? "",
      ]
      heads[head.joined(separator: "|"), default: 0] += 1
      for part in article.parts where part.role == .body { paragraphs[Self.fold(part.text), default: 0] += 1 }
    }
  }

  private static func fold(_ text: String) -> String {
    String(decoding: Folding.units(text).filter { $0 != FoldTable.space }, as: UTF16.self)
  }

  /// How many of the entries of `all` another page has too.
  static func shared(_ all: [String: Int], _ other: [String: Int]) -> Int {
    all.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
  }
}
