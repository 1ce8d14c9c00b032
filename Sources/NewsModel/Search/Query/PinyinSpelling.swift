/// Letters that may be pinyin without tones, whole syllables (`shenxian`) or first letters (`sx`).
struct PinyinSpelling {
  /// The letters a to z; u stands for ü too, as in the table of readings.
  let letters: [UInt8]

  /// How well a text is read as the letters, best first.
  enum Fit: Int {
    /// All its syllables.
    case whole
    /// The first letters of all of them.
    case initials
    /// Its first syllables, the last of them perhaps not to its end.
    case beginning
    /// The first letters of its first syllables.
    case firstInitials
  }

  /// - Parameter letters: what `letters(of:)` returns.
  init(_ letters: String) { self.letters = Array(letters.utf8) }

  /// The letters of a text that may be pinyin: two or more Latin letters, perhaps with apostrophes or spaces between
  /// syllables; `nil` for any other text.
  static func letters(of text: String) -> String? {
    var letters = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "v", "ü": letters += "u"
      case "a"..."z": letters.unicodeScalars.append(scalar)
      case "'", "’", " ": continue
      default: return nil
      }
    }
    return (2...40).contains(letters.utf8.count) ? letters : nil
  }

  /// How a place's name fits; its beginning is enough: gt, gaotang → 高唐县.
  func fit(place name: String) -> Fit? {
    let syllables = PlacePinyin.syllables(of: name)
    if let fit = fit(syllables) { return fit }
    if syllables.joined().utf8.starts(with: letters) { return .beginning }
    return syllables.compactMap(\.utf8.first).starts(with: letters) ? .firstInitials : nil
  }

  /// How a person's name fits: from its first to its last syllable.
  func fit(name: String) -> Fit? {
    let syllables = PlacePinyin.syllables(of: name)
    guard syllables.count == name.unicodeScalars.count, let first = name.unicodeScalars.first else { return nil }
    if let fit = fit(syllables) { return fit }
    // Surnames with a reading of their own.
    return PinyinReadings.others(of: first).lazy.compactMap { fit([$0] + syllables.dropFirst()) }.first
  }

  private func fit(_ syllables: [String]) -> Fit? {
    if syllables.joined().utf8.elementsEqual(letters) { return .whole }
    return syllables.count > 1 && syllables.compactMap(\.utf8.first).elementsEqual(letters) ? .initials : nil
  }
}

/// How single characters are read.
enum PinyinReadings {
  /// Characters with a second reading that common words or surnames have (现代汉语词典).
  private static let second: [Unicode.Scalar: [String]] = {
    let lines = """
      zhang 长|dou 都|dan 单石弹|chong 重|xing 行省|yue 乐|kuai 会|tiao 调|hai 还|zhao 朝|ceng 曾|de 地得|liao 了|zhuo 着
      huo 和|zhuan 传|shuai 率|jiao 校觉|xiang 降|jiang 强|zang 藏|shen 参|chai 差|mo 没|pian 便|xie 解血|ou 区|gei 给
      ji 系给|qia 卡|liu 六|jue 角觉|shui 说|lou 露|bao 薄|mu 模|xiu 宿|wu 恶|she 折|zha 扎|shou 熟|shai 色|xia 厦|yu 谷
      ju 车|qiu 仇|cheng 盛|zha 查|piao 朴|ge 盖|ren 任|mi 秘|bi 秘|po 迫|hang 行|le 乐|chuan 传|cang 藏|xiao 校|tan 弹
      """
    var table: [Unicode.Scalar: [String]] = [:]
    for entry in lines.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let halves = entry.split(separator: " ")
      guard halves.count == 2 else { continue }
      for scalar in halves[1].unicodeScalars { table[scalar, default: []].append(String(halves[0])) }
    }
    return table
  }()

  /// The readings of a character other than that in names of places.
  static func others(of scalar: Unicode.Scalar) -> [String] { second[scalar] ?? [] }

  /// Every character with its readings.
  static func forEach(_ body: (Unicode.Scalar, [String]) -> Void) {
    for (scalar, reading) in PlacePinyin.table {
      body(scalar, [reading] + others(of: scalar).filter { $0 != reading })
    }
  }
}
