import Testing

@testable import NewsModel

/// Lines of columns as tools print them, and the paragraphs that they are.
struct ParagraphFinderTests {
  /// What a tool left, and the texts of headline, bylines and paragraphs, one a line.
  static let pages: [(print: String, texts: String)] = [
    (  // a headline as wide as the column, and no blank line
      """
      “帮办代办”让项目提前开工

      莘县讯4月18日，县行政审批服
      务局为73个项目提供帮办代办服务，
      把服务延伸到企业投产以后。
      我县开展“无偿献血进机关”活动
      莘县讯4月19日，我县组织开展
      “无偿献血进机关”活动，县直机关
      干部职工踊跃参加，现场排起了长
      队。当天共有213人成功献血。
      """,
      """
      “帮办代办”让项目提前开工
      莘县讯4月18日，县行政审批服务局为73个项目提供帮办代办服务，把服务延伸到企业投产以后。
      我县开展“无偿献血进机关”活动
      莘县讯4月19日，我县组织开展“无偿献血进机关”活动，县直机关干部职工踊跃参加，现场排起了长队。当天共有213人成功献血。
      """
    ),
    (  // the indent is lost: first lines are two characters short
      """
      阳谷“轮椅导游”带你游古村

      本报讯（记者 岳小禾）10月10日，
      在阳谷县七级镇的古街上，26岁的轮椅
      姑娘葛小雨对着手机镜头，给上千名网
      友讲解村头那棵五百年的老槐树。这是
      首批“轮椅导游”之一。
      今年夏天，县残联、文旅部门联合
      招募了12名“轮椅导游”，哪里有坡道、
      哪里要绕，都标得清清楚楚。
      高标准的讲解词三分写、七分
      练。过去，游客来了没人讲，没几年就
      冷了下来。如今一到周末，停车场都停
      满了车。
      """,
      """
      阳谷“轮椅导游”带你游古村
      本报讯（记者 岳小禾）10月10日，在阳谷县七级镇的古街上，26岁的轮椅姑娘葛小雨对着手机镜头，给上千名网友讲解村头那棵五百年的老槐树。这是首批“轮椅导游”之一。
      今年夏天，县残联、文旅部门联合招募了12名“轮椅导游”，哪里有坡道、哪里要绕，都标得清清楚楚。
      高标准的讲解词三分写、七分练。过去，游客来了没人讲，没几年就冷了下来。如今一到周末，停车场都停满了车。
      """
    ),
    (  // a blank line after every line
      """
      我市城区新增便民停车位1.2万个

      本报临沂讯 9月15日，市政府新闻办召开发

      布会，通报城区停车难治理情况。

      据介绍，新增泊位主要来自三个方

      面：利用边角地、闲置地建设小型停车场

      73处，新增泊位5100个；推动机关企事

      业单位大院错时开放，共享泊位4300

      个；在老旧小区挖潜扩容。
      """,
      """
      我市城区新增便民停车位1.2万个
      本报临沂讯 9月15日，市政府新闻办召开发布会，通报城区停车难治理情况。
      据介绍，新增泊位主要来自三个方面：利用边角地、闲置地建设小型停车场73处，新增泊位5100个；推动机关企事业单位大院错时开放，共享泊位4300个；在老旧小区挖潜扩容。
      """
    ),
    (  // a caption wider than the column, its credit cut
      """
      全市瓜菜种苗产业发展现场会召开

      莘县讯4月18日，全市瓜菜种苗产业发
      展现场会召开。与会人员先后到魏庄镇、
      十八里铺镇的种苗企业参观。
      （融媒体中心 宁可欣）
      为丰富校园文化生活，近日，实验小学邀请“莘县泥塑”代表性传承人到校授
      课，手把手教孩子们捏出了小老虎、小公鸡等十余种造型。（记者 宁可欣 通
      讯员 俞彬 摄）
      西街村来了个“所长”

      “俺家的旱厕改了三年，头一回有人上
      门来问。”4月13日，古云镇西街村的村
      民谷大娘指着院角的厕所说。
      """,
      """
      全市瓜菜种苗产业发展现场会召开
      莘县讯4月18日，全市瓜菜种苗产业发展现场会召开。与会人员先后到魏庄镇、十八里铺镇的种苗企业参观。
      （融媒体中心 宁可欣）
      为丰富校园文化生活，近日，实验小学邀请“莘县泥塑”代表性传承人到校授课，手把手教孩子们捏出了小老虎、小公鸡等十余种造型。
      （记者 宁可欣 通讯员 俞彬 摄）
      西街村来了个“所长”
      “俺家的旱厕改了三年，头一回有人上门来问。”4月13日，古云镇西街村的村民谷大娘指着院角的厕所说。
      """
    ),
    (  // marks at the beginnings of lines, and lines that a tool cut at a quotation
      """
      老渔排换了新模样
      本报讯 6月5日，在霞浦县，渔民陈
      大海踩着新渔排在堤边走了一圈。
      “老渔
      排是泡沫和木板，走上去像踩水，如今
      一步是一步”
      ，他说。全县已改造渔排
      两万口
      ，年底前全部改完。三都澳是大黄鱼的老
      家，网箱最多的时候有六十多万口，白天
      看像一座城，晚上看像一条街，水流不动
      ，鱼长不大。
      """,
      """
      老渔排换了新模样
      本报讯 6月5日，在霞浦县，渔民陈大海踩着新渔排在堤边走了一圈。“老渔排是泡沫和木板，走上去像踩水，如今一步是一步”，他说。全县已改造渔排两万口，年底前全部改完。三都澳是大黄鱼的老家，网箱最多的时候有六十多万口，白天看像一座城，晚上看像一条街，水流不动，鱼长不大。
      """
    ),
  ]

  @Test(arguments: pages) func findsTheParagraphs(print: String, texts: String) {
    let articles = PageReader.read(print, file: "", byteCount: 0).articles
    #expect(articles.flatMap(\.parts).map(\.text).joined(separator: "\n") == texts)
  }

  /// The same stories at several widths, with and without indents and blank lines between paragraphs.
  @Test(arguments: [11, 16, 21, 30]) func everySettingOfAStoryIsOneStory(width: Int) {
    for indented in [true, false] {
      for blankLines in [true, false] {
        let print = PrintChange.wrap(width, indented: indented, blankLines: blankLines).apply(Self.stories)
        let articles = PageReader.read(print, file: "", byteCount: 0).articles
        // Signatures are not its subject: what it tells is where paragraphs begin and end.
        let texts = articles.flatMap(\.parts).filter { $0.role == .body }.map(\.text).filter { $0.count > 20 }
        let wanted = Self.stories.split(separator: "\n").map(String.init).filter { $0.count > 20 }
        #expect(texts == wanted, "\(width), indented \(indented), blank lines \(blankLines)")
        #expect(articles.compactMap(\.headline) == ["高唐县春耕全面展开", "莘县蔬菜展销会开幕"])
      }
    }
  }

  private static let stories = """
    高唐县春耕全面展开

    本报高唐讯 4月2日，高唐县固河镇的田间机声隆隆，春耕全面展开。全县计划播种玉米三十万亩，目前已备足种子和化肥，县农业局派出二十名技术员到田间指导。

    在北辛村，村民们正忙着整地施肥，拖拉机来回穿梭。村支书说，今年雨水好，墒情足，大家的干劲也足，镇上还组织了农机服务队。

    供销社提前调运化肥八百吨，保证春耕用肥。信用社也开通绿色通道，已发放春耕贷款六百万元，解决了农户的燃眉之急。

    (王一一 报道)

    莘县蔬菜展销会开幕

    本报莘县讯 4月3日，莘县举办蔬菜展销会，四十家合作社参展。展销会上，燕店镇的香瓜、河店镇的西红柿受到欢迎，签下订单三百多万元，展销会将持续三天。

    来自济南、石家庄等地的采购商走进大棚，现场品尝，现场签约。一位采购商说，这里的瓜菜品质好，价格公道，以后会常来看看。

    县蔬菜办负责人表示，今后每年都要办展销会，把莘县蔬菜的牌子打得更响，让菜农的钱袋子更鼓，也欢迎各地的客商来。

    (李一一 报道)
    """
}
