/// Text files of any encoding that `TextDecoding` knows.
public enum TextFile {
  /// Reads and decodes a whole file; `-` is standard input.
  ///
  /// - Throws: `LibraryError.notFound`, `.unreadable` or `.notText`.
  /// - Complexity: O(bytes).
  public static func read(_ path: FilePath) throws(LibraryError) -> DecodedText {
    try decode(path).decoded
  }

  /// Reads and decodes a file, and tells its size in bytes.
  static func decode(_ path: FilePath) throws(LibraryError) -> (decoded: DecodedText, byteCount: Int) {
    let bytes = try FileBytes.read(path)
    do {
      return (try TextDecoding.decode(bytes), bytes.count)
    } catch {
      throw .notText(path: path.shown, byteOffset: error.byteOffset)
    }
  }
}
