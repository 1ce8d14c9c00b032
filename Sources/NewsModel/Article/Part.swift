/// What a stretch of an article is; the raw values are those of `xianwen list --json`.
public enum PartRole: String, Sendable, CaseIterable {
  case section, kicker, headline, deck, byline, body, subhead, caption, credit, pullquote
}

/// A stretch of an article with one role: a headline, a byline, one paragraph of the body.
public struct Part: Hashable, Sendable {
  /// What the stretch is.
  public let role: PartRole
  /// The text mended for reading: one paragraph, without line breaks.
  public let text: String
  // Nearly every part came from one stretch of lines: an array for each would take a sixth of the memory of the text.
  private let firstSpan: LineSpan?
  private let otherSpans: [LineSpan]

  /// The source lines it came from, in reading order; a paragraph mended across a break lists both ends.
  public var lines: [LineSpan] { (firstSpan.map { [$0] } ?? []) + otherSpans }

  /// Creates a part.
  public init(role: PartRole, text: String, lines: [LineSpan]) {
    self.init(role: role, text: text, firstSpan: lines.first, otherSpans: Array(lines.dropFirst()))
  }

  init(role: PartRole, text: String, firstSpan: LineSpan?, otherSpans: [LineSpan]) {
    self.role = role
    self.text = text
    self.firstSpan = firstSpan
    self.otherSpans = otherSpans
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
