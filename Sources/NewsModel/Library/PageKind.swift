import Platform

/// The kinds of files that a page may be kept in, by the ends of their names; of those that hold one page the first is read.
enum PageKind: Int, Comparable {
  case text, markdown, table, json, hocr, xml, pdf, picture

  /// The kind of a file of this name; `nil` for no page.
  init?(_ path: FilePath) {
    let name = path.encoded.utf8.suffix(6)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch String(decoding: name[dot...], as: UTF8.self).lowercased() {
    case ".txt": self = .text
    case ".md": self = .markdown
    case ".tsv": self = .table
    case ".json": self = .json
    case ".hocr": self = .hocr
    case ".xml": self = .xml
    case ".pdf": self = .pdf
    case ".png", ".jpg", ".jpeg", ".tif", ".tiff": self = .picture
    default: return nil
    }
  }

  static func < (a: PageKind, b: PageKind) -> Bool { a.rawValue < b.rawValue }

  /// Whether other things than pages are commonly kept in files of the kind: their first bytes tell.
  var isCommon: Bool { self >= .table }

  /// The name without its ending, and without what OCR tools put behind it: of files that hold one page it is the same.
  static func stem(of path: FilePath) -> Substring {
    let name = path.encoded
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    return stem.hasSuffix("_res") ? stem.dropLast(4) : stem
  }

  /// Whether a file's first bytes are those of its kind: of PDF, PNG, JPEG or TIFF.
  static func beginsAsNamed(_ path: FilePath) -> Bool {
    let starts: [[UInt8]] =
      PageKind(path) == .pdf
      ? [Array("%PDF-".utf8)]
      : [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A]]
    return glance(at: path) { bytes in starts.contains { bytes.starts(with: $0) } }
  }

  /// So many bytes at a file's beginning tell whether it holds a page's boxes.
  private static let glance = 1 << 16

  /// Whether the file at `path` holds boxes of words.
  static func holdsBoxes(_ path: FilePath) -> Bool {
    glance(at: path) { BoxFile.Format(of: $0) != nil }
  }

  private static func glance(at path: FilePath, _ holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    let descriptor = path.withPlatformString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: glance) { buffer in
      let count = read(descriptor, buffer.baseAddress, glance)
      guard count > 0 else { return false }
      return holds(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
