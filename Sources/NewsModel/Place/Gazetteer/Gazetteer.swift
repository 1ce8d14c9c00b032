/// China's provinces, prefecture-level cities and county-level divisions, numbered in official order.
///
/// Names stay bytes of one buffer until somebody wants to show them; the townships, ten times as many, stay text until a
/// prefecture's are asked for (`forEachTownship`).
struct Gazetteer: Sendable {
  /// Where a name stands in `bytes`.
  struct Name: Sendable {
    let start: Int32
    /// Its length in bytes.
    let length: UInt8
    /// The length of its short form (`DivisionName.shortLength`); 0 for none.
    let shortLength: UInt8
  }
  /// A province, autonomous region or municipality.
  struct Province: Sendable {
    let name: Name
  }
  /// A prefecture-level city, prefecture, or league; also a county-level city that its province governs itself.
  struct Prefecture: Sendable {
    let name: Name
    /// Index into `provinces`.
    let province: Int
    /// Indices into `counties`; empty for a city without counties.
    var counties: Range<Int>
    /// The lines of `GazetteerText.townships` that hold its townships.
    var townLines: Range<Int>
  }
  /// A county, district, county-level city or banner.
  struct County: Sendable {
    let name: Name
    /// Index into `prefectures`.
    let prefecture: Int
  }

  /// The names' bytes in simplified characters, and as they are shown: 屏東縣.
  let bytes: [UInt8]
  private let shown: [UInt8]
  private(set) var provinces: [Province] = []
  private(set) var prefectures: [Prefecture] = []
  private(set) var counties: [County] = []

  /// The facts that come with the program, decoded when first asked for.
  static let standard = Gazetteer(GazetteerText.divisions)

  /// Decodes the outline of `GazetteerText.divisions`.
  ///
  /// - Complexity: O(bytes), about 43,000.
  init(_ text: StaticString) {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    shown = Array(text)
    bytes = SimplifiedText.of(text)
    counties.reserveCapacity(3100)
    prefectures.reserveCapacity(400)
    var townLine = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var first = start
      while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
      add(first..<end, depth: first - start, &townLine)
      start = end + 1
    }
  }

  private mutating func add(_ range: Range<Int>, depth: Int, _ townLine: inout Int) {
    let short = DivisionName.shortLength(of: bytes[range])
    let name = Name(start: Int32(range.lowerBound), length: UInt8(range.count), shortLength: UInt8(short))
    switch depth {
    case 0: provinces.append(Province(name: name))
    case 1:
      let none = counties.count..<counties.count
      prefectures.append(
        Prefecture(name: name, province: provinces.count - 1, counties: none, townLines: townLine..<townLine))
    default:
      townLine += 1
      let last = prefectures.count - 1
      prefectures[last].townLines = prefectures[last].townLines.lowerBound..<townLine
      guard bytes[range.lowerBound] != UInt8(ascii: "*") else { return }
      counties.append(County(name: name, prefecture: last))
      prefectures[last].counties = prefectures[last].counties.lowerBound..<counties.count
    }
  }

  /// The bytes of a name.
  func bytes(of name: Name) -> ArraySlice<UInt8> {
    bytes[Int(name.start)..<Int(name.start) + Int(name.length)]
  }

  /// The bytes of a name's short form; empty for none.
  func shortBytes(of name: Name) -> ArraySlice<UInt8> {
    bytes[Int(name.start)..<Int(name.start) + Int(name.shortLength)]
  }

  /// A name as text.
  func text(of name: Name) -> String {
    String(decoding: shown[Int(name.start)..<Int(name.start) + Int(name.length)], as: UTF8.self)
  }

  /// A name's short form as text.
  func short(of name: Name) -> String? {
    name.shortLength == 0 ? nil : String(decoding: shortBytes(of: name), as: UTF8.self)
  }

  /// The full name of prefecture `index`.
  func prefectureName(_ index: Int) -> String { text(of: prefectures[index].name) }

  /// Whether county `index` is a district of a city.
  func isDistrict(_ index: Int) -> Bool { bytes(of: counties[index].name).suffix(3).elementsEqual("区".utf8) }

  /// The full name of county `index`.
  func countyName(_ index: Int) -> String { text(of: counties[index].name) }

  /// The index of the prefecture with this full name.
  ///
  /// - Complexity: O(prefectures), about 360.
  func prefecture(named name: String) -> Int? {
    let wanted = Array(name.utf8)
    return prefectures.firstIndex { bytes(of: $0.name).elementsEqual(wanted) }
  }

  /// Calls `body` with each township of prefecture `index`: its county (`nil` when the city has none) and the bytes of its
  /// full name.
  ///
  /// - Complexity: O(bytes of the township text), about half a megabyte; a fraction of a millisecond.
  func forEachTownship(ofPrefecture index: Int, _ body: (_ county: Int?, _ name: ArraySlice<UInt8>) -> Void) {
    let prefecture = prefectures[index]
    let text = GazetteerText.townships
    let all = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var position = 0
    var line = 0
    while line < prefecture.townLines.lowerBound, position < all.count {
      position = (all[position...].firstIndex(of: UInt8(ascii: "\n")) ?? all.count) + 1
      line += 1
    }
    while line < prefecture.townLines.upperBound, position < all.count {
      let end = all[position...].firstIndex(of: UInt8(ascii: "\n")) ?? all.count
      let county =
        prefecture.counties.isEmpty
        ? nil : prefecture.counties.lowerBound + line - prefecture.townLines.lowerBound
      for name in Array(all[position..<end]).split(separator: UInt8(ascii: " ")) { body(county, name) }
      position = end + 1
      line += 1
    }
  }
}
