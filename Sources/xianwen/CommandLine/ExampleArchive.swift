import NewsModel
import Platform

/// The example pages that come with the program.
enum ExampleArchive {
  /// What the folder is called, and what README calls it by: `xianwen seeds` opens it from wherever one is.
  static let name: FilePath = "seeds"

  /// The first folder that holds pages among those where they may lie; `nil` when there is none.
  ///
  /// They lie beside the binary, in the package that it was built in, or in a folder for data of the XDG Base Directory Specification.
  static func folder(environment: [String: String]) -> FilePath? {
    candidates(binary: FilePath.program, environment).first { folder in
      (try? LibraryLoader.discover([folder]))?.files.isEmpty == false
    }
  }

  private static func candidates(binary: FilePath?, _ environment: [String: String]) -> [FilePath] {
    var folders: [FilePath] = []
    if let folder = binary?.folder {
      folders.append(folder)
      // SwiftPM builds into `.build/TRIPLE/CONFIGURATION` of a package.
      let parts = folder.encoded.split(separator: "/", omittingEmptySubsequences: false)
      if let build = parts.lastIndex(of: ".build") {
        folders.append(FilePath(encoded: parts[..<build].joined(separator: "/")))
      }
    }
    let shared = [environment["XDG_DATA_HOME"], environment["HOME"].map { $0 + "/.local/share" }].compactMap(\.self)
    let system = (environment["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share").split(separator: ":").map(String.init)
    folders += (shared + system).map { FilePath(encoded: $0) }.filter(\.isAbsolute).map { $0.appending("xianwen") }
    return folders.map { $0.appending(name) }
  }
}
