extension PlaceResolver {
  /// What the name at `site` may be, `nil` when it is no place here.
  ///
  /// - Parameter followsPlace: whether another place's name ends where this one begins (聊城|高新区).
  func token(
    _ site: PlaceSurvey.Site, _ context: PlaceSurvey.Context, followsPlace: Bool, in text: SurroundedText
  ) -> Token? {
    let range = Int(site.offset)..<site.end
    let number = Int(site.name)
    let senses = vocabulary.senses(of: number)
    let isClean = followsPlace || context.contains(.afterBreak) || context.contains(.afterFunctionWord)
    var token = Token(kind: .foreign, range: range, context: context)
    var word: PlaceWord?
    for case .word(let found) in senses { word = found }
    if let entry = entry(among: senses) {
      // A bare kind of zone asks for the same care with the user's or the built-in name as without.
      guard let word, word.isZone else {
        token.kind = .user(entry)
        return token
      }
      token.kind = .zone(directory.place(entry).name)
      return isClean ? token : nil
    }
    if let word { return self.token(word, token, isClean: isClean, in: text) }
    for case .province(let province) in senses {
      let isOwn = directory.prefectures.contains { directory.gazetteer.prefectures[$0].province == province }
      token.kind = .province(isOwn: isOwn)
      // 北京 is a province and a prefecture; as an archive's own it is the city.
      if !isOwn || !senses.contains(where: isArchiveCity) { return token }
    }
    guard !context.contains(.endsInNextWord), !context.contains(.paperFollows) else { return nil }
    return full(senses, token, isClean: isClean, number) ?? short(senses, token, isClean: isClean, number, in: text)
  }

  private func isArchiveCity(_ sense: PlaceVocabulary.Sense) -> Bool {
    if case .prefecture(let index, _) = sense { return directory.city(index) != nil }
    return false
  }

  /// The place of the user's (or of a built-in zone) that has this name, in the page's prefecture or, for the user's own
  /// words, in another of the archive's.
  private func entry(among senses: SenseList) -> PlaceDirectory.ID? {
    var other: PlaceDirectory.ID?
    for case .user(let index) in senses {
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
    case .ourCounty, .ourDistrict: token.kind = .own(.ourCounty)
    case .wholeCounty, .wholeDistrict: token.kind = .own(.wholeCounty)
    case .developmentZone, .highTechZone, .resortZone:
      guard isClean, let name = word.zoneName else { return nil }
      token.kind = .zone(name)
    case .newArea:
      return ZoneRule.newArea(endingAt: token.range, in: text).map { zone in
        Token(
          kind: .zone(zone.name), range: zone.range,
          context: text.context(from: zone.range.lowerBound, to: zone.range.upperBound))
      }
    }
    return token
  }

  /// A division by its full name.
  private func full(_ senses: SenseList, _ token: Token, isClean: Bool, _ number: Int) -> Token? {
    var token = token
    var counties = Owners()
    var namesakes = 0
    var isForeign = false
    for sense in senses {
      switch sense {
      case .prefecture(let index, .full):
        guard directory.city(index) != nil else {
          isForeign = true
          continue
        }
        token.kind = .city(index)
        return token
      case .county(let index, .full):
        namesakes += 1
        if let id = directory.county(index) { counties.insert(id) } else { isForeign = true }
      default: continue
      }
    }
    guard counties.first != nil else { return isForeign ? token : nil }
    token.kind = .county(counties)
    let isHere = counties.first { directory.prefecture(of: $0) == prefecture } != nil
    token.needsPrefix = vocabulary.isGeneric(number) || (namesakes > 1 && !isHere)
    // 示范|县, 夺冠|县: two characters are a county only where a word can end before them.
    token.isTentative = !isClean && token.range.count <= 6
    return token
  }

  /// A division by its short name.
  private func short(
    _ senses: SenseList, _ token: Token, isClean: Bool, _ number: Int, in text: SurroundedText
  ) -> Token? {
    var token = token
    token.isShort = true
    let context = token.context
    guard !context.contains(.namesSomethingElse), !context.contains(.personFollows) else { return nil }
    var counties = Owners()
    for sense in senses {
      switch sense {
      case .prefecture(let index, .short):
        if directory.city(index) != nil {
          guard !vocabulary.isOrdinaryCity(number) || (isClean && context.contains(.label)) else { return nil }
          token.kind = .city(index)
          return token
        }
        return isClean && !vocabulary.isOrdinaryCity(number) ? token : nil
      case .county(let index, .short):
        if let id = directory.county(index) { counties.insert(id) }
      default: continue
      }
    }
    guard counties.first != nil else { return nil }
    token.kind = .county(counties)
    if context.contains(.otherLevelFollows) {
      token.range = token.range.lowerBound..<text.next(token.range.upperBound)
      token.isShort = false
    } else if vocabulary.isOrdinaryCounty(number) {
      token.needsPrefix = !(context.contains(.label) && context.contains(.afterBreak))
      // In a list of counties an ordinary word is a name too: 武城、平原、夏津.
      if context.contains(.inList), isClean { token.isTentative = true; token.needsPrefix = false }
    }
    let isHere = counties.first { directory.prefecture(of: $0) == prefecture } != nil
    if !isClean || !isHere { token.isTentative = true }
    return token
  }
}
