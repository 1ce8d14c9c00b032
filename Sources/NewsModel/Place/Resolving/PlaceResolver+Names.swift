extension PlaceResolver {
  /// What the name at `site` may be, `nil` when it is no place here.
  ///
  /// - Parameter followsPlace: whether another place's name ends where this one begins (聊城|高新区).
  func token(
    _ site: PlaceSurvey.Site, _ context: PlaceSurvey.Context, followsPlace: Bool, in text: SurroundedText
  ) -> Token? {
    let number = Int(site.name)
    guard let meaning = meanings[number] else { return nil }
    let isClean = followsPlace || context.contains(.afterBreak) || context.contains(.afterFunctionWord)
    var token = Token(kind: .foreign, range: Int(site.offset)..<site.end, context: context)
    if meaning.traits.contains(.entry), let entry = entry(named: number) {
      // A bare kind of zone asks for the same care with the user's or the built-in name as without.
      guard let word = meaning.word, word.isZone else {
        token.kind = .user(entry)
        return token
      }
      token.kind = .zone(directory.place(entry).name)
      return isClean ? token : nil
    }
    if let word = meaning.word { return self.token(word, token, isClean: isClean, in: text) }
    // 北京 is a province and a prefecture; as an archive's own it is the city.
    if meaning.cityInFull == nil && meaning.cityInShort == nil {
      if meaning.traits.contains(.foreignProvince) { token.kind = .province(isOwn: false); return token }
      if meaning.traits.contains(.ownProvince) { token.kind = .province(isOwn: true); return token }
    }
    guard context.isDisjoint(with: [.endsInNextWord, .paperFollows]) else { return nil }
    return full(meaning, token, isClean: isClean) ?? short(meaning, token, isClean: isClean, in: text)
  }

  /// The place of the user's (or of a built-in zone) that has this name, in the page's prefecture or, for the user's own
  /// words, in another of the archive's.
  private func entry(named number: Int) -> PlaceDirectory.ID? {
    var other: PlaceDirectory.ID?
    for case .user(let index) in vocabulary.senses(of: number) {
      guard let id = directory.entryIDs[index] else { continue }
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

  /// A division by its full name.
  private func full(_ meaning: NameMeaning, _ token: Token, isClean: Bool) -> Token? {
    var token = token
    if let city = meaning.cityInFull {
      token.kind = .city(city)
      return token
    }
    let counties = meaning.countiesInFull
    guard counties.first != nil else { return meaning.traits.contains(.foreignFull) ? token : nil }
    token.kind = .county(counties)
    let isHere = counties.first { directory.prefecture(of: $0) == prefecture } != nil
    token.needsPrefix = meaning.traits.contains(.generic) || (meaning.traits.contains(.hasNamesakes) && !isHere)
    // 示范|县, 夺冠|县: two characters are a county only where a word can end before them.
    token.isTentative = !isClean && token.range.count <= 6
    return token
  }

  /// A division by its short name.
  private func short(_ meaning: NameMeaning, _ token: Token, isClean: Bool, in text: SurroundedText) -> Token? {
    var token = token
    token.isShort = true
    let context = token.context
    guard context.isDisjoint(with: [.namesSomethingElse, .personFollows]) else { return nil }
    if let city = meaning.cityInShort {
      guard !meaning.traits.contains(.ordinaryCity) || (isClean && context.contains(.label)) else { return nil }
      token.kind = .city(city)
      return token
    }
    let counties = meaning.countiesInShort
    guard counties.first != nil else {
      return meaning.traits.contains(.foreignShort) && isClean && !meaning.traits.contains(.ordinaryCity) ? token : nil
    }
    token.kind = .county(counties)
    if context.contains(.otherLevelFollows) {
      token.range = token.range.lowerBound..<text.next(token.range.upperBound)
      token.isShort = false
    } else if meaning.traits.contains(.ordinaryCounty) {
      token.needsPrefix = !(context.contains(.label) && context.contains(.afterBreak))
      // In a list of counties an ordinary word is a name too: 武城、平原、夏津.
      if context.contains(.inList), isClean {
        token.isTentative = true
        token.needsPrefix = false
      }
    }
    let isHere = counties.first { directory.prefecture(of: $0) == prefecture } != nil
    if !isClean || !isHere { token.isTentative = true }
    return token
  }
}
