/// Zones that no list names, recognised by their words.
enum ZoneRule {
  /// The kind (经开区, 高新区) of a zone that the list of divisions holds under its prefecture's name alone:
  /// 烟台经济技术开发区, 河北邢台经济开发区. `nil` for other divisions and for zones with a name of their own.
  static func kind(ofListed name: String, in prefecture: String) -> String? {
    for word in [PlaceWord.developmentZone, .highTechZone] {
      for ending in word.names
      where name.hasSuffix(prefecture.dropLast() + ending) || name.hasSuffix(prefecture + ending) {
        return word.zoneName
      }
    }
    return nil
  }

  /// The zone that 新区 at `range` ends: 新蒲新区 in 红花岗区、新蒲新区.
  ///
  /// - Returns: its name and bytes; `nil` when no word of two or three characters stands before, set off from the rest.
  static func newArea(endingAt range: Range<Int>, in text: SurroundedText) -> (name: String, range: Range<Int>)? {
    var start = range.lowerBound
    var stem: [UInt32] = []
    while stem.count < 3, let (scalar, width) = UTF8Scan.scalar(in: text.bytes, before: start),
      PlaceCharacters.isHan(scalar)
    {
      start -= width
      stem.insert(scalar, at: 0)
      guard stem.count >= 2 else { continue }
      let before = text.scalar(before: start)
      guard !PlaceCharacters.isHan(before) || text.traits(of: before).contains(.leadsToPlace) else { continue }
      let name = String(decoding: text.bytes[start..<range.upperBound], as: UTF8.self)
      let isWord =
        text.traits(of: stem[0]).contains(.leadsToPlace) || wordsBeforeNewArea.contains(String(name.dropLast(2)))
      return isWord ? nil : (name, start..<range.upperBound)
    }
    return nil
  }

  /// Words that stand before 新区 and name no zone.
  private static let wordsBeforeNewArea: Set<String> = [
    "城市", "国家", "国家级", "建设", "打造", "开发", "规划", "产业", "高铁", "生态", "科技", "发展", "工业", "城北", "城南", "城东", "城西",
    "老城", "县城", "一个", "这座", "各个", "整个", "省级", "市级", "全国", "几个", "两个", "多个",
  ]
}
