/// How a printed line was set, beside its text.
struct LineSetting {
  /// What the line's piece was set as.
  let kind: PageLayout.Kind
  /// The article, or whatever stands between articles, that it is a line of.
  let module: Int
  /// How wide it is, its indent included, and how wide its column is, in half Han.
  let width: Int
  let column: Int
  let isIndented: Bool
  /// Whether it goes on with the line above it, where the print leaves no doubt.
  let goesOn: Bool?
  /// The rows of the file that its words stand on.
  var rows: [LineSpan]
}
