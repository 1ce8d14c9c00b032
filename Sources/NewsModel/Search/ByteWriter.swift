/// A growing buffer of bytes that varints are written to, several times as fast as appending to an array.
struct ByteWriter: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes written.
  private(set) var count = 0

  init() {
    capacity = 4096
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deallocate()
  }

  /// What was written.
  func bytes() -> [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Makes room for `bytes` more; the writing methods rely on it.
  mutating func reserve(_ bytes: Int) {
    guard count + bytes > capacity else { return }
    capacity = max(capacity * 2, count + bytes)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Writes one byte.
  @inline(__always)
  mutating func write(byte: UInt8) {
    base[count] = byte
    count &+= 1
  }

  /// Writes `value` as a varint: seven bits a byte, low bits first, the high bit set on all bytes but the last.
  @inline(__always)
  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      write(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    write(byte: UInt8(truncatingIfNeeded: rest))
  }

  /// Writes at `place`, where one byte was left free, how many bytes follow it, moving them if it takes more bytes.
  mutating func writeLength(at place: Int) {
    let start = place + 1
    let length = count - start
    if length < 0x80 {
      base[place] = UInt8(length)
      return
    }
    let extra = (UInt64.bitWidth - UInt64(length).leadingZeroBitCount - 1) / 7
    (base + start + extra).update(from: base + start, count: length)
    let end = count + extra
    count = place
    write(UInt64(length))
    count = end
  }
}
