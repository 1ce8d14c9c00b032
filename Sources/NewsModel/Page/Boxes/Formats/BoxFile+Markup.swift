/// hOCR, as Tesseract and others write it: elements whose class says what they are and whose title says where.
extension BoxFile {
  private static let lineClasses: Set<Substring> = [
    "ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption", "ocrx_line",
  ]

  mutating func readHOCR(_ text: String) {
    var scanner = MarkupScanner(text)
    var depth = 0
    var lineNumber = 0
    // The word or line under way: how deep it stands, where, and its text so far.
    var open: (depth: Int, box: Box?, confidence: Float?, text: String)?
    func close(_ file: inout BoxFile) {
      if let word = open { file.append(word.text, word.box, word.confidence, line: lineNumber, at: scanner.line) }
      open = nil
    }
    while let token = scanner.next() {
      switch token {
      case .open(let name, let attributes, let isEmpty):
        guard !isEmpty, name != "br", name != "meta", name != "link" else { continue }
        depth += 1
        let kinds = Set((attributes["class"] ?? "").split(separator: " "))
        let isLine = !kinds.isDisjoint(with: Self.lineClasses)
        if kinds.contains("ocr_page") {
          close(&self)
          append(BoxSheet())
        } else if isLine || kinds.contains("ocrx_word") || kinds.contains("ocr_word") {
          close(&self)
          if isLine { lineNumber += 1 }
          let title = attributes["title"] ?? ""
          open = (depth, Self.box(ofTitle: title), Self.confidence(ofTitle: title), "")
        }
      case .text(let text): open?.text += text
      case .close:
        if let word = open, word.depth >= depth { close(&self) }
        depth = max(0, depth - 1)
      }
    }
    close(&self)
  }

  /// `bbox 10 20 300 40; x_wconf 93`
  private static func numbers(_ name: Substring, in title: String) -> [Double] {
    for field in title.split(separator: ";") {
      let words = field.split(whereSeparator: \.isWhitespace)
      if words.first == name { return words.dropFirst().compactMap { Double($0) } }
    }
    return []
  }

  private static func box(ofTitle title: String) -> Box? {
    let values = numbers("bbox", in: title)
    return values.count == 4 ? Box(claimed: values[0], values[1], values[2], values[3]) : nil
  }

  private static func confidence(ofTitle title: String) -> Float? {
    numbers("x_wconf", in: title).first.flatMap { (0...100).contains($0) ? Float($0) / 100 : nil }
  }

  private mutating func append(_ text: String, _ box: Box?, _ confidence: Float?, line: Int, at fileLine: Int) {
    let scalars = Array(text.unicodeScalars.map(\.value)[...].trimmed)
    guard !scalars.isEmpty else { return }
    if sheets.isEmpty { append(BoxSheet()) }
    if box == nil { noteDamage(line: fileLine) }
    append(
      BoxWord(text: scalars, row: sheets[sheets.count - 1].words.count, box: box, confidence: confidence, line: line))
  }
}

/// ALTO: a `String` for each word, with its place.
extension BoxFile {
  mutating func readALTO(_ text: String) {
    var scanner = MarkupScanner(text)
    var lineNumber = 0
    while let token = scanner.next() {
      guard case .open(let name, let attributes, _) = token else { continue }
      switch name {
      case "page": append(BoxSheet())
      case "textline": lineNumber += 1
      case "string":
        let values = ["hpos", "vpos", "width", "height"].map { attributes[$0].flatMap { Double($0) } }
        var box: Box?
        if let left = values[0], let top = values[1], let width = values[2], let height = values[3] {
          box = Box(claimed: left, top, left + width, top + height)
        }
        let confidence = attributes["wc"].flatMap { Float($0) }.flatMap { (0...1).contains($0) ? $0 : nil }
        append(attributes["content"] ?? "", box, confidence, line: lineNumber, at: scanner.line)
      default: continue
      }
    }
  }
}
