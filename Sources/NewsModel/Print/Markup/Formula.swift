/// A formula as TeX writes it into plain text: what it shows, without the commands.
enum Formula {
  /// What a formula between dollar signs shows; `nil` for text that is none: a price, a sentence.
  ///
  /// - Complexity: O(scalars).
  static func text(of source: ArraySlice<UInt32>) -> [UInt32]? {
    guard !source.isEmpty, source.count <= 400 else { return nil }
    let isCommand = source.contains { $0 == 0x5C || $0 == 0x5E || $0 == 0x5F }
    let isFigures =
      source.allSatisfy { $0 < 0x80 && !$0.isLetter || figureMarks.contains($0) }
      && source.contains(where: \.isFigure) && source.first != 0x20
    guard isCommand || isFigures else { return nil }
    var reader = FormulaReader(source)
    return reader.read()
  }

  private static let figureMarks = CharacterBits("×÷±～·°％，")
}

/// Reads a formula from left to right.
private struct FormulaReader {
  private let source: ArraySlice<UInt32>
  private var index: Int

  init(_ source: ArraySlice<UInt32>) {
    self.source = source
    index = source.startIndex
  }

  mutating func read() -> [UInt32] {
    var out: [UInt32] = []
    while index < source.endIndex { out += next() }
    return out.filter { $0 != 0x20 && $0 != 0x0A }
  }

  /// The next sign, group or command.
  private mutating func next() -> [UInt32] {
    let scalar = source[index]
    index += 1
    switch scalar {
    case 0x5C: return command()
    case 0x5E: return Self.raised(argument())
    case 0x5F: return argument()
    case 0x7B: return group()
    case 0x7D: return []
    case 0x7E: return []
    default: return [scalar]
    }
  }

  /// What stands up to the brace that closes the one just read.
  private mutating func group() -> [UInt32] {
    var out: [UInt32] = []
    var depth = 1
    let start = index
    while index < source.endIndex {
      if source[index] == 0x7B { depth += 1 } else if source[index] == 0x7D { depth -= 1 }
      if depth == 0 { break }
      index += 1
    }
    var inner = FormulaReader(source[start..<index])
    // Deeper nesting than any formula of a newspaper is left as it stands.
    out =
      depth > 0 || source[start..<index].count(where: { $0 == 0x7B }) > 8 ? Array(source[start..<index]) : inner.read()
    if index < source.endIndex { index += 1 }
    return out
  }

  /// The argument of a command: a group, or one sign.
  private mutating func argument() -> [UInt32] {
    while index < source.endIndex, source[index] == 0x20 { index += 1 }
    return index < source.endIndex ? next() : []
  }

  private mutating func command() -> [UInt32] {
    guard index < source.endIndex else { return [0x5C] }
    guard source[index].isLetter else {
      defer { index += 1 }
      return [0x2C, 0x3B, 0x21, 0x3A, 0x20, 0x5C].contains(source[index]) ? [] : [source[index]]
    }
    let start = index
    while index < source.endIndex, source[index].isLetter { index += 1 }
    let name = source[start..<index].string
    if let sign = Self.signs[name] { return sign }
    if Self.wrappers.contains(name) { return [] }
    switch name {
    case "frac", "dfrac", "tfrac":
      let above = argument()
      return above + [0x2F] + argument()
    case "textcircled", "circled": return Self.circled(argument())
    default: return [0x5C] + Array(source[start..<index])
    }
  }

  /// 2 is ², a degree stays one: other signs stand on the line.
  private static func raised(_ text: [UInt32]) -> [UInt32] {
    switch text {
    case [0x32]: [0xB2]
    case [0x33]: [0xB3]
    case [0x2218]: [0xB0]
    default: text.map { $0 == 0x2218 ? 0xB0 : $0 }
    }
  }

  private static func circled(_ text: [UInt32]) -> [UInt32] {
    guard let number = Int(text[...].string), (1...20).contains(number) else { return text }
    return [0x245F + UInt32(number)]
  }

  /// Commands that only say how their argument is set.
  private static let wrappers: Set<String> = [
    "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "text", "textbf", "textit", "operatorname", "left", "right",
    "rm", "bf",
    "displaystyle", "boldsymbol", "hbox", "mbox", "quad", "qquad",
  ]

  private static let signs: [String: [UInt32]] = {
    let table = """
      times × div ÷ pm ± cdot · sim ～ approx ≈ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ circ ∘ degree ° rightarrow → to → leftarrow ← \
      ldots … cdots … dots … alpha α beta β gamma γ delta δ Delta Δ mu μ pi π Omega Ω omega ω lambda λ theta θ sigma σ permil ‰ \
      square □ bullet • star ★ triangle △ blacksquare ■ diamond ◇ prime ′
      """
    let words = table.split(separator: " ")
    return stride(from: 0, to: words.count - 1, by: 2).reduce(into: [:]) { signs, at in
      signs[String(words[at])] = words[at + 1].unicodeScalars.map(\.value)
    }
  }()
}
