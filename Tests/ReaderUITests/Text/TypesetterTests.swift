import Testing

@testable import ReaderUI

@Suite struct TypesetterTests {
  private func lines(_ text: String, _ width: Int, indent: Int = 0, ambiguous: Int = 1) -> [String] {
    let setter = Typesetter(width: width, cellWidth: CellWidth(ambiguous: ambiguous), firstLineIndent: indent)
    let set = setter.set(text)
    return set.lines.map { String(repeating: " ", count: $0.indent) + set.text(of: $0) }
  }

  @Test func aLineDoesNotBeginWithAStopOfEitherWidth() {
    #expect(lines("高唐县东阿县,莘县", 12) == ["高唐县东阿", "县,莘县"])
    #expect(lines("高唐县东阿县。莘县", 12) == ["高唐县东阿", "县。莘县"])
  }

  @Test func aLineDoesNotEndWithAnOpeningMark() {
    #expect(lines("高唐县东阿《莘县", 12) == ["高唐县东阿", "《莘县"])
    #expect(lines("高唐县东阿(莘县)", 11) == ["高唐县东阿", "(莘县)"])
  }

  @Test func severalClosingMarksStayTogether() {
    #expect(lines("他说“高唐县好”。", 14) == ["他说“高唐县", "好”。"])
  }

  @Test func straightQuotesArePairedInTheParagraph() {
    #expect(lines("千名\"代办员\"助残", 5) == ["千名", "\"代办", "员\"助", "残"])
    #expect(lines("千名\"代办员\"助残", 11) == ["千名\"代办", "员\"助残"])
  }

  @Test func dashesAndEllipsesStayWhole() {
    #expect(lines("高唐县——好", 7) == ["高唐县", "——好"])
    #expect(lines("高唐县……好", 7) == ["高唐", "县……好"])
    #expect(lines("县——————", 4) == ["县——", "————"])
  }

  @Test func aNumberKeepsItsUnit() {
    #expect(lines("投资1,234.56亿元建设", 14) == ["投资", "1,234.56亿元建", "设"])
    #expect(lines("增长了8.5%达到", 10) == ["增长了8.5%", "达到"])
    #expect(lines("种了300余亩玉米", 10) == ["种了", "300余亩玉", "米"])
    #expect(lines("时间是2021年", 10) == ["时间是", "2021年"])
    #expect(lines("在2019,2020年", 10) == ["在2019,", "2020年"])
    #expect(lines("高唐县第3届", 10) == ["高唐县", "第3届"])
  }

  @Test func aWordIsCutOnlyWhenWiderThanTheLine() {
    #expect(lines("请看www.lcxw.cn好", 13) == ["请看", "www.lcxw.cn好"])
    #expect(
      lines("请看www.lcxw.cn好", 8) == ["请看", "www.lcxw", ".cn好"]
        || lines("请看www.lcxw.cn好", 8) == ["请看", "www.lcx", "w.cn好"])
    #expect(lines("看word(s)好", 8) == ["看", "word(s)", "好"])
    #expect(lines("统计GDP(生产总值)", 9) == ["统计GDP", "(生产总", "值)"])
    #expect(lines("it don't break", 8) == ["it don't", "break"])
  }

  @Test func blanksHangOverTheEdge() {
    #expect(lines("记者  李梦", 4) == ["记者", "李梦"])
    #expect(lines("记者 李梦", 5) == ["记者", "李梦"])
    #expect(lines("记者 李梦", 9) == ["记者 李梦"])
  }

  @Test func theFirstLineIsIndented() {
    #expect(lines("高唐县东阿县", 10, indent: 4) == ["    高唐县", "东阿县"])
    #expect(lines("高唐县", 6, indent: 4) == ["高唐县"], "an indent of more than half of a line is dropped")
  }

  @Test func ambiguousCharactersCountAsTold() {
    #expect(lines("“高唐”县", 8) == ["“高唐”县"])
    #expect(lines("“高唐”县", 8, ambiguous: 2) == ["“高唐”", "县"])
  }

  @Test func anEmptyParagraphIsOneEmptyLine() {
    #expect(Typesetter(width: 10).set("").lines == [SetLine(range: 0..<0, indent: 0, width: 0)])
  }

  @Test func controlCharactersAreShownOneForOne() {
    let set = Typesetter(width: 20).set("a\u{1B}[31m\u{202E}\u{0}b")
    #expect(set.text(of: set.lines[0]) == "a␛[31m␣␀b")
    #expect(set.lines[0].width == 9)
  }
}
