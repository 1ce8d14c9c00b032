@testable import NewsModel

/// Queries cut from the texts of a library and changed at random.
struct RandomQuery {
  private let library: Library
  private let longest: Int
  private var random: SearchRandom

  /// - Parameter longest: the greatest length of a text, in Unicode scalars.
  init(_ library: Library, longest: Int, seed: UInt64) {
    self.library = library
    self.longest = longest
    random = SearchRandom(seed: seed)
  }

  /// The next query as text, to be parsed.
  mutating func next() -> String { query(depth: 0) }

  private mutating func query(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 2 ? 60 : 100), using: &random) {
    case 0..<45: quoted(text())
    case 45..<50: "title:" + quoted(text())
    case 50..<52: "by:" + random.pick(["李梦", "孙", "飞", "李 梦", "无"])
    case 52..<54: "county:" + random.pick(["高唐", "縣", "东阿县", "市"])
    case 54..<55: "mentions:" + random.pick(["高唐", "县", "东阿县"])
    case 55..<57: "file:" + random.pick(["seeds", "000_", "F1", "txt"])
    case 57..<60: "date:" + random.pick(["2021", "2021-02", "2021-03..2022-05", "..2021-06", "2022-03-02.."])
    case 60..<75: query(depth: depth + 1) + " " + query(depth: depth + 1)
    case 75..<85: "(" + query(depth: depth + 1) + " | " + query(depth: depth + 1) + ")"
    case 85..<93: "-" + query(depth: 3)
    default: "-(" + query(depth: depth + 1) + " " + query(depth: depth + 1) + ")"
    }
  }

  /// A text that folds to something.
  mutating func text() -> String {
    while true {
      let parts = random.pick(library.articles).parts
      let scalars = Array(random.pick(parts).text.unicodeScalars)
      guard !scalars.isEmpty else { continue }
      let start = Int.random(in: 0..<scalars.count, using: &random)
      var cut = Array(scalars[start..<min(scalars.count, start + Int.random(in: 1...longest, using: &random))])
      if random.chance(15) {
        cut[Int.random(in: 0..<cut.count, using: &random)] = random.pick("的人一县a1，篪縣𠮷".unicodeScalars)
      }
      if random.chance(10) { cut.insert(" ", at: Int.random(in: 0...cut.count, using: &random)) }
      if random.chance(5) { cut.reverse() }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: cut)
      let result = random.chance(10) ? String(text).uppercased() : String(text)
      if !Folding.units(result).isEmpty { return result }
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
