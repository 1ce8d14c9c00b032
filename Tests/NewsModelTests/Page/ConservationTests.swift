import Foundation
import Testing

@testable import NewsModel

/// No heuristic may lose a character of a page, or use one twice.
struct ConservationTests {
  @Test(arguments: PageFixtures.files) func everyCharacterOfAPageIsInOnePart(file: URL) throws {
    let text = try PageFixtures.text(file.lastPathComponent)
    #expect(keptByReading(text) == kept(NormalForm(text).text))
  }

  /// How many runs each of the random tests makes: `XIANWEN_PAGE_RUNS`, else a share that takes seconds.
  static let runs = 0..<(ProcessInfo.processInfo.environment["XIANWEN_PAGE_RUNS"].flatMap(UInt64.init) ?? 250)

  @Test(arguments: runs) func nothingIsLostFromMutatedPages(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    let files = PageFixtures.files
    let name = files[Int(random.next() % UInt64(files.count))].lastPathComponent
    let text = mutated(try PageFixtures.text(name), &random)
    #expect(keptByReading(text) == kept(NormalForm(text).text), "\(name), seed \(seed)")
  }

  @Test(arguments: runs) func nothingIsLostFromRandomScalars(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    var view = String.UnicodeScalarView()
    for _ in 0..<(random.next() % 600) {
      // Every plane, the first of them half of the time; a line break now and then.
      let bits = random.next()
      let value = bits & 1 == 0 ? UInt32(bits >> 8 & 0xFFFF) : UInt32(bits >> 8 & 0x1F_FFFF)
      view.append(bits >> 40 & 15 == 0 ? "\n" : Unicode.Scalar(value) ?? "。")
    }
    let text = String(view)
    #expect(keptByReading(text) == kept(NormalForm(text).text), "seed \(seed)")
  }

  @Test(arguments: runs) func nothingIsLostFromRandomBytes(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    // Some bytes of a page are overwritten, or all of them: then most files are no text, and are said not to be.
    var bytes = Array(try PageFixtures.text(PageFixtures.files[0].lastPathComponent).utf8)
    let share = [1, 20, 400, bytes.count * 4][Int(random.next() % 4)]
    for _ in 0..<share { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next()) }
    guard let decoded = try? TextDecoding.decode(bytes) else { return }
    #expect(keptByReading(decoded.text) == kept(NormalForm(decoded.text).text), "seed \(seed)")
  }

  @Test(arguments: runs) func nothingIsLostFromRandomText(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let alphabet: [String] = [
      "记者", "本报讯", "(", ")", "（", "）", "□", "■", "◆", "。", "，", "\n", "\n\n", " ", "\u{3000}", "摄", "5月4日", "高唐县", "关于",
      "公告", "【", "】", "“",
      "”", "—", "A03", "星期三", "\u{C}", "\u{FEFF}", "\u{0}", "\u{202E}", "\u{1F600}", "\u{20000}", "#", "*", "**",
      "下转第二版", "编者按", ":", "一", "问", "12", "e\u{301}",
    ]
    let text = (0..<Int(random.next() % 400)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      .joined()
    #expect(keptByReading(text) == kept(NormalForm(text).text), "seed \(seed)")
  }

  @Test func readsAPageThatSaysTheSameWordsOverAndOver() {
    // 70,000 of one bigram: more than its counter holds.
    let paragraph = String(repeating: "高唐高唐", count: 250) + "。"
    let text = "高唐高唐高唐\n\n" + (0..<140).map { _ in paragraph }.joined(separator: "\n\n")
    #expect(keptByReading(text) == kept(NormalForm(text).text))
  }

  @Test func partsNameTheLinesTheyCameFrom() throws {
    for file in PageFixtures.files {
      let text = try PageFixtures.text(file.lastPathComponent)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let reading = PageReader.read(text, file: "page.txt", byteCount: 0)
      for part in reading.all.flatMap(\.parts) {
        var source: [Unicode.Scalar: Int] = [:]
        for span in part.lines {
          for line in span.first...span.last {
            source.merge(kept(NormalForm(String(lines[line - 1])).text), uniquingKeysWith: +)
          }
        }
        for (scalar, count) in kept(part.text) {
          #expect(source[scalar, default: 0] >= count, "\(file.lastPathComponent): \(part.text)")
        }
      }
    }
  }

  /// Drops, doubles, swaps and cuts lines.
  private func mutated(_ text: String, _ random: inout SearchRandom) -> String {
    var lines = text.components(separatedBy: "\n")
    for _ in 0..<(1 + random.next() % 8) where lines.count > 2 {
      let index = Int(random.next() % UInt64(lines.count))
      switch random.next() % 5 {
      case 0: lines.remove(at: index)
      case 1: lines.insert(lines[index], at: index)
      case 2: lines.swapAt(index, Int(random.next() % UInt64(lines.count)))
      case 3:
        let line = Array(lines[index].unicodeScalars)
        guard line.count > 1 else { continue }
        let cut = 1 + Int(random.next() % UInt64(line.count - 1))
        func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
          var view = String.UnicodeScalarView()
          view.append(contentsOf: scalars)
          return String(view)
        }
        lines.replaceSubrange(index...index, with: [string(line[..<cut]), "", string(line[cut...])])
      default: lines[index] = ""
      }
    }
    return lines.joined(separator: "\n")
  }
}
