/// The number of a newspaper's page: `7`, `A03`, `三`.
public struct PageNumber: Hashable, Sendable, Comparable {
  /// The letter of the section, in upper case; empty where there is none.
  let section: String
  /// The number, from 1.
  let number: Int

  init(section: String, number: Int) { (self.section, self.number) = (section, number) }

  /// Reads a page's number as papers, file names and people write it: `07`, `A03`, `a3`, `第三版`, `③版`, `０３`.
  ///
  /// - Returns: `nil` for anything else.
  init?(_ text: String) {
    var section = ""
    var digits: [UInt32] = []
    for unit in Folding.units(text) {
      let scalar = UInt32(unit)
      switch scalar {
      case 0x7B2C, 0x7248, 0x20, 0x2E, 0x2D: continue  // 第, 版, blank, point, dash
      case 0x61...0x7A where digits.isEmpty && section.isEmpty:
        section = String(UnicodeScalar(UInt8(scalar)).properties.uppercaseMapping)
      case 0x2460...0x2473 where digits.isEmpty: digits = Array(String(scalar - 0x245F).unicodeScalars.map(\.value))
      default: digits.append(scalar)
      }
    }
    guard (1...3).contains(digits.count), let number = DateFinder.number(digits[...]), number > 0 else { return nil }
    (self.section, self.number) = (section, number)
  }

  /// The number without what papers print around it: `7`, `A03` for `07`, `A03版`; `nil` for what is no page's number.
  static func normalized(_ printed: String) -> String? {
    guard let page = PageNumber(printed) else { return nil }
    guard !page.section.isEmpty else { return String(page.number) }
    // Zeroes behind a letter are part of how the page is called.
    let zeroes = printed.unicodeScalars.drop { DateFinder.number([$0.value]) == nil }.prefix { $0 == "0" || $0 == "０" }
    return page.section + String(repeating: "0", count: zeroes.count) + String(page.number)
  }

  /// Whether a page stands before another in an issue, and both before what is no page's number.
  public static func areInOrder(_ a: String, _ b: String) -> Bool {
    guard let first = PageNumber(a), let second = PageNumber(b) else {
      return PageNumber(a) != nil || PageNumber(b) == nil && a < b
    }
    return first < second
  }

  /// By section, then by number.
  public static func < (a: PageNumber, b: PageNumber) -> Bool { (a.section, a.number) < (b.section, b.number) }
}
