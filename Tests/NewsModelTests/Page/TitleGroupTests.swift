import Testing

@testable import NewsModel

/// Which line of a heading is what: the rules of `TitleGroup`, on invented headings.
struct TitleGroupTests {
  /// `S` section, `K` kicker, `H` headline, `D` deck; lines with a blank between them unless `|` begins one.
  @Test(arguments: [
    (["讲政策", "|高龄补贴怎么领"], "SH"),
    (["一颗香瓜", "|也有身份证"], "HH"),
    (["麦田里竖起", "|“稻草人”货架"], "HH"),
    (["六十年守一河;三代人看一渡", "挑盐的路上", "挑回了一个“后半生”", "——某镇挑盐队的三年"], "KHHD"),
    (["第四十七章 风过关山", "铜铃"], "KH"),
    (["一个镇的“甜蜜”革命", "山里的梨子“学会”排队", "(某县某镇错峰种植调查)"], "KHD"),
    (["清明祭扫需预约", "三个时段错峰行"], "HD"),
    (["市直十一个部门“午间不打烊”", "办事高峰错开 群众中午也能来"], "HD"),
    (["某某镇三千亩地不浇“大水漫灌”", "一块“喝药”的瓜田怎么省下一半水"], "KH"),
    (["不看台账看灶台 不听汇报听鼾声", "我市开展清洁取暖“冬夜回访”"], "KH"),
    (["一句话读懂黑土地 一页纸览遍十县市", "秋收进行时", "|割一垄 亮一垄 送一程的日子到了"], "SSH"),
    (["山海时评", "少一点“打卡式”帮扶"], "SH"),
    (["某某镇:稻田里的“请柬”", "发到了城里"], "HH"),
  ]) func tellsLinesOfAHeadingApart(lines: [String], roles: String) {
    let text = lines.map { $0.hasPrefix("|") ? String($0.dropFirst()) : "\n" + $0 }.joined(separator: "\n")
    let list = BlockSplitter.split(PageText(text, Array(PageText.sheets(of: text))[0]))
    let readings = EvidenceFinder.read(list, isPlace: PlaceLines.isPlace)
    let group = TitleGroup(Array(list.blocks.indices), list, readings)
    let letters: [PartRole: String] = [.section: "S", .kicker: "K", .headline: "H", .deck: "D"]
    #expect(group.lines.map { letters[$0.role] ?? "?" }.joined() == roles, "\(lines)")
  }
}
