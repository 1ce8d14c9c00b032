import Foundation
import NewsModel

/// The example pages that come with the program.
enum ExampleArchive {
  /// The first folder that holds pages among those where they may lie; `nil` when there is none.
  ///
  /// They lie beside the binary, in the package that it was built in, or in a folder for data of the XDG Base Directory Specification.
  static func folder(environment: [String: String]) -> String? {
    candidates(binary: Bundle.main.executableURL, environment).first { folder in
      (try? LibraryLoader.discover([folder]))?.files.isEmpty == false
    }
  }

  private static func candidates(binary: URL?, _ environment: [String: String]) -> [String] {
    var folders: [URL] = []
    if let folder = binary?.resolvingSymlinksInPath().deletingLastPathComponent() {
      folders.append(folder)
      let parts = folder.pathComponents
      // SwiftPM builds into `.build/TRIPLE/CONFIGURATION` of a package.
      if let build = parts.lastIndex(of: ".build") {
        folders.append(URL(fileURLWithPath: NSString.path(withComponents: Array(parts[..<build]))))
      }
    }
    let shared = [environment["XDG_DATA_HOME"], environment["HOME"].map { $0 + "/.local/share" }].compactMap(\.self)
    let system = (environment["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share").split(separator: ":").map(String.init)
    folders += (shared + system).filter { $0.hasPrefix("/") }.map { URL(fileURLWithPath: $0 + "/xianwen") }
    return folders.map { $0.appendingPathComponent("seeds").path }
  }
}
