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
  public static func read(_ text: String, file: String, byteCount: Int) -> PageReading {
    var articles: [Article] = []
    let normal = NormalForm(text)
    var facts: PageFacts?
    for sheet in PageText.sheets(of: normal.text) where !sheet.isBlank {
      let stages = PageStages(PageText(normal.text, sheet), lineNumbers: normal.lineNumbers)
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
  let segments: [Segment]
  let facts: PageFactsFinder

  /// Reads a printed page. `lineNumbers` are those of the file's normal form.
  init(_ page: PageText, lineNumbers: [Int32]? = nil) {
    blocks = BlockSplitter.split(page, lineNumbers: lineNumbers)
    readings = EvidenceFinder.read(blocks, isPlace: PlaceLines.isPlace)
    var cohesion = Cohesion(blocks.scalars)
    path = PagePath.find(blocks, readings, TitleLinks(blocks, readings, &cohesion))
    let headed = HeadingMender(list: blocks, readings: readings).mend(Segment.cut(path), &cohesion)
    let pictured = PictureFinder(list: blocks, readings: readings).find(headed, &cohesion)
    let mended = SegmentMender(list: blocks, readings: readings).mend(pictured, cohesion)
    let untangled = Untangler(list: blocks, readings: readings).untangle(mended, &cohesion)
    segments = CutMatcher(list: blocks, readings: readings).match(untangled, &cohesion)
    let furniture = segments.filter(\.isFurniture).flatMap { $0.members.map(\.block) }
    facts = PageFactsFinder(blocks, readings, furniture: furniture, bodies: segments.flatMap(\.bodies))
  }

  /// The articles of the printed page, numbered from `firstNumber`.
  func articles(file: String, firstNumber: Int) -> [Article] {
    var assembler = ArticleAssembler(
      list: blocks, readings: readings, dates: DateFinder(pageDate: facts.date, year: facts.year), file: file)
    var contents: [ArticleContent] = []
    for segment in segments {
      contents.append(assembler.article(segment, number: firstNumber + contents.count, column: contents.last?.section))
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
