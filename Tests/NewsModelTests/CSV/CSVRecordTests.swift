import Testing

@testable import NewsModel

struct CSVRecordTests {
  @Test(arguments: [
    (["a", "b"], "a,b\r\n"), ([""], "\r\n"), (["", ""], ",\r\n"), (["高唐,县", "说“好”"], "\"高唐,县\",说“好”\r\n"),
    (["\"", "a\nb", "c\rd"], "\"\"\"\",\"a\nb\",\"c\rd\"\r\n"),
  ]) func fieldsAreQuotedWhereTheyHaveTo(fields: [String], line: String) {
    #expect(String(decoding: CSVRecord.line(fields), as: UTF8.self) == line)
  }

  /// Reads records as RFC 4180 has them.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalar)
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\r" {
        fields.append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\r" {
          records.append(fields)
          fields = []
          scalars.removeFirst()
        }
      } else {
        field.append(scalar)
      }
    }
    return records
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func whatIsWrittenIsRead(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let alphabet = Array("高,\"\r\n 唐x;'\t".unicodeScalars)
    let table = (0..<5).map { _ in
      (0..<3).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
              alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }))
      }
    }
    let text = String(decoding: table.flatMap(CSVRecord.line), as: UTF8.self)
    #expect(Self.records(text) == table, "seed \(seed)")
  }
}
