/// Threads of the program's own.
public enum Threads {
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts a thread with the caller's priority; without a word where the system has no more threads.
  public static func detach(_ body: @escaping @Sendable () -> Void) {
    #if canImport(Darwin)
      // Linux hands the nice value down by itself.
      let priority = qos_class_self()
      let work = Work {
        pthread_set_qos_class_self_np(priority, 0)
        body()
      }
      var thread: pthread_t?
    #else
      let work = Work(body)
      var thread = pthread_t()
    #endif
    let pointer = Unmanaged.passRetained(work)
    let code = pthread_create(&thread, nil, { Threads.run($0) }, pointer.toOpaque())
    guard code == 0 else { return pointer.release() }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }

  private static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
    return nil
  }
}
