/// What a stretch of an article is; the raw values are those of `xianwen list --json`.
public enum PartRole: String, Sendable, CaseIterable {
  case section, kicker, headline, deck, byline, body, subhead, caption, credit, pullquote
}

/// A stretch of an article with one role: a headline, a byline, one paragraph of the body.
public struct Part: Hashable, Sendable {
  /// The text mended for reading: one paragraph, without line breaks.
  public let text: String
  // Nearly every part came from one stretch of lines, and a page may have a part for each of a few characters: 32 bytes for a part, and an
  // array of spans only for those that need one.
  private let otherSpans: [LineSpan]
  /// The first line of the first span; 0 where all spans are among the others.
  private let firstLine: UInt32
  /// How many lines follow it in the span.
  private let moreLines: UInt16
  /// What the stretch is.
  public let role: PartRole
  /// Which piece of its article it is of: 0 for the one that the article's file holds, 1 for that on the page on which it goes
  /// on, and so forth. The lines are those of the piece's file.
  public private(set) var piece: UInt8 = 0

  /// The source lines it came from, in reading order; a paragraph mended across a break lists both ends.
  public var lines: [LineSpan] {
    let first = Int(firstLine)
    return (first > 0 ? [LineSpan(first, first + Int(moreLines))] : []) + otherSpans
  }

  /// Creates a part.
  public init(role: PartRole, text: String, lines: [LineSpan]) {
    self.role = role
    self.text = text
    if let first = lines.first, let more = UInt16(exactly: first.last - first.first) {
      firstLine = UInt32(first.first)
      moreLines = more
      otherSpans = Array(lines.dropFirst())
    } else {
      (firstLine, moreLines) = (0, 0)
      otherSpans = lines
    }
  }

  /// The part in an article that goes on with its piece.
  func inPiece(_ piece: Int) -> Part {
    var part = self
    part.piece = UInt8(clamping: piece)
    return part
  }
}

/// Consecutive lines of a page file, counted from 1, both ends included (as editors, scripts and the gold count them).
public struct LineSpan: Hashable, Sendable {
  private let firstLine: UInt32
  private let lastLine: UInt32

  /// The first line, counted from 1.
  public var first: Int { Int(firstLine) }
  /// The last line, counted from 1, included.
  public var last: Int { Int(lastLine) }

  /// Creates the span `first...last`.
  public init(_ first: Int, _ last: Int) {
    precondition(first >= 1 && last >= first, "a line span runs forward from line 1")
    firstLine = UInt32(first)
    lastLine = UInt32(last)
  }
}
