/// A small file that is read and written whole, such as the last place: the old content or the new is there, whatever happens.
public struct StateFile: Sendable {
  private let file: DurableFile

  /// The file at `path`, which need not be there.
  public init(path: FilePath) { file = DurableFile(path: path, calls: .system) }

  /// The file's bytes; `nil` when there is none that can be read.
  public func read() -> [UInt8]? {
    guard let read = try? file.readUnlocked() else { return nil }
    return read.bytes
  }

  /// Writes the file anew, creating its folder when that is missing.
  public func write(_ bytes: [UInt8]) throws(ClippingError) {
    do {
      try file.locked(creating: true) { (file) throws(FileFault) in _ = try file.replace(with: bytes) }
    } catch { throw ClippingError(error) }
  }

  /// Changes the file while no other copy of the program does; what `body` makes of its bytes (`nil` when there is no file)
  /// stands in their place, and `nil` leaves all as it is.
  public func change(_ body: ([UInt8]?) -> [UInt8]?) throws(StorageError) {
    do {
      try file.locked(creating: true) { (file) throws(FileFault) in
        let bytes = try file.read()?.bytes
        guard let changed = body(bytes), changed != bytes else { return }
        _ = try file.replace(with: changed)
      }
    } catch { throw StorageError(error) }
  }
}
