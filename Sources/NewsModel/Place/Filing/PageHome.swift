/// Whose paper a page is: the place that 我市, 我区 and unnamed offices mean on it.
struct PageHome: Sendable, Hashable {
  /// The prefecture-level city; `nil` where nothing tells it.
  let city: PlaceDirectory.ID?
  /// The county whose own paper it is; `nil` on a page of the city's paper.
  var county: PlaceDirectory.ID?
  /// Whether 我市 is the county-level city itself.
  var isCountyLevelCity = false
  /// Whether the page does not tell whether it is the city's or a county's.
  var isOpen = false

  /// The place that 我市 means.
  var ourCity: PlaceDirectory.ID? { isCountyLevelCity ? county ?? city : city }
  /// The place of stories in which nothing else speaks.
  var place: PlaceDirectory.ID? { county ?? city }
}

extension PageHome {
  /// Infers a page's home from what its articles say.
  ///
  /// - Parameters:
  ///   - paper: the newspaper's name where the page prints it.
  ///   - city: the page's prefecture-level city.
  init(of readings: [PlaceResolver.Reading], paper: String?, city: PlaceDirectory.ID?, directory: PlaceDirectory) {
    self.city = city
    guard let city else {
      isOpen = true
      return
    }
    var tally = Tally()
    for reading in readings { tally.add(reading, city: city, directory) }
    // 颍州晚报 and 井冈山报 are not the papers of the county they are named after: they report of many.
    if let paper, let named = Self.place(inPaper: paper, city: city, directory) {
      if named != city, 2 * (tally.articles[named] ?? 0) >= tally.articlesWithCounty { county = named }
      isCountyLevelCity = county.map { directory.place($0).name.hasSuffix("市") } ?? false
      return
    }
    isOpen = tally.ourCity == 0 && tally.articles.count <= 1
    guard let (top, articles) = tally.articles.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
    let datelined = tally.datelines[top] ?? 0
    let isMost = Double(articles) >= 0.6 * Double(tally.articlesWithCounty)
    let isCityName = directory.place(top).name.hasSuffix("市")
    if datelined >= 2 && 2 * datelined >= tally.datelinesInAll && (tally.ourCounty > 0 || !isCityName) && isMost {
      county = top
    } else if tally.ourCounty >= 2 && tally.ourCounty > tally.ourCity && isMost {
      county = top
    } else if isCityName && isMost && tally.ourCity >= 2 && articles >= 2
      && 6 * tally.cityNames <= (tally.names[top] ?? 0)
    {
      county = top
    }
    isCountyLevelCity = county != nil && isCityName
    if county != nil { isOpen = false }
  }

  /// The place of the directory that a paper is named after: 聊城晚报, 今日高唐.
  private static func place(inPaper paper: String, city: PlaceDirectory.ID, _ directory: PlaceDirectory)
    -> PlaceDirectory.ID?
  {
    let gazetteer = directory.gazetteer
    let prefecture = gazetteer.prefectures[directory.prefecture(of: city)]
    func names(_ name: Gazetteer.Name) -> Bool { paper.contains(gazetteer.short(of: name) ?? gazetteer.text(of: name)) }
    if names(prefecture.name) { return city }
    return prefecture.counties.first { names(gazetteer.counties[$0].name) }.map(directory.county)
  }

  /// What a page's articles say of their place, counted.
  private struct Tally {
    /// By county: articles that name it.
    var articles: [PlaceDirectory.ID: Int] = [:]
    var articlesWithCounty = 0
    /// By county: how often it is named.
    var names: [PlaceDirectory.ID: Int] = [:]
    /// How often the city is named.
    var cityNames = 0
    /// By county: datelines of it.
    var datelines: [PlaceDirectory.ID: Int] = [:]
    var datelinesInAll = 0
    /// Articles that say 我区 or 我县, and 我市.
    var ourCounty = 0
    var ourCity = 0

    mutating func add(_ reading: PlaceResolver.Reading, city: PlaceDirectory.ID, _ directory: PlaceDirectory) {
      var counties: [PlaceDirectory.ID] = []
      var saysCounty = false
      var saysCity = false
      for mention in reading.mentions {
        switch mention.meaning {
        case .place(let id) where id == city: cityNames += 1
        case .place(let id)
        where !directory.isCity(id) && directory.prefecture(of: id) == directory.prefecture(of: city):
          if !counties.contains(id) { counties.append(id) }
          names[id, default: 0] += 1
          if let (part, dateline) = reading.dateline, part == mention.part,
            dateline.name.contains(mention.range.lowerBound)
          {
            datelines[id, default: 0] += 1
          }
        case .ourCounty: saysCounty = true
        case .ourCity: saysCity = true
        default: continue
        }
      }
      if let (_, dateline) = reading.dateline, !dateline.name.isEmpty { datelinesInAll += 1 }
      for id in counties { articles[id, default: 0] += 1 }
      if !counties.isEmpty { articlesWithCounty += 1 }
      if saysCounty { ourCounty += 1 }
      if saysCity { ourCity += 1 }
    }
  }
}
