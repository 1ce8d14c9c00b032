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

  @Test func aBoxLiesOverWhatIsBelow() {
    var frame = Frame(size: Size(columns: 6, rows: 3))
    for row in 0..<3 { frame.put("高唐县", at: 0, row) }
    frame.drawBox(Rect(x: 1, y: 0, columns: 4, rows: 3), borders: .box)
    #expect(frame.text == " ┌──┐\n │唐│\n └──┘\n")
    frame.drawBox(Rect(x: 0, y: 0, columns: 6, rows: 2), borders: .ascii)
    #expect(frame.text == "+----+\n+----+\n └──┘\n")
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
