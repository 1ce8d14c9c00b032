import Platform

/// The results of PaddleOCR (`rec_texts` with `rec_boxes`, `rec_polys` or `dt_polys`) and RapidOCR (`txts` with `boxes`, or a list of
/// `box`, `txt`, `score`).
extension BoxFile {
  /// Larger files are no page's result.
  private static let largestJSON = 64 << 20

  mutating func readJSON(_ text: String) {
    guard text.utf8.count <= Self.largestJSON,
      let tree = try? JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
    else { return }
    readTree(tree, depth: 0)
  }

  private static let textLists = ["rec_texts", "rec_text", "txts", "texts"]
  private static let boxLists = ["rec_boxes", "rec_polys", "dt_polys", "dt_boxes", "boxes"]
  private static let scoreLists = ["rec_scores", "rec_score", "scores"]
  private static let texts = ["txt", "text", "transcription"]
  private static let boxes = ["box", "points", "bbox", "poly"]

  /// Reads every page of a tree of values: results stand in lists, and in objects of other keys.
  private mutating func readTree(_ value: JSONTree, depth: Int) {
    guard depth < 8 else { return }
    switch value {
    case .object(let object):
      if let texts = Self.first(Self.textLists, object)?.list, texts.contains(where: { $0.text != nil }) {
        let boxes = Self.boxLists.lazy.compactMap { object[$0]?.list }.first { $0.count == texts.count } ?? []
        let scores = Self.first(Self.scoreLists, object)?.list ?? []
        append(BoxSheet())
        for (index, text) in texts.enumerated() {
          append(
            text.text, boxes.indices.contains(index) ? boxes[index] : nil,
            score: scores.indices.contains(index) ? scores[index] : nil)
        }
        return
      }
      for (_, inner) in object.sorted(by: { $0.key < $1.key }) { readTree(inner, depth: depth + 1) }
    case .list(let list):
      let items = list.compactMap(\.object)
      if items.contains(where: { Self.first(Self.texts, $0)?.text != nil && Self.first(Self.boxes, $0) != nil }) {
        append(BoxSheet())
        for item in items {
          append(
            Self.first(Self.texts, item)?.text, Self.first(Self.boxes, item),
            score: item["score"] ?? item["confidence"])
        }
        return
      }
      for inner in list { readTree(inner, depth: depth + 1) }
    case .text, .number, .other: break
    }
  }

  private static func first(_ keys: [String], _ object: [String: JSONTree]) -> JSONTree? {
    keys.lazy.compactMap { object[$0] }.first
  }

  private mutating func append(_ text: String?, _ place: JSONTree?, score: JSONTree?) {
    let scalars = Array((text ?? "").unicodeScalars.map(\.value)[...].trimmed)
    guard !scalars.isEmpty, let row = sheets.last?.words.count else { return }
    let box = Self.box(place)
    if box == nil { noteDamage(line: 0) }
    let confidence = score?.number.map { Float($0) }.flatMap { (0...1).contains($0) ? $0 : nil }
    append(BoxWord(text: scalars, row: row, box: box, confidence: confidence, line: row))
  }

  /// A box of four numbers, or around a polygon's points.
  private static func box(_ place: JSONTree?) -> Box? {
    guard let list = place?.list, (2...64).contains(list.count) else { return nil }
    let numbers = list.compactMap(\.number)
    if numbers.count == list.count {
      return numbers.count == 4 ? Box(claimed: numbers[0], numbers[1], numbers[2], numbers[3]) : nil
    }
    let points = list.compactMap { point -> (Double, Double)? in
      let pair = (point.list ?? []).compactMap(\.number)
      return pair.count == 2 ? (pair[0], pair[1]) : nil
    }
    guard points.count == list.count, let left = points.map(\.0).min(), let right = points.map(\.0).max(),
      let top = points.map(\.1).min(), let bottom = points.map(\.1).max()
    else { return nil }
    return Box(claimed: left, top, right, bottom)
  }
}
