extension LineBreaks {
  /// Keeps a number with what it counts (8.5%, 1,234.56亿元, 300余亩, 第3届) by raising the cost of the breaks between.
  mutating func keepNumbersWhole(_ scalars: [Unicode.Scalar], _ classes: [LineClass]) {
    var index = 1
    while index < scalars.count {
      if classes[index] == .digit && scalars[index - 1] == "第" { raise(index, to: .splitsWord) }
      if classes[index - 1] == .digit && classes[index] == .ideograph {
        let end = Self.unitEnd(from: index, scalars)
        for boundary in index..<end { raise(boundary, to: .splitsWord) }
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// The offset after the magnitude, the 余 or 多, and the unit that begin at `start`; `start` itself when none does.
  private static func unitEnd(from start: Int, _ scalars: [Unicode.Scalar]) -> Int {
    var index = start
    while index < scalars.count && index < start + 3 && magnitudes.contains(scalars[index]) { index += 1 }
    for unit in units[index < scalars.count ? scalars[index] : " "] ?? []
    where scalars[index...].starts(with: unit) { return index + unit.count }
    return index
  }

  private static let magnitudes: Set<Unicode.Scalar> = ["十", "百", "千", "万", "亿", "余", "多", "来"]

  /// What newspapers count in, by first character, longest first.
  private static let units: [Unicode.Scalar: [[Unicode.Scalar]]] = {
    let words = """
      年 月 月份 日 年代 号 时 分 秒 点 小时 分钟 年度 年级 周 天 世纪 岁 周岁 届 次 期 个 个月 个百分点 人 人次 名 位 户 户次 家 口 \
      元 角 块钱 美元 欧元 日元 港元 亩 公顷 平方米 平方公里 平方千米 立方米 立方 平方 平米 米 千米 公里 里 厘米 毫米 分米 海里 度 \
      吨 公吨 斤 公斤 千克 克 毫克 毫升 升 千瓦 千瓦时 兆瓦 兆瓦时 倍 成 折 条 项 件 起 大类 台 辆 套 座 处 所 村 镇 乡 县 市 区 街道 支 \
      只 头 棵 株 张 篇 本 册 层 楼 栋 幢 间 排 路 组 批 场 部 份 股 票 句 字 版 轮 级 号楼 单元 分 步 片 块 根 枚 艘 架 对 双 种 类 门 \
      团 班 连 营 师 军
      """
    var units: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for word in Set(words.split(separator: " ")) {
      let scalars = Array(word.unicodeScalars)
      units[scalars[0], default: []].append(scalars)
    }
    return units.mapValues { $0.sorted { $0.count > $1.count } }
  }()
}
