import Platform

/// Finds page files: the walk behind `LibraryLoader.discover`.
struct PageDiscovery {
  private(set) var listing = PageListing()
  private(set) var errors: [LibraryError] = []
  /// The programs that files which are no text may be given to.
  private let permitted: PrintTool.Permitted
  /// Those of them that were missed.
  private var missing: PrintTool.Permitted = []

  init(permitted: PrintTool.Permitted) { self.permitted = permitted }
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

  private mutating func visit(
    _ path: FilePath, _ look: Look, isNamed: Bool, others: [String] = [], _ found: (_ pages: Int) -> Void
  ) {
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
    } else if isNamed || PageKind(path) != nil {
      guard kind == mode_t(S_IFREG) else {
        refuse(.unreadable(path: path.shown, reason: PageDiscovery.name(of: kind) + ", not a file"))
        return
      }
      if let tool = PrintTool(for: path), PageKind.beginsAsNamed(path) {
        guard permitted.contains(tool) else {
          if isNamed { refuse(.noTool(path: path.shown, advice: tool.advice)) }
          return
        }
        guard tool.isInstalled else {
          // Once, however many there are.
          if missing.insert(tool).inserted { refuse(.noTool(path: path.shown, advice: tool.advice)) }
          return
        }
      }
      guard isNew(info) else { return }
      // Not listed, or the limit of what is read would leave out everything behind it.
      guard Int(info.st_size) <= FileBytes.largest else { return refuse(.tooLarge(path: path.shown)) }
      listing.add(PageFile(path: path, byteCount: Int(info.st_size), others: others))
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
    let all = Array(looks.joined())
    let pages = onePageEach(paths, all)
    for (index, look) in all.enumerated() {
      guard let others = pages[index] else { continue }
      visit(paths[index], look, isNamed: false, others: others, found)
    }
  }

  /// By file of a folder: the names of the others that hold the same page; `nil` for those others, and for what is no page.
  private func onePageEach(_ paths: [FilePath], _ looks: [Look]) -> [[String]?] {
    var pages = [[String]?](repeating: [], count: paths.count)
    var byStem: [Substring: [(kind: PageKind, index: Int)]] = [:]
    for (index, path) in paths.enumerated() {
      guard let kind = PageKind(path), case .found(let info) = looks[index],
        mode_t(info.st_mode) & mode_t(S_IFMT) == mode_t(S_IFREG)
      else { continue }
      let isPage =
        PrintTool(for: path).map { permitted.contains($0) && PageKind.beginsAsNamed(path) }
        ?? (!kind.isCommon || PageKind.holdsBoxes(path))
      if !isPage {
        pages[index] = nil
      } else {
        byStem[PageKind.stem(of: path), default: []].append((kind, index))
      }
    }
    for files in byStem.values where files.count > 1 {
      guard let first = files.min(by: { ($0.kind, $0.index) < ($1.kind, $1.index) }) else { continue }
      let others = files.map(\.index).filter { $0 != first.index }
      for other in others { pages[other] = nil }
      pages[first.index] = others.map { paths[$0].name }
    }
    return pages
  }

  private mutating func refuse(_ error: LibraryError) {
    errors.append(error)
    listing.diagnostics.append(error.diagnostic)
  }

  private mutating func isNew(_ info: stat) -> Bool {
    visited.insert(FileIdentity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))).inserted
  }

  private static func name(of kind: mode_t) -> String {
    switch kind {
    case mode_t(S_IFIFO): "a pipe"
    case mode_t(S_IFSOCK): "a socket"
    default: "a device"
    }
  }
}
