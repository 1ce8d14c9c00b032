import NewsModel
import Platform

// `ProcessInfo` replaces what is no UTF-8, so that a file would not be found by them.
let words = (0..<Int(CommandLine.argc)).dropFirst().compactMap { index in
  CommandLine.unsafeArgv[index].map { FilePath(cString: $0) }
}
var environment = ProcessInfo.processInfo.environment
for name in environment.keys {
  if let value = getenv(name) { environment[name] = FilePath(cString: value).encoded }
}
exit(Program.run(words, environment: environment))
