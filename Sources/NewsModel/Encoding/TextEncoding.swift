/// The encodings that page files come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Also GBK and GB 2312, which it contains.
  case gb18030 = "GB 18030"
  case big5 = "Big5"
}

/// A file's text and how it was read.
public struct DecodedText: Hashable, Sendable {
  /// The text; its lines end with `\n`, a byte order mark is dropped.
  public let text: String
  /// The encoding that explains the bytes.
  public let encoding: TextEncoding
  /// Bytes that are no text in that encoding; U+FFFD stands in their place.
  public let damage: Damage?
  /// Whether a program took it out of a file that is no text: then its lines are none of the file's.
  public internal(set) var isExtracted = false

  /// Bytes that no character is made of.
  public struct Damage: Hashable, Sendable {
    /// How many stretches of such bytes there are.
    public let count: Int
    /// Where the first begins, as an offset in bytes from the start of the file.
    public let byteOffset: Int
    /// The line of the first, counted from 1.
    public let line: Int
  }
}
