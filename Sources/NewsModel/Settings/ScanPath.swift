/// Where the pictures of pages lie: a path in which `{folder}`, `{stem}` and `{page}` stand for what the page file's path and print say.
public struct ScanPath: Hashable, Sendable {
  private let pattern: String

  /// The pattern; `nil` for one that every page would have the same picture by.
  init?(_ pattern: String) {
    guard pattern.contains("{stem}") || pattern.contains("{page}") else { return nil }
    self.pattern = pattern
  }

  /// The picture of a page.
  ///
  /// - Parameters:
  ///   - file: the page's file.
  ///   - page: its number as printed; where none is, `{page}` stands for nothing.
  ///   - environment: where `~` is told from.
  public func path(of file: FilePath, page: String?, environment: [String: String]) -> FilePath {
    let name = file.lastComponent.encoded
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
    var path = ""
    var rest = pattern[...]
    // What was put in is not looked through again.
    let values = [("{folder}", file.absolute.folder.encoded), ("{stem}", stem), ("{page}", page ?? "")]
    while let scalar = rest.first {
      if let (mark, value) = values.first(where: { rest.hasPrefix($0.0) }) {
        path += value
        rest = rest.dropFirst(mark.count)
      } else {
        path.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return Paths.expandingHome(encoded: path, environment: environment)
  }
}
