import CTerminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Programs that the reader starts for its user.
public enum Child {
  /// Runs a program without the terminal and waits for it; its output goes nowhere.
  ///
  /// - Parameters:
  ///   - words: the program, looked for in `PATH`, and its arguments.
  ///   - input: what it reads as its standard input.
  /// - Returns: its exit code; 128 and the signal's number when a signal ended it; 127 when it could not be started.
  public static func run(_ words: [String], input: [UInt8]) -> Int32 {
    start(words.map { Array($0.utf8) }, input: input, isInteractive: false)
  }

  /// The same with words as bytes: a file's name need not be UTF-8.
  public static func run(_ words: [[UInt8]]) -> Int32 { start(words, input: [], isInteractive: false) }

  static func start(_ words: [[UInt8]], input: [UInt8]?, isInteractive: Bool) -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in
      (word + [0]).withUnsafeBytes { $0.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { strdup($0) } }
    }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    return (input ?? []).withUnsafeBytes { bytes in
      cterm_run(
        &arguments, input == nil ? nil : bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1), bytes.count,
        isInteractive ? 1 : 0)
    }
  }
}

extension Terminal {
  /// Runs a program in the terminal, which is given back to it meanwhile, and draws everything anew afterwards.
  ///
  /// - Parameters:
  ///   - words: the program, looked for in `PATH`, and its arguments, as bytes: a file's name need not be UTF-8.
  ///   - input: what it reads as its standard input; nil leaves it the keyboard.
  ///   - farewell: what is shown when it has ended, before Enter leads back; nil leads back at once.
  /// - Returns: as `Child.run`.
  public func run(_ words: [[UInt8]], input: [UInt8]? = nil, farewell: String? = nil) -> Int32 {
    released {
      let status = Child.start(words, input: input, isInteractive: true)
      if let farewell {
        let bytes = Array(("\n" + farewell).utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
        var byte: UInt8 = 0
        while read(STDIN_FILENO, &byte, 1) == 1, byte != 0x0A, byte != 0x0D {}
      }
      return status
    }
  }

  /// Asks the terminal to put a text on the clipboard (OSC 52 of xterm's control sequences); it does not tell whether it did.
  public func setClipboard(_ text: String) {
    send([0x1B] + Array("]52;c;".utf8) + Self.base64(Array(text.utf8)) + [0x1B, 0x5C])
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var value = 0
      for offset in 0..<3 { value = value << 8 | (offset < group.count ? Int(group[start + offset]) : 0) }
      for place in 0..<4 {
        text.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return text
  }
}
