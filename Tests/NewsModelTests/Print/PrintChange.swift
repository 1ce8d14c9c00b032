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

  static func mapLines(_ text: String, _ body: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { body(String($0)) }.joined(separator: "\n")
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
    for article in library.articles where article.kind != .other {
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
