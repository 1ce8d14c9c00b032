/// China's provinces, prefecture-level cities and county-level divisions, numbered in official order.
///
/// The townships, ten times as many, stay text until a prefecture's are asked for (`townships(ofPrefecture:)`).
struct Gazetteer: Sendable {
  /// A province, autonomous region or municipality.
  struct Province: Sendable {
    let name: String
    let short: String
  }
  /// A prefecture-level city, prefecture, or league; also a county-level city that its province governs itself.
  struct Prefecture: Sendable {
    let name: String
    let short: String?
    /// Index into `provinces`.
    let province: Int
    /// Indices into `counties`; empty for a city without counties.
    var counties: Range<Int>
    /// The lines of `GazetteerText.townships` that hold its townships.
    var townLines: Range<Int>
  }
  /// A county, district, county-level city or banner.
  struct County: Sendable {
    let name: String
    let short: String?
    /// Index into `prefectures`.
    let prefecture: Int
  }

  private(set) var provinces: [Province] = []
  private(set) var prefectures: [Prefecture] = []
  private(set) var counties: [County] = []

  /// The facts that come with the program, decoded when first asked for.
  static let standard = Gazetteer(GazetteerText.divisions)

  /// Decodes the outline of `GazetteerText.divisions`.
  ///
  /// - Complexity: O(bytes), about 43,000.
  init(_ text: StaticString) {
    var townLine = 0
    text.withUTF8Buffer { bytes in
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let depth = line.prefix { $0 == UInt8(ascii: " ") }.count
        let name = String(decoding: line.dropFirst(depth), as: UTF8.self)
        switch depth {
        case 0:
          provinces.append(Province(name: name, short: DivisionName.short(of: name) ?? name))
        case 1:
          prefectures.append(
            Prefecture(
              name: name, short: DivisionName.short(of: name), province: provinces.count - 1,
              counties: counties.count..<counties.count, townLines: townLine..<townLine))
        default:
          townLine += 1
          prefectures[prefectures.count - 1].townLines =
            prefectures[prefectures.count - 1].townLines.lowerBound..<townLine
          guard name != "*" else { continue }
          let county = County(name: name, short: DivisionName.short(of: name), prefecture: prefectures.count - 1)
          counties.append(county)
          prefectures[prefectures.count - 1].counties =
            prefectures[prefectures.count - 1].counties.lowerBound..<counties.count
        }
      }
    }
  }

  /// The index of the prefecture with this full name.
  ///
  /// - Complexity: O(prefectures), about 360.
  func prefecture(named name: String) -> Int? {
    prefectures.firstIndex { $0.name == name }
  }

  /// The townships of prefecture `index`: for each its county (`nil` when the city has none) and its full name.
  ///
  /// - Complexity: O(bytes of the township text), about half a megabyte; a fraction of a millisecond.
  func townships(ofPrefecture index: Int) -> [(county: Int?, name: Substring)] {
    let prefecture = prefectures[index]
    var found: [(county: Int?, name: Substring)] = []
    GazetteerText.townships.withUTF8Buffer { bytes in
      var line = 0
      var start = 0
      var position = 0
      while position <= bytes.count, line < prefecture.townLines.upperBound {
        if position == bytes.count || bytes[position] == UInt8(ascii: "\n") {
          if line >= prefecture.townLines.lowerBound {
            let county =
              prefecture.counties.isEmpty
              ? nil : prefecture.counties.lowerBound + line - prefecture.townLines.lowerBound
            let names = String(decoding: bytes[start..<position], as: UTF8.self)
            for name in names.split(separator: " ") { found.append((county, name)) }
          }
          line += 1
          start = position + 1
        }
        position += 1
      }
    }
    return found
  }
}
