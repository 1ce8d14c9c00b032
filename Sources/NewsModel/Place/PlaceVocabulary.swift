/// Every name that a survey looks for, with what it may mean: divisions of all China in their forms, the paper's words for
/// its own place, kinds of zones, and the user's words.
struct PlaceVocabulary: Sendable {
  /// How a division is named.
  enum Form: UInt8, Sendable {
    /// 高唐县, 务川县, 茌平县 (now 茌平区).
    case full
    /// 高唐, 务川.
    case short
  }

  /// What a name may mean.
  enum Sense: Sendable {
    case province(Int)
    case prefecture(Int, Form)
    case county(Int, Form)
    /// Index into the user's entries.
    case user(Int)
    case word(PlaceWord)
  }

  let table: NameTable
  let names: [String]
  /// By name number.
  private let senses: [[Sense]]
  /// By name number: whether the name is an ordinary word where it stands for a county, or for a city.
  private let ordinary: [(county: Bool, city: Bool)]
  let gazetteer: Gazetteer
  /// The user's entries, then the built-in zones.
  let entries: [UserPlaces.Entry]
  /// How many of `entries` are the user's.
  let userCount: Int

  /// What name `number` may mean.
  func senses(of number: Int) -> [Sense] { senses[number] }

  /// Whether name `number` is an ordinary word as a short name of a county-level division.
  func isOrdinaryCounty(_ number: Int) -> Bool { ordinary[number].county }
  /// Whether name `number` is an ordinary word as a short name of a prefecture-level city.
  func isOrdinaryCity(_ number: Int) -> Bool { ordinary[number].city }

  /// Creates the vocabulary.
  ///
  /// - Complexity: O(names log names), some 7,500.
  init(gazetteer: Gazetteer, userPlaces: UserPlaces) {
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(8192)
    var names: [String] = []
    var senses: [[Sense]] = []
    func add(_ name: String, _ sense: Sense) {
      if let number = numbers[name] {
        senses[number].append(sense)
      } else {
        numbers[name] = names.count
        names.append(name)
        senses.append([sense])
      }
    }
    for (index, province) in gazetteer.provinces.enumerated() {
      add(province.name, .province(index))
      if province.short != province.name { add(province.short, .province(index)) }
    }
    for (index, prefecture) in gazetteer.prefectures.enumerated() {
      add(prefecture.name, .prefecture(index, .full))
      if let plain = DivisionName.plain(of: prefecture.name) { add(plain, .prefecture(index, .full)) }
      if let short = prefecture.short { add(short, .prefecture(index, .short)) }
    }
    for (index, county) in gazetteer.counties.enumerated() {
      add(county.name, .county(index, .full))
      if let plain = DivisionName.plain(of: county.name) { add(plain, .county(index, .full)) }
      if let banner = DivisionName.bannerAbbreviation(of: county.name) { add(banner, .county(index, .full)) }
      if let short = county.short { add(short, .county(index, .short)) }
    }
    for former in FormerNames.all {
      guard let prefecture = gazetteer.prefecture(named: former.prefecture),
        let county = gazetteer.prefectures[prefecture].counties.first(where: {
          gazetteer.counties[$0].name == former.now
        })
      else { continue }
      add(former.name, .county(county, .full))
    }
    for word in PlaceWord.allCases {
      for name in word.names { add(name, .word(word)) }
    }
    let zones = UserPlaces(parsing: ZoneText.zones, file: "")
    entries = userPlaces.entries + zones.entries
    userCount = userPlaces.entries.count
    for (index, entry) in entries.enumerated() {
      for word in [entry.place.name] + entry.words { add(word, .user(index)) }
    }
    self.gazetteer = gazetteer
    self.names = names
    self.senses = senses
    ordinary = names.map { (OrdinaryWords.counties.contains($0), OrdinaryWords.cities.contains($0)) }
    table = NameTable(names: names, anchors: PlaceAnchor.scalars)
  }
}

/// Words by which a text speaks of its own place, and kinds of zones.
enum PlaceWord: UInt8, CaseIterable, Sendable {
  case ourCity, wholeCity, ourCounty, wholeCounty, ourDistrict, wholeDistrict
  case developmentZone, highTechZone, resortZone, newArea

  /// The words themselves.
  var names: [String] {
    switch self {
    case .ourCity: ["我市", "本市", "我州", "本州", "我盟", "本盟"]
    case .wholeCity: ["全市", "全州", "全盟"]
    case .ourCounty: ["我县", "本县", "我旗", "本旗"]
    case .wholeCounty: ["全县", "全旗"]
    case .ourDistrict: ["我区", "本区"]
    case .wholeDistrict: ["全区"]
    case .developmentZone: ["经济技术开发区", "经济开发区", "经开区", "开发区"]
    case .highTechZone: ["高新技术产业开发区", "高新技术开发区", "高新区"]
    case .resortZone: ["旅游度假区", "度假区"]
    case .newArea: ["新区"]
    }
  }
}
