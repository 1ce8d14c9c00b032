import Testing

@testable import ReaderUI

@Suite struct SanitizingTests {
  @Test func noControlOrFormatCharacterIsEverShown() {
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = scalar.shown
      if shown != scalar { continue }
      switch scalar.properties.generalCategory {
      case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator:
        Issue.record("U+\(String(value, radix: 16)) would reach the terminal")
      default: break
      }
    }
  }

  @Test func textKeepsItsNumberOfScalars() {
    let text = "高\u{1B}]0;x\u{7}\u{202E}\u{FEFF}\t唐\u{9B}31m\u{E000}"
    #expect(text.shown == "高␛]0;x␇␣␣ 唐␦31m␦")
    #expect(text.shown.unicodeScalars.count == text.unicodeScalars.count)
  }
}
