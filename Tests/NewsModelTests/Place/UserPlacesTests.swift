import Testing

@testable import NewsModel

/// The user's own places.
struct UserPlacesTests {
  @Test func aUsersWordsAndTownsWin() {
    let places = UserPlaces(
      parsing: """
        # my places
        聊城市\t高唐县\t时风集团,高唐一中
        聊城市\t鲁西新城\t\t固河镇

        """, file: "places.tsv")
    #expect(places.diagnostics == [])
    let filed = PlaceDesk.filed(
      [
        PlaceDesk.anchor("聊城市", "东阿县", "莘县"), PlaceDesk.article("时风集团获奖", "团队受赞。"),
        PlaceDesk.article("麦子黄了", "固河镇的麦子黄了。"), PlaceDesk.article("鲁西新城开工", "开工了。"),
      ], userPlaces: places)
    #expect(filed.map(PlaceDesk.summary)[1...] == ["高唐县 | 高唐县", "鲁西新城 | 鲁西新城", "鲁西新城 | 鲁西新城"])
  }

  @Test func brokenLinesAreNamedByNumberAndTheRestHolds() {
    let places = UserPlaces(
      parsing: "聊城市 高唐县\r\n聊城\t高唐县\r\n聊城市\t高唐县\t风\r\n\r\n聊城市\t高唐县\ta\tb\tc\n\u{FEFF}聊城市\t高唐县\t时风，时风集团\n", file: "p.tsv")
    #expect(places.diagnostics.map(\.line) == [1, 2, 3, 5])
    #expect(places.diagnostics.allSatisfy { $0.file == "p.tsv" && !$0.description.contains("\t") })
    #expect(places.entries.map(\.words) == [["时风", "时风集团"]])
  }

  @Test func controlCharactersNeverReachAMessage() {
    let places = UserPlaces(parsing: "\u{1B}[31m坏\u{7}\t高唐县\n", file: "p.tsv")
    #expect(places.diagnostics.count == 1)
    #expect(places.diagnostics.allSatisfy { $0.message.chinese.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }

  @Test func theBuiltInZonesParse() {
    let zones = UserPlaces(parsing: ZoneText.zones, file: "")
    #expect(zones.diagnostics == [])
    #expect(zones.entries.prefix(3).map(\.place.name) == ["开发区", "高新区", "度假区"])
  }
}
