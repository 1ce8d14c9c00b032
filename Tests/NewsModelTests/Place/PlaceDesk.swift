@testable import NewsModel

/// Builds small archives and files them, for tests that read like a page.
enum PlaceDesk {
  /// An article of a headline and paragraphs.
  static func article(_ headline: String?, _ body: String..., kind: ArticleKind = .news, kicker: String? = nil)
    -> Article
  {
    var parts: [Part] = []
    func add(_ role: PartRole, _ text: String) {
      parts.append(Part(role: role, text: text, lines: [LineSpan(parts.count + 1, parts.count + 1)]))
    }
    if let kicker { add(.kicker, kicker) }
    if let headline { add(.headline, headline) }
    for text in body { add(kind == .photo ? .caption : .body, text) }
    return Article(file: "page.txt", number: 1, kind: kind, kicker: kicker, headline: headline, parts: parts)
  }

  /// The articles of an archive of these pages, filed.
  static func filed(_ pages: [Article]..., paper: String? = nil, userPlaces: UserPlaces = .none) -> [Article] {
    var library = Library()
    for (index, articles) in pages.enumerated() {
      let facts = PageFacts(file: FilePath("page\(index).txt"), paper: paper, byteCount: 0)
      library.append([PageReading(facts: facts, articles: articles)])
    }
    PlaceFiler(userPlaces: userPlaces).file(&library)
    return library.articles
  }

  /// An article that shows which prefecture the archive is about: its city and some of its counties by full name.
  static func anchor(_ city: String, _ counties: String...) -> Article {
    article("\(city)召开经济工作会议", "本报讯 昨日，\(city)召开会议，\(counties.joined(separator: "、"))负责同志参加。")
  }

  /// `高唐县 | 高唐县 东阿县`: where an article is filed, and the places it mentions.
  static func summary(_ article: Article) -> String {
    let place = article.filing.place?.name ?? "-"
    return ([place, "|"] + article.filing.mentioned.map(\.name)).joined(separator: " ")
  }
}
