/// The text of a clippings file as lines: those that are clippings, and all others exactly as they stand.
///
/// A line is only written anew when its clipping changes, so that a text comes back byte for byte:
/// `ClippingsFile(text: t).text == t` for every `t`.
public struct ClippingsFile: Sendable {
  /// One line without its line break.
  struct Line: Sendable {
    let bytes: ArraySlice<UInt8>
    let content: Content
  }

  /// What a line is.
  enum Content: Sendable {
    case clipping(Clipping)
    /// Not a clipping: kept as it is and reported.
    case foreign(JSONFault)
    /// White space only: kept as it is, not worth a word.
    case blank
  }

  private(set) var lines: [Line] = []
  private var endsInLineBreak = true

  /// An empty file.
  public init() {}

  /// Reads a file's bytes.
  ///
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    endsInLineBreak = bytes.last == UInt8(ascii: "\n")
    var starts: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      for (position, byte) in all.enumerated() where byte == UInt8(ascii: "\n") {
        starts.append(start..<position)
        start = position + 1
      }
      if start < all.count { starts.append(start..<all.count) }
      lines.reserveCapacity(starts.count)
      for range in starts {
        lines.append(
          Line(
            bytes: bytes[range],
            content: Content(UnsafeBufferPointer(rebasing: all[range]), isFirst: range.lowerBound == 0)))
      }
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
  public var clippings: [Clipping] {
    lines.compactMap { line in
      if case .clipping(let clipping) = line.content { clipping } else { nil }
    }
  }

  /// The lines that are no clippings, for the user.
  ///
  /// - Parameter file: the path to name the file by.
  public func diagnostics(file: String) -> [Diagnostic] {
    lines.enumerated().compactMap { index, line in
      guard case .foreign(let fault) = line.content else { return nil }
      return Diagnostic(
        file: file, line: index + 1,
        message: "not a clipping (byte \(fault.byte): \(fault.reason)); kept as it is, mend or delete the line by hand")
    }
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
    if let id = change.neededID, index(ofID: id) == nil { return .noSuchClipping }
    switch change {
    case .add(let clipping), .insert(let clipping, before: nil):
      return index(ofID: clipping.id) == nil ? append(Line(clipping)) : .nothing
    case .insert(let clipping, before: let next?):
      guard index(ofID: clipping.id) == nil else { return .nothing }
      guard let index = index(ofID: next) else { return append(Line(clipping)) }
      lines.insert(Line(clipping), at: index)
    case .remove(let id):
      guard index(ofID: id) != nil else { return .nothing }
      lines.removeAll { $0.id == id }
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

  private mutating func append(_ line: Line) -> Outcome {
    let lead: [UInt8] = endsInLineBreak ? [] : [UInt8(ascii: "\n")]
    lines.append(line)
    endsInLineBreak = true
    return .appended(lead + line.bytes + [UInt8(ascii: "\n")])
  }

  private mutating func rewrite(id: String, _ change: (Clipping) -> Clipping) -> Outcome {
    var outcome = Outcome.nothing
    for index in lines.indices {
      guard case .clipping(let clipping) = lines[index].content, clipping.id == id else { continue }
      let changed = change(clipping)
      if changed != clipping {
        lines[index] = Line(changed)
        outcome = .rewritten
      }
    }
    return outcome
  }

  private func index(ofID id: String) -> Int? { lines.firstIndex { $0.id == id } }
}

extension ClippingsFile.Line {
  init(_ clipping: Clipping) { self.init(bytes: clipping.jsonBytes[...], content: .clipping(clipping)) }

  var id: String? {
    if case .clipping(let clipping) = content { clipping.id } else { nil }
  }
}

extension ClippingsFile.Content {
  init(_ line: UnsafeBufferPointer<UInt8>, isFirst: Bool) {
    // Some editors begin a file with the mark U+FEFF.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let line = isFirst && line.starts(with: mark) ? UnsafeBufferPointer(rebasing: line[3...]) : line
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
      self = .blank
      return
    }
    do { self = .clipping(try Clipping(line: line)) } catch { self = .foreign(error) }
  }
}
