import Platform

/// A clipping behind a reference, so that a copy of many does not copy what they hold.
public final class KeptClipping: Sendable {
  /// What is kept.
  public let clipping: Clipping
  /// A box for `clipping`.
  public init(_ clipping: Clipping) { self.clipping = clipping }
}

/// The text of a clippings file as lines: those that are clippings, and all others exactly as they stand.
///
/// A line is only written anew when its clipping changes, so that a text comes back byte for byte:
/// `ClippingsFile(text: t).text == t` for every `t`.
public struct ClippingsFile: Sendable {
  /// One line without its line break.
  struct Line: Sendable {
    let bytes: ArraySlice<UInt8>
    var content: Content
  }

  /// What a line is.
  enum Content: Sendable {
    case clipping(KeptClipping)
    /// A clipping that another line holds as well, which stands for both.
    case copy(KeptClipping)
    /// Not a clipping: kept as it is and reported.
    case foreign(JSONFault)
    /// White space only: kept as it is, not worth a word.
    case blank
  }

  private(set) var lines: [Line] = []
  /// The ids of the clippings, so that most changes need not look through the lines.
  private var ids: Set<String> = []
  private var endsInLineBreak = true
  /// Whether any line is a copy of another.
  private var hasCopies = false

  /// An empty file.
  public init() {}

  /// Reads a file's bytes, on all cores.
  ///
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    endsInLineBreak = bytes.last == UInt8(ascii: "\n")
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = ClippingsFile.lineEnd(bytes, from: start)
      ranges.append(start..<end)
      start = end + 1
    }
    lines = ClippingsFile.lines(of: bytes, ranges)
    ids = Set(lines.compactMap(\.id))
    if ids.count < lines.lazy.compactMap(\.id).count { findCopies() }
  }

  /// Tells clippings that stand more than once from the others; the line of each that was kept last gets what the others have. No byte
  /// changes.
  private mutating func findCopies() {
    var rows: [Clipping.Identity: [Int]] = [:]
    for (row, line) in lines.enumerated() {
      if case .clipping(let kept) = line.content { rows[kept.clipping.identity, default: []].append(row) }
    }
    for rows in rows.values where rows.count > 1 {
      hasCopies = true
      let copies = rows.compactMap { lines[$0].clipping }
      let latest = copies.indices.dropFirst().reduce(0) { copies[$0].added < copies[$1].added ? $1 : $0 }
      for (row, copy) in zip(rows, copies) { lines[row].content = .copy(KeptClipping(copy)) }
      lines[rows[latest]].content = .clipping(KeptClipping(copies[latest].united(with: copies)))
    }
  }

  /// The clippings that are listed.
  var united: [Clipping.Identity: Clipping] {
    Dictionary(kept.map { ($0.clipping.identity, $0.clipping) }) { first, _ in first }
  }

  /// Writes what stands more than once as one line each.
  ///
  /// - Returns: whether anything changed. A copy that says something else of the article (another text, another program's key) stays as a line,
  ///   without the note and the tags, which would otherwise come back when the user takes them out.
  mutating func uniteCopies() -> Bool {
    guard hasCopies else { return false }
    let copied = Set(lines.compactMap { if case .copy(let kept) = $0.content { kept.clipping.identity } else { nil } })
    let united = self.united
    var rest: [Line] = []
    for line in lines {
      switch line.content {
      case .clipping(let kept) where copied.contains(kept.clipping.identity):
        rest.append(Line(bytes: kept.clipping.jsonBytes[...], content: line.content))
      case .copy(let kept):
        if united[kept.clipping.identity]?.holds(all: kept.clipping) == true { continue }
        var copy = kept.clipping
        (copy.note, copy.tags) = ("", [])
        rest.append(copy == kept.clipping ? line : Line(bytes: copy.jsonBytes[...], content: .copy(KeptClipping(copy))))
      case .clipping, .foreign, .blank: rest.append(line)
      }
    }
    let isChanged = rest.count != lines.count || zip(rest, lines).contains { $0.bytes != $1.bytes }
    lines = rest
    hasCopies = rest.contains { if case .copy = $0.content { true } else { false } }
    return isChanged
  }

  /// Lines that one thread reads before it takes more.
  private static let linesAtOnce = 128

  /// Reads lines on all cores: of ten thousand clippings, one alone would take longer than a list may take to open.
  private static func lines(of bytes: [UInt8], _ ranges: [Range<Int>]) -> [Line] {
    [Line](unsafeUninitializedCapacity: ranges.count) { buffer, count in
      // Each line is written once, by the one iteration that its number belongs to.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: (ranges.count + linesAtOnce - 1) / linesAtOnce) { part in
        for index in part * linesAtOnce..<min((part + 1) * linesAtOnce, ranges.count) {
          let line = bytes[ranges[index]]
          buffer.initializeElement(at: index, to: Line(bytes: line, content: Content(line, isFirst: index == 0)))
        }
      }
      count = ranges.count
    }
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(UInt8(ascii: "\n")), buffer.count - start)
      else { return buffer.count }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Reads a file's text.
  public init(text: String) { self.init(bytes: Array(text.utf8)) }

  /// The file's bytes.
  ///
  /// - Complexity: O(bytes).
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count + 1 })
    for line in lines {
      bytes += line.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    if !endsInLineBreak { bytes.removeLast() }
    return bytes
  }

  /// The file's text; bytes that are not UTF-8 become U+FFFD here, though not in `bytes`.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The clippings in the order of their lines.
  public var clippings: [Clipping] { kept.map(\.clipping) }

  /// The clippings in the order of their lines, each the same object as long as its line stays.
  ///
  /// - Complexity: O(lines), a hundred times less than for `clippings`.
  public var kept: [KeptClipping] {
    var kept: [KeptClipping] = []
    kept.reserveCapacity(lines.count)
    for line in lines {
      if case .clipping(let clipping) = line.content { kept.append(clipping) }
    }
    return kept
  }

  /// What a change did to the text.
  enum Outcome: Equatable {
    case nothing
    /// These bytes were added at the end.
    case appended([UInt8])
    case rewritten
    /// No clipping has the id that the change names.
    case noSuchClipping
  }

  /// Applies a change.
  ///
  /// - Complexity: O(lines), besides the lines written.
  mutating func apply(_ change: ClippingChange) -> Outcome {
    let isUnited = uniteCopies()
    let outcome = applyToUnited(change)
    return isUnited && outcome != .noSuchClipping ? .rewritten : outcome
  }

  private mutating func applyToUnited(_ change: ClippingChange) -> Outcome {
    if let id = change.neededID, !ids.contains(id) { return .noSuchClipping }
    switch change {
    case .add(let clipping), .insert(let clipping, before: nil):
      return holds(clipping) ? .nothing : append(clipping)
    case .insert(let clipping, before: let next?):
      guard !holds(clipping) else { return .nothing }
      guard let index = index(ofID: next) else { return append(clipping) }
      lines.insert(Line(clipping), at: index)
      ids.insert(clipping.id)
    case .remove(let id):
      guard ids.remove(id) != nil else { return .nothing }
      lines.removeAll { $0.id == id }
      endsInLineBreak = true
    case .removeFrom(let book, let id):
      let identity = Clipping.Identity(book: book, id: id)
      guard ids.contains(id), lines.contains(where: { $0.clipping?.identity == identity }) else { return .nothing }
      lines.removeAll { $0.clipping?.identity == identity }
      if !lines.contains(where: { $0.id == id }) { ids.remove(id) }
      endsInLineBreak = true
    case .update(let id, let change):
      return rewrite(id: id) { clipping in
        var changed = clipping
        change(&changed)
        return changed
      }
    case .replace(let id, let replacement): return rewrite(id: id) { _ in replacement }
    case .move(let id, let next):
      guard id != next, let from = index(ofID: id) else { return .nothing }
      let line = lines.remove(at: from)
      lines.insert(line, at: next.flatMap(index(ofID:)) ?? lines.count)
      endsInLineBreak = true
    }
    return .rewritten
  }

  /// Whether the clipping's book has one with its id.
  private func holds(_ clipping: Clipping) -> Bool {
    ids.contains(clipping.id) && lines.contains { $0.clipping?.identity == clipping.identity }
  }

  private mutating func append(_ clipping: Clipping) -> Outcome {
    let line = Line(clipping)
    ids.insert(clipping.id)
    let lead: [UInt8] = endsInLineBreak ? [] : [UInt8(ascii: "\n")]
    lines.append(line)
    endsInLineBreak = true
    return .appended(lead + line.bytes + [UInt8(ascii: "\n")])
  }

  private mutating func rewrite(id: String, _ change: (Clipping) -> Clipping) -> Outcome {
    var outcome = Outcome.nothing
    for index in lines.indices {
      guard case .clipping(let kept) = lines[index].content, kept.clipping.id == id else { continue }
      let changed = change(kept.clipping)
      if changed != kept.clipping {
        lines[index] = Line(changed)
        outcome = .rewritten
      }
    }
    if outcome == .rewritten { ids = Set(lines.compactMap(\.id)) }
    return outcome
  }

  private func index(ofID id: String) -> Int? { ids.contains(id) ? lines.firstIndex { $0.id == id } : nil }
}

extension ClippingsFile.Line {
  init(_ clipping: Clipping) { self.init(bytes: clipping.jsonBytes[...], content: .clipping(.init(clipping))) }

  /// The clipping that the line holds, if it is one.
  var clipping: Clipping? {
    switch content {
    case .clipping(let kept), .copy(let kept): kept.clipping
    case .foreign, .blank: nil
    }
  }

  var id: String? { clipping?.id }
}

extension ClippingsFile.Content {
  init(_ line: ArraySlice<UInt8>, isFirst: Bool) {
    // Some editors begin a file with the mark U+FEFF.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let line = isFirst && line.starts(with: mark) ? line.dropFirst(mark.count) : line
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
      self = .blank
      return
    }
    do { self = .clipping(.init(try Clipping(line: line))) } catch { self = .foreign(error) }
  }
}
