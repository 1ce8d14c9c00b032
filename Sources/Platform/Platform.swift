// The C library, Dispatch and that part of Foundation which needs no ICU, under one name on every system. All of Foundation would make the
// program four times as large and its start twice as long.
@_exported import Dispatch

#if canImport(FoundationEssentials)
  @_exported import FoundationEssentials
#else
  @_exported import Foundation
#endif

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#endif
