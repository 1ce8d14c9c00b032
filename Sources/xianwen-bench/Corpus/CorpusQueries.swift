import Foundation

/// The queries that are asked of a made-up corpus, with how many of its pages hold them.
///
/// Texts are cut from the corpus's first pages; of many candidates those are taken that are in most, in middling and in fewest pages, and,
/// of texts put together from halves of two, those that are in none.
struct CorpusQueries {
  private struct Candidate {
    let name: String
    let terms: [[UInt8]]
    var pages = 0
  }

  private var candidates: [Candidate] = []
  /// Pages that candidates are cut from.
  static let sampled = 64

  private static let fixed: [(name: String, texts: String)] = [
    ("c1", "的 人 一 县 城 市 民 村 党 治 服 记 年 元"),
    ("c2", "高唐 冠县 残疾 聊城 阳谷 记者 群众 社区 服务 治理"),
    ("c3", "高唐县 阳谷县 残疾人 贫困户 网格员 通讯员 志愿者 本报讯"),
    ("c48", "脱贫攻坚 基层治理 政务服务 党建引领 本报讯(记者 高质量发展"),
    ("mixed", "App 2020年 100% 5月2日 1+N"),
  ]

  /// Chooses candidates from the first pages of a corpus.
  init(_ pages: [String], seed: UInt64) {
    var random = CorpusRandom(seed: seed, page: -1)
    let pages = pages.prefix(Self.sampled).map { Array($0.unicodeScalars) }
    func cut(_ count: Int) -> [Unicode.Scalar] {
      while true {
        let page = random.pick(pages)
        let start = random.below(page.count - count)
        let text = page[start..<start + count]
        if text.allSatisfy(CorpusVocabulary.isHan) { return Array(text) }
      }
    }
    for (name, texts) in Self.fixed { for text in texts.split(separator: " ") { add(name, String(text)) } }
    for _ in 0..<90 {
      add("c2", Self.string(cut(2)))
      add("c3", Self.string(cut(3)))
      add("c48", Self.string(cut(4 + random.below(5))))
    }
    for number in 0..<160 {
      let half = 1 + number % 4
      add("absent", Self.string(cut(half) + cut(half)))
    }
    for _ in 0..<20 { add("and2", Self.string(cut(2)), Self.string(cut(2 + random.below(2)))) }
  }

  private mutating func add(_ name: String, _ terms: String...) {
    let terms = terms.map { Array($0.utf8) }
    guard !candidates.contains(where: { $0.name == name && $0.terms == terms }) else { return }
    candidates.append(Candidate(name: name, terms: terms))
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }

  /// Which candidates a page holds.
  ///
  /// - Complexity: O(bytes of the page) for each candidate.
  func held(by page: [UInt8]) -> [Bool] {
    page.withUnsafeBytes { page in
      candidates.map { candidate in
        candidate.terms.allSatisfy { Self.holds(page, $0) }
      }
    }
  }

  /// Whether `page` holds `text`, which is not empty. Looked for is its last byte, the one that differs most among Han in UTF-8.
  private static func holds(_ page: UnsafeRawBufferPointer, _ text: [UInt8]) -> Bool {
    guard let base = page.baseAddress, let last = text.last else { return false }
    var at = text.count - 1
    while at < page.count, let found = memchr(base + at, Int32(last), page.count - at) {
      at = UnsafeRawPointer(found) - base + 1
      if memcmp(base + at - text.count, text, text.count) == 0 { return true }
    }
    return false
  }

  /// Counts a page that holds these candidates.
  mutating func count(_ held: [Bool]) {
    for (index, isHeld) in held.enumerated() where isHeld { candidates[index].pages += 1 }
  }

  /// The chosen queries as `queries.json` holds them.
  func chosen() -> [[String: Any]] {
    let fixed = candidates.filter { candidate in
      let texts = Self.fixed.first { $0.name == candidate.name }?.texts.split(separator: " ").map(String.init) ?? []
      return candidate.terms.count == 1 && texts.contains(String(decoding: candidate.terms[0], as: UTF8.self))
    }
    var chosen = fixed
    for name in ["c2", "c3", "c48"] {
      let sorted = candidates.filter { $0.name == name && $0.pages > 0 }.sorted { $0.pages < $1.pages }
      chosen += sorted.prefix(15) + stride(from: 15, to: sorted.count, by: max(1, sorted.count / 15)).map { sorted[$0] }
    }
    chosen += candidates.filter { $0.name == "absent" && $0.pages == 0 }.prefix(20)
    chosen += candidates.filter { $0.name == "and2" }
    return chosen.map { candidate in
      [
        "class": candidate.name, "terms": candidate.terms.map { String(decoding: $0, as: UTF8.self) },
        "docs": candidate.pages,
      ]
    }
  }
}
