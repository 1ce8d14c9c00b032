import Platform

/// The number by which the system tells why a call failed.
public struct SystemErrno: Error, Hashable, Sendable {
  /// The number, as `errno` holds it.
  public let code: Int32

  /// Wraps a number.
  public init(code: Int32) {
    self.code = code
  }

  /// The reason in the system's words.
  public var reason: String { String(cString: strerror(code)) }
}

/// The system's words for an error number.
func reason(_ code: Int32) -> String { SystemErrno(code: code).reason }
