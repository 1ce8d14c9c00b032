extension PlaceSurvey {
  /// Looks through the texts of `parts`.
  ///
  /// - Complexity: O(bytes of text).
  init(of parts: [Part], vocabulary: PlaceVocabulary) {
    var sites: [Site] = []
    // Part numbers have 16 bits; a page with more parts than that is no newspaper page, and its rest is not surveyed.
    for (number, part) in parts.prefix(Int(UInt16.max)).enumerated() {
      var text = part.text
      let isNames = part.role == .byline || part.role == .credit
      text.withUTF8 { bytes in
        var scanner = Scanner(bytes: bytes, part: UInt16(number), isNames: isNames, vocabulary: vocabulary)
        scanner.run(into: &sites)
      }
    }
    self.sites = sites
  }

  /// One part's text under the scan.
  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let part: UInt16
    let isNames: Bool
    let vocabulary: PlaceVocabulary

    mutating func run(into sites: inout [Site]) {
      var bylineEnd = 0
      vocabulary.table.scan(bytes) { number, offset, length in
        var context = context(from: offset, to: offset + length)
        if isNames || offset < bylineEnd { context.insert(.inByline) }
        let site = Site(
          part: part, name: UInt16(number), offset: UInt32(offset), length: UInt8(min(length, 255)), kind: .name,
          context: context)
        sites.append(site)
        return true
      } anchor: { scalar, offset in
        guard let (kind, start, end) = anchor(scalar, at: offset) else { return }
        var context = context(from: start, to: end)
        if isNames || offset < bylineEnd { context.insert(.inByline) }
        sites.append(
          Site(
            part: part, name: Site.noName, offset: UInt32(start), length: UInt8(end - start), kind: kind,
            context: context))
      }
      bylineEnd = 0
    }

    private func anchor(_ scalar: UInt32, at offset: Int) -> (kind: Kind, start: Int, end: Int)? { nil }
    private func context(from: Int, to: Int) -> Context { [] }
  }
}
