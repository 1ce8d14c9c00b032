import ReaderUI
import Testing

@testable import ReaderTerminal

@Suite struct FrameEncoderTests {
  @Test(arguments: 1...2) func theScreenShowsEachFrame(ambiguous: Int) {
    let cellWidth = CellWidth(ambiguous: ambiguous)
    let size = Size(columns: 11, rows: 3)
    var screen = FakeScreen(size: size, cellWidth: cellWidth)
    var encoder = FrameEncoder(.fake)
    let texts = ["“高唐”县——", "abcdefghijk", "高b唐d县f—h", "", "  高唐县东阿", "x", "u\u{308}n①■", "东阿县莘县市"]
    for first in texts {
      for second in texts {
        for (row, text) in [first, second].enumerated() {
          var frame = Frame(size: size, cellWidth: cellWidth)
          frame.put(text, at: row, row, style: row == 0 ? .plain : .bold)
          frame.cursor = Point(x: 1, y: 2)
          screen.receive(encoder.encode(frame))
          #expect(screen.text == frame.text)
          #expect(screen.cursor == frame.cursor)
        }
      }
    }
  }

  /// A terminal that draws ambiguous characters in two cells while the reader counts one, or the reverse.
  @Test(arguments: [(1, 2), (2, 1)]) func aWrongWidthSpoilsACellAndNotTheRow(told: Int, true actual: Int) {
    let size = Size(columns: 24, rows: 1)
    var frame = Frame(size: size, cellWidth: CellWidth(ambiguous: told))
    let used = frame.put("说“好”的", at: 0, 0)
    frame.put("|县", at: used, 0)
    var screen = FakeScreen(size: size, cellWidth: CellWidth(ambiguous: actual))
    var encoder = FrameEncoder(.fake)
    screen.receive(encoder.encode(frame))
    #expect(screen.cells[used] == "|")
    #expect(screen.cells[used + 1] == "县")
  }

  @Test func whatHasNotChangedIsNotSent() {
    var frame = Frame(size: Size(columns: 40, rows: 10))
    for y in 0..<10 { frame.put("高唐县东阿县", at: 0, y) }
    var encoder = FrameEncoder(.fake)
    _ = encoder.encode(frame)
    #expect(encoder.encode(frame).isEmpty)
    frame.put("莘", at: 4, 7)
    #expect(String(decoding: encoder.encode(frame), as: UTF8.self) == "<hide><4,7>莘")
  }

  @Test func halfChangedCharactersAreSentWhole() {
    let size = Size(columns: 6, rows: 1)
    var frame = Frame(size: size)
    frame.put("高唐县", at: 0, 0)
    var encoder = FrameEncoder(.fake)
    _ = encoder.encode(frame)
    frame.put("x", at: 3, 0)
    #expect(String(decoding: encoder.encode(frame), as: UTF8.self) == "<hide><2,0> x")
  }

  @Test func theCornerStaysBlankWhereWritingItWouldScroll() {
    var capabilities = Capabilities.fake
    capabilities.scrollsAtCorner = true
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.put("abcd", at: 0, 0)
    frame.put("efgh", at: 0, 1)
    var encoder = FrameEncoder(capabilities)
    #expect(String(decoding: encoder.encode(frame), as: UTF8.self).hasSuffix("<0,0>abcd<0,1>efg"))
  }

  @Test func stylesAndColoursAreSent() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.put("a", at: 0, 0, style: Style([.bold, .reverse], foreground: .red, background: .brightWhite))
    frame.put("b", at: 1, 0)
    var encoder = FrameEncoder(.fake)
    #expect(String(decoding: encoder.encode(frame), as: UTF8.self).hasSuffix("<0,0><reset><b><r><f1><k15>a<reset>b"))
    var capabilities = Capabilities.fake
    capabilities.foregrounds = []
    capabilities.backgrounds = []
    encoder = FrameEncoder(capabilities)
    #expect(String(decoding: encoder.encode(frame), as: UTF8.self).hasSuffix("<0,0><reset><b><r>a<reset>b"))
  }
}
