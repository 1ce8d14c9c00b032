extension PlaceResolver {
  /// Adds the town whose name ends with the find, if the page's prefecture has it, or a county elsewhere that the article
  /// names.
  func addTown(
    _ site: PlaceSurvey.Site, _ context: PlaceSurvey.Context, _ known: Known, in text: SurroundedText,
    to tokens: inout [Token]
  ) {
    let tables = townTables(known, behind: tokens.last)
    let anchor = Int(site.offset)
    let ending = text.bytes[anchor..<site.end]
    var hash = StemHash()
    // 农场 and 林场 are part of the name that the table holds; 镇, 乡 and 街道 are not.
    if text.has("场", at: site.end - 3) {
      for scalar in String(decoding: ending, as: UTF8.self).unicodeScalars.reversed() { hash.prepend(scalar.value) }
    }
    let lastEnd = tokens.last?.range.upperBound ?? 0
    var best: (start: Int, hash: UInt64)?
    var start = anchor
    for length in 1...8 {
      guard let (scalar, width) = UTF8Scan.scalar(in: text.bytes, before: start), PlaceCharacters.isHan(scalar) else {
        break
      }
      start -= width
      hash.prepend(scalar)
      // A stem begins behind the place before it (冠县|崇文街道) or takes its whole name in (绥阳|镇), never half of it.
      guard start >= lastEnd || tokens.suffix(2).contains(where: { $0.range.lowerBound == start && $0.isShort }) else {
        continue
      }
      guard tables.contains(where: { $0.table.contains(stem: hash.value) }) else { continue }
      if length == 1, start != lastEnd || tokens.isEmpty {
        let before = text.scalar(before: start)
        guard !PlaceCharacters.isHan(before) || text.traits(of: before).contains(.leadsToPlace) else { continue }
      }
      best = (start, hash.value)
    }
    guard let best, !isTownAsKind(anchor, site.end, in: text) else {
      // 湄潭|镇 where no such town is known: the name before it is not the county's.
      if let last = tokens.last, last.range.upperBound == anchor, last.isShort, last.context.contains(.townFollows) {
        tokens.removeLast()
      }
      return
    }
    let stem = TownTable.Stem(hash: best.hash, level: TownTable.Level(ofName: ending))
    let owners = tables.lazy.map { $0.table.owners(of: stem).filter($0.owns) }.first { $0.first != nil }
    guard let owners else { return }
    while let last = tokens.last, last.range.lowerBound >= best.start { tokens.removeLast() }
    tokens.append(Token(kind: .town(owners, stem), range: best.start..<site.end, context: context))
  }

  /// The tables in which a town is looked for, and which of their places may own it: those of the prefecture named before,
  /// of the page's, and of counties elsewhere that the article names.
  private func townTables(
    _ known: Known, behind before: Token?
  ) -> [(table: TownTable, owns: (PlaceDirectory.ID) -> Bool)] {
    var tables: [(table: TownTable, owns: (PlaceDirectory.ID) -> Bool)] = []
    if case .city(let index) = before?.kind, index != prefecture {
      tables.append((directory.towns(of: index), { _ in true }))
    }
    if let prefecture { tables.append((directory.towns(of: prefecture), { _ in true })) }
    for other in known.prefectures where other != prefecture {
      guard known.counties.contains(where: { directory.prefecture(of: $0) == other }) else { continue }
      tables.append((directory.towns(of: other), known.counties.contains))
    }
    return tables
  }

  /// Whether 镇 belongs to 城镇 (towns in general): 新城|镇化, 城镇居民.
  private func isTownAsKind(_ anchor: Int, _ end: Int, in text: SurroundedText) -> Bool {
    text.has(["城镇", "集镇"], at: anchor - 3)
      && text.has(
        ["化", "居民", "职工", "人口", "登记", "新增", "低收", "低保", "户籍", "基本", "常住", "规划", "建设", "公益", "老旧", "燃气", "污水", "生活"],
        at: end)
  }

  /// Decides between the counties that have a town of the same name: the one spoken of last before it, else the first that
  /// the article names at all; what stays open the page's home decides.
  func settleTowns(_ mentions: inout [PlaceMention]) {
    guard mentions.contains(where: { if case .oneOf = $0.meaning { true } else { false } }) else { return }
    var named: [PlaceDirectory.ID] = []
    for mention in mentions {
      guard case .place(let id) = mention.meaning, !directory.isCity(id) else { continue }
      named.append(id)
    }
    var before: [PlaceDirectory.ID] = []
    for index in mentions.indices {
      switch mentions[index].meaning {
      case .place(let id): before.append(id)
      case .oneOf(let ids):
        let known = before.last(where: ids.contains) ?? named.first(where: ids.contains)
        if let known { mentions[index].meaning = .place(known) }
      default: continue
      }
    }
  }
}
