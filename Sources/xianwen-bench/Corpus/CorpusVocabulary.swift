import Foundation
import NewsModel

/// What made-up pages are made of: the headlines and clauses of real ones, and words and names without end.
///
/// The number of different trigrams of real text goes on growing with its size (Heaps' law). So that it does here, words of two
/// characters and names are drawn by rank from pools without end, rank to word by hashing.
struct CorpusVocabulary {
  /// The headlines of the sample pages.
  let headlines: [[Unicode.Scalar]]
  /// Their clauses with the mark that ends each, those that end sentences apart.
  let clauses: [[Unicode.Scalar]]
  let lastClauses: [[Unicode.Scalar]]
  /// Characters with the share of them and all before them among all, 0…1: those of the samples by their counts, and a tail of others.
  private let characters: [Unicode.Scalar]
  private let shares: [Double]

  private static let places = """
    高唐县 冠县 阳谷县 东阿县 莘县 临清市 茌平区 东昌府区 齐河县 禹城市 平原县 夏津县 武城县 乐陵市 宁津县 庆云县 临邑县 陵城区 德城区 梁山县 汶上县 嘉祥县 金乡县 鱼台县 微山县 泗水县 \
    曲阜市 邹城市 兖州区 任城区 东平县 宁阳县 肥城市 新泰市 岱岳区 泰山区 长清区 平阴县 济阳区 商河县 章丘区 历城区 鄄城县 郓城县 巨野县 定陶区 成武县 单县 曹县 东明县
    """.split(separator: " ").map { Array($0.unicodeScalars) }
  private static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕".unicodeScalars)
  private static let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文红梅海波云飞龙春晓东辉鹏宇浩然雨欣怡佳俊峰立新永庆祥瑞光荣宝山".unicodeScalars)

  /// Learns from the articles of a library.
  init(_ library: Library) {
    var headlines: [[Unicode.Scalar]] = []
    var clauses: [[Unicode.Scalar]] = []
    var lastClauses: [[Unicode.Scalar]] = []
    var counts: [Unicode.Scalar: Int] = [:]
    for article in library.articles {
      if let headline = article.headline { headlines.append(Array(headline.unicodeScalars)) }
      for part in article.parts where part.role == .body {
        var clause: [Unicode.Scalar] = []
        for scalar in part.text.unicodeScalars where !scalar.properties.isWhitespace {
          clause.append(scalar)
          if Self.isHan(scalar) { counts[scalar, default: 0] += 1 }
          let endsSentence = "。！？!?".unicodeScalars.contains(scalar)
          guard endsSentence || "，；：,;:".unicodeScalars.contains(scalar) else { continue }
          if clause.count > 3 {
            if endsSentence { lastClauses.append(clause) } else { clauses.append(clause) }
          }
          clause = []
        }
      }
    }
    (self.headlines, self.clauses, self.lastClauses) = (headlines, clauses, lastClauses)
    let seen = counts.sorted { ($0.value, $1.key.value) > ($1.value, $0.key.value) }
    let tail = (0x4E00...0x9FA5 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      counts[$0] == nil && CorpusRandom.mixed(UInt64($0.value)) % 8 == 0
    }
    // The samples are small: what they hold is less common in more text than in them, and other characters follow.
    var weights = seen.map { pow(Double($0.value), 0.85) }
    let all = weights.reduce(0, +)
    let tailWeights = tail.indices.map { 1 / Double($0 + 30) }
    let tailSum = tailWeights.reduce(0, +)
    weights += tailWeights.map { $0 / tailSum * all * 0.08 }
    characters = seen.map(\.key) + tail
    var sum = 0.0
    let total = weights.reduce(0, +)
    shares = weights.map { weight in
      sum += weight / total
      return sum
    }
  }

  /// Whether there is enough to make pages of.
  var isUsable: Bool { !headlines.isEmpty && !clauses.isEmpty && !lastClauses.isEmpty }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  /// The character below which this share (0 up to 1) of all characters lies.
  func character(_ share: Double) -> Unicode.Scalar {
    characters[shares.dropLast().partitioningIndex { $0 >= share }]
  }

  /// A word of two characters.
  func word(_ random: inout CorpusRandom) -> [Unicode.Scalar] {
    let hash = CorpusRandom.mixed(UInt64(random.rank(exponent: 2, shift: 250)))
    return [character(Double(hash >> 40) * 0x1p-24), character(Double(hash & 0xFF_FFFF) * 0x1p-24)]
  }

  /// A person's name.
  func person(_ random: inout CorpusRandom) -> [Unicode.Scalar] {
    var own = CorpusRandom(seed: 1, page: random.rank(exponent: 1.22, shift: 12))
    let surname = Self.surnames[min(own.below(Self.surnames.count), own.below(Self.surnames.count))]
    return [surname, own.pick(Self.given)] + (own.chance(0.7) ? [own.pick(Self.given)] : [])
  }

  /// A county's name, the first ones often.
  func place(_ random: inout CorpusRandom) -> [Unicode.Scalar] {
    Self.places[random.rank(exponent: 1.35, shift: 4) % Self.places.count]
  }
}
