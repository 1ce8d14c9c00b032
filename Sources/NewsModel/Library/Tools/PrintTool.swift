import Platform

/// A program of the user's that takes the text and its places out of a file that is no text.
public enum PrintTool: String, Sendable, CaseIterable {
  /// Poppler's, for PDF.
  case pdftotext
  /// For scans.
  case tesseract

  /// The tools that a file may be given to.
  public typealias Permitted = Set<PrintTool>

  /// All of them.
  public static let all = Permitted(allCases)

  /// The tool for a file of this name.
  init?(for path: FilePath) {
    switch PageKind(path) {
    case .pdf: self = .pdftotext
    case .picture: self = .tesseract
    default: return nil
    }
  }

  /// Where the program is; `nil` where it is not installed.
  private var program: String? { Self.programs[self] }

  private static let programs: [PrintTool: String] = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    var programs: [PrintTool: String] = [:]
    for tool in allCases {
      programs[tool] = folders.lazy.map { "\($0)/\(tool.rawValue)" }.first { access($0, X_OK) == 0 }
    }
    return programs
  }()

  /// Whether the program is there.
  var isInstalled: Bool { program != nil }

  /// What to do without the program.
  var advice: Phrase {
    switch self {
    case .pdftotext:
      Phrase(
        "读 PDF 要装 pdftotext（poppler-utils）；或者自己用它取出文字：pdftotext -tsv 文件.pdf",
        "PDFs are read with pdftotext (poppler-utils): install it, or run pdftotext -tsv FILE.pdf elsewhere")
    case .tesseract:
      Phrase(
        "读扫描图要装 tesseract（含 chi_sim），并在配置里写 ocr = tesseract",
        "scans are read with tesseract and its chi_sim: install them, and write ocr = tesseract into the configuration")
    }
  }

  // MARK: Running

  /// Larger files are no page.
  private static let largestInput = 512 << 20
  /// More than that no page's words take.
  private static let largestOutput = 256 << 20
  /// So long a tool may take for one file.
  private var seconds: Double { self == .pdftotext ? 60 : 300 }

  /// The table of words that the tool makes of a file, kept for the next time.
  ///
  /// - Throws: `LibraryError.unreadable` where the tool is not there, fails, or takes too long.
  func table(of path: FilePath) throws(LibraryError) -> [UInt8] {
    guard let program else { throw .noTool(path: path.shown, advice: advice) }
    var info = stat()
    guard path.withPlatformString({ stat($0, &info) }) == 0 else { throw .notFound(path: path.shown) }
    guard Int(info.st_size) <= Self.largestInput else { throw .tooLarge(path: path.shown) }
    guard let folder = Self.cacheFolder else {
      throw .unreadable(path: path.shown, reason: "no folder for what \(rawValue) makes of it")
    }
    let kept = folder.appending(FilePath(name(for: path, info)))
    if let bytes = try? FileBytes.read(kept) { return bytes }
    let unfinished = folder.appending(FilePath("\(getpid())-\(UInt64.random(in: 0...UInt64.max))"))
    let table = FilePath(encoded: unfinished.encoded + ".tsv")
    defer { _ = table.withPlatformString { unlink($0) } }
    try run(program, path, to: unfinished, table: table)
    let bytes = try FileBytes.read(table)
    // What a crash leaves behind is a name that nothing asks for.
    _ = table.withPlatformString { from in kept.withPlatformString { rename(from, $0) } }
    return bytes
  }

  /// `$XDG_CACHE_HOME/xianwen`, made where it is not there yet.
  private static let cacheFolder: FilePath? = {
    guard let folder = Paths().cache else { return nil }
    do {
      try FileManager.default.createDirectory(
        atPath: folder.encoded, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      return nil
    }
    return folder
  }()

  /// A name that another file, or another version of it, does not have.
  private func name(for path: FilePath, _ info: stat) -> String {
    let version = "\(info.st_size) \(info.st_mtim.tv_sec) \(info.st_mtim.tv_nsec) \(info.st_ino) \(rawValue)"
    return "print-" + ArticleID.digits(FNV1a.hash((path.absolute.encoded + "\0" + version).utf8)) + ".tsv"
  }

  /// Runs the program on a file.
  private func run(_ program: String, _ path: FilePath, to base: FilePath, table: FilePath) throws(LibraryError) {
    // No name may be taken for an option.
    let file = path.isAbsolute ? path.encoded : "./" + path.encoded
    let arguments =
      self == .pdftotext
      ? ["-q", "-tsv", "-enc", "UTF-8", file, table.encoded]
      : [file, base.encoded, "-l", "chi_sim", "--psm", "1", "tsv"]
    guard let process = ChildProcess(program, arguments, adding: ["OMP_THREAD_LIMIT=1"]) else {
      throw .unreadable(path: path.shown, reason: "\(rawValue) does not start")
    }
    let end = ContinuousClock.now + .seconds(seconds)
    var pause: UInt32 = 1_000
    var status = process.status()
    while status == nil {
      var info = stat()
      let isTooMuch = table.withPlatformString { stat($0, &info) } == 0 && Int(info.st_size) > Self.largestOutput
      if isTooMuch || ContinuousClock.now > end {
        process.kill()
        let reason = isTooMuch ? "makes too much of it" : "takes longer than \(Int(seconds)) s"
        throw .unreadable(path: path.shown, reason: "\(rawValue) \(reason)")
      }
      usleep(pause)
      pause = min(pause * 2, 50_000)
      status = process.status()
    }
    guard status == 0 else {
      throw .unreadable(path: path.shown, reason: "\(rawValue): exit \(status ?? 0)")
    }
  }
}
