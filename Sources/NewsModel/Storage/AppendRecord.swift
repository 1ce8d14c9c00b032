/// What the lock file says about an append that has begun: where, and which bytes.
struct AppendRecord: Equatable {
  /// The size of the file in bytes before the append.
  let offset: Int
  let bytes: [UInt8]

  init(offset: Int, bytes: [UInt8]) {
    self.offset = offset
    self.bytes = bytes
  }

  /// FNV-1a, 64 bit: enough to tell a record written to its end from one that was not.
  private var checksum: UInt64 { FNV1a.hash(bytes) }

  /// `append OFFSET COUNT CHECKSUM`, a line break, the bytes.
  var encoded: [UInt8] { Array("append \(offset) \(bytes.count) \(checksum)\n".utf8) + bytes }

  /// Reads a record; `nil` when it was not written to its end: then the append had not begun.
  init?(_ encoded: [UInt8]) {
    guard let lineEnd = encoded.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: encoded[..<lineEnd], as: UTF8.self).split(separator: " ")
    guard words.count == 4, words[0] == "append", let offset = Int(words[1]), offset >= 0 else { return nil }
    self.init(offset: offset, bytes: Array(encoded[(lineEnd + 1)...]))
    guard words[2] == String(bytes.count), words[3] == String(checksum) else { return nil }
  }
}
