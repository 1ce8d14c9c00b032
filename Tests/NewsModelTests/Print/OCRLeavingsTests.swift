import Testing

@testable import NewsModel

/// What tools for OCR and PDF leave in pages, by kind: every page is read as the print has it.
struct OCRLeavingsTests {
  /// A page, and what is read of it: of each article headline, names, day and county, then its paragraphs.
  struct Page: Sendable, CustomStringConvertible {
    let description: String
    let print: String
    let articles: [String]

    init(_ description: String, _ print: String, _ articles: String...) {
      (self.description, self.print, self.articles) = (description, print, articles)
    }
  }

  static let radicals = [
    Page(
      "headline and dateline", "⻄湖区⽔利⼯程开⼯\n\n本报讯 5⽉6⽇，杭州市⻄湖区⽔利⼯程开⼯，⼆百⼈参加。\n\n（记者 王⼀⼀）",
      "西湖区水利工程开工 [王一一] --05-06 西湖区", "本报讯 5月6日，杭州市西湖区水利工程开工，二百人参加。"),
    Page(
      "names", "临清市举⾏⽂艺演出\n\n本报临清讯 6⽉1⽇，临清市举⾏⽂艺演出。\n\n（记者 ⻢⼤⼭ ⾼⼩⻰）",
      "临清市举行文艺演出 [马大山 高小龙] --06-01 临清市", "本报临清讯 6月1日，临清市举行文艺演出。"),
    Page(
      "compatibility ideographs", "東阿縣⾦⿂養殖忙\n\n本報東阿訊 7⽉8⽇，東阿縣\u{F9F4}場⾦⿂養殖忙。\n\n（記者 李⼀⼀）",
      "東阿縣金魚養殖忙 [李一一] --07-08 东阿县", "本報東阿訊 7月8日，東阿縣林場金魚養殖忙。"),
    Page(
      "squared units", "莘县种菜五千㎡\n\n本报莘县讯 8⽉9⽇，莘县建棚五千㎡，产菜三百㎏。\n\n（张⼀⼀）",
      "莘县种菜五千m² [张一一] --08-09 莘县", "本报莘县讯 8月9日，莘县建棚五千m²，产菜三百kg。"),
    Page(
      "supplement", "冠县⺠⽣实事落地\n\n本报冠县讯 9⽉1⽇，冠县⻋站、⻔诊、⻝堂启⽤。\n\n（赵⼀⼀）",
      "冠县民生实事落地 [赵一一] --09-01 冠县", "本报冠县讯 9月1日，冠县车站、门诊、食堂启用。"),
  ]

  static let characters = [
    Page(
      "end-of-file mark", "高唐县修路\n\n本报高唐讯 4月2日，高唐县修路三十公里。\n\n(记者 王一一)\n\u{1A}",
      "高唐县修路 [王一一] --04-02 高唐县", "本报高唐讯 4月2日，高唐县修路三十公里。"),
    Page(
      "form feed in mid-line", "莘县修路\n\n本报莘县讯 4月3日，莘县修路。（李一一）\u{C}冠县修桥\n\n本报冠县讯 4月4日，冠县修桥。（张一一）",
      "莘县修路 [李一一] --04-03 莘县", "本报莘县讯 4月3日，莘县修路。", "冠县修桥 [张一一] --04-04 冠县", "本报冠县讯 4月4日，冠县修桥。"),
    Page(
      "zeroes", "武侯区干部群众植树忙\n\n本报武侯讯 3月12日，武侯区\u{0}组织\u{0}植树。\n\n(记者 王一一)",
      "武侯区干部群众植树忙 [王一一] --03-12 武侯区", "本报武侯讯 3月12日，武侯区组织植树。"),
    Page(
      "hyphen", "高唐县推广App-\nStore平台\n\n本报高唐讯 5月6日，高唐县推广。\n\n(记者 王一一)",
      "高唐县推广App-Store平台 [王一一] --05-06 高唐县", "本报高唐讯 5月6日，高唐县推广。"),
    Page(
      "interpuncts", "喀什市表彰先进\n\n本报喀什讯 5月6日，喀什市表彰先进。\n\n(记者 买买提•艾力)",
      "喀什市表彰先进 [买买提•艾力] --05-06 喀什市", "本报喀什讯 5月6日，喀什市表彰先进。"),
  ]

  static let misreadBrackets = [
    Page(
      "angle", "高唐县修渠\n\n本报讯 〈记者 王一一 通讯员 李小明) 4月2日，高唐县修渠三十公里，浇地五万亩。",
      "高唐县修渠 [王一一 李小明] --04-02 高唐县", "本报讯〈记者 王一一 通讯员 李小明)4月2日，高唐县修渠三十公里，浇地五万亩。"),
    Page(
      "double angle", "高唐县修渠\n\n本报讯 《记者 王一一)4月2日，高唐县修渠三十公里，浇地五万亩。",
      "高唐县修渠 [王一一] --04-02 高唐县", "本报讯《记者 王一一)4月2日，高唐县修渠三十公里，浇地五万亩。"),
    Page(
      "lost", "高唐县修渠\n\n本报讯 记者 王一一) 4月2日，高唐县修渠三十公里，浇地五万亩。",
      "高唐县修渠 [王一一] --04-02 高唐县", "本报讯记者王一一)4月2日，高唐县修渠三十公里，浇地五万亩。"),
    Page(
      "square as a character",
      "高唐县冬闲时节修水渠\n\n口本报记者 王一一 李小明\n\n4月2日，高唐县修渠三十公里，浇地五万亩。入冬以来，该县组织干部群众疏通沟渠、加固堤坝，保障来年春耕用水，沿线三十个村的村民都报了名。",
      "高唐县冬闲时节修水渠 [王一一 李小明] --04-02 高唐县", "4月2日，高唐县修渠三十公里，浇地五万亩。入冬以来，该县组织干部群众疏通沟渠、加固堤坝，保障来年春耕用水，沿线三十个村的村民都报了名。"),
  ]

  @Test(arguments: radicals + characters + misreadBrackets) func isReadAsPrinted(page: Page) {
    var library = Library()
    library.append([PageReader.read(page.print, file: "p.txt", byteCount: 0)])
    PlaceFiler().file(&library)
    let found = library.articles.filter { $0.kind != .other }.flatMap { article in
      let names = article.byline.flatMap(\.names).joined(separator: " ")
      let day = article.date?.description ?? "-"
      return ["\(article.headline ?? "-") [\(names)] \(day) \(article.filing.place?.name ?? "-")"]
        + article.parts.filter { $0.role == .body }.map(\.text)
    }
    #expect(found == page.articles)
  }
}
