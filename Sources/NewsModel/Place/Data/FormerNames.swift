/// Counties whose name changed, not only their level (茌平县 → 茌平区 follows from the name itself).
struct FormerName: Sendable {
  let prefecture: String
  let name: String
  let now: String
}

/// Former names that archives of the last decades hold; the State Council's approvals of the changes are public
/// (Ministry of Civil Affairs, http://xzqh.mca.gov.cn).
enum FormerNames {
  static let all: [FormerName] = text.split(separator: "\n").compactMap { line in
    let columns = line.split(separator: " ").map(String.init)
    guard columns.count == 3 else { return nil }
    return FormerName(prefecture: columns[0], name: columns[1], now: columns[2])
  }

  /// Prefecture, former name, present name.
  private static let text = """
    北京市 崇文区 东城区
    北京市 宣武区 西城区
    上海市 卢湾区 黄浦区
    上海市 南市区 黄浦区
    上海市 闸北区 静安区
    上海市 南汇区 浦东新区
    天津市 塘沽区 滨海新区
    天津市 汉沽区 滨海新区
    天津市 大港区 滨海新区
    重庆市 万盛区 綦江区
    重庆市 双桥区 大足区
    石家庄市 桥东区 长安区
    唐山市 唐海县 曹妃甸区
    邢台市 任县 任泽区
    邢台市 邢台县 信都区
    邢台市 桥西区 信都区
    邢台市 桥东区 襄都区
    保定市 新市区 竞秀区
    保定市 南市区 莲池区
    保定市 北市区 莲池区
    大同市 大同县 云州区
    大同市 南郊区 云冈区
    长治市 长治县 上党区
    南京市 白下区 秦淮区
    南京市 下关区 鼓楼区
    无锡市 崇安区 梁溪区
    无锡市 南长区 梁溪区
    无锡市 北塘区 梁溪区
    徐州市 九里区 鼓楼区
    苏州市 沧浪区 姑苏区
    苏州市 平江区 姑苏区
    苏州市 金阊区 姑苏区
    淮安市 楚州区 淮安区
    淮安市 清河区 清江浦区
    淮安市 清浦区 清江浦区
    扬州市 维扬区 邗江区
    泰州市 泰县 姜堰区
    杭州市 下城区 拱墅区
    杭州市 江干区 上城区
    宁波市 江东区 鄞州区
    宁波市 鄞县 鄞州区
    嘉兴市 秀城区 南湖区
    嘉兴市 郊区 秀洲区
    绍兴市 绍兴县 柯桥区
    金华市 金华县 金东区
    衢州市 衢县 衢江区
    芜湖市 三山区 弋江区
    铜陵市 铜陵县 义安区
    铜陵市 铜官山区 铜官区
    合肥市 居巢区 巢湖市
    九江市 九江县 柴桑区
    上饶市 上饶县 广信区
    九江市 星子县 庐山市
    济宁市 市中区 任城区
    德州市 陵县 陵城区
    青岛市 胶南市 黄岛区
    青岛市 四方区 市北区
    烟台市 长岛县 蓬莱区
    济南市 莱城区 莱芜区
    开封市 开封县 祥符区
    开封市 金明区 龙亭区
    许昌市 许昌县 建安区
    三门峡市 陕县 陕州区
    洛阳市 吉利区 孟津区
    襄阳市 襄阳区 襄州区
    永州市 芝山区 零陵区
    广州市 东山区 越秀区
    广州市 芳村区 荔湾区
    广州市 萝岗区 黄埔区
    梧州市 蝶山区 万秀区
    成都市 郫县 郫都区
    达州市 达县 达川区
    宜宾市 宜宾县 叙州区
    遵义市 遵义县 播州区
    六盘水市 盘县 盘州市
    普洱市 翠云区 思茅区
    西安市 户县 鄠邑区
    渭南市 华县 华州区
    """
}
