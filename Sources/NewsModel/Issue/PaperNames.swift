/// The names of newspapers that the pages of an archive print.
struct PaperNames {
  /// Names that are other names misread, with those.
  private var misread: [String: String] = [:]
  /// By folder: the names and how many pages print them.
  private var folders: [String: [String: Int]] = [:]

  /// A paper's own name stands on page after page; a misreading of it comes once or twice.
  private static let mostMisreadings = 2
  private static let fewestPages = 10
  /// A folder is that of one paper if five pages or more print its name, and nearly all that print any.
  private static let fewestInFolder = 5

  /// No names.
  init() {}

  /// - Complexity: O(pages), besides O(*n*²) for *n* different names.
  init(_ library: Library) {
    var counts: [String: Int] = [:]
    for facts in library.pages { for paper in facts.sheets.compactMap(\.paper) { counts[paper, default: 0] += 1 } }
    let known = counts.filter { $0.value >= Self.fewestPages }.keys.map { word($0) }
    for (name, count) in counts where count <= Self.mostMisreadings {
      let text = word(name)
      let likely = known.filter { Self.isMisread($0, as: text) }
      if likely.count == 1 { misread[name] = likely[0][...].string }
    }
    for facts in library.pages {
      let folder = Self.folder(of: facts)
      for paper in facts.sheets.compactMap(\.paper) {
        folders[folder, default: [:]][misread[paper] ?? paper, default: 0] += 1
      }
    }
  }

  /// What a name is a misreading of; `nil` for one that stands for itself.
  func mended(_ name: String) -> String? { misread[name] }

  /// The newspaper of a page's folder, if that holds only one.
  func only(in facts: PageFacts) -> String? {
    guard let counts = folders[Self.folder(of: facts)], let best = counts.max(by: { $0.value < $1.value }) else {
      return nil
    }
    let all = counts.values.reduce(0, +)
    return best.value >= Self.fewestInFolder && best.value * 20 >= all * 19 ? best.key : nil
  }

  /// The folder above the day that the path tells, else that of the file.
  private static func folder(of facts: PageFacts) -> String {
    if let named = facts.named { return named.root }
    let path = facts.file.shown
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  /// Whether one character before the last two is another: 聊域日报 for 聊城日报, but not 聊城晚报, nor 晋城日报, which is a
  /// place's.
  private static func isMisread(_ name: Word, as text: Word) -> Bool {
    guard name.count == text.count, name.count >= 4, name.suffix(2) == text.suffix(2) else { return false }
    let place = text.dropLast(2)
    return zip(name, text).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) } == 1 && !PlaceLines.isPlace(place)
  }
}
