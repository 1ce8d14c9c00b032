/// Text files of any encoding that `TextDecoding` knows.
public enum TextFile {
  /// Reads and decodes a whole file; `-` is standard input.
  ///
  /// - Parameter permitted: the programs that may take the text out of a file that is none.
  /// - Throws: `LibraryError.notFound`, `.unreadable`, `.noTool` or `.notText`.
  /// - Complexity: O(bytes).
  public static func read(
    _ path: FilePath, permitted: PrintTool.Permitted = [.pdftotext]
  ) throws(LibraryError) -> DecodedText {
    try decode(path, permitted: permitted).decoded
  }

  /// Reads and decodes a file, and tells its size in bytes.
  static func decode(
    _ path: FilePath, permitted: PrintTool.Permitted = PrintTool.all
  ) throws(LibraryError) -> (decoded: DecodedText, byteCount: Int) {
    if let tool = PrintTool(for: path), PageKind.beginsAsNamed(path) {
      guard permitted.contains(tool) else { throw .noTool(path: path.shown, advice: tool.advice) }
      let table = try tool.table(of: path)
      do {
        var decoded = try TextDecoding.decode(table)
        decoded.isExtracted = true
        return (decoded, table.count)
      } catch {
        throw .unreadable(path: path.shown, reason: "\(tool.rawValue) wrote no text")
      }
    }
    let bytes = try FileBytes.read(path)
    do {
      return (try TextDecoding.decode(bytes), bytes.count)
    } catch {
      throw .notText(path: path.shown, byteOffset: error.byteOffset)
    }
  }
}
