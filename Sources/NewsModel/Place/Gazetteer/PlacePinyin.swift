/// How names of places are read, for typing ahead and for pinyin order.
enum PlacePinyin {
  /// The first letters of the syllables of `name`: 高唐县 → `gtx`. Letters and digits stand for themselves, other
  /// characters without a known reading are passed over.
  static func initials(of name: String) -> String {
    String(syllables(of: name).compactMap(\.first))
  }

  /// The syllables of `name` without tones: 东阿县 → dong, e, xian.
  ///
  /// - Complexity: O(length of name), after the first call has decoded the table (7,000 characters).
  static func syllables(of name: String) -> [String] {
    var found: [String] = []
    var name = name
    let simplified = name.withUTF8(SimplifiedText.of)
    var rest = Array(String(decoding: simplified, as: UTF8.self).unicodeScalars)[...]
    while let first = rest.first {
      if let (length, reading) = namedReading(at: rest) {
        found += reading
        rest = rest.dropFirst(length)
        continue
      }
      if first.properties.isAlphabetic && first.isASCII || first.properties.numericType != nil && first.isASCII {
        found.append(first.properties.lowercaseMapping)
      } else if let syllable = table[first] {
        found.append(syllable)
      }
      rest = rest.dropFirst()
    }
    return found
  }

  /// The name among `readings` that `scalars` begin with.
  private static func namedReading(at scalars: ArraySlice<Unicode.Scalar>) -> (length: Int, reading: [String])? {
    for (name, reading) in readings where scalars.starts(with: name) { return (name.count, reading) }
    return nil
  }

  /// Names whose characters are read otherwise than elsewhere (List of counties with their readings: Ministry of Civil
  /// Affairs, 中华人民共和国行政区划简册).
  private static let readings: [([Unicode.Scalar], [String])] = [
    ("东阿", "dong e"), ("乐陵", "lao ling"), ("乐亭", "lao ting"), ("乐清", "yue qing"), ("长子县", "zhang zi xian"),
    ("六安", "lu an"), ("六合", "lu he"), ("吐鲁番", "tu lu fan"), ("尉犁", "yu li"), ("犍为", "qian wei"),
    ("洪洞", "hong tong"), ("闵行", "min hang"), ("荥经", "ying jing"), ("吴堡", "wu bu"), ("大城县", "dai cheng xian"),
    ("大埔", "da bu"), ("宕昌", "tan chang"), ("称多", "chen duo"), ("繁峙", "fan shi"), ("中牟", "zhong mu"),
  ].map { (Array($0.0.unicodeScalars), $0.1.split(separator: " ").map(String.init)) }

  static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    table.reserveCapacity(8192)
    for line in PinyinText.syllables.description.split(separator: "\n") {
      let halves = line.split(separator: " ")
      guard halves.count == 2 else { continue }
      for scalar in halves[1].unicodeScalars { table[scalar] = String(halves[0]) }
    }
    return table
  }()
}

/// The first letters of the syllables of a place's name, lower case, with the readings that names of places have:
/// 高唐县 → `gtx`, 东阿县 → `dex`, 茌平区 → `cpq`, 单县 → `sx`, 乐陵市 → `lls`.
///
/// A type-ahead matches when what is typed is the beginning of it: `gt` → 高唐县.
///
/// - Complexity: O(length of name); the first call decodes a table of 7,000 characters (a few milliseconds).
public func pinyinInitials(of placeName: String) -> String {
  PlacePinyin.initials(of: placeName)
}

/// The pinyin of a place name, written together without tones: 高唐县 → `gaotangxian`.
///
/// - Complexity: as `pinyinInitials`.
public func pinyinLetters(of placeName: String) -> String {
  PlacePinyin.syllables(of: placeName).joined()
}
