import Platform

/// How much of an archive is read, so that a program that keeps all text in memory does not end for want of it.
public enum LoadLimit {
  /// The bytes of page files that are read unless the configuration says otherwise: a sixth of the memory there is. Articles and index
  /// take about four bytes for one, and some more while they are made.
  public static let standard = memory() / 6

  /// The address space that the program takes before it reads: libraries, stacks, and what the system's allocator sets aside for threads.
  private static let ownAddresses = 170_000_000

  /// The bytes of memory of the machine, or those that its control group (cgroups(7), both versions) or the shell (`ulimit -v`) allows.
  private static func memory() -> Int {
    let physical = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    let allowed = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap { path in
      (try? String(contentsOfFile: path, encoding: .utf8)).flatMap { Int($0.filter { !$0.isWhitespace }) }
    }
    let addresses = AddressSpace.limit.map { max(0, $0 - ownAddresses) }
    return (allowed + [addresses].compactMap(\.self)).reduce(physical, min)
  }

}
