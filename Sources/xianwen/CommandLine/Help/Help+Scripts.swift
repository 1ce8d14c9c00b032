import NewsModel

/// What scripts rely on: the keys of each kind of JSON, and how another search engine is loaded.
extension Help {
  /// One kind of JSON object: the command that prints it, its keys, and what they hold.
  struct ObjectForm {
    let command: String
    let keys: String
    let note: Phrase
  }

  static let objects = [
    ObjectForm(
      command: "list, export --format jsonl",
      keys:
        "id file n kind section kicker headline deck byline date issued paper page county counties towns parts inferred repaired story",
      note: Phrase(
        "n 是同版第几篇；byline 是 role names；parts 是 role text lines，lines 是原文件的行（从 1 数，含两端），接在别版的另有 file，改过字的另有 printed；inferred 是推定而非印出的键；repaired 是真假；issued paper page 是刊期、报名、版次；story 是同稿里最早一篇的编号",
        "n is the article's place on its page; byline holds role names; parts hold role text lines, where lines are lines "
          + "of the file, from 1, both ends included, with file where the story goes on in another and printed where you "
          + "mended characters; inferred names the keys that hold what was not printed; repaired is true or false; "
          + "story is the id of the earliest version of a story that was printed several times"
      )),
    ObjectForm(
      command: "list, export --furniture", keys: "id file n kind parts …",
      note: Phrase(
        "每版文章之后：报头、版头、编辑行，kind 是 furniture，n 是 null",
        "after the articles of each page: mastheads, folios, editors' lines; n is null")),
    ObjectForm(
      command: "issues", keys: "paper issued pages articles missing missing_pages",
      note: Phrase(
        "每期一个；missing 是按出报规律推定缺的", "one object an issue; what is missing is inferred from the paper's rhythm")),
    ObjectForm(
      command: "search", keys: "id file n headline county date issued paper page inferred story matches snippets",
      note: Phrase(
        "snippets 是 part text ranges near：part 是第几段（从 0 数），ranges 数 Unicode 字符，不含末尾，near 是其中容许错一字才找到的",
        "snippets hold part text ranges near: part counts from 0, ranges count Unicode scalars, end excluded, near are "
          + "those of them that are one character off")),
    ObjectForm(
      command: "search --kwic",
      keys: "id file n headline county date issued paper page inferred part range near before text after",
      note: Phrase("一处一个；near 是真假", "one object a match; near is true or false")),
    ObjectForm(
      command: "search --by, search --list",
      keys: "query \(ArticleFacet.all.map(\.name).joined(separator: " ")) articles matches",
      note: Phrase(
        "问到的那些（county 带 prefecture），加篇数、处数；query 是 --list 里的名称",
        "those asked for (county with its prefecture), then the counts; query is the name in --list")),
    ObjectForm(
      command: "search", keys: "offers query articles reason furniture elsewhere",
      note: Phrase(
        "没有找到时，在标准错误上：offers 是 query articles reason（lookalike near apart place name word fewer）；限了地方时 elsewhere 是不限有几篇",
        "on standard error when nothing is found: offers hold query articles reason (lookalike near apart place name word fewer); "
          + "with a place, elsewhere counts the articles without it")),
    ObjectForm(
      command: "counties", keys: "county prefecture articles mentions",
      note: Phrase("归在那里的、提到那里的篇数", "articles filed there, articles that name it")),
  ]

  /// The text of `xianwen help scripts`.
  var scripts: String {
    let intro = Phrase(
      "--json 每行一个对象，没有的值是 null；以后只加键，不改键。",
      "--json prints one object a line, null for what there is not; keys are only ever added.")
    let table = Phrase(
      "--csv（list、search、counties、bookmarks、new）的列名是同样的键；数篇数的表有 total，没有的写 0，查不完的空着。--bom 给电子表格。",
      "--csv (list, search, counties, bookmarks, new) has the same keys for columns; tables of counts have a total and zeroes, "
        + "and nothing where a count is not known. --bom is for spreadsheets.")
    let forms = Help.objects.map { "xianwen \($0.command)\n    \($0.keys)\n" + indented($0.note[language]) }
    return ([intro[language], wrapped(table[language], width: 96).joined(separator: "\n")] + forms + [openSearch])
      .joined(separator: "\n\n")
  }

  private func indented(_ text: String) -> String {
    wrapped(text, width: 92).map { "    " + $0 }.joined(separator: "\n")
  }

  /// How articles are handed to OpenSearch or Elasticsearch.
  private var openSearch: String {
    let title = Phrase("装进 OpenSearch 或 Elasticsearch", "Loading OpenSearch or Elasticsearch")
    let note = Phrase(
      "先建索引，再装进去；_id 是文章的编号，重装不会重复。映射按单字和相邻两字建索引（cjk_bigram，不用插件）；有 analysis-icu 的，"
        + "可换成 icu_normalizer、icu_folding，并加 icu_transform（Traditional-Simplified）。没有年份的日期（--08-11）只在 date.raw 里。",
      "Create the index with the mapping, then load; ids are the articles' own, so loading twice changes nothing. Han are "
        + "indexed singly and by pairs (cjk_bigram, no plugin); with analysis-icu, icu_normalizer and icu_folding may replace "
        + "it, and icu_transform (Traditional-Simplified) makes both scripts alike. Days without a year are in date.raw only."
    )
    return """
      \(title[language])
          xianwen export --mapping | curl -sX PUT -H 'Content-Type: application/json' --data-binary @- localhost:9200/news
          xianwen export --format bulk seeds | split -l 2000 --filter="curl -sH 'Content-Type: application/x-ndjson' \\
            --data-binary @- localhost:9200/news/_bulk"
      \(indented(note[language]))
      """
  }
}
