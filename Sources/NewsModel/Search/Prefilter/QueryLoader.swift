/// Loads what one query needs of an archive, when nothing is loaded yet: the pages that can hold a hit.
///
/// The hits are those of the whole archive, with the same texts, ids, ranks and dates. What differs is where hits are filed:
/// a filer learns from all pages which prefectures an archive is about and whose paper a page is. Here it sees the pages
/// with hits and an even sample of the others (`samplePages`). So a query that asks for places, and any result that counts
/// by them, wants the whole archive.
public enum QueryLoader {
  /// Archives of fewer bytes are read whole: it takes no longer than a glance.
  public static let wholeBelow = 4_000_000
  /// So many pages are read to learn what the archive is about.
  public static let samplePages = 48

  /// What was loaded.
  public struct Loaded: Sendable {
    /// The pages, in the archive's order.
    public let library: Library
    /// Whether they are all pages of the archive.
    public let isWhole: Bool
  }

  /// Loads the pages under `paths` that can hold what `query` asks for.
  ///
  /// - Parameters:
  ///   - filer: files the articles; `nil` to leave them unfiled, when only their number is wanted and the query does not
  ///     ask for places.
  ///   - paper: the newspaper of pages that do not print its name.
  ///   - repairs: the user's repairs; a page that has some is always read, since they put texts together that no page holds so.
  ///   - wholeBelow: archives of fewer bytes are read whole.
  ///   - limit: so many bytes are read; what is left out is said in the library's diagnostics.
  /// - Throws: as `LibraryLoader.load`.
  /// - Complexity: O(bytes) to look at the pages, several times faster than reading them, and O(bytes) to read those left.
  public static func load(
    _ paths: [FilePath], permitted: PrintTool.Permitted = [.pdftotext], for query: ParsedQuery, filer: PlaceFiler?,
    paper: String? = nil, repairs: PageRepairs = .none, wholeBelow: Int = QueryLoader.wholeBelow,
    limit: Int = LoadLimit.standard
  ) throws(LibraryError) -> Loaded {
    let listing = try LibraryLoader.discover(paths, permitted: permitted)
    // The names of files count for issues only as far as the archive's pages agree with them.
    let needsNames = query.root?.asksForIssues == true && Library.namesTellDays(listing.files)
    let needsAll = needsNames || query.root?.asksForHistory == true
    let filter = listing.byteCount < wholeBelow || needsAll ? nil : PageFilter(query, for: listing)
    guard let filter, !filter.passesAll, query.root?.asksForPlaces != true else {
      return Loaded(
        library: try LibraryLoader.load(listing, filer: filer, paper: paper, repairs: repairs, limit: limit),
        isWhole: true)
    }
    var selected = repairs.isEmpty ? filter.select(listing) : filter.select(listing, keeping: repairs.concerns)
    selected.limit(toBytes: limit)
    // Where much of the archive is read to file the hits, all of it may as well be. And nothing that can be read at all is
    // an error of the archive, not of the query.
    let isMuch = filer != nil && selected.byteCount > listing.byteCount / 4
    if isMuch || selected.files.count == listing.files.count {
      return Loaded(
        library: try LibraryLoader.load(listing, filer: filer, paper: paper, repairs: repairs, limit: limit),
        isWhole: true)
    }
    let unfiled = LibraryLoader.library(of: selected, filer: nil, paper: paper, repairs: repairs)
    guard let filer else { return Loaded(library: unfiled, isWhole: false) }
    // Most pages that pass do hold the text, but where none does nothing needs filing.
    let found = Searcher(library: unfiled, index: SearchIndex()).find(query)
    guard found?.articles.isEmpty == false || found?.problem != nil else {
      return Loaded(library: unfiled, isWhole: false)
    }
    // Where memory cannot even hold the pages with hits, there is no room for others, and it must be said.
    let wanted = selected.leftOut > 0 ? selected : sampled(selected, of: listing)
    let library = LibraryLoader.library(of: wanted, filer: filer, paper: paper, repairs: repairs)
    return Loaded(library: library, isWhole: false)
  }

  /// The selected pages and an even sample of the others.
  private static func sampled(_ selected: PageListing, of listing: PageListing) -> PageListing {
    let wanted = Set(selected.files)
    let step = max(1, listing.files.count / samplePages)
    var sampled = PageListing()
    sampled.diagnostics = listing.diagnostics
    for (index, file) in listing.files.enumerated() where index % step == step / 2 || wanted.contains(file) {
      sampled.add(file)
    }
    return sampled
  }
}
