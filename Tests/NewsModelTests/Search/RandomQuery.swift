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
    case 0..<30: quoted(text())
    case 30..<35: neighbours()
    case 35..<38: "para(" + [text(2), text(2)].map(quoted).joined(separator: random.chance(70) ? " " : " -") + ")"
    case 38..<39: "para(" + neighbours() + random.pick([")", " | " + quoted(text(3)) + ")"])
    case 39..<42: "~" + quoted(text())
    case 42..<45: pattern() ?? quoted(text())
    case 45..<49: "title:" + quoted(text())
    case 49..<50: "caption:" + quoted(text(3))
    case 50..<52: "by:" + quoted(name { $0.byline.flatMap(\.names) } ?? "无")
    case 52..<54: "county:" + quoted(name { $0.filing.place.map { [$0.name] } ?? [] } ?? "縣")
    case 54..<55: "mentions:" + quoted(name { $0.filing.mentioned.map(\.name) } ?? "市")
    case 55..<57: "file:" + random.pick(["seeds", "000_", "F1", "txt"])
    case 57..<60: "date:" + random.pick(["2021", "2021-02", "2021-03..2022-05", "..2021-06", "2022-03-02.."])
    case 60..<75: query(depth: depth + 1) + " " + query(depth: depth + 1)
    case 75..<85: "(" + query(depth: depth + 1) + " | " + query(depth: depth + 1) + ")"
    case 85..<93: "-" + query(depth: 3)
    default: "-(" + query(depth: depth + 1) + " " + query(depth: depth + 1) + ")"
    }
  }

  /// Texts near each other, cut from one part, with a distance that is often enough.
  private mutating func neighbours() -> String {
    let scalars = Array(random.pick(random.pick(library.articles).parts).text.unicodeScalars)
    var query = ""
    var place = Int.random(in: 0..<max(1, scalars.count), using: &random)
    for number in 0..<(random.chance(80) ? 2 : 3) {
      func cut() -> String {
        let length = Int.random(in: 1...3, using: &random)
        let start = min(place, max(0, scalars.count - length))
        return String(String.UnicodeScalarView(scalars[start..<min(scalars.count, start + length)]))
      }
      let word = cut()
      if number > 0 {
        let limit = Int.random(in: 0...12, using: &random)
        query += random.chance(70) ? " <\(limit)> " : " <\(limit) "
      }
      let usable = Folding.units(word).isEmpty ? "的" : word
      query += random.chance(80) ? quoted(usable) : "(" + quoted(usable) + " | " + quoted(text(2)) + ")"
      place = max(0, place + Int.random(in: -3...12, using: &random))
    }
    return query
  }

  mutating func text() -> String { text(longest) }

  /// A text that folds to something.
  private mutating func text(_ longest: Int) -> String {
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

  /// Some of a value that an article has.
  private mutating func name(_ values: (Article) -> [String]) -> String? {
    let names = values(random.pick(library.articles))
    guard !names.isEmpty else { return nil }
    let name = Array(random.pick(names).unicodeScalars)
    let start = Int.random(in: 0..<max(1, name.count), using: &random)
    let cut = String(String.UnicodeScalarView(name[start..<Int.random(in: start...name.count, using: &random)]))
    return Folding.units(cut).isEmpty ? nil : cut
  }

  /// A regular expression made of a text, some of whose characters are replaced; `nil` for a text with marks of its own.
  private mutating func pattern() -> String? {
    let scalars = Array(text().unicodeScalars)
    let isPlain = scalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || ("a"..."z").contains($0) }
    guard isPlain else { return nil }
    var pattern = ""
    for scalar in scalars {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: pattern += "."
      case 1: pattern += "[\(scalar)的县]"
      case 2: pattern += "\(scalar)?"
      case 3: pattern += "(\(scalar)|人)"
      case 4: pattern += "\(scalar).{0,3}?"
      case 5: pattern += "[^\(scalar)]"
      default: pattern.unicodeScalars.append(scalar)
      }
    }
    return "/" + random.pick(["", "", "", "^"]) + pattern + random.pick(["", "", "", "$"]) + "/"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
