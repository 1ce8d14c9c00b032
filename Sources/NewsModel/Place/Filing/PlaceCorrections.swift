import Platform

/// Where the user filed articles otherwise than the program would.
///
/// A correction is stored like a clipping, one line of JSON with the whole article, by a `ClippingStore` of its own file
/// (`Paths.corrections`): its `county` and `prefecture` say where the article belongs, `null` that no place is known. It is
/// recognised by the article's id, which is made of its text, so that a file may be moved or renamed; on a page of the same
/// name that was read anew, by how much of the text is the same.
public struct PlaceCorrections: Sendable {
  private let records: [Clipping]
  /// The indices of the records by id.
  private let indices: [String: Int]

  /// No corrections.
  public static let none = PlaceCorrections([])

  /// The corrections that a store of them holds.
  public init(_ records: [Clipping]) {
    self.records = records
    indices = Dictionary(zip(records.map(\.id), records.indices)) { $1 }
  }

  /// The record of a correction: `article` belongs to `place`, to none that is known when that is `nil`.
  ///
  /// - Parameters:
  ///   - added: the moment of the correction.
  public static func record(of article: Article, facts: PageFacts?, place: Place?, added: Date) -> Clipping {
    var record = Clipping(of: article, facts: facts, added: added)
    record.county = place?.name
    record.prefecture = place?.prefecture
    return record
  }

  /// Files the articles of `library` as the corrections say, and those whose correction is gone as their evidence says.
  ///
  /// - Returns: whether any filing changed.
  /// - Complexity: O(articles), besides O(bytes of text) of the pages on which a corrected article was and is not found.
  @discardableResult
  public func apply(to library: inout Library) -> Bool {
    var hasChanged = false
    var used = Set<Int>()
    for index in library.articles.indices {
      let filing = library.articles[index].filing
      let record = records.isEmpty ? nil : indices[library.articles[index].id]
      if let record {
        used.insert(record)
        if correct(&library, at: index, by: records[record]) { hasChanged = true }
      } else if let id = filing.correctionID, indices[id] == nil {
        library.changeFiling(at: index) { $0.uncorrect() }
        hasChanged = true
      }
    }
    for (record, index) in lost(used, in: library) {
      if correct(&library, at: index, by: records[record]) { hasChanged = true }
    }
    return hasChanged
  }

  private func correct(_ library: inout Library, at index: Int, by record: Clipping) -> Bool {
    let filing = library.articles[index].filing
    let place = record.county.map { Place(name: $0, prefecture: record.prefecture ?? $0) }
    guard filing.place != place || filing.correctionID != record.id else { return false }
    library.changeFiling(at: index) { $0.correct(to: place, by: record.id) }
    return true
  }

  /// The records that no article's id names, with the articles they are about, looked for on pages of the same name.
  private func lost(_ used: Set<Int>, in library: Library) -> [(record: Int, article: Int)] {
    let lost = records.indices.filter { !used.contains($0) }
    guard !lost.isEmpty else { return [] }
    let names = Set(lost.map { FilePath(records[$0].file).name })
    let candidates = library.pages.indices.filter { names.contains(library.pages[$0].file.name) }
      .flatMap { library.articleRanges[$0] }
      .filter { indices[library.articles[$0].id] == nil }
    let matches = ClippingMatcher.match(lost.map { records[$0] }, in: candidates.map { library.articles[$0] })
    return zip(lost, matches).compactMap { record, match in match.map { (record, candidates[$0.index]) } }
  }
}
