import Platform

/// Finds page files: the walk behind `LibraryLoader.discover`.
struct PageDiscovery {
  private(set) var listing = PageListing()
  private(set) var errors: [LibraryError] = []
  /// What was visited, by device and inode: a folder or file that several links lead to is taken once, a loop ends.
  private var visited: Set<FileIdentity> = []

  private struct FileIdentity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// Adds what a path of the command line stands for. A file is taken whatever its name.
  ///
  /// - Parameter found: told after every so many pages how many there are.
  mutating func add(_ path: FilePath, _ found: (_ pages: Int) -> Void) {
    if path == PageFile.standardInput {
      if !listing.files.contains(where: { $0.path == path }) { listing.add(PageFile(path: path, byteCount: 0)) }
      return
    }
    visit(path, PageDiscovery.look(at: path), isNamed: true, found)
  }

  /// Pages from one word of how many there are to the next.
  private static let stretch = 1000
  /// So many paths are looked at by one thread at a time.
  private static let looksAtOnce = 128

  /// What the system says of a path, or the number of the error.
  private enum Look {
    case found(stat)
    case failed(Int32)
  }

  private static func look(at path: FilePath) -> Look {
    var info = stat()
    return path.withPlatformString { stat($0, &info) } == 0 ? .found(info) : .failed(errno)
  }

  private mutating func visit(_ path: FilePath, _ look: Look, isNamed: Bool, _ found: (_ pages: Int) -> Void) {
    let info: stat
    switch look {
    case .found(let file): info = file
    case .failed(ENOENT), .failed(ENOTDIR):
      // A link that leads nowhere is there, but what it names is not.
      return refuse(
        isNamed ? .notFound(path: path.shown) : .unreadable(path: path.shown, reason: "the link leads nowhere"))
    case .failed(let code):
      return refuse(.unreadable(path: path.shown, reason: reason(code)))
    }
    let kind = mode_t(info.st_mode) & mode_t(S_IFMT)
    if kind == mode_t(S_IFDIR) {
      if isNew(info) { walk(path, found) }
    } else if isNamed || PageDiscovery.isPageName(path) {
      guard kind == mode_t(S_IFREG) else {
        refuse(.unreadable(path: path.shown, reason: PageDiscovery.name(of: kind) + ", not a file"))
        return
      }
      guard isNew(info) else { return }
      // Not listed, or the limit of what is read would leave out everything behind it.
      guard Int(info.st_size) <= FileBytes.largest else { return refuse(.tooLarge(path: path.shown)) }
      listing.add(PageFile(path: path, byteCount: Int(info.st_size)))
      if listing.files.count % Self.stretch == 0 { found(listing.files.count) }
    }
  }

  private mutating func walk(_ folder: FilePath, _ found: (_ pages: Int) -> Void) {
    guard let handle = folder.withPlatformString({ opendir($0) }) else {
      refuse(.unreadable(path: folder.shown, reason: reason(errno)))
      return
    }
    var names: [FilePath] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          FilePath(cString: $0)
        }
      }
      if name.encoded.utf8.first != UInt8(ascii: ".") { names.append(name) }
    }
    // Before the folders in it: a deep archive must not hold one descriptor for each level.
    closedir(handle)
    let paths = names.sorted().map(folder.appending)
    // Asking the system is most of the work: several threads ask about the files of a large folder.
    let looks = Workers.map(
      paths.indices, inRunsOf: PageDiscovery.looksAtOnce, threads: ProcessInfo.processInfo.activeProcessorCount
    ) { paths[$0].map(PageDiscovery.look) }
    for (path, look) in zip(paths, looks.joined()) { visit(path, look, isNamed: false, found) }
  }

  private mutating func refuse(_ error: LibraryError) {
    errors.append(error)
    listing.diagnostics.append(error.diagnostic)
  }

  private mutating func isNew(_ info: stat) -> Bool {
    visited.insert(FileIdentity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))).inserted
  }

  /// Whether a file of this name in a folder is a page.
  private static func isPageName(_ path: FilePath) -> Bool {
    let ending = String(decoding: path.encoded.utf8.suffix(4), as: UTF8.self).lowercased()
    return ending == ".txt" || ending.hasSuffix(".md")
  }

  private static func name(of kind: mode_t) -> String {
    switch kind {
    case mode_t(S_IFIFO): "a pipe"
    case mode_t(S_IFSOCK): "a socket"
    default: "a device"
    }
  }
}

/// The system's words for an error number.
func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
