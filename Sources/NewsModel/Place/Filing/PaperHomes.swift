/// Whose papers an archive's pages are: the homes of pages that tell theirs, by paper.
///
/// A paper is what pages print as its name, else the folder they lie in, if nearly all of its pages agree.
struct PaperHomes: Sendable {
  /// A paper.
  enum Paper: Hashable, Sendable {
    case named(String)
    case folder(FilePath)

    /// The papers that a page may be of, the surest first.
    static func papers(of page: PageFacts) -> [Paper] {
      let folder = Paper.folder(page.file.folder)
      return page.paper.map { [.named($0), folder] } ?? [folder]
    }
  }

  private var counts: [Paper: [PageHome: Int]] = [:]

  /// Counts a page that tells its home.
  mutating func add(_ home: PageHome, of page: PageFacts) {
    guard !home.isOpen else { return }
    for paper in Paper.papers(of: page) { counts[paper, default: [:]][home, default: 0] += 1 }
  }

  /// The home of the paper that a page is of, from its other pages.
  ///
  /// - Parameter city: the page's own prefecture, if it tells that.
  func home(of page: PageFacts, city: PlaceDirectory.ID?) -> PageHome? {
    for paper in Paper.papers(of: page) {
      guard let homes = counts[paper] else { continue }
      let all = homes.values.reduce(0, +)
      let fitting = homes.filter { city == nil || $0.key.city == city }
      // A county's own paper: two pages, and more than half. Else the city alone, of nearly all.
      if let (home, count) = fitting.first(where: { $0.key.county != nil && $0.value * 2 > all }), count >= 2 {
        return home
      }
      guard city == nil else { continue }
      var cities: [PlaceDirectory.ID: Int] = [:]
      for (home, count) in homes { if let city = home.city { cities[city, default: 0] += count } }
      if let (city, _) = cities.first(where: { $0.value * 4 > all * 3 }) { return PageHome(city: city) }
    }
    return nil
  }
}
