/// Pages into articles.
///
/// The stages, each a function whose result can be printed (`PageReader.dump`): text → lines (`PageText`) → blocks
/// (`BlockSplitter`) → evidence (`EvidenceFinder`) → roles and borders (`PagePath`) → segments, mended where the page's
/// order misleads (`HeadingMender`, `PictureFinder`, `SegmentMender`, `Untangler`, `CutMatcher`) → articles (`ArticleAssembler`).
public enum PageReader {
  /// Reads one page file.
  ///
  /// - Parameters:
  ///   - text: the page's text; lines end with `\n`. It is read in its normal form (`NormalForm`). A form feed starts a new printed
  ///     page.
  ///   - file: the path to name it by.
  ///   - byteCount: the file's size in bytes.
  /// - Complexity: O(scalars).
  public static func read(_ text: String, file: FilePath, byteCount: Int) -> PageReading {
    read(text, file: file, byteCount: byteCount, .standard)
  }

  private static let sideBySide = Phrase(
    "几栏文字并排在同一行上，分不开；请换 pdftotext -raw（不用 -layout）重新取字",
    "lines of several columns stand side by side and could not be parted: take the text again with pdftotext -raw, without -layout"
  )

  /// The same under other weights.
  package static func read(
    _ text: String, file: FilePath, byteCount: Int, _ weights: ReadingWeights
  ) -> PageReading {
    var articles: [Article] = []
    let normal = NormalForm(text)
    var facts: PageFacts?
    for sheet in PageText.sheets(of: normal.text) where !sheet.isBlank {
      let stages = PageStages(PageText(normal.text, sheet), of: normal, weights)
      let found = stages.facts
      if facts == nil || facts?.date == nil {
        facts = PageFacts(
          file: file, paper: found.paper, date: found.date, number: found.number, byteCount: byteCount,
          repairs: normal.repairs)
      }
      articles += stages.articles(file: file, firstNumber: articles.count + 1)
    }
    return PageReading(
      facts: facts ?? PageFacts(file: file, byteCount: byteCount, repairs: normal.repairs), articles: articles.fitted,
      diagnostics: normal.crowdedLines.first.map { [Diagnostic(file: file.shown, line: $0, message: Self.sideBySide)] }
        ?? [])
  }
}

/// The stages of reading one printed page.
struct PageStages {
  let blocks: BlockList
  let readings: [Reading]
  let path: PagePath
  let stories: [Story]
  let facts: PageFactsFinder

  /// Reads a printed page of a file.
  init(_ page: PageText, of file: NormalForm, _ weights: ReadingWeights = .standard) {
    blocks = BlockSplitter.split(page, of: file)
    readings = EvidenceFinder.read(blocks, isPlace: PlaceLines.isPlace)
    var cohesion = Cohesion(blocks.scalars)
    let facts = PathFacts(blocks, readings, TitleLinks(blocks, readings, &cohesion), &cohesion)
    path = PagePath.find(facts, weights.path, bias: PathBias(kindsOf: blocks))
    stories = StoryLinker.link(Story.cut(path), blocks, readings, facts, cohesion, weights.stories)
    let furniture = stories.filter(\.isFurniture).flatMap { $0.members.map(\.block) }
    self.facts = PageFactsFinder(blocks, readings, furniture: furniture, bodies: stories.flatMap(\.bodies))
  }

  /// The articles of the printed page, numbered from `firstNumber`.
  func articles(file: FilePath, firstNumber: Int) -> [Article] {
    var assembler = ArticleAssembler(
      list: blocks, readings: readings, dates: DateFinder(pageDate: facts.date, year: facts.year), file: file)
    var contents: [ArticleContent] = []
    for story in stories {
      contents.append(assembler.article(story, number: firstNumber + contents.count, column: contents.last?.section))
    }
    return zip(contents, ArticleID.numbers(of: contents.map(\.parts))).map { Article($0, idNumber: $1) }
  }
}

extension Array {
  /// The same in memory that fits: an array that grew takes up to twice as much, and what pages are made into is kept.
  var fitted: [Element] {
    guard capacity > count + count / 4 else { return self }
    // An array made of a whole slice would share the memory.
    var fitted: [Element] = []
    fitted.reserveCapacity(count)
    fitted += self
    return fitted
  }
}
