/// What the user's repairs made of an article.
struct ArticleRepair: Sendable {
  /// The characters that were replaced, in reading order.
  let replaced: [ReplacedText]
}

/// Characters of an article that the user replaced.
public struct ReplacedText: Hashable, Sendable {
  /// The part that they stand in, as an index into the article's parts.
  public let part: Int
  /// Where the new text stands there, in Unicode scalars; empty where it is empty.
  public let range: Range<Int>
  /// What is printed in its place.
  public let printed: String
}

extension Article {
  /// Whether the user mended how it was cut or read.
  public var isRepaired: Bool { repair != nil }

  /// Whether it is the page's own furniture, or text that fits no article.
  var isAside: Bool { kind == .furniture || kind == .other }

  /// The characters that the user replaced, in reading order.
  public var replaced: [ReplacedText] { repair?.replaced ?? [] }

  /// The text of a part as the page prints it.
  ///
  /// - Complexity: O(1) where nothing was replaced, else O(scalars of the part).
  public func printedText(ofPart index: Int) -> String {
    let here = replaced.filter { $0.part == index }
    guard !here.isEmpty else { return parts[index].text }
    var scalars = Array(parts[index].text.unicodeScalars)
    for text in here.reversed() { scalars.replaceSubrange(text.range, with: text.printed.unicodeScalars) }
    return String(String.UnicodeScalarView(scalars))
  }
}
