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
  let gazetteer: Gazetteer

  /// What name `number` may mean.
  func senses(of number: Int) -> [Sense] { senses[number] }

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
    for (index, entry) in userPlaces.entries.enumerated() {
      for word in [entry.place.name] + entry.words { add(word, .user(index)) }
    }
    self.gazetteer = gazetteer
    self.names = names
    self.senses = senses
    table = NameTable(names: names, anchors: PlaceAnchor.scalars)
  }
}

/// Words by which a text speaks of its own place, and kinds of zones.
enum PlaceWord: UInt8, CaseIterable, Sendable {
  case ourCity, wholeCity, ourCounty, wholeCounty, ourDistrict, wholeDistrict
  case developmentZone, highTechZone, resortZone, newArea
  /// 新华社 and its like: the story comes from elsewhere.
  case wire

  /// The words themselves.
  var names: [String] {
    switch self {
    case .ourCity: ["我市", "本市"]
    case .wholeCity: ["全市"]
    case .ourCounty: ["我县", "本县", "我旗", "我州"]
    case .wholeCounty: ["全县", "全旗"]
    case .ourDistrict: ["我区", "本区"]
    case .wholeDistrict: ["全区"]
    case .developmentZone: ["经济技术开发区", "经济开发区", "经开区", "开发区"]
    case .highTechZone: ["高新技术产业开发区", "高新技术开发区", "高新区"]
    case .resortZone: ["旅游度假区", "度假区"]
    case .newArea: ["新区"]
    case .wire: ["新华社", "人民日报", "中新社", "央视"]
    }
  }
}

/// Characters at which a survey looks closer: endings of towns' names, and 市 before an office.
enum PlaceAnchor {
  /// 镇, 乡, 街(道), (街)道, 处 (办事处), 木 (苏木), 场 (农场), 市.
  static let scalars: [Unicode.Scalar] = ["镇", "乡", "道", "处", "木", "场", "市"]
}
