import Platform

/// The repairs that the user made, by the pages that they are about.
///
/// A repair is stored like a clipping, one line of JSON by a `ClippingStore` of its own file (`Paths.repairs`): `text` is the passage,
/// `file` and `lines` say where it stood, `repair` what is changed. They are made in the order of their lines.
public struct PageRepairs: Sendable {
  /// No repairs.
  public static let none = PageRepairs([])

  /// A repair with what its record says besides.
  private struct Entry {
    let id: String
    /// The end of its file's path.
    let place: String
    let repair: PageRepair
    /// The shingles of its passage and what stands around it.
    let shingles: Set<UInt64>
  }

  private let entries: [Entry]
  /// The shingles of all: most texts are told to be no repaired page by these alone.
  private var sieve = HashSieve()

  /// The repairs that a store of them holds; clippings without one are passed over.
  ///
  /// - Complexity: O(bytes).
  public init(_ records: [Clipping]) {
    entries = records.compactMap { record in
      guard let repair = record.repair?.with(text: record.text) else { return nil }
      let texts = [repair.passage.before + repair.passage.text + repair.passage.after]
      return Entry(
        id: record.id, place: FilePath(record.file).place, repair: repair, shingles: Shingles.set(of: texts))
    }
    for shingle in entries.flatMap(\.shingles) { sieve.insert(shingle) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// The record of a repair of a page.
  ///
  /// - Parameters:
  ///   - lines: where it stands, lines from 1.
  ///   - added: the moment of the repair.
  public static func record(_ repair: PageRepair, file: FilePath, lines: [LineSpan], added: Date) -> Clipping {
    let id = ArticleID.digits(UInt64.random(in: 0 ... .max))
    var record = Clipping(
      id: id, file: file.absolute.shown, lines: LineSpan.joined(lines), added: added.formatted(.iso8601),
      text: repair.passage.text)
    record.repair = repair
    return record
  }

  /// Makes the repairs that a page has.
  ///
  /// - Parameters:
  ///   - reading: the page as it is read without them.
  ///   - print: the page's text; asked for only where there are repairs.
  /// - Returns: the page with them; its facts name each, and those that do not fit.
  /// - Complexity: O(characters of the page), for each repair where it has some.
  public func apply(to reading: PageReading, print: () -> String) -> PageReading {
    let own = entries.isEmpty ? [] : entries(of: reading)
    guard !own.isEmpty else { return reading }
    var draft = PageDraft(PrintStream(print()), reading.articles + reading.furniture)
    var facts = reading.facts
    facts.userRepairs = own.map { entry in
      let summary = entry.repair.summary
      do throws(RepairProblem) {
        let lines = try draft.apply(entry.repair)
        return RepairOutcome(id: entry.id, summary: summary, lines: lines, problem: nil)
      } catch {
        return RepairOutcome(id: entry.id, summary: summary, lines: [], problem: error.text)
      }
    }
    facts.renumberSheets { draft.number(of: $0) }
    let articles = draft.articles(pageDate: facts.date)
    var repaired = reading
    repaired.facts = facts
    repaired.articles = articles.filter { $0.kind != .furniture }.fitted
    repaired.furniture = articles.filter { $0.kind == .furniture }.sorted { $0.firstLine < $1.firstLine }
    return repaired
  }

  /// So many of the shingles of a repair must stand on a page of another name: what a scan misreads leaves more.
  private static let leastShare = 0.3

  /// The repairs of a page: those made on a file of its path, and those whose text it holds.
  private func entries(of reading: PageReading) -> [Entry] {
    let place = reading.facts.file.place
    var found: Set<UInt64> = []
    Shingles.forEach(of: reading.articles.lazy.flatMap(\.parts).map(\.text)) { shingle in
      if sieve.mayHold(shingle) { found.insert(shingle) }
    }
    return entries.filter { entry in
      if entry.place == place { return true }
      let common = entry.shingles.count { found.contains($0) }
      return common > 0 && Double(common) >= Self.leastShare * Double(entry.shingles.count)
    }
  }

  /// Whether a repair was made on a file of this path, as far as its end tells.
  func concerns(_ file: FilePath) -> Bool {
    let place = file.place
    return entries.contains { $0.place == place }
  }
}

extension Article {
  fileprivate var firstLine: Int { parts.lazy.flatMap(\.lines).map(\.first).min() ?? 0 }
}

extension FilePath {
  /// The file's name and that of its folder: what of its path stays when an archive moves.
  fileprivate var place: String { absolute.folder.name + "/" + name }
}
