/// When articles came and when they were read, by their ids as numbers.
public struct ReadingHistory: Sendable {
  /// The day on which an article was first there; none for what was there from the beginning.
  public var arrivals: [UInt64: NewsDate] = [:]
  /// The day on which it was read.
  public var reads: [UInt64: NewsDate] = [:]

  /// Nothing is known.
  public init() {}

  /// What the folder of the program's state says of these paths.
  ///
  /// - Complexity: O(bytes of the files).
  public init(folder: FilePath, paths: [FilePath]) {
    let marks = ReadMarks(folder: folder)
    _ = try? marks.load()
    reads = marks.readDays
    arrivals = ArrivalLog(folder: folder, readerOf: paths).days
  }
}
