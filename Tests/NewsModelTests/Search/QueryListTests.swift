import Testing

@testable import NewsModel

struct QueryListTests {
  private func list(_ text: String) -> QueryList { QueryList(text, file: "names.txt", today: nil) }

  @Test(arguments: [
    ("残疾", "残疾", "残疾"), ("助残 = 残疾 | 无障碍", "助残", "残疾 | 无障碍"), ("助残＝残疾", "助残", "残疾"),
    ("  甲  =  乙  ", "甲", "乙"), ("\"a=b\"", "\"a=b\"", "\"a=b\""), ("/a=b/", "/a=b/", "/a=b/"),
    ("（a=b）", "（a=b）", "（a=b）"), ("式 = \"a=b\"", "式", "\"a=b\""), ("“甲=乙”", "“甲=乙”", "“甲=乙”"),
    ("\u{FEFF}残疾", "残疾", "残疾"), ("a=b=c", "a", "b=c"),
  ]) func aLineIsAQueryOrANameAndAQuery(line: String, name: String, query: String) throws {
    let entries = list(line).entries
    #expect(entries.map(\.name) == [name] && entries.map(\.query.text) == [query] && entries[0].line == 1)
  }

  @Test func emptyLinesAndCommentsSayNothing() {
    let list = list("# 名单\r\n\r\n残疾\r\n   \n就业 # 不是注释\n")
    #expect(list.entries.map(\.line) == [3, 5] && list.diagnostics.isEmpty && !list.lacksQueries)
    #expect(list.entries[1].query.text == "就业 # 不是注释")
  }

  @Test(arguments: [
    ("甲\n= 乙", 2, true), ("甲 =", 1, true), ("乙\n(残疾", 2, false), ("日期:2024-06-31", 1, false), ("作者:甲", 1, false),
  ])
  func aMistakeIsToldWithItsLine(text: String, line: Int, isLost: Bool) {
    let list = list(text)
    #expect(list.diagnostics.map(\.line) == [line] && list.diagnostics[0].text.english.hasPrefix("names.txt:\(line): "))
    #expect(list.lacksQueries == isLost)
  }
}
