import Testing

@testable import NewsModel

/// What holds of every filing, whatever the text.
struct PlacePropertyTests {
  private static let filer = PlaceFiler()

  private static func contains(_ text: String, _ word: String) -> Bool {
    let text = Array(text.unicodeScalars)
    let word = Array(word.unicodeScalars)
    return text.indices.contains { text[$0...].starts(with: word) }
  }

  /// Pieces that the rules look for, whole and torn.
  private static let pieces = [
    "聊城市", "聊城", "高唐县", "高唐", "莘县", "县", "区", "市", "镇", "乡", "街道", "街", "道", "办事处", "处", "固河", "闫寺", "新区", "开发区", "高新",
    "我市", "我区", "全县", "市城管局", "本报", "讯", "新华社", "电", "（记者", "）", "(", ")", "、", "，", "。", " ", "\u{3000}", "8月2日",
    "東阿縣", "😀",
    "a", "山东", "北京", "河北", "農場", "苏木", "农场", "德州市", "齐河", "州", "盟", "\u{0301}", "𠮷", "江永红说", "晚报", "\u{FEFF}",
  ]

  @Test(arguments: 0..<100 as Range<UInt64>) func evidenceIsInTheTextAndPlacesAreConsistent(seed: UInt64) {
    var generator = SearchRandom(seed: seed)
    let roles = PartRole.allCases
    var library = Library()
    for page in 0..<3 {
      let articles = (0..<3).map { number in
        let parts = (0...generator.next(below: 4)).map { line in
          let text = (0...generator.next(below: 25)).map { _ in Self.pieces[generator.next(below: Self.pieces.count)] }
          return Part(
            role: roles[generator.next(below: roles.count)], text: text.joined(), lines: [LineSpan(line + 1, line + 1)])
        }
        let kind = ArticleKind.allCases[generator.next(below: ArticleKind.allCases.count)]
        return Article(file: FilePath("p\(page)"), number: number + 1, kind: kind, parts: parts)
      }
      library.append([PageReading(facts: PageFacts(file: FilePath("p\(page)"), byteCount: 0), articles: articles)])
    }
    Self.filer.file(&library)
    for article in library.articles {
      let filing = article.filing
      #expect(filing.mentioned.allSatisfy { $0.name != $0.prefecture })
      #expect(Set(filing.mentioned).count == filing.mentioned.count)
      for reason in filing.evidence {
        // By scalars: a mark that combines with the last character belongs to no word.
        if let part = reason.part {
          #expect(Self.contains(article.parts[part].text, reason.word) && !reason.word.isEmpty)
        }
        #expect(reason.weight > 0)
      }
    }
    let counts = library.placeCounts()
    #expect(counts.reduce(0) { $0 + $1.filed } == library.articles.count)
  }
}
