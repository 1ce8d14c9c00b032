import Testing

@testable import ReaderUI

@Suite struct FrameTests {
  @Test func textIsClippedBeforeAWideCharacter() {
    var frame = Frame(size: Size(columns: 5, rows: 1))
    #expect(frame.put("烦心事", at: 0, 0) == 4)
    #expect(frame.text == "烦心\n")
  }

  @Test func maxWidthClipsToo() {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    #expect(frame.put("高唐县", at: 1, 0, maxWidth: 5) == 4)
    #expect(frame.text == " 高唐\n")
  }

  @Test func overwritingOneHalfBlanksTheOther() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.put("东阿县", at: 0, 0)
    frame.put("x", at: 1, 0)
    frame.put("y", at: 4, 0)
    #expect(frame.text == " x阿y\n")
    frame.put("城", at: 2, 0)
    frame.put("区", at: 3, 0)
    #expect(frame.text == " x 区\n")
  }

  @Test func textLeftOfTheFrameShowsItsRest() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.put("莘县a", at: -1, 0)
    #expect(frame.text == " 县a\n")
  }

  @Test func controlCharactersNeverReachACell() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    frame.put("a\u{1B}[2J\u{9B}\u{202E}b", at: 0, 0)
    #expect(frame.text == "a␛[2J␦␣b\n")
  }

  @Test func combiningMarksShareTheCellOfTheirBase() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    #expect(frame.put("u\u{308}\u{30C}\u{301}n", at: 0, 0) == 2)
    #expect(frame.text == "u\u{308}\u{30C}n\n")
  }

  @Test func linesJoinWhereTheyMeet() {
    var frame = Frame(size: Size(columns: 7, rows: 4))
    frame.drawBox(frame.bounds, borders: .box)
    frame.drawVerticalLine(at: 3, 1, rows: 2, borders: .box)
    frame.drawHorizontalLine(at: 4, 2, columns: 2, borders: .box)
    #expect(frame.text == "┌──┬──┐\n│  │  │\n│  ├──┤\n└──┴──┘\n")
  }

  @Test func bordersDoNotJoinText() {
    var frame = Frame(size: Size(columns: 3, rows: 2))
    frame.put("---", at: 0, 0)
    frame.drawVerticalLine(at: 1, 1, rows: 1, borders: .ascii)
    #expect(frame.text == "---\n |\n")
  }

  @Test func restylingTakesWideCharactersWhole() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.put("高唐县", at: 0, 0)
    frame.restyle(Rect(x: 1, y: 0, columns: 2, rows: 1)) { $0.overlaid(with: .reverse) }
    #expect(frame.styles == "rrrr\n")
    frame.restyle(Rect(x: 2, y: 0, columns: 1, rows: 1)) { $0.overlaid(with: .reverse) }
    #expect(frame.styles == "rr\n")
  }
}
