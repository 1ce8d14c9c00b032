import Foundation

/// Where the user was when the program ended, so that the next start can go back there.
public struct LastPlace: Hashable, Sendable {
  /// The place whose articles were listed; `nil` for all.
  public var county: String?
  /// The id of the chosen article.
  public var articleID: String?
  /// The index of the part that stood at the top of the article pane.
  public var part: Int
  /// The character within that part, in Unicode scalars.
  public var scalar: Int

  /// Creates a place.
  public init(county: String? = nil, articleID: String? = nil, part: Int = 0, scalar: Int = 0) {
    self.county = county
    self.articleID = articleID
    self.part = part
    self.scalar = scalar
  }

  /// The place kept in the file `place` of a folder; `nil` when there is none that can be read.
  public init?(folder: String) {
    guard let read = try? DurableFile(path: folder + "/place", calls: .system).readUnlocked() else { return nil }
    self.init(json: read.bytes)
  }

  init?(json: [UInt8]) {
    self.init()
    let isRead = json.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      return (try? read(&scanner)) != nil
    }
    guard isRead, part >= 0, scalar >= 0 else { return nil }
  }

  private mutating func read(_ scanner: inout JSONScanner) throws(JSONFault) {
    try scanner.object { (scanner, key, _) throws(JSONFault) in
      switch key {
      case "county": county = scanner.tookNull() ? nil : try scanner.string()
      case "id": articleID = scanner.tookNull() ? nil : try scanner.string()
      case "part": part = try scanner.integer()
      case "scalar": scalar = try scanner.integer()
      default: _ = try scanner.skipValue()
      }
    }
    try scanner.end()
  }

  var json: [UInt8] {
    var line = JSONLine(byteCount: 128)
    line.add("county", orNull: county)
    line.add("id", orNull: articleID)
    line.add("part", raw: String(part))
    line.add("scalar", raw: String(scalar))
    return line.closed() + [UInt8(ascii: "\n")]
  }

  /// Writes the place into a folder, creating it when it is missing; the old place or the new one is there
  /// afterwards, whatever happens.
  public func write(folder: String) throws(ClippingError) {
    do {
      try DurableFile(path: folder + "/place", calls: .system).locked(creating: true) { (file) throws(FileFault) in
        _ = try file.replace(with: json)
      }
    } catch { throw ClippingError(error) }
  }
}
