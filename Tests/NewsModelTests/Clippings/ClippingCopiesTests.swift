import Testing

@testable import NewsModel

/// Clippings files of two machines put together, by hand or by what syncs them.
@Suite struct ClippingCopiesTests {
  private static func clipping(
    _ number: Int, note: String = "", tags: [String] = [], added: String = "2026-11-21T08:00:00Z"
  ) -> Clipping {
    var clipping = Clipping.sample(number)
    (clipping.note, clipping.tags, clipping.added) = (note, tags, added)
    return clipping
  }

  private func text(_ clippings: Clipping...) -> String { clippings.map { $0.json + "\n" }.joined() }

  @Test func anArticleIsListedOnceWithTheNotesAndTagsOfAll() throws {
    let text = text(
      Self.clipping(1, note: "看", tags: ["残疾", "用"]), Self.clipping(2), Self.clipping(1, note: "再看", tags: ["用", "头版"]))
    var file = ClippingsFile(text: text)
    #expect(file.clippings.map(\.id) == ["id1", "id2"])
    #expect(file.clippings[0].tags == ["残疾", "用", "头版"])
    #expect(file.clippings[0].note == "再看", "a note that another one holds is not said twice")
    #expect(file.text == text, "reading changes nothing")
    let said = file.diagnostics(file: "c.jsonl").map(\.description)
    #expect(said.count == 1 && said[0].hasPrefix("c.jsonl:3: 1 line repeats a clipping"))

    #expect(file.apply(.add(Self.clipping(3))) == .rewritten)
    #expect(ClippingsFile(text: file.text).clippings == file.clippings)
    #expect(file.clippings.map(\.id) == ["id1", "id2", "id3"] && file.diagnostics(file: "c").isEmpty)
    #expect(file.text.split(separator: "\n").count == 3)
  }

  @Test func whatWasKeptLastDecidesAboutTheRest() throws {
    var later = Self.clipping(1, note: "乙", added: "2026-11-22T08:00:00Z")
    later.county = "东阿县"
    let file = ClippingsFile(text: text(Self.clipping(1, note: "甲"), later, Self.clipping(1, note: "丙")))
    let united = try #require(file.clippings.first)
    #expect(file.clippings.count == 1)
    #expect(united.county == "东阿县" && united.note == "甲\n乙\n丙")
  }

  @Test func anArticleInTwoBooksIsNoCopy() {
    var other = Self.clipping(1)
    other.book = "东阿"
    let file = ClippingsFile(text: text(Self.clipping(1), other, other))
    #expect(file.clippings.map(\.book) == [nil, "东阿"])
    #expect(file.clippings.map(\.json).last?.contains("\"book\": \"东阿\"") == true)
  }

  @Test func aCopyThatSaysSomethingElseStaysAsALine() throws {
    let first = #"{"id": "id1", "text": "一", "own": 1, "a": 1}"#
    let second = #"{"id": "id1", "text": "一", "own": 2, "b": 2, "note": "注", "tags": ["签"]}"#
    var file = ClippingsFile(text: first + "\n" + second + "\n")
    #expect(file.clippings.count == 1)
    #expect(file.clippings[0].note == "注" && file.clippings[0].json.hasSuffix(#""own": 1, "a": 1, "b": 2}"#))
    #expect(file.apply(.update(id: "id1") { ($0.note, $0.tags) = ("", []) }) == .rewritten)
    let again = ClippingsFile(text: file.text)
    #expect(again.clippings.count == 1 && again.clippings[0].note.isEmpty && again.clippings[0].tags.isEmpty)
    #expect(again.text.contains(#""own": 2, "b": 2}"#), "what only the copy holds")
    #expect(again.diagnostics(file: "c").map(\.line) == [2])
    #expect(file.apply(.remove(id: "id1")) == .rewritten && file.text.isEmpty)
  }

  @Test func correctionsOfTwoMachinesAreOneEach() throws {
    let folder = TemporaryFolder()
    let path = FilePath(folder.path + "/filings.jsonl")
    var later = Self.clipping(1, added: "2026-11-22T08:00:00Z")
    later.county = "莘县"
    try StateFile(path: path).write(Array(text(later, Self.clipping(1)).utf8))
    let store = ClippingStore(path: path)
    #expect(try store.load().clippings.map(\.county) == ["莘县"])
    // Also where the change itself has nothing to do.
    try store.add(Self.clipping(1))
    let again = try ClippingStore(path: path).load()
    #expect(again.clippings.map(\.county) == ["莘县"] && again.diagnostics.isEmpty)
  }

  @Test func linesThatFollowEachOtherAreOneMessage() {
    let pretty = "{\n  \"id\": \"a\",\n\n  \"text\": \"一\"\n}\n"
    let file = ClippingsFile(text: text(Self.clipping(1)) + pretty + text(Self.clipping(2)) + "<<<<\n")
    let said = file.diagnostics(file: "c").map(\.description)
    #expect(said.count == 2)
    #expect(said[0].hasPrefix("c:2: lines 2–6 are JSON set in several lines"))
    #expect(said[1].hasPrefix("c:8: not a clipping"))
    #expect(ClippingsFile(text: "x\n\ny\n").diagnostics(file: "c").map(\.line) == [1])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func nothingIsLostWhenFilesArePutTogether(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let copies = (0..<random.next(below: 12)).map { number in
      var clipping = Self.clipping(
        random.next(below: 4), note: random.pick(["", "甲", "乙", "甲乙"]),
        tags: Array(["x", "y", "z"].prefix(random.next(below: 4))),
        added: "2026-11-2\(random.next(below: 3))")
      clipping.book = random.pick([nil, "书"])
      if random.chance(30) { clipping.text += "变" }
      if random.chance(50) {
        clipping.foreignFields = [.init(key: "\"k\(random.next(below: 2))\"", value: "\(random.next(below: 3))")]
      }
      return clipping
    }
    var file = ClippingsFile(text: copies.map { $0.json + "\n" }.joined())
    let listed = file.clippings
    #expect(Set(listed.map(\.identity)).count == listed.count)
    #expect(Set(listed.map(\.identity)) == Set(copies.map(\.identity)))
    _ = file.apply(.add(Self.clipping(9)))
    #expect(file.clippings.dropLast() == listed[...], "seed \(seed)")
    let again = ClippingsFile(text: file.text)
    #expect(again.clippings == file.clippings)
    let lines = again.lines.compactMap(\.clipping)
    for copy in copies {
      let own = lines.filter { $0.identity == copy.identity }
      #expect(own.contains { $0.text == copy.text }, "seed \(seed)")
      #expect(
        (copy.note.isEmpty || own.contains { $0.note.contains(copy.note) })
          && own.contains { copy.tags.allSatisfy($0.tags.contains) })
      #expect(copy.foreignFields.allSatisfy { field in own.contains { $0.foreignFields.contains(field) } })
    }
  }
}
