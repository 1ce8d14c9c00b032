extension ClippingsFile {
  /// What the user should know of the lines: those that are no clippings, a message for lines that follow each other, and those that hold
  /// again what another one holds.
  ///
  /// - Parameter file: the path to name the file by.
  public func diagnostics(file: String) -> [Diagnostic] {
    var found: [(row: Int, message: Phrase)] = []
    var row = 0
    while row < lines.count {
      if case .foreign(let fault) = lines[row].content {
        let last = endOfForeign(from: row)
        found.append((row, message(of: row...last, fault)))
        row = last
      }
      row += 1
    }
    found += messagesOfCopies
    return found.sorted { $0.row < $1.row }.map { Diagnostic(file: file, line: $0.row + 1, message: $0.message) }
  }

  /// The last of the lines from `row` on that are no clippings; blank ones may stand between them.
  private func endOfForeign(from row: Int) -> Int {
    var last = row
    for next in lines.indices[(row + 1)...] {
      switch lines[next].content {
      case .foreign: last = next
      case .blank: continue
      case .clipping, .copy: return last
      }
    }
    return last
  }

  private func message(of rows: ClosedRange<Int>, _ fault: JSONFault) -> Phrase {
    let (first, last) = (rows.lowerBound + 1, rows.upperBound + 1)
    guard first < last else {
      return Phrase(
        "不是剪报（第 \(fault.byte) 字节：\(fault.reason)）；原样留着，请手工改好或删去这一行",
        "not a clipping (byte \(fault.byte): \(fault.reason)); kept as it is, mend or delete the line by hand")
    }
    // As programs write JSON that is to be looked at.
    if isJSON(rows) {
      return Phrase(
        "第 \(first)–\(last) 行是排成多行的 JSON，而一篇剪报要写在一行里：用 jq -c 转好；原样留着",
        "lines \(first)–\(last) are JSON set in several lines, and a clipping must be one: jq -c makes it so; kept as they are"
      )
    }
    return Phrase(
      "第 \(first)–\(last) 行不是剪报（第 \(first) 行第 \(fault.byte) 字节：\(fault.reason)）；原样留着，请手工改好或删去",
      "lines \(first)–\(last) are no clippings (line \(first), byte \(fault.byte): \(fault.reason)); kept as they are, mend or delete them by hand"
    )
  }

  /// Whether lines make whole values of JSON together.
  private func isJSON(_ rows: ClosedRange<Int>) -> Bool {
    let bytes = Array(lines[rows].map(\.bytes).joined(separator: [UInt8(ascii: "\n")]))
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      while (try? scanner.end()) == nil {
        guard (try? scanner.skipValue()) != nil else { return false }
      }
      return true
    }
  }

  /// A message for all copies that the next change unites with the line that is listed, and one for all that stay.
  private var messagesOfCopies: [(row: Int, message: Phrase)] {
    var (united, others): ([Int], [Int]) = ([], [])
    let listed = self.united
    for (row, line) in lines.enumerated() {
      guard case .copy(let kept) = line.content else { continue }
      if listed[kept.clipping.identity]?.holds(all: kept.clipping) == true {
        united.append(row)
      } else {
        others.append(row)
      }
    }
    var messages: [(row: Int, message: Phrase)] = []
    if let row = united.first {
      messages.append(
        (
          row,
          Phrase(
            "有 \(united.count) 行重复（这是第一处）：每篇只列一次，批注和标签合在一起；下次改动时写成一行",
            "\(united.count) \(united.count == 1 ? "line repeats" : "lines repeat") a clipping, this one first: each is listed once with the notes and tags of all; the next change writes it as one line"
          )
        ))
    }
    if let row = others.first {
      messages.append(
        (
          row,
          Phrase(
            "有 \(others.count) 行和另一行是同一篇剪报，但正文或别的程序的键不同（这是第一处）：只列后收的那篇；原样留着，请手工取舍",
            "\(others.count) \(others.count == 1 ? "line is" : "lines are") of a clipping that another line holds with another text or other keys, this one first: what was kept last is listed; kept as it is, choose by hand"
          )
        ))
    }
    return messages
  }
}
