import Platform

/// The clippings on disk.
///
/// Each change is on disk when its call returns, and is applied to what the file holds at that moment, so that two
/// copies of the program lose nothing to each other. A change that cannot be written stays in memory, shows in
/// `clippings`, and is tried again with the next change or by `retry`. All calls may come from any thread.
public final class ClippingStore: @unchecked Sendable {
  private let file: DurableFile
  // Guards all that follows.
  private let mutex = Monitor()
  /// The file as it was last seen or written, and its state then; `nil` when the state is not known.
  private var content = ClippingsFile()
  private var status: FileStatus?
  /// Changes that were asked for and are not on disk.
  private var pending: [ClippingChange] = []
  /// Whether a step after the last write failed, so that what is in the file may not be durable.
  private var owesSync = false

  /// A store in the file at `path`, which need not be there yet. A link is followed.
  public convenience init(path: FilePath) { self.init(path: path, calls: .system) }

  init(path: FilePath, calls: FileCalls) { file = DurableFile(path: path, calls: calls) }

  /// The path as it was given.
  public var path: FilePath { file.path }

  /// The clippings as last read or written, with the changes that wait to be written.
  public var clippings: [Clipping] { kept.map(\.clipping) }

  /// The same behind references; a clipping that stays is the same object as before.
  public var kept: [KeptClipping] {
    mutex.withLock {
      guard !pending.isEmpty else { return content.kept }
      var shown = content
      for change in pending { _ = shown.apply(change) }
      return shown.kept
    }
  }

  /// How many changes wait to be written.
  public var pendingCount: Int { mutex.withLock { pending.count } }

  /// Reads the file, if it changed since it was last read.
  ///
  /// A missing file holds no clippings. One that was there and has vanished keeps its clippings in memory, and the
  /// next change writes them all again.
  /// - Returns: the clippings, waiting changes included, and the lines that are none.
  /// - Complexity: O(bytes) when the file changed, else O(clippings).
  public func load() throws(ClippingError) -> (clippings: [Clipping], diagnostics: [Diagnostic]) {
    let diagnostics = try loadContent()
    return (clippings, diagnostics)
  }

  private func loadContent() throws(ClippingError) -> [Diagnostic] {
    mutex.lock()
    defer { mutex.unlock() }
    do {
      if try file.exists() {
        do {
          try file.locked(creating: false) { (file) throws(FileFault) in try refresh(from: file) }
        } catch  where error.step == .lock {
          // A home that cannot be written, or a copy that sleeps with the lock: reading needs neither.
          guard let read = try file.readUnlocked() else { return [] }
          content = ClippingsFile(bytes: read.bytes)
          status = nil
        }
        return content.diagnostics(file: file.path.shown)
      }
    } catch { throw ClippingError(error) }
    status = nil
    guard !content.lines.isEmpty else { return [] }
    let message = Phrase("文件不见了；下次改动时会从内存重新写出", "the file has vanished; the next change writes it again from memory")
    return [Diagnostic(file: file.path.shown, message: message)]
  }

  /// Keeps an article; nothing when it is kept already.
  public func add(_ clipping: Clipping) throws(ClippingError) { try apply([.add(clipping)]) }

  /// Takes a clipping out; nothing when it is not there.
  public func remove(id: String) throws(ClippingError) { try apply([.remove(id: id)]) }

  /// Changes a clipping as it stands in the file now.
  public func update(id: String, _ change: @escaping @Sendable (inout Clipping) -> Void) throws(ClippingError) {
    try apply([.update(id: id, change)])
  }

  /// Puts another clipping in the place of the one with this id.
  public func replace(id: String, with clipping: Clipping) throws(ClippingError) {
    try apply([.replace(id: id, with: clipping)])
  }

  /// Makes several changes at once: all are on disk, or none is.
  ///
  /// - Throws: `.noSuchClipping` when one of them named a clipping that is gone: the others were made. Any other
  ///   error when none could be written: they all wait in memory.
  public func apply(_ changes: [ClippingChange]) throws(ClippingError) {
    mutex.lock()
    defer { mutex.unlock() }
    pending += changes
    try flush()
  }

  /// Writes the changes that wait; nothing when none does.
  public func retry() throws(ClippingError) { try apply([]) }

  /// Writes `pending`.
  private func flush() throws(ClippingError) {
    guard !pending.isEmpty || owesSync else { return }
    let missing: String?
    do {
      missing = try file.locked(creating: true) { (file) throws(FileFault) in
        try refresh(from: file)
        return try write(to: file)
      }
    } catch { throw ClippingError(error) }
    if let missing { throw .noSuchClipping(id: missing) }
  }

  /// Makes `content` what the file holds; it stays when the file is not there.
  private func refresh(from file: LockedFile) throws(FileFault) {
    let current = try file.status()
    if let current, current == status { return }
    status = nil
    guard current != nil, let read = try file.read() else { return }
    content = ClippingsFile(bytes: read.bytes)
    status = read.status
  }

  /// Applies and writes the changes that wait.
  ///
  /// - Returns: the id of a clipping that one of them named and that is not there.
  private func write(to file: LockedFile) throws(FileFault) -> String? {
    var next = content
    var appended: [UInt8] = []
    var isRewritten = !pending.isEmpty && next.uniteCopies()
    var missing: String?
    for change in pending {
      switch next.apply(change) {
      case .nothing: break
      case .appended(let bytes): appended += bytes
      case .rewritten: isRewritten = true
      case .noSuchClipping: missing = missing ?? change.neededID
      }
    }
    let owedSync = owesSync
    owesSync = true
    if isRewritten || (status == nil && !next.lines.isEmpty) {
      status = try file.replace(with: next.bytes)
    } else if let before = status, !appended.isEmpty {
      status = try file.append(appended, to: before)
    } else if owedSync, status != nil {
      try file.syncAll()
    }
    owesSync = false
    content = next
    pending = []
    return missing
  }
}
