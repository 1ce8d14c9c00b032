/// What one name of the vocabulary means to an archive of certain prefectures.
///
/// Worked out once for every name: of the 7,500 most mean nothing there (the short name of a county elsewhere), and a find
/// of such a name is dismissed by one look.
struct NameMeaning: Sendable {
  /// What else the name is.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// A province that holds none of the archive's prefectures, and one that holds some.
    static let foreignProvince = Traits(rawValue: 1)
    static let ownProvince = Traits(rawValue: 2)
    /// The full name of a division elsewhere, and the short name of a prefecture elsewhere.
    static let foreignFull = Traits(rawValue: 4)
    static let foreignShort = Traits(rawValue: 8)
    /// A place of the user's or a built-in zone may have this name.
    static let entry = Traits(rawValue: 16)
    /// An ordinary word where it stands for a county, or for a city.
    static let ordinaryCounty = Traits(rawValue: 32)
    static let ordinaryCity = Traits(rawValue: 64)
    /// A full name that says nothing without its prefecture.
    static let generic = Traits(rawValue: 128)
    /// Several divisions of China have this full name.
    static let hasNamesakes = Traits(rawValue: 256)
  }

  var traits: Traits = []
  /// The archive's prefecture of this full, or short, name as an index into the gazetteer.
  var cityInFull: Int?
  var cityInShort: Int?
  /// The archive's counties of this full, or short, name.
  var countiesInFull = Owners()
  var countiesInShort = Owners()
  /// The word that the name is.
  var word: PlaceWord?

  /// Whether the name says nothing about places here.
  var isNothing: Bool {
    traits.isDisjoint(with: [.foreignProvince, .ownProvince, .foreignFull, .foreignShort, .entry]) && word == nil
      && cityInFull == nil && cityInShort == nil && countiesInFull.first == nil && countiesInShort.first == nil
  }

  /// What name `number` means in `directory`.
  ///
  /// - Parameter ownProvinces: the provinces of the archive's prefectures.
  init(_ number: Int, _ vocabulary: PlaceVocabulary, _ directory: PlaceDirectory, ownProvinces: Set<Int>) {
    var fullCounties = 0
    for sense in vocabulary.senses(of: number) {
      switch sense {
      case .province(let index): traits.insert(ownProvinces.contains(index) ? .ownProvince : .foreignProvince)
      case .prefecture(let index, .full):
        if directory.city(index) != nil { cityInFull = index } else { traits.insert(.foreignFull) }
      case .prefecture(let index, .short):
        if directory.city(index) != nil { cityInShort = index } else { traits.insert(.foreignShort) }
      case .county(let index, .full):
        fullCounties += 1
        if let id = directory.county(index) { countiesInFull.insert(id) } else { traits.insert(.foreignFull) }
      case .county(let index, .short):
        if let id = directory.county(index) { countiesInShort.insert(id) }
      case .user: traits.insert(.entry)
      case .word(let found): word = found
      }
    }
    if fullCounties > 1 { traits.insert(.hasNamesakes) }
    if vocabulary.isOrdinaryCounty(number) { traits.insert(.ordinaryCounty) }
    if vocabulary.isOrdinaryCity(number) { traits.insert(.ordinaryCity) }
    if vocabulary.isGeneric(number) { traits.insert(.generic) }
  }
}

/// What all names of a vocabulary mean to an archive of certain prefectures.
struct NameMeanings: Sendable {
  /// By name: its place in `meanings`; -1 for a name that means nothing.
  private var indices: [Int16] = []
  private var meanings: [NameMeaning] = []

  /// Works out the meaning of every name.
  ///
  /// - Complexity: O(names).
  init(_ vocabulary: PlaceVocabulary, _ directory: PlaceDirectory) {
    let provinces = Set(directory.prefectures.map { directory.gazetteer.prefectures[$0].province })
    indices.reserveCapacity(vocabulary.nameCount)
    for number in 0..<vocabulary.nameCount {
      let meaning = NameMeaning(number, vocabulary, directory, ownProvinces: provinces)
      guard !meaning.isNothing, meanings.count < Int(Int16.max) else {
        indices.append(-1)
        continue
      }
      indices.append(Int16(meanings.count))
      meanings.append(meaning)
    }
  }

  /// What name `number` means; `nil` for nothing.
  subscript(number: Int) -> NameMeaning? {
    let index = indices[number]
    return index < 0 ? nil : meanings[Int(index)]
  }
}
