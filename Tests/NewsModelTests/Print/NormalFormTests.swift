import Testing

@testable import NewsModel

/// The text as printed and as it is read.
struct NormalFormTests {
  /// Print, normal form, the printed line of each of its lines, the steps that were taken.
  static let table: [(print: String, text: String, lines: [Int], steps: [NormalStep])] = [
    ("高唐县4月2日，开会。\n（记者 张三）", "高唐县4月2日，开会。\n（记者 张三）", [1, 2], []),
    ("⾼唐县4⽉2⽇，⻢家村农⼾", "高唐县4月2日，马家村农户", [1], [.signs]),
    ("5㎏、3㎡、㏠，ofﬁce，金\u{F9BD}，甲︵乙︶", "5kg、3m²、1日，office，金尿，甲（乙）", [1], [.signs]),
    ("\u{2F800}城", "丽城", [1], [.signs]),
    ("高\u{AD}唐\u{200B}县\u{FEFF}开\u{0}会", "高唐县开会", [1], [.dropped]),
    ("\u{1F468}\u{200D}\u{1F469}，一\u{200D}二", "\u{1F468}\u{200D}\u{1F469}，一二", [1], [.dropped]),
    (
      "一一\u{2028}二二\u{85}三三\n四四\u{C}五五\n\u{C}六六\u{1A}\n", "一一\n二二\n三三\n四四\n\u{C}五五\n\u{C}六六\n",
      [1, 1, 1, 2, 2, 3, 4], [.breaks]
    ),
    ("一\u{1A}二", "一\u{1A}二", [1], []),
    ("一\u{E123}二\u{E863}", "一\u{E123}二䶮", [1], [.signs, .privateUse]),
    ("高 唐 县 春 耕 全 面 展 开\n\n( 李 一 一 )", "高唐县春耕全面展开\n\n(李一一)", [1, 2, 3], [.blanks]),
    ("长 61 % ， 民 宿 平 均 入 住 率 达", "长61%，民宿平均入住率达", [1], [.blanks]),
    ("接 种 COVID-19 与 App Store 的 人 说", "接种COVID-19与App Store的人说", [1], [.blanks]),
    ("2 0 2 1 年 4 月 ， 高 唐 县 开 会", "2021年4月，高唐县开会", [1], [.blanks]),
    ("本 报 记 者   张 三   李 四", "本报记者 张三 李四", [1], [.blanks]),
    ("4 月 2 日，高唐县开会", "4月2日，高唐县开会", [1], [.blanks]),
    ("图 片 新 闻", "图片新闻", [1], [.blanks]),
    ("张三 李四 王五 赵六 摄", "张三 李四 王五 赵六 摄", [1], []),
    ("甲 乙 两 队", "甲乙两队", [1], [.blanks]),
    ("　　“会种”还要 “慧种”", "　　“会种”还要 “慧种”", [1], []),
    (
      "## 标题\n<div style=\"text-align: center;\">图说。 张三 摄</div>\n\n正文<br>下行，气温$5^{\\circ}$&lt;3&gt;。",
      "## 标题\n\n图说。 张三 摄\n\n正文\n下行，气温5°<3>。", [1, 2, 2, 3, 4, 4], [.markup]
    ),
    ("甲<b>乙</b>，3<5，用<table>标签，A&B，$5和$6", "甲乙，3<5，用<table>标签，A&B，$5和$6", [1], [.markup]),
    ("3<5，x<y>z，<尖括号>，a<b，$5和$6，R&D", "3<5，x<y>z，<尖括号>，a<b，$5和$6，R&D", [1], []),
    ("![](a/b.jpg)\n\n正文", "\n\n正文", [1, 2, 3], [.markup]),
    (
      "接种COVID-\n19疫苗，www.exam-\nple.com，电话0635-\n1234567。", "接种COVID-\n19疫苗，www.example.com\n，电话0635-\n1234567。",
      [1, 2, 3, 4], [.lines]
    ),
    ("e-\nmail——\n见报-\n纸", "e-\nmail——\n见报-\n纸", [1, 2, 3, 4], []),
    ("稳\n粮\n增\n产\n\n立\n夏前后，小麦灌浆。", "稳粮增产\n\n立夏前后，小麦灌浆。", [1, 5, 6], [.lines]),
    ("一\n二\n评\n种地这件事，老辈人讲究", "一\n二\n评\n种地这件事，老辈人讲究", [1, 2, 3, 4], []),
    (
      "报名时间    报名地点，见下\n3月1日    一中\n3月2日    二中\n3月3日    三中\n3月4日    四中",
      "报名时间    报名地点，见下\n3月1日    一中\n3月2日    二中\n3月3日    三中\n3月4日    四中", [1, 2, 3, 4, 5], []
    ),
    ("", "", [1], []), ("\n", "\n", [1, 2], []), ("\u{AD}", "", [1], [.dropped]),
    ("\u{AD}\n\u{AD}", "\n", [1, 2], [.dropped]),
  ]

  @Test(arguments: table) func mendsAsATable(print: String, text: String, lines: [Int], steps: [NormalStep]) {
    let normal = NormalForm(print)
    #expect(normal.text == text)
    guard normal.text == text else { return }
    #expect(normal.repairs.map(\.step) == steps)
    #expect(
      lines.indices.map { NormalForm.printed([$0], by: normal.lineNumbers).map(\.first) } == lines.map { [$0] })
    #expect(NormalForm(normal.text).repairs.allSatisfy { $0.step == .privateUse }, "mending twice is mending once")
  }

  @Test func everyStepHasANameAReasonAndAnExample() {
    let rules = NormalStep.allCases.map(\.rule)
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { !$0.because.isEmpty && !$0.example.isEmpty && !$0.name.chinese.isEmpty })
  }

  /// Every character of the print is in the normal form in its order, as itself or as what stands for it, or was dropped because it
  /// shows nothing.
  @Test(arguments: 0..<300 as Range<UInt64>) func theMapLeadsBackToThePrint(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let alphabet = Array(
      "高唐县⾼⽉⻢ 　　  \n\n\u{C}\u{2028}\u{85}\u{1A}\u{0}\u{AD}\u{200B}\u{200D}\u{FEFF}\u{FE0F}㎏ﬃ㏠︵﹐\u{F9BD}\u{2F800}\u{E123}4年2日，。（）Ab1-\u{1F468}"
        .unicodeScalars)
    let print = (0..<random.next(below: 200)).map { _ in alphabet[random.next(below: alphabet.count)].value }
    let normal = NormalForm(print[...].string)
    let text = normal.text.unicodeScalars.map(\.value)
    let origins = normal.origins.map { $0.map(Int.init) } ?? Array(text.indices)
    #expect(origins.count == text.count, "seed \(seed)")
    if normal.repairs.allSatisfy({ $0.step != .columns }) {
      #expect(zip(origins, origins.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    }
    for (scalar, origin) in zip(text, origins) where scalar != print[origin] {
      let isMended = PrintText.usual(print[origin])?.contains(scalar) == true
      #expect(isMended || scalar == 0x0A, "seed \(seed): \(print[origin]) became \(scalar)")
    }
    let kept = Set(origins)
    for (index, scalar) in print.enumerated() where !kept.contains(index) {
      let showsNothing =
        Unicode.Scalar(scalar)?.properties.isDefaultIgnorableCodePoint == true || scalar == 0 || scalar == 0x1A
      // Print divides words by a hyphen at a line's end.
      let isHyphen = scalar == 0x2D && print[(index + 1)...].first { $0 != 0x20 } == 0x0A
      #expect(
        showsNothing || isHyphen || CharacterClass.of(scalar).contains(.space), "seed \(seed): \(scalar) is lost")
    }
    let line = { (index: Int) in print[..<index].count { $0 == 0x0A } + 1 }
    for (number, range) in PrintText(normal.text).lines.enumerated() {
      let first = NormalForm.printed([number], by: normal.lineNumbers).first?.first
      let expected = range.lowerBound < origins.count ? line(origins[range.lowerBound]) : line(print.count)
      #expect(first == expected, "seed \(seed)")
    }
  }
}
