extension PlaceResolver {
  /// What the name at `site` may be, `nil` when it is no place here.
  ///
  /// - Parameter before: the place's name that ends where this one begins (聊城|高新区).
  func token(
    _ site: PlaceSurvey.Site, _ context: PlaceSurvey.Context, after before: Token?, _ known: Known,
    in text: SurroundedText
  ) -> Token? {
    let number = Int(site.name)
    let meaning = NameMeaning(number, vocabulary)
    let isClean = before != nil || !context.isDisjoint(with: [.afterBreak, .afterFunctionWord])
    var token = Token(kind: .own(.wider), range: Int(site.offset)..<site.end, context: context)
    if meaning.isEntry, let entry = entry(named: number) {
      // A bare kind of zone asks for the same care with the user's or the built-in name as without.
      guard let word = meaning.word, word.isZone else {
        token.kind = .user(entry)
        return token
      }
      token.kind = .zone(directory.place(entry).name)
      return isClean ? token : nil
    }
    if let word = meaning.word { return self.token(word, token, isClean: isClean, in: text) }
    guard context.isDisjoint(with: [.endsInNextWord, .paperFollows]) else { return nil }
    // 北京 is a province and a prefecture, 吉林 as well; it is the city where the page is the city's.
    let city = meaning.cityInFull ?? meaning.cityInShort
    if let province = meaning.province, city == nil || city != prefecture {
      token.kind = .province(province)
      return token
    }
    return full(meaning, number, token, known, isClean: isClean)
      ?? short(meaning, number, token, after: before, known, isClean: isClean, in: text)
  }

  /// The place of the user's (or of a built-in zone) that has this name, in the page's prefecture or, for the user's own
  /// words, in any.
  private func entry(named number: Int) -> PlaceDirectory.ID? {
    var other: PlaceDirectory.ID?
    for case .user(let index) in vocabulary.senses(of: number) {
      let id = directory.entryIDs[index]
      if directory.prefecture(of: id) == prefecture { return id }
      if index < vocabulary.userCount, other == nil { other = id }
    }
    return other
  }

  private func token(_ word: PlaceWord, _ token: Token, isClean: Bool, in text: SurroundedText) -> Token? {
    var token = token
    switch word {
    case .ourCity: token.kind = .own(.ourCity)
    case .wholeCity: token.kind = .own(.wholeCity)
    case .ourCounty: token.kind = .own(.ourCounty)
    case .wholeCounty: token.kind = .own(.wholeCounty)
    case .wider: token.kind = .own(.wider)
    case .developmentZone, .highTechZone, .resortZone:
      guard isClean, let name = word.zoneName else { return nil }
      token.kind = .zone(name)
    case .newArea:
      guard let (name, range) = ZoneRule.newArea(endingAt: token.range, in: text) else { return nil }
      let context = text.context(from: range.lowerBound, to: range.upperBound)
      return Token(kind: .zone(name), range: range, context: context)
    }
    return token
  }

  /// Those of `ids` that lie in the page's prefecture.
  func here(_ ids: Owners) -> Owners { ids.filter { directory.prefecture(of: $0) == prefecture } }

  /// A division by its full name.
  private func full(
    _ meaning: NameMeaning, _ number: Int, _ token: Token, _ known: Known, isClean: Bool
  ) -> Token? {
    var token = token
    if let city = meaning.cityInFull {
      token.kind = .city(city)
      return token
    }
    let counties = meaning.countiesInFull
    guard counties.first != nil else { return nil }
    // 示范|县, 夺冠|县: two characters are a county only where a word can end before them.
    token.isTentative = token.context.contains(.splitsWords) || !isClean && token.range.count <= 6
    let here = here(counties)
    if here.first != nil {
      token.kind = .county(here)
      token.needsPrefix = vocabulary.isGeneric(number)
      return token
    }
    token.kind = .county(counties)
    if let only = counties.only, known.counties.contains(only) { return token }
    let named = counties.filter { known.prefectures.contains(directory.prefecture(of: $0)) }
    if named.only != nil { token.kind = .county(named) }
    token.needsPrefix = named.only == nil || vocabulary.isGeneric(number)
    return token
  }

  /// A division by its short name.
  private func short(
    _ meaning: NameMeaning, _ number: Int, _ token: Token, after before: Token?, _ known: Known, isClean: Bool,
    in text: SurroundedText
  ) -> Token? {
    var token = token
    token.isShort = true
    let context = token.context
    guard context.isDisjoint(with: [.namesSomethingElse, .personFollows]) else { return nil }
    if let city = meaning.cityInShort, city == prefecture || meaning.countiesInShort.first == nil {
      let isOrdinary = vocabulary.isOrdinaryCity(number)
      guard isOrdinary ? isClean && context.contains(.label) : city == prefecture || isClean else { return nil }
      token.kind = .city(city)
      return token
    }
    var counties = here(meaning.countiesInShort)
    if counties.first == nil {
      // Elsewhere a short name means a county that the article names in full, or that its prefecture's name leads to.
      counties = meaning.countiesInShort.filter { known.counties.contains($0) || leads(before, to: $0) }
      if counties.first == nil, let only = meaning.countiesInShort.only, context.contains(.label),
        !vocabulary.isOrdinaryCounty(number)
      {
        counties = Owners(only)
      }
    }
    guard counties.first != nil else { return nil }
    token.kind = .county(counties)
    if context.contains(.otherLevelFollows) {
      token.range = token.range.lowerBound..<text.next(token.range.upperBound)
      token.isShort = false
    } else if vocabulary.isOrdinaryCounty(number) {
      token.needsPrefix = !(context.contains(.label) && context.contains(.afterBreak))
      // 德州|平原, but not 荆州市|公安: behind a name with its level a county's has its own.
      if let before, !before.isShort { return nil }
      // In a list of counties, or where the article names the county in full, an ordinary word is a name too: 武城、平原、夏津.
      if context.contains(.inList) && isClean || counties.first(where: known.counties.contains) != nil {
        token.isTentative = true
        token.needsPrefix = false
      }
    }
    if !isClean || context.contains(.splitsWords) { token.isTentative = true }
    return token
  }

  /// Whether the name before a county's is that of its prefecture or province: 河北|故城.
  private func leads(_ before: Token?, to county: PlaceDirectory.ID) -> Bool {
    switch before?.kind {
    case .city(let index): directory.prefecture(of: county) == index
    case .province(let index): directory.province(of: county) == index
    default: false
    }
  }
}
