import Foundation

@testable import NewsModel

/// Archives of pages as they are read: the seeds and the fixtures, and as much more as wanted made of their sentences.
enum SearchArchive {
  /// The seeds and the fixtures, read and filed.
  static let pages: Library = {
    var library = Library()
    for file in PageFixtures.files {
      let name = file.lastPathComponent
      guard let text = try? PageFixtures.text(name) else { continue }
      library.append([PageReader.read(text, file: FilePath(name), byteCount: text.utf8.count)])
    }
    PlaceFiler().file(&library)
    return library
  }()

  /// Pages made of the fixtures' sentences, read and filed.
  static func generated(bytes: Int, seed: UInt64) -> Library {
    var random = SearchRandom(seed: seed)
    var library = Library()
    var written = 0
    while written < bytes {
      for page in pageTexts(count: 5, &random) {
        let number = library.pages.count
        library.append([
          PageReader.read(page, file: FilePath("g\(number % 7)/\(number).txt"), byteCount: page.utf8.count)
        ])
        written += page.utf8.count
      }
    }
    PlaceFiler().file(&library)
    return library
  }

  /// Texts of pages made of the fixtures' sentences, with characters changed, lines broken and blanks strewn in.
  static func pageTexts(count: Int, _ random: inout SearchRandom) -> [String] {
    (0..<count).map { _ in page(of: sentences, characters, &random) }
  }

  private static let texts = PageFixtures.files.compactMap { try? PageFixtures.text($0.lastPathComponent) }
  private static let sentences = texts.flatMap { $0.split(whereSeparator: { "。！？\n".contains($0) }) }.map {
    Array($0.unicodeScalars)
  }
  private static let characters: [Unicode.Scalar] = texts.joined().unicodeScalars.filter {
    (0x4E00...0x9FFF).contains($0.value)
  }

  private static func page(
    of sentences: [[Unicode.Scalar]], _ marks: [Unicode.Scalar], _ random: inout SearchRandom
  ) -> String {
    var page = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 3...9, using: &random) {
      page.append(contentsOf: random.pick(sentences).prefix(24))
      page.append(contentsOf: "\n\n".unicodeScalars)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          for scalar in random.pick(sentences) {
            page.append(random.chance(3) ? marks[Int.random(in: 0..<marks.count, using: &random)] : scalar)
            if random.chance(2) { page.append(random.pick("\n \u{3000}\n".unicodeScalars)) }
          }
          page.append("。")
        }
        page.append(contentsOf: "\n\n".unicodeScalars)
      }
    }
    return String(page)
  }

  /// Four to sixteen characters of a part, and the article they were cut from.
  static func phrase(of library: Library, _ random: inout SearchRandom) -> (article: Int, phrase: String) {
    while true {
      let article = Int.random(in: library.articles.indices, using: &random)
      let scalars = Array(random.pick(library.articles[article].parts).text.unicodeScalars)
      let length = Int.random(in: 4...16, using: &random)
      guard scalars.count >= length else { continue }
      let start = Int.random(in: 0...scalars.count - length, using: &random)
      return (article, String(String.UnicodeScalarView(scalars[start..<start + length])))
    }
  }
}
