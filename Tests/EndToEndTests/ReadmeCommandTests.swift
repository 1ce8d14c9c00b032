import Foundation
import Testing

/// What README says of the command line is so: every command runs as it stands, every option is there.
@Suite struct ReadmeCommandTests {
  private let xianwen: XianwenBinary
  private let readme: [String]

  init() throws {
    xianwen = try XianwenBinary()
    let file = URL(fileURLWithPath: XianwenBinary.seeds).deletingLastPathComponent().appendingPathComponent("README.md")
    readme = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  /// The lines of the blocks of shell commands that need nothing but the program, `seeds` and usual tools.
  private var commands: [String] {
    var commands: [String] = []
    var isShell = false
    for line in readme {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell, !line.hasPrefix("S=") {
        commands.append(line)
      }
    }
    return commands
  }

  /// One after the other in a new home with the seeds in it, as a reader of README types them.
  @Test func everyCommandRunsAsItStands() throws {
    #expect(commands.count > 10)
    let files = FileManager.default
    let folder = xianwen.folder
    try files.createSymbolicLink(atPath: folder.path + "/seeds", withDestinationPath: XianwenBinary.seeds)
    try files.createDirectory(atPath: folder.path + "/.build/release", withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: folder.path + "/.build/release/xianwen", withDestinationPath: XianwenBinary.path)
    for command in commands {
      if command.contains("jq "), !files.isExecutableFile(atPath: "/usr/bin/jq") { continue }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", "set -o pipefail; \(command)"]
      process.currentDirectoryURL = folder
      process.environment = [
        "HOME": folder.path, "PATH": folder.path + "/.local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      ].merging(Circumstances.sanitizerOptions) { $1 }
      process.standardOutput = FileHandle.nullDevice
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 && said.isEmpty, "\(command): \(said)")
    }
    for name in ["八月.html", "高唐.md"] {
      let digest = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(digest.contains("千名“代办员”助残当先锋"), "\(name)")
    }
  }

  @Test func everyCommandIsNamed() throws {
    let text = readme.joined(separator: "\n")
    for command in CommandLineTests.commands where command != "help" {
      #expect(text.contains("xianwen \(command) ") || text.contains("`\(command)`"), "\(command)")
    }
  }

  @Test func theFilesAreThoseOfTheHelp() throws {
    let help = try xianwen.run("help", "files").output
    for line in help.split(separator: "\n") where line.hasPrefix(xianwen.folder.path) {
      let path = "~" + line.dropFirst(xianwen.folder.path.count)
      #expect(readme.contains { $0.hasPrefix("| `\(path)") }, "\(path)")
    }
  }
}
