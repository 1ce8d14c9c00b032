/// A byline taken apart: who did what, in printed order.
struct Byline: Equatable {
  /// The people, by role.
  var credits: [Credit] = []
  /// Whether nothing but roles, names and separators stands in the text.
  var isWhole = false
  /// Whether a role is printed (记者, 摄 …).
  var hasRole = false
  /// Whether the byline credits a picture (摄, 供图 …).
  var isPhotographic = false

  /// How many names the byline gives.
  var nameCount: Int { credits.reduce(0) { $0 + $1.names.count } }

  /// Takes `text` apart: `□记者 李梦 高田 通讯员 张莹 报道`, `(融媒体中心 全兴社)`, `张三/摄`, `武琦 周长忠`.
  ///
  /// - Complexity: O(scalars of `text`); meant for texts of a line.
  static func parse(_ text: ArraySlice<UInt32>) -> Byline {
    var parser = BylineParser()
    return parser.parse(text)
  }

  /// Whether `name` looks like the name of a Chinese person: a known surname and one to three characters more, or a
  /// longer name made as other peoples of China make theirs.
  static func looksLikeName(_ name: ArraySlice<UInt32>) -> Bool {
    guard (2...8).contains(name.count), let first = name.first else { return false }
    if name.count <= 4, name.prefixed(by: Trade.compoundSurnames) != nil { return name.count >= 3 }
    if name.count <= 3, Trade.surnames.contains(first) { return true }
    return name.containsAny(Trade.nameElements)
  }
}
