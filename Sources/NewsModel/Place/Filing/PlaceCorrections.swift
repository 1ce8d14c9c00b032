import Platform

/// Where the user filed articles otherwise than the program would, and on which days.
///
/// A correction is stored like a clipping, one line of JSON with the whole article, by a `ClippingStore` of its own file
/// (`Paths.corrections`): its `county` and `prefecture` say where the article belongs, `null` that no place is known. A correction of
/// the day is a record of its own, whose `date` says the day. It is
/// recognised by the article's id, which is made of its text, so that a file may be moved or renamed; on a page of the same
/// name that was read anew, by how much of the text is the same.
public struct PlaceCorrections: Sendable {
  private let places: Records
  private let dates: Records

  /// No corrections.
  public static let none = PlaceCorrections([])

  /// The corrections that a store of them holds.
  public init(_ records: [Clipping]) {
    places = Records(records.filter { !$0.id.hasSuffix(Self.dateSuffix) }, suffix: "")
    dates = Records(records.filter { $0.id.hasSuffix(Self.dateSuffix) }, suffix: Self.dateSuffix)
  }

  /// Records by the id of the article they are about, which their own id begins with.
  private struct Records {
    let all: [Clipping]
    let indices: [String: Int]

    init(_ records: [Clipping], suffix: String) {
      all = records
      indices = Dictionary(zip(records.map { String($0.id.dropLast(suffix.count)) }, records.indices)) { $1 }
    }

    /// For each article that a record is about the record: by the article's id, else by its text on pages of the same name.
    func matches(in library: Library) -> [Int: Clipping] {
      guard !all.isEmpty else { return [:] }
      var matches: [Int: Clipping] = [:]
      var used = Set<Int>()
      for index in library.articles.indices {
        guard let record = indices[library.articles[index].id] else { continue }
        used.insert(record)
        matches[index] = all[record]
      }
      let lost = all.indices.filter { !used.contains($0) }
      guard !lost.isEmpty else { return matches }
      let names = Set(lost.map { FilePath(all[$0].file).name })
      let candidates = library.pages.indices.filter { names.contains(library.pages[$0].file.name) }
        .flatMap { library.articleRanges[$0] }
        .filter { indices[library.articles[$0].id] == nil }
      let found = ClippingMatcher.match(lost.map { all[$0] }, in: candidates.map { library.articles[$0] })
      for (record, match) in zip(lost, found) { if let match { matches[candidates[match.index]] = all[record] } }
      return matches
    }
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

  /// The record of a correction: `article` is of this day, of none when that is `nil`.
  public static func record(of article: Article, facts: PageFacts?, date: NewsDate?, added: Date) -> Clipping {
    var record = Clipping(of: article, facts: facts, added: added)
    record.id = dateID(of: article)
    record.date = date?.description
    record.inferred = nil
    return record
  }

  /// The id of the record that corrects an article's day.
  public static func dateID(of article: Article) -> String { article.id + dateSuffix }

  private static let dateSuffix = "-date"

  /// Files and dates the articles of `library` as the corrections say, and those whose correction is gone as the program judges.
  ///
  /// - Returns: whether anything changed.
  /// - Complexity: O(articles), besides O(bytes of text) of the pages on which a corrected article was and is not found.
  @discardableResult
  public func apply(to library: inout Library) -> Bool {
    var hasChanged = false
    let (filed, dated) = (places.matches(in: library), dates.matches(in: library))
    for index in library.articles.indices {
      let article = library.articles[index]
      if let record = filed[index] {
        let place = record.county.map { Place(name: $0, prefecture: record.prefecture ?? $0) }
        if article.filing.place != place || article.filing.correctionID != record.id {
          library.change(articleAt: index) { $0.filing.correct(to: place, by: record.id) }
          hasChanged = true
        }
      } else if article.filing.isByUser {
        library.change(articleAt: index) { $0.filing.uncorrect() }
        hasChanged = true
      }
      let date = dated[index].map { CorrectedDate($0.date.flatMap { NewsDate($0) }) }
      if (date == nil) != (article.correctedDate == nil) || date?.date != article.correctedDate?.date {
        library.change(articleAt: index) { $0.correctedDate = date }
        hasChanged = true
      }
    }
    return hasChanged
  }
}
