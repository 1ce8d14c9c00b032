import Foundation

/// Where the program's own files lie, by the XDG Base Directory Specification (version 0.8).
public struct Paths: Hashable, Sendable {
  /// The clippings; `nil` when neither `XDG_DATA_HOME` nor a home is known.
  public let clippings: String?
  /// Where the user filed articles otherwise than the program; beside the clippings.
  public let corrections: String?
  /// The configuration.
  public let configuration: String?
  /// The user's own places.
  public let places: String?
  /// The folder for read marks and the last place.
  public let state: String?

  /// The paths in an environment.
  ///
  /// A variable that is empty or no absolute path is ignored, as the specification asks.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    func folder(_ variable: String, _ fallback: String) -> String? {
      if let set = environment[variable], set.hasPrefix("/") { return set + "/xianwen" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return home + "/" + fallback + "/xianwen"
    }
    let configurationFolder = folder("XDG_CONFIG_HOME", ".config")
    configuration = configurationFolder.map { $0 + "/config" }
    places = configurationFolder.map { $0 + "/places.tsv" }
    let dataFolder = folder("XDG_DATA_HOME", ".local/share")
    clippings = dataFolder.map { $0 + "/clippings.jsonl" }
    corrections = dataFolder.map { $0 + "/filings.jsonl" }
    state = folder("XDG_STATE_HOME", ".local/state")
  }

  /// A path from a configuration with `~/` replaced by the user's home.
  public static func expandingHome(
    _ path: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
