import NewsModel
import Platform

/// Notices when pages change, come or go, by looking at names, sizes and times now and then: works on every system and every
/// file system, a shared folder included.
final class FileWatch: Sendable {
  private let paths: [FilePath]
  private let permitted: PrintTool.Permitted
  private let notice: @Sendable () -> Void
  private let queue = DispatchQueue(label: "xianwen.watch", qos: .utility)
  /// What was last seen, and what was seen before that; `nil` before the first look.
  private let seen = Shared<(known: Int, last: Int)?>(nil)
  private static let interval = Duration.seconds(4)
  /// A look may take so much of the time: a large archive, or a slow disk, is looked at less often.
  private static let share = 0.02
  /// Before the first look, so that it does not compete with the first loading for the disk.
  private static let pause = DispatchTimeInterval.seconds(1)

  init(paths: [FilePath], permitted: PrintTool.Permitted, notice: @escaping @Sendable () -> Void) {
    self.paths = paths
    self.permitted = permitted
    self.notice = notice
  }

  /// Begins to look; what is there now is what later changes are told from.
  func start() {
    // Standard input can be read once only.
    guard !paths.contains(PageFile.standardInput) else { return }
    queue.asyncAfter(deadline: .now() + Self.pause) { [self] in look() }
  }

  private func look() {
    let start = ContinuousClock.now
    let now = signature()
    let taken = start.duration(to: .now)
    if let (known, last) = seen.value {
      // Told once nothing has moved between two looks, so that a copy under way is read when it is whole.
      let isSettled = now == last && now != known
      seen.value = (isSettled ? now : known, now)
      if isSettled { notice() }
    } else {
      seen.value = (now, now)
    }
    let pause = max(Self.interval, taken / Self.share)
    let milliseconds = Int(clamping: pause.components.seconds * 1000)
    queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in self?.look() }
  }

  /// A number that changes with any page's path, size or time.
  private func signature() -> Int {
    var hasher = Hasher()
    for file in (try? LibraryLoader.discover(paths, permitted: permitted))?.files ?? [] {
      guard let stamp = FileStamp(of: file.path) else { continue }
      hasher.combine(file.path)
      hasher.combine(stamp)
    }
    return hasher.finalize()
  }
}
