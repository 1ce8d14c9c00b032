extension PageRepair {
  /// The value of the key `repair` of its line; the passage's text is the line's own `text`.
  var json: String {
    var line = JSONLine(byteCount: 256)
    line.add("change", change.name)
    line.add("before", passage.before)
    line.add("after", passage.after)
    switch change {
    case .newArticle, .split: break
    case .move(let other), .join(let other): line.add("other", raw: other.json)
    case .role(let role): line.add("role", role.name)
    case .replace(let new): line.add("new", new)
    }
    return String(decoding: line.closed(), as: UTF8.self)
  }

  /// Reads such a value; `text` stays to be filled in.
  init(_ scanner: inout JSONScanner) throws(JSONFault) {
    var (name, before, after, new) = ("", "", "", "")
    var role: LineRole?
    var other: Passage?
    try scanner.object { (scanner, key, _) throws(JSONFault) in
      switch key {
      case "change": name = try scanner.string()
      case "before": before = try scanner.string()
      case "after": after = try scanner.string()
      case "new": new = try scanner.string()
      case "role":
        role = LineRole(name: try scanner.string())
        if role == nil { throw scanner.fault("an unknown role") }
      case "other": other = try Passage(&scanner)
      default: throw scanner.fault("an unknown key of a repair")
      }
    }
    let change: Change? =
      switch name {
      case "new-article": .newArticle
      case "split": .split
      case "replace": .replace(new)
      case "move": other.map { .move(to: $0) }
      case "join": other.map { .join($0) }
      case "role": role.map { .role($0) }
      default: nil
      }
    guard let change else { throw scanner.fault("an unknown change") }
    self.init(Passage(text: "", before: before, after: after), change)
  }

  /// The same with the text of its line.
  public func with(text: String) -> PageRepair {
    PageRepair(Passage(text: text, before: passage.before, after: passage.after), change)
  }
}

extension PageRepair.Change {
  fileprivate var name: String {
    switch self {
    case .newArticle: "new-article"
    case .move: "move"
    case .role: "role"
    case .join: "join"
    case .split: "split"
    case .replace: "replace"
    }
  }
}

extension Passage {
  /// `{"text": …, "before": …, "after": …}`.
  var json: String {
    var line = JSONLine(byteCount: 256)
    line.add("text", text)
    line.add("before", before)
    line.add("after", after)
    return String(decoding: line.closed(), as: UTF8.self)
  }

  init(_ scanner: inout JSONScanner) throws(JSONFault) {
    var (text, before, after) = ("", "", "")
    try scanner.object { (scanner, key, _) throws(JSONFault) in
      switch key {
      case "text": text = try scanner.string()
      case "before": before = try scanner.string()
      case "after": after = try scanner.string()
      default: throw scanner.fault("an unknown key of a passage")
      }
    }
    self.init(text: text, before: before, after: after)
  }
}
