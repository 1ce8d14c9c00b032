import Foundation

/// The results of PaddleOCR (`rec_texts` with `rec_boxes`, `rec_polys` or `dt_polys`) and RapidOCR (`txts` with `boxes`, or a list of
/// `box`, `txt`, `score`).
extension BoxFile {
  /// Larger files are no page's result.
  private static let largestJSON = 64 << 20

  mutating func readJSON(_ text: String) {
    guard text.utf8.count <= Self.largestJSON,
      let tree = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
    else { return }
    readTree(tree, depth: 0)
  }

  private static let textLists = ["rec_texts", "rec_text", "txts", "texts"]
  private static let boxLists = ["rec_boxes", "rec_polys", "dt_polys", "dt_boxes", "boxes"]
  private static let scoreLists = ["rec_scores", "rec_score", "scores"]
  private static let texts = ["txt", "text", "transcription"]
  private static let boxes = ["box", "points", "bbox", "poly"]

  /// Reads every page of a tree of values: results stand in lists, and in objects of other keys.
  private mutating func readTree(_ value: Any, depth: Int) {
    guard depth < 8 else { return }
    if let object = value as? [String: Any] {
      if let texts = Self.first(Self.textLists, object) as? [Any], texts.contains(where: { $0 is String }) {
        let boxes = Self.boxLists.lazy.compactMap { object[$0] as? [Any] }.first { $0.count == texts.count } ?? []
        let scores = Self.first(Self.scoreLists, object) as? [Any] ?? []
        append(BoxSheet())
        for (index, text) in texts.enumerated() {
          append(
            text as? String, boxes.indices.contains(index) ? boxes[index] : nil,
            score: scores.indices.contains(index) ? scores[index] : nil)
        }
        return
      }
      for key in object.keys.sorted() {
        if let inner = object[key], inner is [Any] || inner is [String: Any] { readTree(inner, depth: depth + 1) }
      }
    } else if let list = value as? [Any] {
      let items = list.compactMap { $0 as? [String: Any] }
      if !items.isEmpty,
        items.contains(where: { Self.first(Self.texts, $0) is String && Self.first(Self.boxes, $0) != nil })
      {
        append(BoxSheet())
        for item in items {
          append(
            Self.first(Self.texts, item) as? String, Self.first(Self.boxes, item),
            score: item["score"] ?? item["confidence"])
        }
        return
      }
      for inner in list where inner is [Any] || inner is [String: Any] { readTree(inner, depth: depth + 1) }
    }
  }

  private static func first(_ keys: [String], _ object: [String: Any]) -> Any? {
    keys.lazy.compactMap { object[$0] }.first
  }

  private mutating func append(_ text: String?, _ place: Any?, score: Any?) {
    let scalars = Array((text ?? "").unicodeScalars.map(\.value)[...].trimmed)
    guard !scalars.isEmpty, let row = sheets.last?.words.count else { return }
    let box = Self.box(place)
    if box == nil { noteDamage(line: 0) }
    let confidence = (score as? NSNumber).map { Float(truncating: $0) }.flatMap { (0...1).contains($0) ? $0 : nil }
    append(BoxWord(text: scalars, row: row, box: box, confidence: confidence, line: row))
  }

  /// A box of four numbers, or around a polygon's points.
  private static func box(_ place: Any?) -> Box? {
    guard let list = place as? [Any], (2...64).contains(list.count) else { return nil }
    if let numbers = list as? [NSNumber] {
      guard numbers.count == 4 else { return nil }
      return Box(
        claimed: numbers[0].doubleValue, numbers[1].doubleValue, numbers[2].doubleValue, numbers[3].doubleValue)
    }
    let points = list.compactMap {
      ($0 as? [NSNumber]).flatMap { $0.count == 2 ? ($0[0].doubleValue, $0[1].doubleValue) : nil }
    }
    guard points.count == list.count, let left = points.map(\.0).min(), let right = points.map(\.0).max(),
      let top = points.map(\.1).min(), let bottom = points.map(\.1).max()
    else { return nil }
    return Box(claimed: left, top, right, bottom)
  }
}
