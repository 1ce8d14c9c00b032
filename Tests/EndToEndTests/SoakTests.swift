import Foundation
import Testing

/// Random keys through the real reader: it must not end, nor grow, nor leave the terminal changed.
///
/// `XIANWEN_SOAK=20000` presses so many keys; the ordinary run a thousand.
@Suite(.serialized) struct SoakTests {
  private static let keyCount = ProcessInfo.processInfo.environment["XIANWEN_SOAK"].flatMap { Int($0) } ?? 1000
  /// All keys but those that lead out; and commands that do no harm.
  private static let keys =
    "jjjjkkkk  bbgGJK}{][lllhhh\r\r\r\r/nNvV'&FoofOmmMaat<>u\u{12}pr\\ic?yR+-=wz0123456789\t\t\u{C}人县残疾\u{4}\u{15}\u{7F}\u{17}e"
    .unicodeScalars.map { String($0) }
    + [
      "\u{1B}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[Z", "\u{1B}[20~",
      "\u{1B}[<0;30;10M", "\u{1B}[<64;60;12M", "\u{1B}[<32;44;9M", "\u{1B}[200~粘贴\n文字\u{1B}[201~", "\u{1B}k", "\u{1B}j",
      "\u{1B}\u{1B}\u{1B}S\r", "\u{1B}\u{1B}\u{1B}|true\r\r",
    ]
  private static let sizes: [(UInt16, UInt16)] = [
    (120, 40), (80, 24), (40, 12), (20, 5), (1, 1), (200, 60), (100, 10), (5, 3),
  ]

  @Test func randomKeysNeitherEndTheReaderNorFillItsMemory() throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-\(UUID().uuidString)")
    let folder = home.appendingPathComponent(".config/xianwen")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("key.leave = F12\nkey.quit = C-x\ncopy = cat >/dev/null\n".utf8).write(
      to: folder.appendingPathComponent("config"))
    let terminal = try PseudoTerminal(["--lang", "en", XianwenBinary.seeds], home: home, editor: "true")
    let modes = terminal.modes
    #expect(terminal.shows("高唐县"))
    let seed = UInt64(Self.keyCount)
    var state = seed
    func random(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var memory: [Int] = []
    for number in 0..<Self.keyCount {
      terminal.type(Self.keys[random(below: Self.keys.count)])
      if number % 5 == 4 { terminal.rest() }
      if random(below: 200) == 0 { terminal.resize(Self.sizes[random(below: Self.sizes.count)]) }
      if number % max(1, Self.keyCount / 4) == Self.keyCount / 4 - 1 { memory.append(terminal.memory) }
    }
    #expect(terminal.isRunning, "seed \(seed)")
    terminal.resize((100, 30))
    terminal.type("\u{1B}\u{1B}\u{1B}\u{18}")
    #expect(terminal.end() == 0, "seed \(seed)")
    #expect(terminal.modes == modes)
    print("soak: \(Self.keyCount) keys; memory at each quarter, MB: \(memory.map { $0 >> 20 })")
    // A sanitizer keeps what is freed, to catch whoever still uses it.
    if Circumstances.isSanitized { return }
    if let first = memory.first, let last = memory.last { #expect(last <= first + 24 << 20, "seed \(seed): \(memory)") }
  }
}
