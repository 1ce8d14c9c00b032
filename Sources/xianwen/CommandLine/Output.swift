import NewsModel
import Platform
import ReaderUI

/// Standard output, buffered.
///
/// Text goes through `put`, which replaces control characters: nothing from a page file reaches a terminal as a command. Only
/// JSON, which escapes them itself, goes through `write`. A class, because the buffer is one however many hands it passes.
final class Output {
  /// How a stretch of text looks on a terminal.
  enum Emphasis: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    /// A match of a search.
    case match = "1;7"
    /// A text that only comes near what was searched for.
    case nearMatch = "4"
  }

  /// Standard output could not take what was written.
  enum Failure: Error {
    /// The reader at the other end of the pipe is gone: nothing more to do.
    case closed
    case system(String)
  }

  /// Whether standard output is a terminal.
  let isTerminal: Bool
  /// Columns of the terminal; `nil` when it is none or does not tell.
  let columns: Int?
  private let isColoured: Bool
  private var buffer: [UInt8] = []
  private static let bufferBytes = 1 << 16

  init(environment: [String: String]) {
    isTerminal = isatty(STDOUT_FILENO) == 1
    // https://no-color.org: any value but the empty one.
    let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    isColoured = isTerminal && !isPlain
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    columns = isKnown ? Int(size.ws_col) : nil
  }

  /// Writes text with control characters made visible.
  func put(_ text: some StringProtocol, _ emphasis: Emphasis = .plain) throws(Failure) {
    let isMarked = isColoured && emphasis != .plain
    if isMarked { buffer += "\u{1B}[\(emphasis.rawValue)m".utf8 }
    for scalar in text.unicodeScalars { buffer += UTF8.encode(scalar.shown) ?? UTF8.encodedReplacementCharacter }
    if isMarked { buffer += "\u{1B}[0m".utf8 }
    try flushIfFull()
  }

  /// Writes text and ends the line.
  func line(_ text: some StringProtocol, _ emphasis: Emphasis = .plain) throws(Failure) {
    try put(text, emphasis)
    try endLine()
  }

  /// Writes text of several lines.
  func lines(_ text: String) throws(Failure) {
    for text in text.split(separator: "\n", omittingEmptySubsequences: false) { try line(text) }
  }

  /// Writes text of several lines that ends its last one.
  func text(_ text: String) throws(Failure) {
    for text in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() { try line(text) }
  }

  /// Ends the line.
  func endLine() throws(Failure) {
    buffer.append(0x0A)
    try flushIfFull()
  }

  /// Writes bytes that are safe already.
  func write(_ bytes: [UInt8]) throws(Failure) {
    buffer += bytes
    try flushIfFull()
  }

  /// Writes JSON Lines: for each element what `body` writes, and a line end. A line may be larger than memory should hold.
  func jsonLines<Elements: Sequence>(
    _ elements: Elements, _ body: (Elements.Element, inout JSONWriter) -> Void
  ) throws(Failure) {
    var failure: Failure?
    var json = JSONWriter { [self] bytes in
      if failure != nil { return }
      do throws(Failure) { try write(bytes) } catch { failure = error }
    }
    for element in elements {
      body(element, &json)
      json.endLine()
      if let failure { throw failure }
    }
    json.finish()
    if let failure { throw failure }
  }

  private func flushIfFull() throws(Failure) {
    if buffer.count >= Output.bufferBytes { try flush() }
  }

  /// Hands everything to the system.
  func flush() throws(Failure) {
    defer { buffer.removeAll(keepingCapacity: true) }
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Platform.write(STDOUT_FILENO, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        throw .closed
      } else if errno != EINTR {
        throw .system(SystemErrno(code: errno).reason)
      }
    }
  }
}

/// Standard error: one line for each thing to say.
enum ErrorOutput {
  /// Writes `xianwen: text`. Line ends inside the text become visible marks, so that one message is one line.
  static func line(_ text: String) { write(Array("xianwen: \(text.shown)\n".utf8)) }

  /// Writes bytes that are safe already. Where they cannot be written there is nobody left to tell.
  static func write(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { Platform.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return }
      start += max(written, 0)
    }
  }
}
