import NewsModel
import Platform
import ReaderTerminal
import ReaderUI

/// Puts text on the user's clipboard, by the way that gets there: a configured command, else tmux, else the terminal itself.
struct Clipboard: Sendable {
  /// A command that takes the text on its standard input, from the configuration.
  let command: String?
  let environment: [String: String]
  let language: Language

  /// What became of a text.
  enum Outcome: Sendable {
    /// It was handed over; the words say where to.
    case done(String)
    /// The terminal itself must be asked (OSC 52), from the event loop.
    case askTerminal
    case failed(String)
  }

  /// Hands over `text`; waits for the command or tmux.
  func take(_ text: String) -> Outcome {
    let bytes = Array(text.utf8)
    if let command, !command.isEmpty {
      let status = Child.run(["/bin/sh", "-c", command], input: bytes)
      if status == 0 { return .done("“\(command)”") }
      return .failed(language("“\(command)”失败（\(status)）", "“\(command)” failed (\(status))"))
    }
    // tmux keeps its own buffers, and with -w passes the text on to the terminal it runs in (tmux 3.2 and later).
    if environment["TMUX"]?.isEmpty == false {
      if Child.run(["tmux", "load-buffer", "-w", "-"], input: bytes) == 0 { return .done("tmux") }
      if Child.run(["tmux", "load-buffer", "-"], input: bytes) == 0 { return .done("tmux") }
    }
    return .askTerminal
  }
}
