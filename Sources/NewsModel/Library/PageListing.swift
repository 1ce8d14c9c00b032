/// A page that is there to be read.
public struct PageFile: Hashable, Sendable {
  /// The path as it was given, or the folder's path as it was given with the way down from it; `-` is standard input.
  public let path: FilePath
  /// The size in bytes when it was found; 0 for standard input.
  public let byteCount: Int
  /// The names of files beside it that hold the same page in another form and are not read.
  public let others: [String]

  /// Whether a program takes the text out of the file, so that there is none to edit.
  public var isExtracted: Bool { PrintTool(for: path) != nil }

  /// The path that stands for standard input.
  public static let standardInput: FilePath = "-"

  /// Creates a page file.
  public init(path: FilePath, byteCount: Int, others: [String] = []) {
    self.path = path
    self.byteCount = byteCount
    self.others = others
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
  /// The size in bytes of what `limit` has left out.
  public private(set) var leftOut = 0

  /// Creates an empty listing.
  public init() {}

  /// Leaves out the files from the first one on that would make the listing larger than `limit` bytes, and notes how many.
  ///
  /// - Complexity: O(files).
  public mutating func limit(toBytes limit: Int) {
    guard byteCount > limit else { return }
    var (kept, bytes) = (0, 0)
    // One file is tried in any case.
    while kept < files.count, kept == 0 || bytes + files[kept].byteCount <= limit {
      bytes += files[kept].byteCount
      kept += 1
    }
    guard kept < files.count else { return }
    let (number, most) = (files.count - kept, Self.megabytes(limit))
    let size = Self.megabytes(byteCount - bytes)
    let all = Self.megabytes(byteCount)
    diagnostics.append(
      Diagnostic(
        file: files[kept].path.shown,
        message: Phrase(
          "从这里起 \(files.count) 个文件中的 \(number) 个没有读（\(all) 中的 \(size)），内存只放得下约 \(most)；请只打开一部分，或在配置里写 limit = 兆字节数",
          "from here on \(number) of \(files.count) files are left out (\(size) of \(all)), for memory holds about \(most); open a part of the archive, or write limit = MEGABYTES into the configuration"
        )))
    files.removeSubrange(kept...)
    leftOut = byteCount - bytes
    byteCount = bytes
  }

  private static func megabytes(_ bytes: Int) -> String { "\((bytes + 500_000) / 1_000_000) MB" }

  mutating func add(_ file: PageFile) {
    files.append(file)
    byteCount += file.byteCount
  }
}
