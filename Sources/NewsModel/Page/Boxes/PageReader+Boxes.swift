extension PageReader {
  /// Reads a page whose boxes are known.
  static func read(
    _ boxes: BoxFile, file: FilePath, byteCount: Int, _ weights: ReadingWeights
  ) -> PageReading {
    let laidOut = LaidOutText(boxes)
    let normal = NormalForm(laidOut.text)
    var reading = read(normal, laidOut, file: file, byteCount: byteCount, weights)
    reading.diagnostics = boxes.diagnostics(file: file.shown, isOverfull: laidOut.isOverfull)
    return reading
  }
}

extension BoxFile {
  /// What is to be said of a file's boxes: one line at most.
  fileprivate func diagnostics(file: String, isOverfull: Bool) -> [Diagnostic] {
    if isOverfull {
      return [
        Diagnostic(
          file: file,
          message: Phrase(
            "一版上的字框多得不像一版报纸，按文件里的顺序读了文字，没有用位置",
            "more boxes than a printed page holds; the text was read in the file's order, without their places"))
      ]
    }
    if sheets.allSatisfy(\.words.isEmpty) {
      return [
        Diagnostic(
          file: file,
          message: Phrase(
            "里面没有文字；如果是扫描件，先用 OCR 认字（如 tesseract … tsv）",
            "there are no words in it; if it is a scan, have it read by OCR first (tesseract … tsv)"))
      ]
    }
    guard damaged > 0 else { return [] }
    return [
      Diagnostic(
        file: file, line: firstDamaged > 0 ? firstDamaged : nil,
        message: Phrase(
          "有 \(damaged) 行不完整或位置不可能，文字放在了版面最后；请用工具重新生成这个文件",
          "\(damaged) rows are incomplete or have impossible places; their text was put at the page's end: make the file anew"
        ))
    ]
  }
}
