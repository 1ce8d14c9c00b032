extension Clipping {
  /// The clipping of one line of a clippings file.
  ///
  /// A key of the contract with a value of another type is a fault; a key of ours whose value we cannot read is kept
  /// as a foreign one. A key that stands twice is a fault, since a rewrite could keep only one of them.
  /// - Throws: `JSONFault` with the byte at which reading stopped.
  /// - Complexity: O(bytes).
  init(line: ArraySlice<UInt8>) throws(JSONFault) {
    let result = line.withUnsafeBufferPointer { bytes -> Result<Clipping, JSONFault> in
      var scanner = JSONScanner(bytes)
      var clipping = Clipping(id: "", file: "", added: "", text: "")
      do throws(JSONFault) {
        try clipping.read(&scanner, line)
        return .success(clipping)
      } catch { return .failure(error) }
    }
    self = try result.get()
  }

  private mutating func read(_ scanner: inout JSONScanner, _ line: ArraySlice<UInt8>) throws(JSONFault) {
    var seen: [String] = []
    seen.reserveCapacity(24)
    try scanner.object { (scanner, key, keyRange) throws(JSONFault) in
      guard !seen.contains(key) else { throw scanner.fault("the key \(key) stands twice") }
      seen.append(key)
      if key == "text" {
        if scanner.tookNull() { return }
        let content = try scanner.stringContent()
        let range = line.startIndex + content.range.lowerBound..<line.startIndex + content.range.upperBound
        keptText = KeptText(json: line[range], isPlain: content.isPlain)
        return
      }
      if try readContract(key, &scanner) || readOwn(key, &scanner) { return }
      let value = try scanner.skipValue()
      foreignFields.append(ForeignField(key: scanner.text(keyRange), value: scanner.text(value)))
    }
    try scanner.end()
    guard !id.isEmpty else { throw scanner.fault("no id") }
  }

  /// Reads the value of `key` if the contract names it.
  private mutating func readContract(_ key: String, _ scanner: inout JSONScanner) throws(JSONFault) -> Bool {
    switch key {
    case "id": id = try scanner.string()
    case "headline": headline = try scanner.optionalString()
    case "county": county = try scanner.optionalString()
    case Clipping.dateKey: date = try scanner.optionalString()
    case "file": file = try scanner.optionalString() ?? ""
    case "lines": lines = try scanner.lineSpans()
    case "added": added = try scanner.optionalString() ?? ""
    case "note": note = try scanner.optionalString() ?? ""
    case "tags": tags = try scanner.strings()
    default: return false
    }
    return true
  }

  /// Reads the value of `key` if it is one of ours beyond the contract and of the right form.
  private mutating func readOwn(_ key: String, _ scanner: inout JSONScanner) -> Bool {
    func text() -> String? { scanner.attempt { (s) throws(JSONFault) in try s.string() } }
    func texts() -> [String]? { scanner.attempt { (s) throws(JSONFault) in try s.strings() } }
    func read<Value>(_ value: Value?, _ path: WritableKeyPath<Clipping, Value?>) -> Bool {
      self[keyPath: path] = value
      return value != nil
    }
    switch key {
    case "book": return read(text(), \.book)
    case "prefecture": return read(text(), \.prefecture)
    case "n": return read(scanner.attempt { (s) throws(JSONFault) in try s.integer() }, \.number)
    case "kind":
      return read(scanner.attempt { (s) throws(JSONFault) in try s.value(of: ArticleKind.self) }, \.kind)
    case "paper": return read(text(), \.paper)
    case Clipping.issuedKey: return read(text(), \.issued)
    case "page": return read(text(), \.page)
    case "section": return read(text(), \.section)
    case "kicker": return read(text(), \.kicker)
    case "deck": return read(text(), \.deck)
    case "byline": return read(scanner.attempt { (s) throws(JSONFault) in try s.credits() }, \.byline)
    case "roles": return read(scanner.attempt { (s) throws(JSONFault) in try s.roles() }, \.roles)
    case "inferred": return read(texts(), \.inferred)
    case "marks": return read(scanner.attempt { (s) throws(JSONFault) in try s.passages() }, \.marks)
    case "repair": return read(scanner.attempt { (s) throws(JSONFault) in try PageRepair(&s) }, \.repair)
    default: return false
    }
  }

  /// The clipping as one line of JSON without its line break: the contract's keys in the contract's order, then those
  /// of ours that have a value, then foreign ones in their order.
  public var json: String { String(decoding: jsonBytes, as: UTF8.self) }

  var jsonBytes: [UInt8] {
    let text = text
    var line = JSONLine(byteCount: text.utf8.count + 512)
    line.add("id", id)
    line.add("headline", orNull: headline)
    line.add("county", orNull: county)
    line.add(Clipping.dateKey, orNull: date)
    line.add("file", file)
    line.add("lines", raw: "[" + lines.map { "[\($0.first), \($0.last)]" }.joined(separator: ", ") + "]")
    line.add("added", added)
    line.add("note", note)
    line.add("tags", tags)
    line.add("text", text)
    if let book { line.add("book", book) }
    if let prefecture { line.add("prefecture", prefecture) }
    if let number { line.add("n", raw: String(number)) }
    for (key, value) in [
      ("kind", kind?.rawValue), ("paper", paper), (Clipping.issuedKey, issued), ("page", page), ("section", section),
      ("kicker", kicker), ("deck", deck),
    ] {
      if let value { line.add(key, value) }
    }
    if let byline { line.add("byline", raw: byline.json) }
    if let roles { line.add("roles", roles.map(\.rawValue)) }
    if let inferred { line.add("inferred", inferred) }
    if let marks { line.add("marks", raw: "[" + marks.map(\.json).joined(separator: ", ") + "]") }
    if let repair { line.add("repair", raw: repair.json) }
    for field in foreignFields where !line.holds(key: field.key) { line.add(rawKey: field.key, raw: field.value) }
    return line.closed()
  }
}

extension JSONScanner {
  fileprivate mutating func optionalString() throws(JSONFault) -> String? {
    if tookNull() { return nil }
    return try string()
  }

  fileprivate mutating func strings() throws(JSONFault) -> [String] {
    if tookNull() { return [] }
    var strings: [String] = []
    try array { (scanner) throws(JSONFault) in strings.append(try scanner.string()) }
    return strings
  }

  fileprivate mutating func lineSpans() throws(JSONFault) -> [LineSpan] {
    if tookNull() { return [] }
    var spans: [LineSpan] = []
    try array { (scanner) throws(JSONFault) in
      var ends: [Int] = []
      try scanner.array { (scanner) throws(JSONFault) in ends.append(try scanner.integer()) }
      guard ends.count == 2, ends[0] >= 1, ends[1] >= ends[0], ends[1] <= Int(UInt32.max) else {
        throw scanner.fault("not a pair of line numbers")
      }
      spans.append(LineSpan(ends[0], ends[1]))
    }
    return spans
  }

  fileprivate mutating func value<Value: RawRepresentable>(
    of type: Value.Type
  ) throws(JSONFault) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try string()) else { throw fault("an unknown word") }
    return value
  }

  fileprivate mutating func roles() throws(JSONFault) -> [PartRole] {
    var roles: [PartRole] = []
    try array { (scanner) throws(JSONFault) in roles.append(try scanner.value(of: PartRole.self)) }
    return roles
  }

  fileprivate mutating func passages() throws(JSONFault) -> [Passage] {
    var passages: [Passage] = []
    try array { (scanner) throws(JSONFault) in passages.append(try Passage(&scanner)) }
    return passages
  }

  fileprivate mutating func credits() throws(JSONFault) -> [Credit] {
    var credits: [Credit] = []
    try array { (scanner) throws(JSONFault) in
      var role: String?
      var names: [String] = []
      try scanner.object { (scanner, key, _) throws(JSONFault) in
        switch key {
        case "role": role = try scanner.optionalString()
        case "names": names = try scanner.strings()
        default: throw scanner.fault("an unknown key of a credit")
        }
      }
      credits.append(Credit(role: role, names: names))
    }
    return credits
  }
}

extension [Credit] {
  /// `[{"role": …, "names": […]}]`, as in `xianwen list --json`.
  var json: String {
    let objects = map { credit in
      var object = JSONLine(byteCount: 64)
      object.add("role", orNull: credit.role)
      object.add("names", credit.names)
      return String(decoding: object.closed(), as: UTF8.self)
    }
    return "[" + objects.joined(separator: ", ") + "]"
  }
}
