/// Why two pieces on different pages are one story.
public struct StoryJump: Sendable, Hashable {
  /// What speaks for a joint, besides that each piece names the other's page.
  public enum Reason: String, Sendable, CaseIterable {
    /// No other piece of the issue does.
    case onlyOne
    /// The headlines share most of their characters.
    case headline
    /// The first piece ends, or the second begins, in mid-sentence.
    case sentence
  }

  /// The page on which the story goes on, as printed.
  public let page: String
  /// The file of that page.
  public let file: FilePath
  /// What spoke for it.
  public let reasons: [Reason]
}
