import Platform

/// Where the program's own files lie, by the XDG Base Directory Specification (version 0.8).
public struct Paths: Hashable, Sendable {
  /// The clippings; `nil` when neither `XDG_DATA_HOME` nor a home is known.
  public let clippings: FilePath?
  /// Where the user filed articles otherwise than the program; beside the clippings.
  public let corrections: FilePath?
  /// What the user says of the issues of pages; beside the clippings.
  public let issues: FilePath?
  /// The user's repairs of pages; beside the clippings.
  public let repairs: FilePath?
  /// The configuration.
  public let configuration: FilePath?
  /// The user's own places.
  public let places: FilePath?
  /// The user's topics.
  public let topics: FilePath?
  /// What stands above the title of digests.
  public let digestHead: FilePath?
  /// What stands at their end.
  public let digestFoot: FilePath?
  /// The folder for read marks, the last place and what regular jobs have told.
  public let state: FilePath?
  /// The folder for what can be made again.
  public let cache: FilePath?

  /// The paths in an environment.
  ///
  /// A variable that is empty or no absolute path is ignored, as the specification asks.
  ///
  /// - Parameter environment: the values as `FilePath.encoded` has them.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    func folder(_ variable: String, _ fallback: FilePath) -> FilePath? {
      if let set = environment[variable].map({ FilePath(encoded: $0) }), set.isAbsolute {
        return set.appending("xianwen")
      }
      guard let home = environment["HOME"].map({ FilePath(encoded: $0) }), home.isAbsolute else { return nil }
      return home.appending(fallback).appending("xianwen")
    }
    let configurationFolder = folder("XDG_CONFIG_HOME", ".config")
    configuration = configurationFolder.map { $0.appending("config") }
    places = configurationFolder.map { $0.appending("places.tsv") }
    topics = configurationFolder.map { $0.appending("topics") }
    digestHead = configurationFolder.map { $0.appending("digest-head") }
    digestFoot = configurationFolder.map { $0.appending("digest-foot") }
    let dataFolder = folder("XDG_DATA_HOME", ".local/share")
    clippings = dataFolder.map { $0.appending("clippings.jsonl") }
    corrections = dataFolder.map { $0.appending("filings.jsonl") }
    issues = dataFolder.map { $0.appending("issues.jsonl") }
    repairs = dataFolder.map { $0.appending("repairs.jsonl") }
    state = folder("XDG_STATE_HOME", ".local/state")
    cache = folder("XDG_CACHE_HOME", ".cache")
  }

  /// A path from a configuration with `~/` replaced by the user's home.
  public static func expandingHome(
    _ path: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> FilePath {
    expandingHome(encoded: FilePath(path).encoded, environment: environment)
  }

  /// The same of a path as `FilePath.encoded` has it.
  static func expandingHome(encoded path: String, environment: [String: String]) -> FilePath {
    guard path == "~" || path.hasPrefix("~/"), let home = environment["HOME"] else { return FilePath(encoded: path) }
    return FilePath(encoded: home + path.dropFirst())
  }
}
