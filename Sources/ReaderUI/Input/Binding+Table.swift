import NewsModel

extension Binding {
  private static let browsing: Set<Pane> = [.places, .list, .article, .search]
  private static let everywhere = Set(Pane.allCases)
  private static let lists: Set<Pane> = [.places, .list, .search]

  /// Every action with its keys. The keys are those that fingers know from less, vim, tig and newsboat.
  public static let table: [Binding] = moving + panes + finding + clippings + closer + mending + program

  /// The actions that a first reader needs, in the order of README.
  public static let essential: [Action] = [
    .down, .up, .open, .leave, .pageDown, .nextArticle, .search, .nextMatch, .jump, .filter, .table, .keep, .clippings,
    .annotate, .tag, .digest, .source, .fileElsewhere, .help, .quit,
  ]

  private static let moving: [Binding] = [
    Binding(.down, ["j", .down, .control("n")], in: everywhere, .moving, Phrase("下一行", "one line down")),
    Binding(.up, ["k", .up, .control("p")], in: everywhere, .moving, Phrase("上一行", "one line up")),
    Binding(
      .pageDown, [" ", .pageDown, .control("f")], in: everywhere, .moving, Phrase("下一页", "one page down"),
      hint: Phrase("翻页", "page")),
    Binding(.pageUp, ["b", .pageUp, .control("b")], in: everywhere, .moving, Phrase("上一页", "one page up")),
    Binding(.halfPageDown, [.control("d")], in: everywhere, .moving, Phrase("下半页", "half a page down")),
    Binding(.halfPageUp, [.control("u")], in: everywhere, .moving, Phrase("上半页", "half a page up")),
    Binding(
      .first, ["g", .home], in: everywhere, .moving,
      Phrase("到开头；先按数字则到那一行", "to the start, or to the row typed before")),
    Binding(
      .last, ["G", .end], in: everywhere, .moving,
      Phrase("到末尾；先按数字则到那一行", "to the end, or to the row typed before")),
    Binding(
      .nextArticle, ["J"], in: [.list, .article, .search, .holdings], .moving, Phrase("下一篇", "next article"),
      hint: Phrase("下篇", "next")),
    Binding(
      .previousArticle, ["K"], in: [.list, .article, .search, .holdings], .moving, Phrase("上一篇", "previous article")),
    Binding(.nextParagraph, ["}"], in: [.article, .lines], .moving, Phrase("下一段", "next paragraph")),
    Binding(.previousParagraph, ["{"], in: [.article, .lines], .moving, Phrase("上一段", "previous paragraph")),
    Binding(
      .nextSubhead, ["]"], in: [.article], .moving, Phrase("下一个小标题或图片说明", "next subhead or caption")),
    Binding(
      .previousSubhead, ["["], in: [.article], .moving,
      Phrase("上一个小标题或图片说明", "previous subhead or caption")),
  ]

  private static let panes: [Binding] = [
    Binding(
      .open, [.enter, "l", .right], in: lists.union([.holdings]), .panes,
      Phrase("打开；到右边的窗格", "open; go to the pane on the right"),
      hint: Phrase("打开", "open")),
    Binding(.back, ["h", .left], in: everywhere, .panes, Phrase("回左边的窗格", "back to the pane on the left")),
    Binding(
      .leave, ["q"], in: everywhere, .panes, Phrase("退一层；在最外层退出", "back one level; quit at the outermost"),
      hint: Phrase("返回", "back")),
    Binding(
      .escape, [.escape], in: everywhere, .panes,
      Phrase("清除查找或筛选，否则退一层（不会退出）", "clear search or filter, else back one level (never quits)")),
    Binding(.nextPane, [.tab], in: browsing, .panes, Phrase("下一个窗格", "next pane")),
    Binding(.previousPane, [.backTab], in: browsing, .panes, Phrase("上一个窗格", "previous pane")),
    Binding(.focusPlaces, [.function(2)], in: browsing, .panes, Phrase("到地方窗格", "to the places")),
    Binding(.focusList, [.function(3)], in: browsing, .panes, Phrase("到篇目窗格", "to the list")),
    Binding(.focusArticle, [.function(4)], in: browsing, .panes, Phrase("到正文窗格", "to the article")),
    Binding(.columns, ["w"], in: browsing, .panes, Phrase("换窗格数：自动、一、二、三", "panes side by side: automatic, 1, 2, 3")),
    Binding(
      .zen, ["z"], in: [.article, .list, .search], .panes, Phrase("只看正文；再按还原", "the article alone; again to return"),
      hint: Phrase("专注", "zen")),
    Binding(.wider, ["+"], in: browsing, .panes, Phrase("正文加宽", "wider text column")),
    Binding(.narrower, ["-"], in: browsing, .panes, Phrase("正文收窄", "narrower text column")),
    Binding(.standardWidth, ["="], in: browsing, .panes, Phrase("正文标准宽度", "standard text column")),
  ]

  private static let finding: [Binding] = [
    Binding(
      .search, ["/"], in: everywhere, .finding,
      Phrase(
        "查找：在列表中查全部，在正文中查本文（Tab 换范围），在说明和原版中查其文字",
        "search: everything from a list, this text from an article (Tab: scope), in help and page their text"),
      hint: Phrase("查找", "search")),
    Binding(
      .nextMatch, ["n"], in: [.article, .search, .list, .help, .source, .notes], .finding,
      Phrase(
        "下一处，过了末处到下一篇；不在查找时到下一篇未读", "next match, and on to the next article; without a search the next unread one"),
      hint: Phrase("下一处", "next match")),
    Binding(
      .previousMatch, ["N"], in: [.article, .search, .list, .help, .source, .notes], .finding,
      Phrase("上一处", "previous match")),
    Binding(
      .keywords, ["v"], in: [.search, .article], .finding,
      Phrase("每处一行，要找的字对齐；再按还原", "one line per match, aligned; again to return"), hint: Phrase("对齐", "lines")),
    Binding(
      .table, ["V"], in: [.search, .article], .finding,
      Phrase("按地方和月份数篇数；再按还原", "count by place and month; again to return"), hint: Phrase("计数", "counts")),
    Binding(
      .jump, ["'"], in: [.places, .list], .finding,
      Phrase("按汉字、拼音或拼音首字母跳到地方", "jump to a place by name, pinyin or its initials")),
    Binding(
      .filter, ["&", "F"], in: [.places, .list], .finding,
      Phrase("用查询筛选篇目，Esc 清除", "filter the list by a query; Esc clears it")),
    Binding(
      .topic, ["W"], in: browsing, .finding,
      Phrase(
        "把查询存成专题；在专题上改它的查询，清空就去掉", "keep the query as a topic; on a topic change its query, an empty one removes it")),
    Binding(
      .sort, ["o"], in: [.places, .list, .search], .finding,
      Phrase(
        "换排序：版面、最新、最早、刊期、地方；筛选时还有相关；对齐各行按后文或前文",
        "order: page, newest, oldest, issue, place; when filtered, relevance; of lines, the text after or before"),
      hint: Phrase("排序", "order")),
    Binding(
      .facet, ["f"], in: [.places, .list], .finding,
      Phrase("换分组：地方、日期、刊期、报、版、栏目、记者、文件", "group by place, date, issue, paper, page, section, reporter, file"),
      hint: Phrase("分组", "group")),
    Binding(.towns, ["x"], in: [.places], .finding, Phrase("展开、收起此地的乡镇", "show or hide the place's towns")),
    Binding(
      .placeOrder, ["O"], in: [.places, .list], .finding,
      Phrase("地方的次序：区划、拼音、篇数", "order of the places: official, pinyin, count")),
  ]

  private static let clippings: [Binding] = [
    Binding(
      .keep, ["m"], in: [.list, .article, .search], .clippings,
      Phrase("收进剪报；再按取出", "keep as a clipping; again to remove"),
      hint: Phrase("剪报", "keep")),
    Binding(
      .clippings, ["M"], in: browsing, .clippings, Phrase("剪报册", "the clippings"), hint: Phrase("剪报册", "clippings")),
    Binding(
      .annotate, ["a"], in: [.list, .article, .search], .clippings, Phrase("写批注", "write a note"),
      hint: Phrase("批注", "note")),
    Binding(
      .tag, ["t"], in: [.list, .article, .search], .clippings, Phrase("加标签", "set tags"), hint: Phrase("标签", "tags")),
    Binding(
      .book, ["B"], in: browsing, .clippings, Phrase("换一册剪报，或另开一册", "another clipping book, or a new one")),
    Binding(
      .rebook, ["T"], in: [.list, .article], .clippings,
      Phrase("把剪报移到、抄到另一册", "move or copy a clipping to another book")),
    Binding(
      .markSentence, ["s"], in: [.article], .clippings,
      Phrase(
        "划一句（j k 换句，再按延长，Enter 记下）；不是剪报的就收下",
        "mark a sentence (j k move, again extends, Enter keeps); clips the article")),
    Binding(.removeMark, ["x"], in: [.article], .clippings, Phrase("去掉 s 到的划线", "remove the mark that s is on")),
    Binding(.nextMark, [")"], in: [.article], .clippings, Phrase("下一处划线", "next mark")),
    Binding(.previousMark, ["("], in: [.article], .clippings, Phrase("上一处划线", "previous mark")),
    Binding(
      .clippingUp, ["<", .alt("k")], in: [.list], .clippings, Phrase("剪报上移", "move a clipping up"),
      hint: Phrase("上移", "up")),
    Binding(
      .clippingDown, [">", .alt("j")], in: [.list], .clippings, Phrase("剪报下移", "move a clipping down"),
      hint: Phrase("下移", "down")),
    Binding(
      .digest, ["S"], in: browsing, .clippings,
      Phrase("把列出的剪报编成一份，写成文件", "write the clippings listed as a digest"), hint: Phrase("成册", "digest")),
    Binding(
      .undo, ["u"], in: browsing.union([.source, .lines]), .clippings, Phrase("撤销上一个改动", "undo the last change"),
      hint: Phrase("撤销", "undo")),
    Binding(.redo, [.control("r")], in: browsing.union([.source, .lines]), .clippings, Phrase("重做", "redo")),
  ]

  private static let closer: [Binding] = [
    Binding(.page, ["p"], in: [.list, .article, .search], .closer, Phrase("同版各篇", "the other articles of its page")),
    Binding(
      .versions, ["D"], in: [.list, .article, .search], .closer,
      Phrase("同稿：各报各版登的，最早的在前，标出不同处（n 到下一处）", "versions of a story, earliest first, what differs marked (n: next)")),
    Binding(
      .holdings, ["H"], in: [.places, .list, .article, .search, .holdings], .closer,
      Phrase(
        "馆藏：各报月历，缺哪些期；Enter 打开一期，J K 换报",
        "holdings: a calendar of each paper's issues; Enter opens one, J K other papers")),
    Binding(.toggleRead, ["r"], in: [.list, .article, .search], .closer, Phrase("标为已读或未读", "mark as read or unread")),
    Binding(
      .unreadOnly, ["U"], in: [.places, .list, .article], .closer,
      Phrase("只列未读；再按还原", "unread articles only; again for all")),
    Binding(
      .markAllRead, ["A"], in: [.places, .list], .closer,
      Phrase("列出的（左栏里是那一组）都标为已读", "mark all that are listed, or the group, as read")),
    Binding(
      .source, ["\\"], in: [.list, .article, .search, .source, .lines], .closer,
      Phrase("旁边显示原版文字，标出本文各行", "the page's own lines beside it, with this article's marked")),
    Binding(
      .layout, ["L"], in: [.source], .closer,
      Phrase("原版里：版面的草图，标出本文", "beside the page: a picture of its layout, with this article marked"),
      hint: Phrase("版面", "layout")),
    Binding(
      .notes, ["i"], in: [.places, .list, .article, .search, .notes], .closer,
      Phrase("为何归到此地；文件有何问题", "why it is filed here; what was odd about files")),
    Binding(
      .fileElsewhere, ["c"], in: [.list, .article, .search], .closer, Phrase("改归别的地方", "file it under another place")),
    Binding(.correctDate, ["d"], in: [.list, .article, .search], .closer, Phrase("改日期", "correct its date")),
    Binding(
      .issue, ["P"], in: [.list, .article, .search], .closer,
      Phrase("更正这一版的报名、刊期、版次", "correct paper, day and page of its page")),
    Binding(
      .copy, ["y"], in: [.list, .article, .search], .closer,
      Phrase("复制：段落、标题、引文、全文", "copy: paragraph, headline, citation, article")),
    Binding(
      .edit, ["e"], in: [.list, .article, .search, .source], .closer,
      Phrase("用编辑器打开原文件，到这一行", "open the page file in the editor, at this line"), hint: Phrase("编辑", "edit")),
    Binding(
      .scan, ["I"], in: [.list, .article, .search, .source], .closer,
      Phrase("看原版图片（配置里的 image、view）", "the scan of its page (image and view of the configuration)")),
    Binding(.pipe, ["|"], in: [.list, .article, .search], .closer, Phrase("把正文交给命令", "pipe the text to a command")),
  ]

  private static let mending: [Binding] = [
    Binding(
      .chooseLines, ["v"], in: [.source, .lines], .mending,
      Phrase("出现光标；再按从这里起选行（j k { } 移动，鼠标拖也行）", "a cursor; again to choose lines from it on (j k { } or the mouse)"),
      hint: Phrase("选行", "choose")),
    Binding(
      .laterInLine, ["l", .right], in: [.lines], .mending,
      Phrase("从行中后一字起；h 退一字", "begin one character later in the line; h one earlier")),
    Binding(
      .beginArticle, ["n"], in: [.lines], .mending,
      Phrase("从这里起另成一篇；选了几行则只那几行", "an article begins here; of several lines, is just these"), hint: Phrase("新篇", "new")
    ),
    Binding(
      .giveAbove, ["K"], in: [.lines], .mending, Phrase("归上一篇", "they belong to the article above"),
      hint: Phrase("归上篇", "to above")),
    Binding(
      .giveBelow, ["J"], in: [.lines], .mending, Phrase("归下一篇", "they belong to the article below"),
      hint: Phrase("归下篇", "to below")),
    Binding(
      .giveTo, ["t"], in: [.lines], .mending, Phrase("归另一篇，从单子里选", "they belong to an article of a list"),
      hint: Phrase("归…", "to …")),
    Binding(
      .lineRole, ["r"], in: [.lines], .mending, Phrase("说明是什么：标题、署名、正文……", "what they are: headline, byline, body …"),
      hint: Phrase("是什么", "role")),
    Binding(
      .joinParagraphs, ["+"], in: [.lines], .mending, Phrase("和下一段接起来", "join with the next paragraph"),
      hint: Phrase("接段", "join")),
    Binding(
      .splitParagraph, ["x"], in: [.lines], .mending, Phrase("从这里起另成一段", "a paragraph begins here"),
      hint: Phrase("分段", "split")),
    Binding(
      .mendText, ["c"], in: [.lines], .mending,
      Phrase("改错字；印的留着，两样都搜得到", "mend characters; the print stays, searches find both"),
      hint: Phrase("改字", "mend")),
  ]

  private static let program: [Binding] = [
    Binding(
      .help, ["?", .function(1)], in: everywhere, .program, Phrase("按键说明", "this help"), hint: Phrase("帮助", "help")),
    Binding(.reload, ["R", .function(5)], in: browsing, .program, Phrase("重新读入文件", "read the files again")),
    Binding(.redraw, [.control("l")], in: everywhere, .program, Phrase("重画屏幕", "draw the screen anew")),
    Binding(.mouse, [.function(9)], in: everywhere, .program, Phrase("鼠标开关", "mouse on or off")),
    Binding(.suspend, [.control("z")], in: everywhere, .program, Phrase("暂时回到命令行", "suspend")),
    Binding(
      .cancel, [.control("c")], in: everywhere, .program, Phrase("中止正在做的事；没有则退出", "cancel what is running, else quit")),
    Binding(.quit, ["Q"], in: everywhere, .program, Phrase("立即退出", "quit at once")),
  ]

  /// The actions that the status line hints at in the list of clippings.
  static let clippingHints: [Action] = [
    .open, .search, .annotate, .tag, .digest, .clippingUp, .clippingDown, .keep, .help, .leave,
  ]

  /// The actions that the status line hints at in a pane, most useful first.
  static func hints(in pane: Pane) -> [Action] {
    switch pane {
    case .places: [.open, .search, .clippings, .facet, .help, .leave]
    case .list: [.open, .search, .keep, .clippings, .sort, .help, .leave]
    case .article: [.pageDown, .search, .nextMatch, .keep, .nextArticle, .zen, .help, .leave]
    case .search: [.open, .nextMatch, .keywords, .table, .keep, .search, .help, .leave]
    case .help, .notes: [.pageDown, .search, .nextMatch, .help, .leave]
    case .holdings: [.open, .nextArticle, .help, .leave]
    case .source: [.pageDown, .search, .nextMatch, .chooseLines, .layout, .edit, .help, .leave]
    case .lines:
      [
        .giveAbove, .giveBelow, .beginArticle, .lineRole, .mendText, .giveTo, .joinParagraphs, .splitParagraph,
        .chooseLines, .undo, .help, .leave,
      ]
    }
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// The key that types `scalar`.
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .character(scalar) }
}
