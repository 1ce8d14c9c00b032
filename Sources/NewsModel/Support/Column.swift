import Platform

/// A column of numbers under construction: room for the most there can be is reserved at once, and only what is written
/// takes memory.
///
/// The memory comes from the system page by page and goes back to it whole. With ordinary allocation the working memory
/// of an index build stays with the allocator: half a byte per byte of text, measured with glibc.
struct Column<Number: FixedWidthInteger>: ~Copyable {
  /// The numbers; those from `count` on are zero or left over from earlier use.
  let base: UnsafeMutablePointer<Number>
  private let byteCount: Int
  /// How many numbers were appended. Who writes behind them through `base` adds what was written.
  var count = 0

  /// Reserves room for `capacity` numbers. Stops the program when the address space has none, as any allocation does.
  init(capacity: Int) {
    byteCount = max(capacity, 1) * MemoryLayout<Number>.stride
    let memory = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let memory, memory != MAP_FAILED else { fatalError("out of memory: \(byteCount) bytes") }
    base = memory.bindMemory(to: Number.self, capacity: max(capacity, 1))
  }

  deinit {
    munmap(base, byteCount)
  }

  /// Appends a number; there must be room for it.
  @inline(__always)
  mutating func append(_ number: Number) {
    base[count] = number
    count &+= 1
  }

  /// The appended numbers.
  func array() -> [Number] { array(count: count) }

  /// The first `count` numbers.
  func array(count: Int) -> [Number] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
