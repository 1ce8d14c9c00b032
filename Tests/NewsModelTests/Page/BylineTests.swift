import Testing

@testable import NewsModel

struct BylineTests {
  @Test(arguments: [
    ("□记者 李梦 高田 通讯员 张莹 报道", [Credit(role: "记者", names: ["李梦", "高田"]), Credit(role: "通讯员", names: ["张莹"])]),
    ("□高田 王倩 江芙蓉 报道", [Credit(role: "报道", names: ["高田", "王倩", "江芙蓉"])]),
    ("(融媒体中心 全兴社)", [Credit(role: "融媒体中心", names: ["全兴社"])]),
    ("融媒体中心全兴社通讯员 陈静", [Credit(role: "融媒体中心", names: ["全兴社"]), Credit(role: "通讯员", names: ["陈静"])]),
    ("本报记者 齐文澜/摄", [Credit(role: "本报记者", names: ["齐文澜"])]),
    ("水默 文/图", [Credit(role: "文/图", names: ["水默"])]),
    ("记者 辛可 通讯员 樊守 信 贡晓彤", [Credit(role: "记者", names: ["辛可"]), Credit(role: "通讯员", names: ["樊守信", "贡晓彤"])]),
    ("武琦 周长忠", [Credit(role: nil, names: ["武琦", "周长忠"])]),
    ("记者 张 三 李 四 通讯员 王小明", [Credit(role: "记者", names: ["张三", "李四"]), Credit(role: "通讯员", names: ["王小明"])]),
    ("文/张三 图/李四", [Credit(role: "文", names: ["张三"]), Credit(role: "图", names: ["李四"])]),
    ("张三/文 李四/图", [Credit(role: "文", names: ["张三"]), Credit(role: "图", names: ["李四"])]),
    ("记者 张三 东阿报道", [Credit(role: "记者", names: ["张三"])]),
    ("记者 乌云其木格 实习生 王小禾", [Credit(role: "记者", names: ["乌云其木格"]), Credit(role: "实习生", names: ["王小禾"])]),
    ("主持人：本报记者 张三　嘉宾：市第一医院主任医师 李四", [Credit(role: "本报记者", names: ["张三"])]),
    ("嘉宾：市第一医院主任医师 李四 主持：本报记者 张三", [Credit(role: "本报记者", names: ["张三"])]),
    (
      "晚报小记者 某县中心小学五(2)班 张三 指导老师 李四",
      [Credit(role: "晚报小记者", names: ["张三"]), Credit(role: "指导老师", names: ["李四"])]
    ),
    ("张三(回族)", [Credit(role: nil, names: ["张三"])]),
    ("来源:人民网", []), ("(据新华社)", []), ("县融媒体中心供图", []),
  ]) func takesABylineApart(text: String, credits: [Credit]) {
    let byline = Byline.parse(word(text)[...])
    #expect(byline.isWhole)
    #expect(byline.credits == credits)
  }

  @Test(arguments: ["记者随后把情况反映给部门", "高唐县开展摸底调查", "5月4日,记者在街道走访", "小记者在行动", "记者站在路边"]) func sentencesAreNoBylines(
    text: String
  ) {
    #expect(!Byline.parse(word(text)[...]).isWhole)
  }

  @Test(arguments: [
    ("本报聊城6月2日讯(记者 张超 通讯员 侯昌明)", "本报聊城6月2日讯", ["张超", "侯昌明"]),
    ("本报讯 记者丁慕白 通讯员石敬轩报道:原来", "本报讯", ["丁慕白", "石敬轩"]),
    ("【本报讯】(记者 曲志远)5月5日一早", "【本报讯", ["曲志远"]),
    ("东昌府讯 今年以来,全区", "东昌府讯", []),
    ("新华社北京5月6日电(记者 王一)", "新华社北京5月6日电", ["王一"]),
    ("本报聊城3月16日讯(记者 张三", "本报聊城3月16日讯", ["张三"]),
    ("(记者 张三 通讯员 李四)今年以来,全县各乡镇抓住农时抢种抢收", "", ["张三", "李四"]),
    ("本报记者张三报道:今年以来,全县各乡镇抓住农时抢种抢收", "", ["张三"]),
    ("通讯员 李四) 5月31日上午,民警在路上看见一辆停着的车", "", ["李四"]),
  ]) func readsOpenings(text: String, dateline: String, names: [String]) {
    let opening = Opening.parse(word(text)[...])
    #expect(opening?.dateline.string == dateline)
    #expect(opening?.byline.credits.flatMap(\.names) == names)
  }

  @Test(arguments: [
    "简讯 今年以来", "通讯 员工", "今年以来,全区以推进", "微信 消息", "记者张三(左)在村里和老人们一起包饺子过节的时候",
  ]) func otherBeginningsAreNoOpenings(text: String) {
    #expect(Opening.parse(word(text)[...]) == nil)
  }
}
