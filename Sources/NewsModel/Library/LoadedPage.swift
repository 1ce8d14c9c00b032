/// One file of a listing, read or not.
struct LoadedPage: Sendable {
  /// The file's size in bytes when it was found.
  let byteCount: Int
  private let outcome: Result<Content, LibraryError>

  /// What a file that could be read holds.
  struct Content: Sendable {
    let reading: PageReading
    let surveys: [PlaceSurvey]
  }

  /// Reads a file; what goes wrong is kept.
  init(_ file: PageFile, filer: PlaceFiler?, repairs: PageRepairs = .none) {
    byteCount = file.byteCount
    outcome = Result { () throws(LibraryError) in try LoadedPage.read(file, filer: filer, repairs: repairs) }
  }

  /// The memory that reading a file takes, measured: for each byte, and besides that for the printed page that is read.
  private static let (memoryPerByte, memoryPerPage) = (4, 16 << 20)

  /// Reads, decodes and takes apart a file, and makes the user's repairs.
  static func read(_ file: PageFile, filer: PlaceFiler?, repairs: PageRepairs = .none) throws(LibraryError) -> Content {
    guard Memory.holds(memoryPerByte * file.byteCount + memoryPerPage) else { throw .noMemory(path: file.path.shown) }
    let (decoded, byteCount) = try TextFile.decode(file.path)
    let unrepaired = PageReader.read(decoded, file: file.path, byteCount: byteCount)
    var reading = repairs.apply(to: unrepaired) { SourcePage(decoded).print }
    if let damage = decoded.damage {
      reading.diagnostics.append(
        Diagnostic(file: file.path.shown, line: damage.line, message: damage.message(in: decoded.encoding)))
    }
    reading.facts.others = file.others
    return Content(reading: reading, surveys: filer.map { reading.articles.map($0.survey) } ?? [])
  }

  /// Adds the page to a batch.
  func add(to batch: inout LibraryLoader.Batch) {
    switch outcome {
    case .success(let content):
      batch.readings.append(content.reading)
      batch.surveys += content.surveys
    case .failure(.noMemory(let path)):
      let earlier = batch.shortage
      batch.shortage = LibraryLoader.Shortage(file: earlier?.file ?? path, count: (earlier?.count ?? 0) + 1)
    case .failure(let error):
      batch.diagnostics.append(error.diagnostic)
    }
    batch.progress.pages += 1
    batch.progress.bytes += byteCount
  }
}

extension DecodedText.Damage {
  /// The sentence that tells the reader.
  fileprivate func message(in encoding: TextEncoding) -> Phrase {
    let others = count > 1 ? Phrase("（另有 \(count - 1) 处）", " (and \(count - 1) more places)") : Phrase("", "")
    return Phrase(
      "第 \(byteOffset) 字节不是 \(encoding.rawValue)\(others.chinese)，显示为 U+FFFD；请修好文件或转成 UTF-8",
      "byte \(byteOffset) is no \(encoding.rawValue)\(others.english); U+FFFD stands in its place: repair the file or convert it to UTF-8"
    )
  }
}
