/// What speaks for the role of a block: each bit is a named rule with its reason.
///
/// The bits are facts about one block's print; what each is worth for each role is in `RoleCosts`.
struct Evidence: OptionSet, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  // How the text begins and ends.
  static let endsSentence = Evidence(bit: 0)
  static let endsWithComma = Evidence(bit: 1)
  static let beginsInMidSentence = Evidence(bit: 2)
  static let holdsSentence = Evidence(bit: 3)
  static let manyCommas = Evidence(bit: 4)
  static let asks = Evidence(bit: 5)
  static let unbalanced = Evidence(bit: 6)
  // Who wrote it.
  static let opening = Evidence(bit: 8)
  static let byline = Evidence(bit: 9)
  static let names = Evidence(bit: 10)
  static let signature = Evidence(bit: 11)
  static let inlineSignature = Evidence(bit: 12)
  static let credit = Evidence(bit: 13)
  static let inlineCredit = Evidence(bit: 14)
  static let captionWords = Evidence(bit: 15)
  // What kind of line it is.
  static let sidebarLabel = Evidence(bit: 20)
  static let sectionWord = Evidence(bit: 21)
  static let placeAlone = Evidence(bit: 22)
  static let dash = Evidence(bit: 23)
  static let marker = Evidence(bit: 24)
  static let furniture = Evidence(bit: 25)
  static let jump = Evidence(bit: 26)
  static let noticeTitle = Evidence(bit: 27)
  static let dateAlone = Evidence(bit: 28)
  static let tableRow = Evidence(bit: 29)
  static let debris = Evidence(bit: 30)
  static let organisation = Evidence(bit: 31)
  static let question = Evidence(bit: 32)
  static let sibling = Evidence(bit: 33)
  static let item = Evidence(bit: 34)
  static let sideLabelInLine = Evidence(bit: 35)
  static let pointer = Evidence(bit: 36)
  static let signOff = Evidence(bit: 37)
  static let sentenceOpener = Evidence(bit: 38)
  static let placeFirst = Evidence(bit: 39)
  static let continuation = Evidence(bit: 40)
  static let comma = Evidence(bit: 41)
  static let placeLabel = Evidence(bit: 42)
  static let dayFirst = Evidence(bit: 43)
  static let numeral = Evidence(bit: 44)
  static let masthead = Evidence(bit: 45)
  static let columnName = Evidence(bit: 46)
  static let verse = Evidence(bit: 47)
  static let repeated = Evidence(bit: 48)
  static let noticeAlone = Evidence(bit: 49)
  static let remnant = Evidence(bit: 50)
  static let scene = Evidence(bit: 51)
  static let shortLine = Evidence(bit: 56)
  static let dated = Evidence(bit: 55)
  static let dependentFirst = Evidence(bit: 54)
  static let opensQuote = Evidence(bit: 52)
  static let closesQuote = Evidence(bit: 53)

  // What the page does everywhere: print keeps to one habit.
  static let creditsAbove = Evidence(bit: 57)
  static let creditsBelow = Evidence(bit: 58)
  static let pageBeginsUnheaded = Evidence(bit: 59)
  static let pageEndsWithTitle = Evidence(bit: 60)
  static let tip = Evidence(bit: 61)

  /// A rule as a person reads it: its name, why it holds in newspapers, and an example.
  struct Rule: Sendable {
    let evidence: Evidence
    let name: String
    let because: String
    let example: String
  }

  /// Every rule, in the order that a dump names them.
  static let rules: [Rule] = [
    Rule(
      evidence: .endsSentence, name: "ends sentence",
      because: "a title does not end with a full stop; a whole paragraph does", example: "……暖心。”杨强年说。"),
    Rule(
      evidence: .endsWithComma, name: "ends with comma", because: "the sentence goes on elsewhere", example: "……为掌握汛情,"),
    Rule(
      evidence: .beginsInMidSentence, name: "begins in mid-sentence",
      because: "no text begins with a closing mark or a comma", example: "。”王彩珍激动地说"),
    Rule(
      evidence: .holdsSentence, name: "holds a sentence end", because: "titles are one sentence at the most",
      example: "办得快。高唐县……"),
    Rule(
      evidence: .comma, name: "comma", because: "a short piece of text with a comma may be a cut sentence",
      example: "错车都得倒出去,半里"),
    Rule(
      evidence: .continuation, name: "comes from another page",
      because: "a text that says so begins an article without a headline", example: "(上接第一版)要坚持……"),
    Rule(
      evidence: .manyCommas, name: "several commas", because: "titles have one comma at the most",
      example: "一抬头,一低头,三年了"),
    Rule(
      evidence: .asks, name: "ends with ? or !", because: "titles may ask or call, paragraphs too", example: "谁来养老?"),
    Rule(
      evidence: .unbalanced, name: "unbalanced quotes", because: "a quotation opened here is closed elsewhere",
      example: "……我觉得“这样"),
    Rule(
      evidence: .sentenceOpener, name: "opens a sentence", because: "such words begin sentences, not titles",
      example: "为破解这一难题,"),
    Rule(
      evidence: .placeFirst, name: "begins with a place",
      because: "headlines begin with the place of the news more often than subheads do", example: "某县巩固成果"),
    Rule(
      evidence: .opening, name: "opening of a report", because: "本报讯 and its kin open a report's first paragraph",
      example: "本报讯(记者 张三)"),
    Rule(evidence: .byline, name: "byline", because: "nothing but roles and names", example: "■ 本报记者 张三"),
    Rule(
      evidence: .names, name: "names only", because: "authors' names stand alone under or after a text",
      example: "李四 王五"),
    Rule(evidence: .signature, name: "signature", because: "names in brackets sign a report", example: "(张三 李四)"),
    Rule(
      evidence: .inlineSignature, name: "signed at its end",
      because: "names in brackets after the last full stop end a report", example: "……成效。(融媒体中心 张三)"),
    Rule(evidence: .credit, name: "photo credit", because: "摄 or 图 with a name credits a picture", example: "张三 摄"),
    Rule(
      evidence: .inlineCredit, name: "credit at its end", because: "a text that ends with a photographer is a caption",
      example: "……在果园采摘。 张三 摄"),
    Rule(
      evidence: .captionWords, name: "caption's words", because: "captions say who is doing what in the picture",
      example: "5月1日,工人正在……"),
    Rule(
      evidence: .dayFirst, name: "short and begins with a day", because: "captions begin with the day and a comma",
      example: "5月1日,工人……"),
    Rule(
      evidence: .sidebarLabel, name: "sidebar label",
      because: "such a word alone opens a sidebar of the story before it", example: "记者手记"),
    Rule(
      evidence: .sideLabelInLine, name: "begins with a sidebar label", because: "such a word and a mark open a sidebar",
      example: "编者按:"),
    Rule(evidence: .sectionWord, name: "section word", because: "columns are named by such words", example: "图片新闻"),
    Rule(
      evidence: .placeAlone, name: "place alone", because: "a place alone on a line stands above a headline",
      example: "高唐县"),
    Rule(
      evidence: .dash, name: "begins with a dash", because: "a dash before a title line marks the deck",
      example: "——某县见闻"),
    Rule(
      evidence: .marker, name: "begins with a mark", because: "marks stand before bylines and items", example: "■ 本报记者"),
    Rule(
      evidence: .item, name: "item of a block of briefs", because: "several texts of one page begin with the same mark",
      example: "◆某县 8月22日……"),
    Rule(
      evidence: .furniture, name: "page furniture",
      because: "dates with weekdays, editors and telephones are the page's, not a story's",
      example: "2023年5月6日 星期六 责任编辑 某某"),
    Rule(
      evidence: .jump, name: "jump line", because: "the story goes on, or comes from, another page", example: "(下转第二版)"),
    Rule(
      evidence: .pointer, name: "pointer to other pages", because: "a line that names pages to turn to is an index",
      example: "导读 …… 详见A05"),
    Rule(
      evidence: .noticeTitle, name: "title of a notice", because: "公告 and its kin are signed by an office",
      example: "关于……的通告"),
    Rule(evidence: .dateAlone, name: "date alone", because: "notices are signed with a date", example: "2019年8月26日"),
    Rule(
      evidence: .organisation, name: "organisation alone", because: "notices are signed by an office",
      example: "某县公路事业发展中心"),
    Rule(
      evidence: .signOff, name: "sign-off", because: "an office above a date signs a notice", example: "某局 / 2019年8月26日"
    ),
    Rule(
      evidence: .tableRow, name: "table row", because: "several fields apart, some of them figures",
      example: "3月24日 8:00-14:00 某线"),
    Rule(evidence: .debris, name: "debris", because: "hardly a letter in it", example: ". 、 | ■"),
    Rule(
      evidence: .question, name: "speaker of an interview", because: "questions and answers are paragraphs of one text",
      example: "记者:"),
    Rule(evidence: .numeral, name: "numeral alone", because: "long stories number their chapters", example: "壹"),
    Rule(
      evidence: .masthead, name: "above the date line",
      because: "the paper's name stands above the date, but OCR may read a headline first", example: "某某日报"),
    Rule(
      evidence: .columnName, name: "column's name", because: "columns are named by a motto or a word for columns",
      example: "奋斗新时代 · 某县篇"),
    Rule(
      evidence: .verse, name: "line of verse or list", because: "headings are not that many lines long",
      example: "四行以上不带句号的短行"),
    Rule(
      evidence: .repeated, name: "repeats the text", because: "a pulled quote is printed twice", example: "“石头会走回来。”"),
    Rule(
      evidence: .noticeAlone, name: "title of a notice and nothing else",
      because: "notices are headed by their kind, however short", example: "更正"),
    Rule(
      evidence: .remnant, name: "last words of a sentence", because: "so short a sentence is what a break left over",
      example: "余户。"),
    Rule(
      evidence: .scene, name: "one clause with 在", because: "captions without a credit say who is where",
      example: "村民在树下歇凉。"),
    Rule(
      evidence: .dependentFirst, name: "begins with a particle", because: "such a character leans on a word before it",
      example: "的老人们说"),
    Rule(
      evidence: .dated, name: "names the day early", because: "a report's first paragraph says when it happened",
      example: "“……。”5月20日,在某县……"),
    Rule(
      evidence: .shortLine, name: "ends before the column does",
      because: "text that goes on elsewhere fills its line; a title does not", example: "(一栏宽二十字)一头猪的“户口本”"),
    Rule(
      evidence: .opensQuote, name: "leaves a quotation open", because: "the text that goes on closes it",
      example: "他说:“下回啥时候"),
    Rule(
      evidence: .closesQuote, name: "closes a quotation", because: "it was opened in the text that this goes on",
      example: "再来?”就这一句话"),
    Rule(
      evidence: .tip, name: "who gave the tip", because: "readers who told the paper of a story are named below it",
      example: "线索提供 张三"),
    Rule(
      evidence: .creditsAbove, name: "page credits above",
      because: "where one credit stands between a text and a caption below it, others do", example: "张三 摄 / 图为……"),
    Rule(
      evidence: .creditsBelow, name: "page credits below",
      because: "where one credit stands between a caption and another text below it, others do",
      example: "图为…… / 张三 摄"),
    Rule(
      evidence: .pageBeginsUnheaded, name: "page begins with a text",
      because: "its heading stands further down; so may others", example: "本报讯 on the first line"),
    Rule(
      evidence: .pageEndsWithTitle, name: "page ends with a title",
      because: "it can only head what stands above it; so may others", example: "a headline on the last line"),
    Rule(
      evidence: .sibling, name: "has siblings", because: "subheads of one story are set to one pattern",
      example: "“会种”还要“慧种”"),
  ]

  /// The names of the rules that speak for this evidence.
  var names: [String] { Self.rules.filter { contains($0.evidence) }.map(\.name) }
}
