import NewsModel

/// A column of a table of articles, called as the key in JSON.
struct ArticleColumn: Sendable {
  let name: String
  /// The value for an article, by its index; empty where there is none.
  let value: @Sendable (Library, Int) -> String

  init(_ name: String, _ value: @escaping @Sendable (Library, Int) -> String) {
    self.name = name
    self.value = value
  }

  /// A column of what the article itself holds.
  private init(_ name: String, of value: @escaping @Sendable (Article) -> String?) {
    self.init(name) { library, index in value(library.articles[index]) ?? "" }
  }

  /// The columns of `list`.
  static let all: [ArticleColumn] =
    origin + [
      ArticleColumn("kind") { $0.kind.rawValue },
      ArticleColumn("section", of: \.section),
      ArticleColumn("kicker", of: \.kicker),
      headline,
      ArticleColumn("deck", of: \.deck),
      ArticleColumn("byline") {
        $0.byline.map { ([$0.role].compactMap(\.self) + $0.names).joined(separator: " ") }.joined(separator: "；")
      },
    ] + filing + [ArticleColumn("counties") { $0.filing.mentioned.map(\.name).joined(separator: "、") }, inferred]

  /// The columns that tables of what was found begin with.
  static let summary: [ArticleColumn] = origin + [headline] + filing + [inferred]

  private static let origin = [
    ArticleColumn("id", of: \.id), ArticleColumn("file") { $0.file.shown }, ArticleColumn("n") { String($0.number) },
  ]
  private static let headline = ArticleColumn("headline", of: \.headline)
  private static let filing = [
    ArticleColumn("date") { $0.date?.description },
    ArticleColumn("issued") { $0.issued?.description },
    ArticleColumn("paper") { $0.issue?.paper },
    ArticleColumn("page") { $0.issue?.page },
    ArticleColumn("county") { $0.filing.place?.name },
    ArticleColumn("prefecture") { $0.filing.place?.prefecture },
  ]
  private static let inferred = ArticleColumn("inferred") { $0.inferredKeys.joined(separator: " ") }
}

extension [ArticleColumn] {
  /// The fields of an article.
  func fields(of article: Int, in library: Library) -> [String] { map { $0.value(library, article) } }
}
