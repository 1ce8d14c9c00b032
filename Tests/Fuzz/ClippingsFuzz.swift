@testable import NewsModel

/// The bytes of a clippings file and of its lock file.
enum ClippingsFuzz {
  static func run(_ bytes: [UInt8]) {
    if let record = AppendRecord(bytes) {
      require(AppendRecord(record.encoded) == record, "a record does not come back")
    }
    var file = ClippingsFile(bytes: bytes)
    require(file.bytes == bytes, "a file does not come back byte for byte")
    let lineCount = bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let diagnostics = file.diagnostics(file: "clippings.jsonl")
    require(diagnostics.allSatisfy { (1...lineCount).contains($0.line ?? 0) }, "a line that is not there")
    let clippings = file.clippings
    for clipping in clippings {
      guard let again = try? Clipping(line: clipping.jsonBytes[...]) else {
        fatalError("a clipping cannot be read again")
      }
      require(again.json == clipping.json, "a clipping does not come back")
      require(again == clipping, "a clipping does not come back the same")
    }
    _ = ClippingMatcher.match(Array(clippings.prefix(2)), in: SamplePages.library.articles)
    let digest = Digest(clippings: clippings)
    _ = (digest.html, digest.markdown)
    change(&file, clippings)
    // What is no clipping survives every change.
    let foreign = ClippingsFile(bytes: bytes).lines.filter { $0.id == nil }.map(\.bytes)
    require(file.lines.filter { $0.id == nil }.map(\.bytes) == foreign, "a change lost a foreign line")
    let reread = ClippingsFile(bytes: file.bytes)
    require(reread.clippings == file.clippings, "what was written is read differently")
  }

  private static func change(_ file: inout ClippingsFile, _ clippings: [Clipping]) {
    let new = Clipping(id: "0123456789abcdef", file: "p.txt", added: "2026-01-01T00:00:00Z", text: "新")
    _ = file.apply(.insert(new, before: clippings.first?.id))
    if let last = clippings.last { _ = file.apply(.move(id: last.id, before: new.id)) }
    for clipping in clippings.prefix(3) {
      _ = file.apply(.update(id: clipping.id) { $0.note += "注" })
    }
    if let first = clippings.first { _ = file.apply(.remove(id: first.id)) }
  }
}
