/// What became of one of the user's repairs on a page.
public struct RepairOutcome: Hashable, Sendable {
  /// The id of its record.
  public let id: String
  /// What was repaired.
  public let summary: Phrase
  /// The lines of the page that it is about now; none where it does not fit.
  public let lines: [LineSpan]
  /// Why it does not fit; `nil` where it does.
  public let problem: Phrase?
}
