/// The words of the newspaper trade that the rules know: roles, openings, labels, furniture.
///
/// Words that any Chinese newspaper prints belong here; names of papers, people, places and stories do not.
enum Trade {
  /// Words that end a role as printed in bylines; what stands before them glued belongs to the role.
  static let roleCores = wordList(
    """
    记者 通讯员 实习生 评论员 融媒体中心 融媒中心 全媒体中心 报道员 特约撰稿人 撰稿人 特约评论员 实习记者 报道组 通讯组 摄影师
    指导老师 指导教师 辅导老师 辅导教师
    評論員 記者 通訊員 實習生 指導老師
    """)
  /// Words that stand after names and say what they did.
  static let trailingRoles = wordList(
    """
    摄影报道 摄影 摄 报道 文/图 图/文 文图 图文 供图 供稿 制图 撰文 采写 整理 文并摄 绘 漫画 撰稿 综合 图 文 攝 報道 報導 攝影 文/圖 圖/文 供圖 整理/供图 编译 来稿
    """)
  /// Those of them that may be glued to a name; 文 and 图 are names' own last characters too often.
  static let gluedRoles = wordList("摄影报道 摄影 摄 报道 文/图 图/文 文并摄 供图 供稿 整理 攝 報道 報導 攝影")
  /// Words that stand before names and say what they did.
  static let leadingRoles = wordList(
    "文/图 图/文 文/摄影 图文 文图 供图 摄影 作者 撰文 采写 整理 编辑 制图 绘图 图片 图 文 通讯 摄 策划 统筹 执笔 責編 主持 主持人 读者 網友 讀者 口述 采访 文/圖 圖/文 供圖 资料图片 资料图 图片来源"
  )
  /// Words before people who are interviewed and did not write: what follows them up to the next role is passed over.
  static let guests = wordList("嘉宾 对话嘉宾 访谈嘉宾 受访者 受访人 对话人 采访对象 嘉賓 受訪者")
  /// Words that begin a note of where a text was taken from.
  static let sources = wordList("转自 转载自 转载 摘自 来源: 来源： 选自 原载 据新华社 据新华网 据人民 据中新 据央视 综合新华社 稿件来源 来源/ 轉自 來源")
  /// Who a report is by, when it opens so.
  static let agencies = wordList("本报 本台 本刊 本网 本社 新华社 新华网 中新社 中新网 人民日报 据 【本报 本報 新華社 中新網")
  /// What closes a dateline.
  static let dispatches = wordList("讯 电 消息 訊 電")
  /// Words before 讯 that make it something else.
  static let noDispatch = wordList("通 简 资 喜 短 快 音 问 审 传 微 腾 乡 鄉 县 縣 侨 僑")
  /// Labels that open a sidebar of the story before it.
  static let sidebarLabels = wordList(
    """
    记者手记 采访后记 採訪後記 采访手记 手记 采访札记 记者感言 相关链接 新闻链接 链接 延伸阅读 编者按 编后 编后语 编后话 编余 短评 微评 快评 锐评 点评 今日短评
    法官说法 律师说法 律师提醒 警方提醒 民警提醒 专家提醒 专家说法 专家点评 专家建议 名词解释 新闻背景 背景链接 背景 小贴士 温馨提示
    新闻延伸 新闻观察 记者观察 一线手记 记者点评 编辑点评 知识链接 相关新闻 政策解读 数读 画外音 旁白 声音 網友評論 編者按 短評 記者手記 相關鏈接 新聞鏈接
    """)
  /// Short lines that end so are such labels, too: whose hint, whose remark.
  static let labelEndings = wordList("提示 提醒 链接 说法 手记 札记 点评 短评 感言 贴士 提示您 鏈接 說法 手記 點評")
  /// Names of columns that hold many small texts or pictures.
  static let sectionWords = wordList(
    """
    目击 图片新闻 图片报道 新闻图片 简讯 短讯 要闻简报 要闻速览 新闻速览 速览 播报 快讯 一句话新闻 简明新闻 时政动态 时政要闻 要闻 动态 今日关注 聚焦
    民生 社会 县域 综合 视点 镜头 光影 看点 镜头里的 新闻集装箱 资讯 快报 速递 摄影 圖片新聞 簡訊 要聞 公告栏 公告 副刊 法治 教育 健康 经济 文化 一线 身边 帮办 热线 连线 速递 影像 讲堂 课堂 说法 问答 咨询
    """)
  /// Words that names of columns end with.
  static let columnEndings = wordList(
    """
    时评 评论 短论 论坛 漫谈 杂谈 闲话 来信 信箱 读者 人物 群像 先锋 榜样 风采 会客厅 客厅 面对面 对话 专访 连载 短波 政策 提示 热线 记事 故事 纪事 天地 园地 之窗 之声 视窗 窗口 
    直通车 直击 直播 服务台 问政 帮办 档案 记忆 印象 见闻 观察 视野 纵横 走笔 随笔 掠影 风景线 巡礼 展播 展示 寻访 探访 专栏 专题 专版 进行时 在行动 在路上 在身边 新事 新风 新生 新貌 新篇
    日历 时空 经纬 百味 书香 悦读 阅读 副刊 乡音 乡情 乡愁 风物 风情 史话 钩沉 地名 味道 一瓣 一角 讀者來信 人物誌 之聲 天地間 園地
    """)
  /// Mottos that names of columns are made of.
  static let columnMottos = wordList(
    "新时代 新征程 新春 走基层 在行动 进行时 一线 看一线 在路上 进行曲 奋进 奋斗 牢记嘱托 壮丽 主题教育 党史 脱贫攻坚 乡村振兴 高质量发展 —— 聚焦 喜迎 献礼 庆祝 学习贯彻 系列报道")
  /// Words that only page furniture holds.
  static let furnitureWords = wordList(
    """
    责任编辑 责编 編輯 编辑: 编辑： 编辑/ 版式 美编 校对 审读 审校 值班总编 值班编委 值班主任 组版 排版 投稿邮箱 投稿信箱 电子邮箱 电子邮件 新闻热线 热线电话
    广告热线 订报热线 发行热线 邮发代号 国内统一 统一刊号 社址 邮编 今日四版 今日八版 总第 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天
    農曆 农历 责任校对 承印 零售价 定价: 定价： http www 责任編輯 責任編輯 版面设计 電郵
    """)
  /// Words that page furniture holds, but stories too: two of them are needed.
  static let weakFurnitureWords = wordList("编辑 主编 扫码 二维码 本版 本版图片 图片除署名 网址 视觉 电话 電話 扫一扫 微信 公众号 客户端 版面")
  /// Days of the week.
  static let weekdays = wordList("星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 禮拜")
  /// Words before the names of readers who told the paper of a story.
  static let tipWords = wordList("线索提供 提供线索 新闻线索 线索人 线索奖 报料人 报料 爆料人 爆料 本条线索 線索提供 爆料")
  /// Words over a list of what stands on other pages.
  static let pointerWords = wordList("导读 今日看点 今日导读 版面导读 要闻导读 導讀 今日导览")
  /// Words that tell where a story goes on.
  static let jumpWords = wordList("下转 上接 转第 接第 紧接 下轉 續第 续第 未完待续 未完待續")
  /// Losses are declared in rows under one title.
  static let lossWords = wordList("遗失 作废 挂失 遺失 作廢")
  /// Words that begin a sentence of running text.
  static let sentenceOpeners = wordList(
    """
    为了 为破解 为进一步 为切实 为扎实 为全面 为深入 为贯彻 为提高 为解决 为方便 随着 据了解 据介绍 据悉 据统计 针对 面对 近日 近年来 目前 今年 同时 此外 如今 截至 日前 连日来 该
    他 她 我们 记者 这 当天 当日 下一步 接下来 与此同时 活动中 会上 会议 一直以来 去年 在此 其中 另外 而且 因此 于是 后来 原来 随后 同时该 為了 隨著 據 目前 今年以來
    """)
  /// Titles of notices end or begin with these.
  static let noticeWords = wordList(
    """
    公告 通告 启事 声明 公示 通知 预告 招聘 招标 拍卖 讣告 告知书 催告 遗失 认尸 寻人 寻尸 招租 转让 挂失 啟事 聲明 通報 送达
    """)
  /// Titles of notices that say no more than that.
  static let noticeTitles = wordList(
    """
    公告 通告 启事 声明 公示 通知 通报 预告 招聘 招聘启事 招标公告 拍卖公告 讣告 更正 更正启事 致歉 告知书 催告函 催告 函 遗失声明 遗失启事 遗失 寻人启事 寻尸启事 认尸启事 招租 招租启事
    招领启事 认领启事 注销公告 清算公告 减资公告 法院公告 送达公告 开庭公告 停电通知 停水通知 停电公告 停水公告 征稿启事 征文启事 天气预报 啟事 聲明 通告 更正啟事 遺失聲明 訃告
    """)
  /// An office's name ends with one of these.
  static let officeEndings = wordList(
    """
    局 委员会 委 中心 公司 大队 支队 政府 法院 检察院 办公室 管理处 处 学校 中学 小学 大学 学院 医院 协会 联合会 集团 银行 小组 办事处 合作社 所 站 院 会 部 社 馆 厂 组 队 委員會 會 局 處 館 廠 學校 組 隊
    """)
  /// Verbs that tell the news in a headline.
  static let newsWords = wordList(
    "启动 发布 出台 推出 开通 上线 举行 召开 公布 需 将 须 可 拟 啟動 發佈 開通 舉行 將 須 擬")
  /// Words of the names of offices and firms that act in headlines.
  static let actors = wordList("局 委 公司 集团 县 院 大队 中心 银行 公安 联合会 部门 市直 省直 两部 集團 縣 銀行 部門 聯合會")
  /// Words of captions.
  static let captionWords = wordList("图为 图① 上图 下图 左图 右图 (左) (右) （左） （右） 正在 (左 （左 合影 圖為 (中) （中）")
  /// Single-character and compound surnames that are common in China (百家姓; the most frequent 300 by the 2020 census
  /// report of the Ministry of Public Security, and those of local papers).
  static let surnames = CharacterBits(surnamesByRank)
  /// The hundred most frequent of them, which three of four people bear.
  static let commonSurnames = CharacterBits(surnamesByRank.prefix(100))
  private static let surnamesByRank = word(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史
    顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄
    项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙
    计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺水云昌凤酆皮卡元平狄贝臧计成茅麻强贾危江童颜郭骆樊凌霍
    虞万支柯昝管莫经裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘
    厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴郁胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充
    慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公黑
    張劉陳楊趙黃吳孫馬羅鄭謝韓馮許蘇盧賈葉閻鍾譚鄒陸顧萬錢湯龐蘭顏嚴溫蘆龍賴龔樂
    """.filter { $0 != "\n" })
  /// Elements of names of the peoples of China who do not put a surname first, as Chinese papers write them (Mongol,
  /// Tibetan, Uyghur and Kazakh, Yi).
  static let nameElements = wordList(
    """
    其木格 其其格 格日勒 巴特尔 巴雅尔 图雅 高娃 斯琴 苏日娜 萨仁 娜仁 通嘎拉 朝鲁 格勒图 阿木尔 敖登 托娅 牧仁 哈斯 巴根 乌日 毕力格 苏和 阿拉坦 孟和
    扎西 卓玛 多吉 次仁 才让 平措 央金 旦增 丹增 格桑 德吉 边巴 拉姆 洛桑 索朗 仁青 加措 尼玛 阿卜杜 阿不都 买买提 麦麦提 艾力 古丽 吐尔 热合曼 依明 努尔 帕提 巴依 沙玛 木呷 阿衣
    """)
  static let compoundSurnames = wordList(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 端木 公冶 乐正 夏侯 轩辕 司徒 独孤 南宫 长孙 宇文 申屠 闻人 百里 呼延 歐陽 司馬")
}
