extension PlaceSurvey {
  /// Looks through the texts of `parts`.
  ///
  /// - Complexity: O(bytes of text).
  init(of parts: [Part], vocabulary: PlaceVocabulary) {
    var sites: [Site] = []
    var isTraditional = false
    // Part numbers have 16 bits; a page with more parts than that is no newspaper page, and its rest is not surveyed.
    for (number, part) in parts.prefix(Int(UInt16.max)).enumerated() {
      var text = part.text
      let isNames = part.role == .byline || part.role == .credit
      text.withUTF8 { bytes in
        let count = sites.count
        guard Self.survey(bytes, part: UInt16(number), isNames: isNames, vocabulary, into: &sites) else { return }
        isTraditional = true
        sites.removeSubrange(count...)
        SimplifiedText.of(bytes).withUnsafeBufferPointer { bytes in
          _ = Self.survey(bytes, part: UInt16(number), isNames: isNames, vocabulary, into: &sites)
        }
      }
    }
    self.sites = sites
    self.isTraditional = isTraditional
  }

  /// Adds the finds of one part.
  ///
  /// - Returns: whether traditional characters stand in the text, so that its simplified form may hold other finds.
  private static func survey(
    _ bytes: UnsafeBufferPointer<UInt8>, part: UInt16, isNames: Bool, _ vocabulary: PlaceVocabulary,
    into sites: inout [Site]
  ) -> Bool {
    SurroundedText.with(bytes) { survey($0, part: part, isNames: isNames, vocabulary, into: &sites) }
  }

  private static func survey(
    _ text: SurroundedText, part: UInt16, isNames: Bool, _ vocabulary: PlaceVocabulary, into sites: inout [Site]
  ) -> Bool {
    var isTraditional = false
    // Reporters' names stand in byline parts, and in brackets inside of bodies up to this byte.
    var namesEnd = isNames ? text.bytes.count : 0
    vocabulary.table.scan(text.bytes) { number, start, length in
      guard length <= Int(UInt8.max) else { return false }
      let end = start + length
      var context = text.context(from: start, to: end)
      if start < namesEnd { context.insert(.inByline) }
      let name = UInt16(number)
      sites.append(
        Site(part: part, name: name, offset: UInt32(start), length: UInt8(length), kind: .name, context: context))
      return true
    } stop: { scalar, position in
      if SimplifiedText.isTraditional(scalar) {
        isTraditional = true
        return
      }
      if PlaceAnchor.isBracket(scalar) {
        if let end = text.endOfNames(inBracketAt: position) { namesEnd = max(namesEnd, end) }
        return
      }
      guard let (kind, start, end) = text.site(atAnchor: scalar, position) else { return }
      var context = text.context(from: start, to: end)
      if start < namesEnd { context.insert(.inByline) }
      sites.append(
        Site(
          part: part, name: Site.noName, offset: UInt32(start), length: UInt8(end - start), kind: kind, context: context
        ))
    }
    return isTraditional
  }
}
