import Platform

/// Tells from the bytes of pages which of them can hold what a query asks for, so that the others need not be read.
///
/// Derived from the query as a condition that every page with a hit fulfils; what bytes cannot tell (dates, places, what
/// is ruled out) counts as fulfilled.
public struct PageFilter: Sendable {
  private indirect enum Condition: Sendable {
    case always
    case text(PageNeedle)
    /// Every one of these characters stands on the page.
    case letters([PageNeedle])
    /// The page's path holds the folded text.
    case file(UnitScanner)
    case all([Condition])
    case any([Condition])

    /// Whether a text is looked for with letters that may stand in squared characters.
    var holdsSquaredLetters: Bool {
      switch self {
      case .always, .file: false
      case .text(let needle): needle.holdsSquaredLetters
      case .letters(let needles): needles.contains(where: \.holdsSquaredLetters)
      case .all(let conditions), .any(let conditions): conditions.contains(where: \.holdsSquaredLetters)
      }
    }
  }

  private let condition: Condition
  /// Whether the filter lets every page pass.
  public let passesAll: Bool

  /// Derives the filter of a query.
  ///
  /// - Parameter listing: the pages; the first one tells rare characters from common ones.
  public init(_ query: ParsedQuery, for listing: PageListing) {
    let sample = (listing.files.first.flatMap { try? FileBytes.read($0.path) }) ?? []
    condition = sample.withUnsafeBufferPointer { sample in
      PageFilter.condition(query.plan, sample)
    }
    if case .always = condition { passesAll = true } else { passesAll = false }
  }

  private static func condition(_ plan: QueryPlan, _ sample: UnsafeBufferPointer<UInt8>) -> Condition {
    switch plan {
    case .pattern(.exact(let text)):
      return PageNeedle(text.scanner.needle, sample: sample).map { .text($0) } ?? .always
    case .pattern(let pattern): return condition(pattern.filter, sample)
    case .article(.text(let text, .characters, _)):
      return .letters(text.needle.compactMap { PageNeedle([$0], sample: sample) })
    case .article(.text(let text, .path, _)): return .file(text)
    case .article, .not: return .always
    case .all(let plans):
      let conditions = plans.map { condition($0, sample) }.filter { if case .always = $0 { false } else { true } }
      return conditions.isEmpty ? .always : .all(conditions)
    case .any(let plans):
      let conditions = plans.map { condition($0, sample) }
      return conditions.contains { if case .always = $0 { true } else { false } } ? .always : .any(conditions)
    }
  }

  /// The pages that may hold a hit, in their order, with the notes on the listing. A page that is no plain UTF-8 or
  /// cannot be read is among them.
  ///
  /// - Parameter isKept: whether a page is taken whatever its bytes hold.
  /// - Complexity: O(bytes), on all cores.
  public func select(_ listing: PageListing, keeping isKept: (FilePath) -> Bool = { _ in false }) -> PageListing {
    let files = listing.files
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, files.count)
    let line = SelectionLine(count: files.count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var buffer = PageBuffer()
      while let range = line.next() {
        for index in range where mayHold(files[index], &buffer) { line.keep(index) }
      }
    }
    var selected = PageListing()
    selected.diagnostics = listing.diagnostics
    for (index, file) in files.enumerated() where line.isKept(index) || isKept(file.path) { selected.add(file) }
    return selected
  }

  private func mayHold(_ file: PageFile, _ buffer: inout PageBuffer) -> Bool {
    guard file.path != PageFile.standardInput, PrintTool(for: file.path) == nil, buffer.read(file) else { return true }
    return buffer.withBytes { bytes in
      // What a row or an element holds is not how the text goes on.
      guard BoxFile.Format(of: bytes) == nil else { return true }
      guard ByteScanner.isPlainUTF8(bytes) || isReadAsItStands(bytes) else { return true }
      return PageFilter.holds(condition, file.path.shown, bytes)
    }
  }

  /// Whether `TextDecoding` takes the bytes for UTF-8 without damage, and what stands in them is what the page says.
  private func isReadAsItStands(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { return false }
    let survey = PrintSurvey(bytes)
    return !survey.contains(.opaque) && !(survey.contains(.squared) && condition.holdsSquaredLetters)
  }

  private static func holds(_ condition: Condition, _ path: String, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
    switch condition {
    case .always: return true
    case .text(let needle): return needle.mayStand(in: page)
    case .letters(let needles): return needles.allSatisfy { $0.mayStand(in: page) }
    case .file(let scanner):
      return Folding.units(path).withUnsafeBufferPointer { path in
        path.baseAddress.map { scanner.first(in: $0, from: 0, to: path.count) != nil } ?? false
      }
    case .all(let conditions): return conditions.allSatisfy { holds($0, path, page) }
    case .any(let conditions): return conditions.contains { holds($0, path, page) }
    }
  }
}

/// Pages shared out among threads, and which of them were kept.
///
/// A class because threads share it; the lock guards all that changes.
private final class SelectionLine: @unchecked Sendable {
  private let lock = Monitor()
  private var begun = 0
  private var kept: [Bool]
  /// So many pages are taken at a time.
  private static let stretch = 16

  init(count: Int) {
    kept = Array(repeating: false, count: count)
  }

  /// The next pages to look at; `nil` when all are taken.
  func next() -> Range<Int>? {
    lock.withLock {
      guard begun < kept.count else { return nil }
      let range = begun..<min(begun + Self.stretch, kept.count)
      begun = range.upperBound
      return range
    }
  }

  func keep(_ index: Int) { lock.withLock { kept[index] = true } }

  func isKept(_ index: Int) -> Bool { lock.withLock { kept[index] } }
}

/// Memory that one page after the other is read into, with zeros before it.
private struct PageBuffer: ~Copyable {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
  private var count = 0
  /// Zero bytes before the page's.
  private static let margin = 16

  init() {
    memory.initialize(repeating: 0)
  }

  deinit { memory.deallocate() }

  /// Reads a file; `false` when that fails or the file is not what was listed.
  mutating func read(_ file: PageFile) -> Bool {
    let descriptor = file.path.withPlatformString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    if file.byteCount + PageBuffer.margin > memory.count {
      let capacity = (file.byteCount + PageBuffer.margin) * 2
      guard Memory.holds(capacity) else { return false }
      memory.deallocate()
      memory = .allocate(capacity: capacity)
      memory.initialize(repeating: 0)
    }
    guard let base = memory.baseAddress else { return false }
    count = 0
    while count < file.byteCount {
      let got = Platform.read(descriptor, base + PageBuffer.margin + count, file.byteCount - count)
      if got < 0, errno == EINTR { continue }
      if got <= 0 { break }
      count += got
    }
    return count == file.byteCount
  }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: memory[PageBuffer.margin..<PageBuffer.margin + count]))
  }
}
