import Platform

/// Whether there is memory, asked before much is taken at once: an allocation that fails ends the program, and its user's work.
enum Memory {
  /// Whether the system gives `bytes` more just now.
  ///
  /// It says no where the address space is limited (`ulimit -v`) or it promises no more than it has. A system that promises more, as Linux
  /// does unless told otherwise, is held to what is there by `LoadLimit`.
  /// - Complexity: two calls of the system; no memory is touched.
  static func holds(_ bytes: Int) -> Bool {
    let length = max(bytes, 1)
    guard let memory = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0), memory != MAP_FAILED
    else { return false }
    munmap(memory, length)
    return true
  }
}

/// The address space of a program that may not take all it wants.
public enum AddressSpace {
  /// The bytes of address space that the shell allows (`ulimit -v`); `nil` where there is no limit.
  static var limit: Int? {
    #if canImport(Glibc)
      let addresses = __rlimit_resource_t(RLIMIT_AS.rawValue)
    #else
      let addresses = RLIMIT_AS
    #endif
    var limit = rlimit()
    guard getrlimit(addresses, &limit) == 0, limit.rlim_cur < UInt64(Int.max) else { return nil }
    return Int(limit.rlim_cur)
  }

  /// `M_ARENA_MAX` of glibc's <malloc.h>.
  private static let arenaMax: CInt = -8

  /// Makes the most of a limited address space. To be called before there is a second thread.
  ///
  /// The allocator of glibc reserves 64 MB for each thread; where it cannot, it tries again at each allocation, so that what takes seconds
  /// takes minutes, and memory ends long before the limit that `LoadLimit` reckons with.
  public static func prepare() {
    // Swift's module of glibc leaves <malloc.h> out; other libraries have no such function, or no such number.
    guard limit != nil, let function = dlsym(nil, "mallopt") else { return }
    let mallopt = unsafeBitCast(function, to: (@convention(c) (CInt, CInt) -> CInt).self)
    _ = mallopt(arenaMax, 1)
  }
}
