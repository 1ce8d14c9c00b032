/// The folios of a file's stretch of text: mastheads, page lines and editors' lines, in page order.
struct FolioList {
  /// The printed pages; at least one.
  private(set) var sheets: [SheetFacts]
  /// Whether the head of the latest page stands above its stories.
  private var isAbove = false
  /// The number of the article after the folio of the latest page.
  private var nextNumber: Int

  /// - Parameters:
  ///   - year: the year that the words of the text make certain enough.
  ///   - firstNumber: the number of the first article.
  init(year: Int?, firstNumber: Int) {
    sheets = [SheetFacts(firstNumber: firstNumber, year: year)]
    nextNumber = firstNumber
  }

  /// Adds lines that stand together in front of the article with this number.
  ///
  /// A page of another number begins another printed page: there where its head stands, or, where folios stand below their
  /// stories, behind the folio before.
  mutating func add(_ lines: [ArraySlice<UInt32>], nextNumber: Int) {
    var folio = Folio()
    for line in lines { folio.add(line) }
    let page = sheets[sheets.count - 1]
    if nextNumber > self.nextNumber, folio.namesPage, let own = page.number, let other = folio.number,
      PageNumber(own) != PageNumber(other)
    {
      sheets.append(
        SheetFacts(firstNumber: isAbove ? nextNumber : self.nextNumber, year: page.year).completed(by: folio))
      self.nextNumber = nextNumber
      return
    }
    if page.number == nil, folio.namesPage {
      isAbove = nextNumber == page.firstNumber
      self.nextNumber = nextNumber
    }
    sheets[sheets.count - 1] = page.completed(by: folio)
  }
}

extension SheetFacts {
  /// The facts with what a further folio of the page tells; of days, one whose day of the week is right counts more.
  fileprivate func completed(by folio: Folio) -> SheetFacts {
    let other = SheetFacts(issued: folio.issued, weekday: folio.weekday)
    let takesDay = issued == nil || issued?.year == nil && other.issued?.year != nil || isDoubtful && !other.isDoubtful
    let day = takesDay && other.issued != nil ? other : self
    return SheetFacts(
      firstNumber: firstNumber, paper: paper ?? folio.paper, issued: day.issued, weekday: day.weekday,
      number: number ?? folio.number, year: year)
  }
}
