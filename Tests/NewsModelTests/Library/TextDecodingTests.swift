import Foundation
import Testing

@testable import NewsModel

private let gb18030 = String.Encoding(rawValue: 0x8000_0632)
private let big5 = String.Encoding(rawValue: 0x8000_0A03)
private let simplified = "本报讯(记者 李梦)8月11日,高唐县固河镇的村民说:“我的补贴发下来了。”\n\n这是一个好政策。\n"
private let traditional = "本報訊(記者 李夢)8月11日,這個縣的村民說:「我的補貼發下來了。」\n\n這是一個好政策,對我們有很大的幫助。\n"

@Suite struct TextDecodingTests {
  private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  @Test func utf8KeepsItsText() throws {
    #expect(
      try TextDecoding.decode(Array(simplified.utf8)) == DecodedText(text: simplified, encoding: .utf8, damage: nil))
  }

  @Test func anEmptyFileIsAnEmptyText() throws {
    #expect(try TextDecoding.decode([]).text == "")
  }

  @Test func aByteOrderMarkIsDropped() throws {
    #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF] + simplified.utf8).text == simplified)
  }

  @Test(arguments: ["\r\n", "\r"]) func foreignLineEndsBecomeNewlines(end: String) throws {
    let foreign = simplified.replacingOccurrences(of: "\n", with: end)
    #expect(try TextDecoding.decode(Array(foreign.utf8)).text == simplified)
    #expect(try TextDecoding.decode(bytes(foreign, gb18030)).text == simplified)
    #expect(try TextDecoding.decode(bytes(foreign, .utf16LittleEndian)).text == simplified)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian], [[], [Unicode.Scalar("\u{FEFF}")]])
  func utf16IsKnownByItsMarkOrItsZeros(encoding: String.Encoding, mark: [Unicode.Scalar]) throws {
    let marked = String(String.UnicodeScalarView(mark)) + simplified
    let decoded = try TextDecoding.decode(bytes(marked, encoding))
    #expect(decoded.text == simplified)
    #expect(decoded.encoding == (encoding == .utf16LittleEndian ? .utf16LittleEndian : .utf16BigEndian))
  }

  @Test func gbkIsToldFromBig5() throws {
    let decoded = try TextDecoding.decode(bytes(simplified, gb18030))
    #expect(decoded == DecodedText(text: simplified, encoding: .gb18030, damage: nil))
  }

  @Test func big5IsToldFromGBK() throws {
    let decoded = try TextDecoding.decode(bytes(traditional, big5))
    #expect(decoded == DecodedText(text: traditional, encoding: .big5, damage: nil))
  }

  @Test func everySeedReadsTheSameInEveryEncoding() throws {
    let seeds = try FileManager.default.contentsOfDirectory(at: PageFixtures.seeds, includingPropertiesForKeys: nil)
    #expect(seeds.count == 5)
    for seed in seeds {
      let plain = try TextDecoding.decode(Array(Data(contentsOf: seed)))
      for encoding in [gb18030, .utf16LittleEndian, .utf16BigEndian] {
        #expect(try TextDecoding.decode(bytes(plain.text, encoding)).text == plain.text, "\(seed.lastPathComponent)")
      }
    }
  }

  @Test func aBadByteInUTF8IsMarkedAndTold() throws {
    let before = "第一行\r\n第二行"
    let decoded = try TextDecoding.decode(Array(before.utf8) + [0xFF, 0xFE] + Array("之后还有很多字".utf8) + [0xC0])
    #expect(decoded.text.hasPrefix("第一行\n第二行\u{FFFD}"))
    #expect(decoded.damage == DecodedText.Damage(count: 2, byteOffset: before.utf8.count, line: 2))
  }

  @Test func aBadByteInGBKIsMarkedAndTold() throws {
    let good = try bytes(String(repeating: simplified, count: 10), gb18030)
    let decoded = try TextDecoding.decode(good + [0xFF] + good)
    #expect(decoded.encoding == .gb18030)
    #expect(decoded.text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == 1)
    #expect(decoded.damage == DecodedText.Damage(count: 1, byteOffset: good.count, line: 31))
  }

  @Test func aDamagedLineOfMillionsIsReadCharacterByCharacter() throws {
    let half = String(repeating: "高唐县的村民说，这是一个好政策。", count: 20_000)
    let good = try bytes(half, gb18030)
    let decoded = try TextDecoding.decode(good + [0xFF, 0x80] + good)
    #expect(decoded.text == half + "\u{FFFD}" + half)
    #expect(decoded.damage == DecodedText.Damage(count: 1, byteOffset: good.count, line: 1))
  }

  @Test func aCutPairOfUTF16IsTold() throws {
    let decoded = try TextDecoding.decode([0xFF, 0xFE] + bytes("一\n二", .utf16LittleEndian) + [0x00])
    #expect(decoded.text == "一\n二")
    #expect(decoded.damage == DecodedText.Damage(count: 1, byteOffset: 8, line: 2))
  }

  @Test func aStrayZeroByteLeavesAPageReadable() throws {
    let text = String(repeating: simplified, count: 3)
    #expect(try TextDecoding.decode(Array(text.utf8) + [0]).text == text + "\0")
  }

  @Test(arguments: [
    (name: "PNG", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] as [UInt8], at: 0),
    (name: "zeros", bytes: Array("text".utf8) + [UInt8](repeating: 0, count: 100), at: 4),
    (name: "bytes of no encoding", bytes: [UInt8](repeating: 0xFF, count: 50), at: 0),
  ]) func aBinaryFileIsNoText(name: String, bytes: [UInt8], at offset: Int) {
    #expect(throws: TextDecoding.NotText(byteOffset: offset), "\(name)") { try TextDecoding.decode(bytes) }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func utf8DecodesAsTheStandardLibraryDoes(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      text += random.pick(["a", "1", " ", "\n", "é", "中", "国", "，", "\u{20BB7}", "“"])
    }
    var bytes = Array(text.utf8)
    if random.chance(50) { bytes[Int.random(in: 0..<bytes.count, using: &random)] = 0xFE }
    guard let decoded = try? TextDecoding.decode(bytes), decoded.encoding == .utf8 else { return }
    #expect(decoded.text == String(decoding: bytes, as: UTF8.self))
    #expect(decoded.damage?.byteOffset == (bytes.firstIndex(of: 0xFE).map { start(ofBrokenSequenceAt: $0, in: bytes) }))
  }

  /// A byte that replaces the middle of a character spoils it from its first byte on.
  private func start(ofBrokenSequenceAt offset: Int, in bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] & 0xC0 == 0x80 { start -= 1 }
    guard start > 0, bytes[start - 1] >= 0xC0 else { return offset }
    let lead = bytes[start - 1]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    return start - 1 + length > offset ? start - 1 : offset
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func randomBytesAreTextOrNot(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    do {
      let decoded = try TextDecoding.decode(bytes)
      #expect(!decoded.text.utf8.contains(0x0D) || decoded.encoding == .gb18030)
    } catch {
      #expect(bytes.indices.contains(error.byteOffset))
    }
  }

  /// ICU's tables, behind Foundation, are what the own ones must say.
  @Test func everyPairIsTheCharacterThatFoundationKnows() {
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8.min...0xFF where trail != 0x0A {
        let pair = [lead, trail]
        #expect(ChineseEncoding.gb18030.decode(pair) == String(bytes: pair, encoding: gb18030), "\(pair)")
        let known = String(bytes: pair, encoding: big5)
        let isPrivate = known?.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) } == true
        if !isPrivate { #expect(ChineseEncoding.big5.decode(pair) == known, "\(pair)") }
      }
    }
    // What Hong Kong put into Windows' private area.
    let cantonese: [UInt8] = [0x9D, 0xEF, 0x9D, 0xF7, 0x9D, 0xF5, 0x9D, 0xEE, 0x9D, 0xF2]
    #expect(ChineseEncoding.big5.decode(cantonese) == "嘅咗嗰㗎𨋢")
  }

  @Test func everyCharacterOfFourBytesIsTheOneThatFoundationKnows() {
    for lead in UInt8(0x80)...0xFF {
      for second in UInt8(0x2F)...0x3A {
        // Foundation takes microseconds for each: of the other planes, which follow from their first, the ends of each stretch.
        let thirds = lead < 0x85 ? Array(UInt8(0x80)...0xFF) : [0x80, 0x81, 0xFE, 0xFF]
        for third in thirds {
          for last in UInt8(0x2F)...0x3A {
            let four = [lead, second, third, last]
            guard (0x81...0xFE).contains(lead), (0x30...0x39).contains(second), (0x81...0xFE).contains(third) else {
              if lead > 0x80, lead < 0xFF, !(0x40...0xFE).contains(third) {
                #expect(ChineseEncoding.gb18030.decode(four) == nil, "\(four)")
              }
              continue
            }
            #expect(ChineseEncoding.gb18030.decode(four) == String(bytes: four, encoding: gb18030), "\(four)")
          }
        }
      }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func chineseLinesDecodeAsFoundationDoes(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      random.chance(30) ? UInt8.random(in: 0x20...0x7E, using: &random) : UInt8.random(in: 0x81...0xFE, using: &random)
    }
    #expect(ChineseEncoding.gb18030.decode(bytes) == String(bytes: bytes, encoding: gb18030), "\(seed)")
  }
}
