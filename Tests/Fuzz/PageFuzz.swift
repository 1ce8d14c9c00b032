@testable import NewsModel
@testable import ReaderUI

/// The bytes of a page file: decoded, taken apart, filed, searched, written as JSON, shown.
enum PageFuzz {
  private static let filer = PlaceFiler()

  static func run(_ bytes: [UInt8]) {
    guard let decoded = try? TextDecoding.decode(bytes) else { return }
    let reading = PageReader.read(decoded.text, file: "page.txt", byteCount: bytes.count)
    let parts = (reading.articles + reading.furniture).flatMap(\.parts)
    let print = LaidOutText(decoded)?.text ?? decoded.text
    require(kept(parts.map(\.text)) == kept([NormalForm(print).text]), "reading lost or doubled a character")
    let lineCount = decoded.text.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    for span in parts.flatMap(\.lines) {
      require(span.first >= 1 && span.first <= span.last && span.last <= lineCount, "lines \(span) of \(lineCount)")
    }
    var library = Library()
    library.append([reading])
    filer.file(&library)
    var json = JSONWriter()
    for article in library.articles { article.write(to: &json) }
    require(json.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "a control character in JSON")
    search(library)
    show(library)
  }

  /// How often each scalar occurs that reading must keep.
  private static func kept(_ texts: [String]) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in texts.lazy.flatMap(\.unicodeScalars)
    where !scalar.properties.isWhitespace && !(0x1C...0x1F).contains(scalar.value)
      && !"*#\u{FEFF}".unicodeScalars.contains(scalar)
    {
      counts[scalar, default: 0] += 1
    }
    return counts
  }

  /// A text of each article is found in it, with an index and without.
  private static func search(_ library: Library) {
    var index = SearchIndex()
    index.append(library.articles[...])
    let scanner = Searcher(library: library, index: SearchIndex())
    let indexed = Searcher(library: library, index: index)
    for (number, article) in library.articles.enumerated().prefix(4) {
      guard let text = article.parts.last?.text else { continue }
      let query = QueryParser.plain(String(String.UnicodeScalarView(text.unicodeScalars.suffix(6))))
      guard query.root != nil else { continue }
      let found = indexed.find(query)?.articles
      require(found == scanner.find(query)?.articles, "an index and a scan disagree about \(query.text)")
      require(found?.contains(number) == true, "\(query.text) is not found")
    }
  }

  /// Every cell of a screen is harmless, whatever its size.
  private static func show(_ library: Library) {
    var state = AppState(settings: Settings())
    _ = update(&state, .catalog(Catalog(load: 0, library: library)))
    for (columns, rows, key) in [(100, 30, Key.enter), (40, 12, "j"), (20, 5, .enter), (7, 2, .end)] {
      let size = Size(columns: columns, rows: rows)
      _ = update(&state, .resized(size))
      _ = update(&state, .key(key)) + update(&state, .drawing)
      checkCells(of: render(state, size: size))
    }
  }

  /// No cell holds what a terminal would obey.
  static func checkCells(of frame: Frame) {
    var bytes: [UInt8] = []
    for y in 0..<frame.size.rows { for cell in frame.row(y) { cell.append(to: &bytes) } }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      require(scalar == scalar.shown, "U+\(String(scalar.value, radix: 16)) in a cell")
    }
  }
}
