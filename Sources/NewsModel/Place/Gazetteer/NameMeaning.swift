/// What one name of the vocabulary may mean.
struct NameMeaning {
  var province: Int?
  /// The prefecture of this full, or short, name as an index into the gazetteer.
  var cityInFull: Int?
  var cityInShort: Int?
  /// The counties of this full, or short, name.
  var countiesInFull = Owners()
  var countiesInShort = Owners()
  /// The word that the name is.
  var word: PlaceWord?
  /// Whether a place of the user's or a built-in zone has this name.
  var isEntry = false

  /// What name `number` means.
  init(_ number: Int, _ vocabulary: PlaceVocabulary) {
    let directory = vocabulary.directory
    for sense in vocabulary.senses(of: number) {
      switch sense {
      case .province(let index): province = index
      case .prefecture(let index, .full): cityInFull = index
      case .prefecture(let index, .short): cityInShort = index
      case .county(let index, .full): countiesInFull.insert(directory.county(index))
      case .county(let index, .short): countiesInShort.insert(directory.county(index))
      case .user: isEntry = true
      case .word(let found): word = found
      }
    }
  }
}
