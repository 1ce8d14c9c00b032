/// How far the names of files count for what issue a page is of.
public enum IssueNames: String, Sendable, CaseIterable {
  /// Where a page prints nothing, if the names of its folder agree with what other pages print.
  case auto
  /// Before what pages print.
  case names
  /// Not at all.
  case print
}
