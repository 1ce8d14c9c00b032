import Foundation

/// The built program, run as a user runs it.
struct XianwenBinary {
  /// What a run printed, and its exit code.
  struct Result {
    let code: Int32
    let output: String
    let errors: String
    var lines: [Substring] { output.split(separator: "\n") }
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// A folder for the run: its current folder and its home.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The package's own pages.
  static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("seeds").path

  /// The program.
  static let path = built("xianwen")

  /// A product of the package: it lies beside the test bundle.
  static func built(_ name: String) -> String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
    let folder =
      bundle.bundlePath.hasSuffix(".xctest") ? bundle.bundleURL.deletingLastPathComponent() : bundle.bundleURL
    return folder.appendingPathComponent(name).path
  }

  /// Runs the program to its end.
  func run(_ words: String..., environment: [String: String] = [:], input: [UInt8] = []) throws -> Result {
    try run(words, environment: environment, input: input)
  }

  /// Runs the program, or another, to its end.
  func run(
    _ arguments: [String], program: String = XianwenBinary.path, environment: [String: String] = [:],
    input: [UInt8] = []
  ) throws -> Result {
    try start(program, arguments, environment: environment, input: input)
  }

  /// Runs a line of bash with the program and the package's pages in the variables `XIANWEN` and `SEEDS`.
  func shell(_ line: String) throws -> Result {
    let environment = ["XIANWEN": XianwenBinary.path, "SEEDS": XianwenBinary.seeds, "PATH": "/usr/bin:/bin"]
    return try start("/bin/bash", ["-c", line], environment: environment, input: [])
  }

  private func start(
    _ path: String, _ arguments: [String], environment: [String: String], input: [UInt8]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["HOME": folder.path, "LC_ALL": "C"].merging(Circumstances.sanitizerOptions) { $1 }
      .merging(environment) { $1 }
    // Files instead of pipes: no run can block on a full one.
    let (outPath, errPath, inPath) = (file("out"), file("err"), file("in"))
    for (path, bytes) in [(outPath, []), (errPath, []), (inPath, input)] { try Data(bytes).write(to: path) }
    process.standardOutput = try FileHandle(forWritingTo: outPath)
    process.standardError = try FileHandle(forWritingTo: errPath)
    process.standardInput = try FileHandle(forReadingFrom: inPath)
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: String(decoding: try Data(contentsOf: outPath), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errPath), as: UTF8.self))
  }

  private func file(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-\(name)-\(UUID().uuidString)")
  }

  /// Writes a page below the current folder of the run.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}
