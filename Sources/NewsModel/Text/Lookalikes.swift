/// Characters that OCR takes for one another, by their shapes.
enum Lookalikes {
  /// The characters that `scalar` may have been read as, or may be a misreading of; none for most.
  static func others(of scalar: Unicode.Scalar) -> [Unicode.Scalar] { table[scalar] ?? [] }

  /// The texts that `text` may have become in print with one of its characters misread, in the order of its characters.
  ///
  /// - Complexity: O(scalars).
  static func misreadings(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.flatMap { index in
      others(of: scalars[index]).map { other in
        var misread = scalars
        misread[index] = other
        return String(String.UnicodeScalarView(misread))
      }
    }
  }

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for group in groups.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(group.unicodeScalars)
      for scalar in scalars {
        table[scalar, default: []] += scalars.filter { $0 != scalar && table[scalar]?.contains($0) != true }
      }
    }
    return table
  }()

  /// Each group is of one shape. Signs that folding takes for one already (dashes, quotes, 〇 and ○) need none.
  private static let groups = """
    己已巳 未末 土士 0Oo〇 1lI| 一-丶 日曰 人入八 干千于 夫天失 大太犬 王玉主 刀力 戊戌戍 折拆析 贝见
    今令 名各 问间闻 持特待 侍待 候侯 洒酒 晴睛 情清 住往佳 孟盂 冶治 沐沭 祟崇 徒徙陡 崔雀 毫亳 免兔 拔拨
    代伐 兵乒乓 木本术 目自白 由甲申田 儿几 九丸 亨享 幕暮墓慕 辨辩瓣 宫官 苟荀 桓恒 梁粱 赢嬴羸 戴载 挡档
    旧归 阳阴 陈阵 钓钧 伸仲 剌刺 粟栗 徽微 衰哀衷 遗遣 竟竞 圆园 郎朗 泠冷 冼洗 匀勾 尤龙 友发 灸炙 坏环
    乌鸟 岛乌 暖暧 贷货 贾贸 锦绵棉 师帅 临监 具县 冠寇 茌荏 莘草 鄄甄 亭亨 东车 兖衮 莒营 聊耶 沂忻 泗洒
    泺乐 沾沽 棣隶 坊纺 埠阜 滕腾 薛薜 汶坟 兰三 庄压 沭沫 巨臣 定足 单草 曹曾 成咸 武式 禹离 夏复 陵棱
    庆床 昌晶 荣茶 招拐 栖桐 芝乏 福富 莱菜 平乎 米来 牛午 厂广 万方 卫工 开井 心必 户尸 水永 石右 老考
    讯讥 记纪 员贝 真直 党觉 校较 桥娇 徐除 孙孔 李季 杨扬 赵起 周固 吴昊 郑邓 冯马 程桯 曹漕 袁哀 邱印
    汪江 任仕 姜美 范苑 姚桃 谭潭 廖寥 邹都 熊能 金全 郝赦 康庚 秦泰 史吏 邵部 段叚 钱线 汤场 黎藜 易昜
    常堂 贺货 赖懒 龚袭 网冈 拢扰 丘乒 季秀 困因 未来 上土 手千 月用 岁罗 淮准 候俟 扶抚 拎抢 墙蔷 汽气
    渔鱼 粮根 烯稀
    """
}
