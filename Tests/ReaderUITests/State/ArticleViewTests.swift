import NewsModel
import Testing

@testable import ReaderUI

struct ArticleViewTests {
  private func view(columns: Int = 40, height: Int = 10) -> ArticleView {
    let article = SamplePages.all[0].articles[0]
    let document = Document(id: article.id, title: article.title, parts: article.parts, facts: "高唐县")
    var view = ArticleView(document, origin: .clipping(""))
    view.fit(columns: columns, height: height, cellWidth: .narrow)
    return view
  }

  @Test func everyPartIsShownOnceWithTheTitleOnTop() {
    let document = view().document
    #expect(document.blocks.compactMap(\.part).sorted() == Array(SamplePages.all[0].articles[0].parts.indices))
    #expect(document.blocks.prefix(2).map(\.role) == [.part(.kicker), .part(.headline)])
    #expect(document.length == document.blocks.reduce(0) { $0 + $1.text.unicodeScalars.count })
  }

  @Test func scrollingDownAndUpByLinesComesBack() {
    var view = view()
    var tops: [TextPosition] = []
    while tops.last != view.top {
      tops.append(view.top)
      view.scroll(by: 1)
    }
    #expect(tops.count > 3)
    for top in tops.dropLast().reversed() {
      view.scroll(by: -1)
      #expect(view.top == top)
    }
  }

  @Test(arguments: [2, 10, 33, 60, 120]) func theEndShowsTheLastLineAtTheBottom(columns: Int) throws {
    var view = view(columns: columns)
    view.scroll(to: TextPosition(block: .max))
    let rows = view.visibleRows()
    let last = try #require(rows.last)
    #expect(last.block == view.document.blocks.count - 1)
    #expect(last.line == view.paragraph(last.block).lines.count - 1)
    #expect(rows.count == 10 || view.top == TextPosition())
    #expect(view.percent() == 100)
  }

  @Test func aNewWidthKeepsTheSentenceOnTop() {
    var view = view(columns: 40, height: 4)
    view.scroll(by: 7)
    let top = view.top
    for columns in [12, 80, 20, 40] {
      view.fit(columns: columns, height: 4, cellWidth: .narrow)
      let row = view.visibleRows()[0]
      let line = view.paragraph(row.block).lines[row.line]
      #expect(row.block == top.block && line.range.contains(top.scalar), "at \(columns) columns")
    }
    #expect(view.top == top)
  }

  @Test func matchesAreFoundByBinarySearchAsByCounting() {
    var view = view()
    let article = SamplePages.all[0].articles[0]
    let query = QueryParser.parse("残疾")
    view.mark(Searcher(library: Library(), index: SearchIndex()).matches(of: query, in: article))
    #expect(view.matches.count == 6)
    for block in view.document.blocks.indices {
      for line in view.paragraph(block).lines {
        let slow = view.matches.indices.filter {
          view.matches[$0].block == block && view.matches[$0].range.overlaps(line.range)
        }
        #expect(Array(view.matches(in: block, line.range)) == slow)
      }
    }
  }

}
