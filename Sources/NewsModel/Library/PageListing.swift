/// A page that is there to be read.
public struct PageFile: Hashable, Sendable {
  /// The path as it was given, or the folder's path as it was given with the way down from it; `-` is standard input.
  public let path: String
  /// The size in bytes when it was found; 0 for standard input.
  public let byteCount: Int

  /// The path that stands for standard input.
  public static let standardInput = "-"

  /// Creates a page file.
  public init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }
}

/// The pages found under the paths that were asked for.
public struct PageListing: Hashable, Sendable {
  /// The pages in the order of the paths; those of a folder sorted by name.
  public private(set) var files: [PageFile] = []
  /// What was found and left out.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The size of all pages in bytes.
  public private(set) var byteCount = 0

  /// Creates an empty listing.
  public init() {}

  mutating func add(_ file: PageFile) {
    files.append(file)
    byteCount += file.byteCount
  }
}
