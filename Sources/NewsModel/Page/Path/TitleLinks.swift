/// How titles hang together with the texts around them; see `Cohesion`.
struct TitleLinks {
  /// For each block that could be a title or a caption, the share of its wording in the text before it.
  var before: [Float]
  /// The same for the text after it; for titles only.
  var after: [Float]

  /// How many scalars of text on either side are compared.
  private static let reach = 1500

  init(_ list: BlockList, _ readings: [Reading], _ cohesion: inout Cohesion) {
    before = [Float](repeating: 0, count: readings.count)
    after = before
    var texts: [Range<Int>] = []
    // One direction after the other: the lines of one heading stand next to the same texts.
    for index in readings.indices where Self.couldBeTitle(readings[index]) || Self.couldBeCaption(readings[index]) {
      Self.find(&texts, list, readings, from: index - 1, by: -1)
      before[index] = cohesion.share(of: list.blocks[index].text, in: texts)
    }
    for index in readings.indices where Self.couldBeTitle(readings[index]) {
      Self.find(&texts, list, readings, from: index + 1, by: 1)
      after[index] = cohesion.share(of: list.blocks[index].text, in: texts)
    }
  }

  /// Whether a block is short and unpunctuated enough to be a title.
  static func couldBeTitle(_ reading: Reading) -> Bool {
    (2...46).contains(reading.length)
      && reading.evidence.isDisjoint(with: [
        .opening, .byline, .signature, .furniture, .holdsSentence, .credit, .tableRow, .debris,
      ])
  }

  /// Whether a block looks like the caption of a picture, which may stand in a story or between stories.
  private static func couldBeCaption(_ reading: Reading) -> Bool {
    (30...260).contains(reading.length) && !reading.evidence.contains(.opening)
      && !reading.evidence.isDisjoint(with: [.dayFirst, .captionWords, .inlineCredit])
  }

  /// Sets `texts` to the nearest texts in one direction, up to `reach` scalars, passing over short lines.
  private static func find(
    _ texts: inout [Range<Int>], _ list: BlockList, _ readings: [Reading], from start: Int, by step: Int
  ) {
    texts.removeAll(keepingCapacity: true)
    var (index, total, seen) = (start, 0, 0)
    while readings.indices.contains(index), total < reach, seen < 12 {
      if readings[index].length > 46 {
        // A new report closes the view: what stands beyond it is another's text.
        if step > 0, readings[index].evidence.contains(.opening), total > 0 { break }
        texts.append(list.blocks[index].text.prefix(reach - total))
        total += readings[index].length
        if step < 0, readings[index].evidence.contains(.opening) { break }
      } else if total > 200, couldBeTitle(readings[index]), readings[index].length > 14 {
        break
      }
      index += step
      seen += 1
    }
  }
}
