import Foundation

do {
  exit(try FitCommand(Array(CommandLine.arguments.dropFirst())).run())
} catch {
  FileHandle.standardError.write(Data("xianwen-fit: \(error)\n".utf8))
  exit(2)
}
