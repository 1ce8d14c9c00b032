/// A stretch of a page told by its text, so that it is found again when the page was wrapped anew, moved, or read by better OCR.
///
/// All texts are those of the page's normal form without white space, `*` and `#`, which line breaks and markup do not change.
public struct Passage: Hashable, Sendable {
  /// The text of the stretch.
  public let text: String
  /// What stands before it on the page, at most `contextLength` Unicode scalars.
  public let before: String
  /// What stands behind it, likewise.
  public let after: String

  /// Unicode scalars of context on each side: enough to tell one `（摄）` from another.
  static let contextLength = 24

  /// Creates a passage of its texts.
  public init(text: String, before: String = "", after: String = "") {
    self.text = text
    self.before = before
    self.after = after
  }
}
