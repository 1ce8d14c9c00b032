import NewsModel

/// A small made-up archive: three pages of a prefecture's paper.
enum SamplePages {
  static let all: [PageReading] = [
    page(
      "0811.txt",
      [
        article(
          "0811.txt", 1, kicker: "高唐县选举成立97个村(社区)残疾人协会", headline: "千名“代办员”助残当先锋",
          byline: [Credit(role: "本报记者", names: ["孙亚飞"])], date: NewsDate(year: 2021, month: 8, day: 11),
          body: [
            "本报聊城讯 8月11日上午,高唐县固河镇,“帮了俺太多了。”残疾人李玉梅说起村里的代办员,连连称谢。当天,代办员把新办的残疾人证送到了她的手里。",
            "今年以来,高唐县残联在全县97个村(社区)选举成立残疾人协会,千名代办员上门办理各项业务,让残疾人少跑腿。截至目前,全县已办理证件1,234件,发放补贴56.7万元。",
            "“下一步,我们将把残疾人的事当成自己的事来办。”高唐县残联理事长说。",
          ]),
        article(
          "0811.txt", 2, headline: "聊城市发布《法治政府建设白皮书》", deck: "法治建设再上新台阶",
          byline: [Credit(role: "记者", names: ["高田"])], date: NewsDate(year: 2021, month: 8, day: 13),
          body: ["8月13日,聊城市召开新闻发布会,发布《法治政府建设白皮书》,介绍全市一年来的工作。"]),
        article(
          "0811.txt", 3, kind: .photo, caption: "图为东阿县鱼山镇的农民在收玉米。", credit: "张振祥 摄"),
      ]),
    page(
      "0812.txt",
      [
        article(
          "0812.txt", 1, section: "时政动态", headline: "东阿县工会送清凉到工地", date: NewsDate(year: 2021, month: 6, day: 2),
          body: [
            "6月2日,东阿县总工会的工作人员来到建筑工地,为工人们送去矿泉水、毛巾等防暑物品。",
            "东阿县总工会还为困难职工和残疾职工准备了慰问金。",
          ], subhead: "送到心坎上"),
        article(
          "0812.txt", 2, headline: "莘县工会为职工办实事", date: NewsDate(year: 2021, month: 7, day: 21),
          body: ["莘县总工会日前组织职工体检,莘县十八里铺镇的职工首批受益。"]),
      ]),
  ]

  /// The same with a page of another prefecture.
  static let withNingde =
    all + [
      page(
        "ningde.txt",
        ["古田县食用菌丰收", "古田县举办菇博会", "古田县翠屏湖开渔"].enumerated().map { (index: Int, headline: String) in
          article(
            "ningde.txt", index + 1, headline: headline, date: NewsDate(year: 2021, month: 8, day: 11),
            body: ["本报古田讯 8月11日,记者从宁德市古田县获悉,\(headline)。古田县有关负责人说,宁德市古田县今年的收成比往年好。"])
        })
    ]

  /// One article of `bytes` bytes or a little more.
  static func long(bytes: Int) -> [PageReading] {
    let sentence = "高唐县残联在全县97个村(社区)选举成立残疾人协会,千名代办员上门办理各项业务,让残疾人少跑腿。"
    let paragraph = String(repeating: sentence, count: 5)
    let body = Array(repeating: paragraph, count: bytes / paragraph.utf8.count + 1)
    return [page("long.txt", [article("long.txt", 1, headline: "长文", body: body)])]
  }

  /// A story of many sentences, each unlike the others, on a page with another story.
  static func news(_ file: FilePath = "news.txt", change: (String) -> String = { $0 }) -> PageReading {
    let subjects = ["县医院", "第一中学", "供电公司", "农业局", "图书馆", "交警大队", "水务局", "养老院", "社区", "合作社"]
    let deeds = ["新添了设备", "修好了道路", "走访了困难群众", "培训了技术人员", "开放了阅览室", "疏通了河道", "种下了树苗"]
    let paragraphs = (0..<20).map { number in
      (0..<4).map {
        "\(number + 1)月里\(subjects[(number + $0) % 10])\(deeds[(number * 3 + $0) % 7])，受益的有\(number * 37 + $0)户。"
      }.joined()
    }
    return page(
      file,
      [
        article(file, 1, headline: "一年的账本", body: paragraphs.map(change)),
        article(file, 2, headline: change("邻里之间"), body: [change("邻居老王每天给独居的李大娘送饭，这一送就是三年。大娘逢人便夸。")]),
      ])
  }

  static func page(_ file: FilePath, _ articles: [Article]) -> PageReading {
    PageReading(facts: PageFacts(file: file, byteCount: 1000), articles: articles)
  }

  static func article(
    _ file: FilePath, _ number: Int, kind: ArticleKind = .news, section: String? = nil, kicker: String? = nil,
    headline: String? = nil, deck: String? = nil, byline: [Credit] = [], date: NewsDate? = nil, body: [String] = [],
    subhead: String? = nil, caption: String? = nil, credit: String? = nil
  ) -> Article {
    var texts: [(PartRole, String?)] = [(.section, section), (.kicker, kicker), (.headline, headline), (.deck, deck)]
    texts += byline.map { (.byline, ($0.role ?? "") + " " + $0.names.joined(separator: " ")) }
    texts += body.prefix(1).map { (.body, $0) }
    texts += [(.subhead, subhead), (.caption, caption), (.credit, credit)]
    texts += body.dropFirst().map { (.body, $0) }
    var line = 0
    let parts = texts.compactMap { role, text -> Part? in
      guard let text else { return nil }
      line += 2
      return Part(role: role, text: text, lines: [LineSpan(line, line)])
    }
    return Article(
      file: file, number: number, kind: kind, section: section, kicker: kicker, headline: headline, deck: deck,
      byline: byline, date: date, parts: parts)
  }
}
