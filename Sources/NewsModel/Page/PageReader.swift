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

  /// Reads one page file, whether text or what a program took out of it.
  public static func read(_ decoded: DecodedText, file: FilePath, byteCount: Int) -> PageReading {
    if decoded.isExtracted, var boxes = BoxFile(decoded.text) {
      boxes.rowsAreLines = false
      return read(boxes, file: file, byteCount: byteCount, .standard)
    }
    return read(decoded.text, file: file, byteCount: byteCount)
  }
  private static let sideBySide = Phrase(
    "几栏文字并排在同一行上，分不开；请换 pdftotext -raw（不用 -layout）重新取字",
    "lines of several columns stand side by side and could not be parted: take the text again with pdftotext -raw, without -layout"
  )

  /// The same under other weights.
  package static func read(
    _ text: String, file: FilePath, byteCount: Int, _ weights: ReadingWeights
  ) -> PageReading {
    if let boxes = BoxFile(text) { return read(boxes, file: file, byteCount: byteCount, weights) }
    return read(NormalForm(text), file: file, byteCount: byteCount, weights)
  }

  /// Reads a text in its normal form; `laidOut` is what it was made of where the print's boxes are known.
  static func read(
    _ normal: NormalForm, _ laidOut: LaidOutText? = nil, file: FilePath, byteCount: Int, _ weights: ReadingWeights
  ) -> PageReading {
    var articles: [Article] = []
    var furniture: [Article] = []
    var sheets: [SheetFacts] = []
    var first: PageFactsFinder?
    for sheet in PageText.sheets(of: normal.text) where !sheet.isBlank {
      let stages = PageStages(PageText(normal.text, sheet), of: normal, laidOut, weights)
      if first == nil || first?.date == nil { first = stages.facts }
      let found = stages.articles(file: file, firstNumber: articles.count + 1)
      articles += found.articles
      furniture += found.furniture
      sheets += found.sheets
    }
    let facts = PageFacts(
      file: file, paper: first?.paper, date: first?.date, number: first?.number, byteCount: byteCount,
      repairs: normal.repairs, sheets: sheets)
    let crowded = normal.crowdedLines.first.map { [Diagnostic(file: file.shown, line: $0, message: Self.sideBySide)] }
    return PageReading(
      facts: facts, articles: articles.fitted, furniture: furniture.fitted, diagnostics: crowded ?? [])
  }
}

/// The stages of reading one printed page.
struct PageStages {
  let blocks: BlockList
  let readings: [Reading]
  let path: PagePath
  let stories: [Story]
  let facts: PageFactsFinder

  /// Reads a printed page of a file; `laidOut` is what the text was made of where its boxes are known.
  init(
    _ page: PageText, of file: NormalForm, _ laidOut: LaidOutText? = nil, _ weights: ReadingWeights = .standard
  ) {
    blocks = BlockSplitter.split(page, of: file, laidOut)
    readings = EvidenceFinder.read(blocks, isPlace: PlaceLines.isPlace)
    var cohesion = Cohesion(blocks.scalars)
    let facts = PathFacts(blocks, readings, TitleLinks(blocks, readings, &cohesion), &cohesion)
    let settings = blocks.settings
    let linked: [Story]
    if settings.contains(where: { $0.map { $0.kind != .loose } ?? false }) {
      path = PagePath.find(facts, weights.path, bias: PathBias(settings, readings))
      linked = Story.cut(path)
    } else {
      path = PagePath.find(facts, weights.path, readings, bias: PathBias(kindsOf: blocks))
      linked = StoryLinker.link(Story.cut(path), blocks, readings, facts, cohesion, weights.stories)
    }
    stories = Story.returningJumps(linked, blocks, readings)
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

  /// The articles, numbered from `firstNumber`, the furniture, and what is printed of the issue: of several printed pages
  /// where folios among the stories part them.
  func articles(
    file: FilePath, firstNumber: Int
  ) -> (articles: [Article], furniture: [Article], sheets: [SheetFacts]) {
    var assembler = ArticleAssembler(
      list: blocks, readings: readings, dates: DateFinder(pageDate: facts.date, year: facts.year), file: file)
    var contents: [ArticleContent] = []
    var furniture: [ArticleContent] = []
    var folios = FolioList(year: facts.year, firstNumber: firstNumber)
    for story in stories {
      if story.isFurniture {
        furniture.append(assembler.furniture(story))
        folios.add(story.members.map { blocks.text($0.block) }, nextNumber: firstNumber + contents.count)
      } else {
        contents.append(assembler.article(story, number: firstNumber + contents.count, column: contents.last?.section))
      }
    }
    let issues = folios.sheets.map(\.issue)
    let articles = Self.identified(contents) { number in
      issues[(folios.sheets.lastIndex { $0.firstNumber <= number }) ?? 0]
    }
    return (articles, Self.identified(furniture) { _ in nil }, folios.sheets)
  }

  private static func identified(_ contents: [ArticleContent], _ issue: (_ number: Int) -> NewsIssue?) -> [Article] {
    zip(contents, ArticleID.numbers(of: contents.map(\.parts))).map {
      Article($0, idNumber: $1, issue: issue($0.number))
    }
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
