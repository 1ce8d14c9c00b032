/// A regular expression of a query, compiled when the query was parsed.
public struct RegularExpression: Hashable, Sendable {
  /// The pattern as it was typed, without its slashes.
  public let pattern: String
  let program: RegexProgram

  /// Compiles a pattern.
  ///
  /// - Throws: what is wrong with it; the offset counts its Unicode scalars.
  init(_ pattern: String) throws(QueryProblem) {
    self.pattern = pattern
    program = try RegexProgram(pattern)
  }

  /// Expressions are equal when their patterns are.
  public static func == (a: RegularExpression, b: RegularExpression) -> Bool { a.pattern == b.pattern }

  /// Hashes the pattern.
  public func hash(into hasher: inout Hasher) { hasher.combine(pattern) }
}
