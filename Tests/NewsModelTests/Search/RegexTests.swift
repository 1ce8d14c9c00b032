import Foundation
import Testing

@testable import NewsModel

struct RegexTests {
  /// The matches of a pattern in one text, as texts.
  private func matches(_ pattern: String, _ text: String) -> [String] {
    let article = Article(
      file: "a", number: 1, kind: .news, parts: [Part(role: .body, text: text, lines: [LineSpan(1, 1)])])
    let searcher = Searcher(library: Library(), index: SearchIndex())
    let scalars = Array(text.unicodeScalars)
    return searcher.matches(of: QueryParser.parse("/\(pattern)/"), in: article).map {
      String(String.UnicodeScalarView(scalars[$0.range]))
    }
  }

  /// Pattern, text, matches.
  static let table: [(String, String, [String])] = [
    ("高.县", "高唐县与高密县", ["高唐县", "高密县"]),
    ("[0-9]+年", "２０２０年和2021年", ["２０２０年", "2021年"]),
    (#"\d{1,2}月\d{1,2}日"#, "8月11日至12月3日", ["8月11日", "12月3日"]),
    ("APP|app", "App与ａｐｐ", ["App", "ａｐｐ"]),
    ("記者 李", "记者李梦,记者 李梦", ["记者李", "记者 李"]),
    (#"a\s?b"#, "a  b ab", ["a  b", "ab"]),
    ("^高唐", "高唐与高唐", ["高唐"]),
    ("高唐$", "高唐与高唐", ["高唐"]),
    (#"\bapp\b"#, "app apple", ["app"]),
    ("[^,。]+。", "前,后面。", ["后面。"]),
    (#"\p{Han}{2}"#, "a高唐b县", ["高唐"]),
    ("(高唐|冠)县?", "高唐县冠高唐", ["高唐县", "冠", "高唐"]),
    ("a*?b", "aab", ["aab"]),
    (".{2}?", "abcde", ["ab", "cd"]),
    ("x*", "axxb", ["xx"]),
    (#"\("#, "（甲）", ["（"]),
    ("[(]甲", "（甲）", ["（甲"]),
    ("𠮷.", "a𠮷𠮷野", ["𠮷𠮷"]),
    ("a{,2}", "a{,2}", ["a{,2}"]),
    ("a{+2}", "aaa{{2}", ["a{{2}"]),
    ("a{ 2}", "aa{ 2}", ["a{ 2}"]),
    ("a{２}", "aa{2}", ["a{2}"]),
    ("a{2}{2}", "aaaaa", ["aaaa"]),
    ("(a?){0,30}b", "aab", ["aab"]),
    ("[一-三四二-五a-c]+", "五四三二一六abc", ["五四三二一", "abc"]),
    ("(a|ab)(c|bcd)", "abcd", ["abcd"]),
  ]

  @Test(arguments: table)
  func findsWhatThePatternSays(pattern: String, text: String, expected: [String]) {
    #expect(matches(pattern, text) == expected)
  }

  /// Query, where the problem is, a word of the message.
  static let problems: [(String, Int, String)] = [
    ("/(高/", 1, "matching )"),
    ("/高)/", 2, "matching ("),
    ("高 /[甲/", 3, "matching ]"),
    ("/*/", 1, "before it"),
    (#"/(a)\1/"#, 5, "refers back"),
    ("/(?=a)/", 2, "does not know"),
    ("/a{3,2}/", 2, "order"),
    ("/[b-a]/", 5, "order"),
    ("/a{9999}/", 2, "1000"),
    ("/((a{1000}){1000}){1000}/", 1, "too large"),
    ("/(){1000}{1000}{1000}/", 1, "too large"),
    ("/(((){1000}){1000}){1000}a/", 1, "too large"),
    ("/(^{1000}|$){1000}{1000}/", 1, "too large"),
    ("/a{99999999999999999999}/", 2, "1000"),
    ("/a" + String(repeating: "*", count: 100_000) + "/", 10, "follow one another"),
    ("/" + String(repeating: "[\u{1}-\u{FFFF}]", count: 200) + "/", 81, "too large"),
    ("/高", 0, "not closed"),
    ("//", 0, "empty"),
    ("/" + String(repeating: "(", count: 100_000) + "/", 62, "deep"),
  ]

  @Test(arguments: problems)
  func badPatternIsSearchedAsPlainTextAndSaysSo(query: String, offset: Int, word: String) throws {
    let parsed = QueryParser.parse(query)
    #expect(parsed.root == .text(query))
    let problem = try #require(parsed.problem)
    #expect(problem.message.english.contains(word), "\(problem.message)")
    #expect(problem.offset == offset)
  }

  /// Patterns that make engines that go back take years.
  @Test(arguments: ["(a*)*b", "(a|a)*b", "(a+)+$b", "(a?){60}a{60}b", "(.*)(.*)(.*)(.*)b"])
  func noPatternTakesMoreThanInstructionsTimesText(pattern: String) throws {
    let program = try RegexProgram(pattern)
    var machine = RegexMachine(program)
    let text = Array(repeating: UInt16(0x61), count: 200)
    text.withUnsafeBufferPointer { #expect(machine.firstMatch(in: $0, part: 0..<200, from: 0) == nil) }
    #expect(machine.steps > 0 && machine.steps <= 2 * program.instructions.count * 201)
  }

  /// Compiling takes as many steps as the size says, and the size of what nests is more than any number holds.
  @Test(arguments: [
    "", "a", "ab|c", "a*", "(a|b|)+c{2,5}", "(){3}", "(a{0}){7}b{0,2}", "(.{0,60}){0,30}[0-9][a-c]", "^a$|\\b",
  ]) func sizeIsAtLeastThatOfTheProgram(pattern: String) throws {
    let instructions = try RegexProgram(pattern).instructions.count
    #expect(instructions <= (try RegexSyntax(pattern).size) + 1)
  }

  @Test
  func patternThatTakesTooManyStepsIsStoppedAndSaysSo() throws {
    let library = SearchFixtures.seeds
    let searcher = Searcher(library: library, index: SearchIndex())
    let query = QueryParser.parse("/(.*)(.*)(.*)篪/")
    let stopped = try #require(searcher.find(query, regexSteps: 100_000))
    #expect(stopped.problem?.message.english.contains("too long") == true)
    #expect(stopped.stats.regexSteps > 100_000 && stopped.stats.regexSteps < 101_000)
    let complete = try #require(searcher.search(QueryParser.parse("/高.县/"), regexSteps: .max))
    #expect(complete.problem == nil && !complete.hits.isEmpty)
  }

  /// Whatever the steps allowed, an answer without a problem is the whole one, and what one with a problem says is
  /// true.
  @Test(arguments: ["/(.{0,3}){0,3}[0-9][a-c]|残/", "-/(.*)[0-9][a-c]/", "高唐 | /(.*)篪/ | -/(.*)残/"])
  func stoppedSearchTellsNothingWrong(query: String) throws {
    // Several segments, so that some of them are searched before the steps are spent.
    let library = SearchFixtures.seeds
    var index = SearchIndex()
    for end in stride(from: 8, through: library.articles.count, by: 8) {
      index.append(library.articles[index.indexedCount..<end], merging: false)
    }
    let searcher = Searcher(library: library, index: index)
    let query = QueryParser.parse(query)
    let whole = try #require(searcher.search(query, regexSteps: .max))
    let all = Set(whole.hits)
    for steps in [0, 1, 1000, 30_000, 300_000, 2_000_000] {
      let found = try #require(searcher.search(query, regexSteps: steps))
      #expect(Set(found.hits).isSubset(of: all), "\(steps)")
      #expect(found.problem != nil || found.hits == whole.hits, "\(steps)")
      let listed = try #require(searcher.find(query, regexSteps: steps))
      #expect(listed.problem != nil || listed.articles == all.map(\.article).sorted(), "\(steps)")
      #expect(Set(listed.articles).isSubset(of: all.map(\.article)), "\(steps)")
    }
  }

  @Test func matchesThatTakeTooManyStepsSayThatThereMayBeMore() throws {
    let article = try #require(SearchFixtures.seeds.articles.max { $0.parts.count < $1.parts.count })
    let searcher = Searcher(library: Library(), index: SearchIndex())
    let query = QueryParser.parse("/(.*)(.*)篪|的/")
    #expect(searcher.findMatches(of: query, in: article, regexSteps: 1000).problem != nil)
    let found = searcher.findMatches(of: query, in: article, regexSteps: .max)
    #expect(found.problem == nil && found.matches == searcher.matches(of: query, in: article))
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func agreesWithFoundationsEngine(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    let library = SearchFixtures.invented(seed: seed, count: 60, alphabet: ["甲", "乙", "a", "b", "1", "𠮷"])
    var index = SearchIndex()
    index.append(library.articles[..<40])
    let searcher = Searcher(library: library, index: index)
    for _ in 0..<40 {
      let pattern = RegexTests.pattern(&random, depth: 0)
      let judge = try NSRegularExpression(pattern: pattern)
      // Where the empty text matches, Foundation prefers to find that; here it is no match.
      if judge.firstMatch(in: "", range: NSRange(location: 0, length: 0)) != nil { continue }
      let query = QueryParser.parse("/\(pattern)/")
      #expect(query.problem == nil, "\(pattern)")
      var expected: [Int] = []
      for (number, article) in library.articles.enumerated() {
        var matches: [TextMatch] = []
        for (part, text) in article.parts.map(\.text).enumerated() {
          for match in judge.matches(in: text, range: NSRange(location: 0, length: text.utf16.count)) {
            let start = text.utf16.index(text.startIndex, offsetBy: match.range.location)
            let end = text.utf16.index(start, offsetBy: match.range.length)
            let before = text.unicodeScalars[..<start].count
            if match.range.length > 0 {
              let length = text.unicodeScalars[start..<end].count
              matches.append(TextMatch(part: part, range: before..<before + length))
            }
          }
        }
        #expect(searcher.matches(of: query, in: article) == matches, "\(pattern) in \(article.parts.map(\.text))")
        if !matches.isEmpty { expected.append(number) }
      }
      #expect(searcher.find(query)?.articles == expected, "\(pattern)")
    }
  }

  private static func pattern(_ random: inout SearchRandom, depth: Int) -> String {
    func inner(_ random: inout SearchRandom) -> String { pattern(&random, depth: depth + 1) }
    switch Int.random(in: 0..<(depth > 3 ? 6 : 13), using: &random) {
    case 0..<4: return random.pick(["甲", "乙", "a", "b", "1", "𠮷"])
    case 4: return random.pick([".", "[甲a]", "[^甲b]", "[a-b1]", #"\d"#])
    case 5: return random.pick(["甲乙", "ab", "甲甲", "a1b"])
    case 6..<9: return inner(&random) + inner(&random)
    case 9: return "(" + inner(&random) + "|" + inner(&random) + ")"
    case 10: return "(?:" + inner(&random) + ")" + random.pick(["*", "+", "?", "*?", "+?", "{2}", "{1,2}"])
    case 11: return "^" + inner(&random)
    default: return inner(&random) + "$"
    }
  }

  @Test
  func literalsOfThePatternNarrowTheSearch() throws {
    let library = SearchFixtures.seeds
    var index = SearchIndex()
    index.append(library.articles[...])
    let searcher = Searcher(library: library, index: index)
    let literal = try #require(searcher.find(QueryParser.parse("高唐 记者"))).articles.count
    let found = try #require(searcher.find(QueryParser.parse("/高唐.*记者|记者.{3,}高唐/")))
    #expect(found.stats.scanned == literal && literal < library.articles.count / 2)
    #expect(!found.articles.isEmpty)
  }
}
