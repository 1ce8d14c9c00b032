import Platform

/// The path of a file: the bytes that the system knows it by, which need not be UTF-8. Names out of old archives are often GBK.
///
/// Two paths are equal when their bytes are; strings that Unicode calls equivalent (豈 as U+8C48 and U+F900) name different files.
public struct FilePath: Sendable {
  /// The path as text in which each byte that belongs to no UTF-8 character is a scalar of its own from the end of private use plane 16,
  /// as is each byte of such a scalar: so that there is one text for one path. For keys and for taking paths apart, not for people.
  public let encoded: String

  /// The scalar that stands for a byte is this much more than the byte.
  private static let offset: UInt32 = 0x10_FE00
  /// The first byte in UTF-8 of all those scalars: a text without it holds none.
  private static let lead: UInt8 = 0xF4

  /// The path that `encoded` of another one was.
  public init(encoded: String) { self.encoded = encoded }

  /// A path that was typed or printed as text.
  public init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// A path as the system hands it over.
  public init(cString: UnsafePointer<CChar>) {
    self.init(bytes: UnsafeRawBufferPointer(start: cString, count: strlen(cString)).map(\.self))
  }

  /// A path of these bytes, none of which is 0.
  ///
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8]) {
    if !bytes.contains(Self.lead), let text = String(validating: bytes, as: UTF8.self) {
      encoded = text
      return
    }
    var text = String.UnicodeScalarView()
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let width = bytes[index] < 0x80 ? 1 : UTF8Check.width(bytes, at: index)
        let scalar = String(decoding: bytes[index..<index + width], as: UTF8.self).unicodeScalars.first
        if let scalar, Self.byte(scalar) == nil {
          text.append(scalar)
          index += width
        } else {
          text.append(Unicode.Scalar(Self.offset + UInt32(bytes[index])) ?? "\u{FFFD}")
          index += 1
        }
      }
    }
    encoded = String(text)
  }

  /// The byte that a scalar stands for; `nil` for one that stands for itself.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    (offset + 0x80...offset + 0xFF).contains(scalar.value) ? UInt8(scalar.value - offset) : nil
  }

  private var isPlain: Bool { !encoded.utf8.contains(Self.lead) }

  /// The path's bytes.
  public var bytes: [UInt8] {
    isPlain ? Array(encoded.utf8) : Self.bytes(encoded.unicodeScalars)
  }

  private static func bytes(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
    text.flatMap { scalar in byte(scalar).map { [$0] } ?? Array(String(scalar).utf8) }
  }

  /// Calls `body` with the path as the system takes it.
  public func withPlatformString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    if isPlain { return encoded.withCString(body) }
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return characters.withUnsafeBufferPointer { buffer in
      // An array of one element at least has an address.
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
  }

  /// The path for people: a name in it that is no UTF-8 is read as GB 18030; where it is no GB 18030 either, or UTF-8 that was cut off or
  /// damaged, its odd bytes are written `\xNN`.
  ///
  /// - Complexity: O(bytes).
  public var shown: String {
    if isPlain { return encoded }
    return encoded.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
      .map(Self.shown).joined(separator: "/")
  }

  private static func shown(_ name: Substring.UnicodeScalarView) -> String {
    guard name.contains(where: { byte($0) != nil }) else { return String(name) }
    let bytes = bytes(name)
    if !UTF8Census(bytes, from: 0).isPlausible, let text = ChineseEncoding.gb18030.decode(bytes) {
      return text
    }
    return name.map { scalar in byte(scalar).map { "\\x" + String($0, radix: 16) } ?? String(scalar) }.joined()
  }

  /// The last name of the path, for people.
  public var name: String { lastComponent.shown }

  /// What follows the last slash.
  public var lastComponent: FilePath {
    let names = encoded.utf8
    let start = names.lastIndex(of: UInt8(ascii: "/")).map { names.index(after: $0) }
    return FilePath(encoded: String(encoded[(start ?? names.startIndex)...]))
  }

  /// The folder that the path leads into: `.` for a mere name.
  public var folder: FilePath {
    guard let slash = encoded.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == encoded.startIndex ? "/" : FilePath(encoded: String(encoded[..<slash]))
  }

  /// Whether something is there.
  public var exists: Bool { withPlatformString { access($0, F_OK) } == 0 }

  /// Whether it leads on from the root, whatever the current folder is.
  public var isAbsolute: Bool { encoded.utf8.first == UInt8(ascii: "/") }

  /// The path from the root on, without `.` and `..`; links are not followed.
  public var absolute: FilePath {
    let here = isAbsolute ? nil : getcwd(nil, 0)
    defer { free(here) }
    let whole = here.map { FilePath(cString: $0).appending(self) } ?? self
    var names: [Substring.UnicodeScalarView] = []
    for name in whole.encoded.unicodeScalars.split(separator: "/") {
      if name.elementsEqual("..".unicodeScalars) {
        _ = names.popLast()
      } else if !name.elementsEqual(".".unicodeScalars) {
        names.append(name)
      }
    }
    return FilePath(encoded: "/" + names.map { String($0) }.joined(separator: "/"))
  }

  /// The path of what is called `name` in this folder.
  public func appending(_ name: FilePath) -> FilePath {
    FilePath(encoded: encoded + (encoded.utf8.last == UInt8(ascii: "/") ? "" : "/") + name.encoded)
  }
}

extension FilePath {
  /// The program that runs, links followed; `nil` where the system does not tell.
  public static var program: FilePath? {
    #if os(Linux)
      let path = "/proc/self/exe"
    #else
      let path = CommandLine.arguments[0]
    #endif
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return FilePath(cString: real)
  }
}

extension FilePath: Hashable, Comparable {
  /// Whether two paths have the same bytes.
  public static func == (a: FilePath, b: FilePath) -> Bool {
    // Comparing strings as such is the faster of the two.
    a.encoded == b.encoded && a.encoded.utf8.elementsEqual(b.encoded.utf8)
  }

  /// By bytes; what is no UTF-8 comes last.
  public static func < (a: FilePath, b: FilePath) -> Bool {
    a.encoded.utf8.lexicographicallyPrecedes(b.encoded.utf8)
  }

  /// As equality is.
  public func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}

extension FilePath: CustomStringConvertible {
  /// The path for people.
  public var description: String { shown }
}

extension FilePath: ExpressibleByStringLiteral {
  /// A path that stands in the program's own text.
  public init(stringLiteral text: String) { self.init(text) }
}
