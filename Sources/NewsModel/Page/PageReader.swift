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

  /// The same under other weights.
  package static func read(
    _ text: String, file: FilePath, byteCount: Int, _ weights: ReadingWeights
  ) -> PageReading {
    var articles: [Article] = []
    let normal = NormalForm(text)
    var facts: PageFacts?
    for sheet in PageText.sheets(of: normal.text) where !sheet.isBlank {
      let stages = PageStages(PageText(normal.text, sheet), lineNumbers: normal.lineNumbers, weights)
      let found = stages.facts
      if facts == nil || facts?.date == nil {
        facts = PageFacts(
          file: file, paper: found.paper, date: found.date, number: found.number, byteCount: byteCount,
          repairs: normal.repairs)
      }
      articles += stages.articles(file: file, firstNumber: articles.count + 1)
    }
    return PageReading(
      facts: facts ?? PageFacts(file: file, byteCount: byteCount, repairs: normal.repairs), articles: articles.fitted)
  }
}

/// The stages of reading one printed page.
struct PageStages {
  let blocks: BlockList
  let readings: [Reading]
  let path: PagePath
  let stories: [Story]
  let facts: PageFactsFinder

  /// Reads a printed page. `lineNumbers` are those of the file's normal form.
  init(_ page: PageText, lineNumbers: [Int32]? = nil, _ weights: ReadingWeights = .standard) {
    blocks = BlockSplitter.split(page, lineNumbers: lineNumbers)
    readings = EvidenceFinder.read(blocks, isPlace: PlaceLines.isPlace)
    var cohesion = Cohesion(blocks.scalars)
    let facts = PathFacts(blocks, readings, TitleLinks(blocks, readings, &cohesion), &cohesion)
    path = PagePath.find(facts, weights.path)
    stories = StoryLinker.link(Story.cut(path), blocks, readings, facts, cohesion, weights.stories)
    self.facts = Self.facts(blocks, readings, stories)
  }

  /// The stages of a page whose roles and stories are known.
  init(_ blocks: BlockList, _ readings: [Reading], _ path: PagePath, _ stories: [Story]) {
    self.blocks = blocks
    self.readings = readings
    self.path = path
    self.stories = stories
    facts = Self.facts(blocks, readings, stories)
  }

  private static func facts(_ blocks: BlockList, _ readings: [Reading], _ stories: [Story]) -> PageFactsFinder {
    let furniture = stories.filter(\.isFurniture).flatMap { $0.members.map(\.block) }
    return PageFactsFinder(blocks, readings, furniture: furniture, bodies: stories.flatMap(\.bodies))
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
