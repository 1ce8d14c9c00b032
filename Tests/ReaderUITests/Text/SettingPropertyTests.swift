import Foundation
import Testing

@testable import ReaderUI

@Suite struct SettingPropertyTests {
  /// Every line of the seed pages, Markdown and all, is a paragraph here.
  static let seedParagraphs: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../seeds")
    let files = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.flatMap { file in
      ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }
  }()

  @Test func thereAreSeedPagesToSet() {
    #expect(Self.seedParagraphs.count > 200)
  }

  @Test(arguments: 1...200) func seedPagesKeepTheRulesAtEveryWidth(width: Int) {
    for (number, paragraph) in Self.seedParagraphs.enumerated() {
      check(paragraph, width: width, ambiguous: 1 + (number + width) % 2)
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>) func randomTextKeepsTheRules(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let paragraph = random.paragraph(upTo: 60)
    for width in 1...200 where width < 24 || width % 7 == Int(seed % 7) {
      check(paragraph, width: width, ambiguous: 1 + Int(seed % 2))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func offsetsAndPlacesAgree(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let set = Typesetter(width: 1 + Int(seed), firstLineIndent: 4).set(random.paragraph(upTo: 50))
    for offset in set.scalars.indices where set.cellWidth.width(of: set.scalars[offset]) > 0 {
      let place = set.place(of: offset)
      #expect(set.lines[place.line].range.contains(offset))
      #expect(set.offset(line: place.line, column: place.column) == offset)
    }
  }

  private func check(_ paragraph: String, width: Int, ambiguous: Int) {
    let setter = Typesetter(width: width, cellWidth: CellWidth(ambiguous: ambiguous), firstLineIndent: 4)
    let set = setter.set(paragraph)
    let violations = SettingRules(set: set).violations(width: width)
    #expect(violations.isEmpty, "\(paragraph.debugDescription) at width \(width), ambiguous \(ambiguous)")
  }
}
