import Platform

/// What a citation of a newspaper article says, in the forms newsrooms and scholars use.
///
/// Nothing is invented: what the page does not print is said to be unknown, and a year that was inferred is marked.
public struct Citation: Sendable {
  private let clipping: Clipping

  /// The citation of a kept article.
  public init(_ clipping: Clipping) { self.clipping = clipping }

  /// The citation of an article.
  ///
  /// - Parameter facts: what its page prints about itself.
  public init(_ article: Article, facts: PageFacts?) {
    self.init(Clipping(of: article, facts: facts, added: Date(timeIntervalSince1970: 0)))
  }

  /// The source as a digest prints it: paper, day, page: 《聊城日报》 2021年8月12日 第A03版. Where the page's number is unknown, file and lines
  /// stand in for it.
  public var source: String {
    let words = sourceWords.joined(separator: " ").replacing("〕 〔", with: "〕〔")
    return clipping.page == nil && !clipping.file.isEmpty ? words + " 文件" + place : words
  }

  private var place: String {
    let file = FilePath(clipping.file).name
    guard let first = clipping.lines.map(\.first).min(), let last = clipping.lines.map(\.last).max() else {
      return file
    }
    return first == last ? "\(file)第\(first)行" : "\(file)第\(first)—\(last)行"
  }

  /// The source in a line of contents: what is known of paper, day and page; the story's own day when the paper's is not.
  public var shortSource: String {
    let day = (clipping.issueDay ?? clipping.day)?.chinese ?? clipping.issued ?? clipping.date
    return [clipping.paper.map { "《\($0)》" }, day, clipping.page.map { "第\($0)版" }].compactMap(\.self)
      .joined(separator: " ")
  }

  private var sourceWords: [String] {
    var words = [clipping.paper.map { "《\($0)》" } ?? "〔报名不详〕"]
    if let day = clipping.issueDay {
      words.append(day.chinese)
    } else if let printed = clipping.issued {
      words.append(printed)
    } else if let day = clipping.day {
      // The day that a story names is not the day it was printed.
      words.append(
        "〔" + ["出版日期不详", "文内日期" + day.chineseDay, day.chineseDoubt].compactMap(\.self).joined(separator: "，") + "〕")
    } else {
      words.append("〔出版日期不详〕")
    }
    if let page = clipping.page { words.append("第\(page)版") }
    return words
  }

  /// The newsroom's form: 《聊城日报》2021年8月12日第07版《千名“代办员”助残当先锋》（本报记者 孙亚飞）.
  public var newsroom: String {
    let credits = (clipping.byline ?? []).map { ([$0.role].compactMap { $0 } + $0.names).joined(separator: " ") }
    let authors = credits.isEmpty ? "" : "（" + credits.joined(separator: "；") + "）"
    // Title marks within title marks are single ones (GB/T 15834—2011).
    let title = clipping.title.map { $0 == "《" ? "〈" : $0 == "》" ? "〉" : $0 }
    return sourceWords.joined() + "《" + String(title) + "》" + authors
  }

  /// The form of GB/T 7714—2015 for an article of a newspaper:
  /// `孙亚飞, 赵永斌, 张莹. 千名“代办员”助残当先锋[N]. 聊城日报, 2021-08-12(07).`
  ///
  /// Of more than three authors the first three are named; an inferred year stands in brackets.
  public var gbt7714: String {
    let names = self.authors
    let authors = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", 等" : "")
    let page = clipping.page.map { "(\($0))" } ?? ""
    return (authors.isEmpty ? "" : authors + ". ") + titleWithDeck + "[N]. "
      + (clipping.paper ?? "[报名不详]") + ", " + (bracketedDay ?? clipping.issued ?? "[出版日期不详]") + page + "."
  }

  /// Who wrote it; where only pictures are credited, who took them.
  var authors: [String] {
    let credits = clipping.byline ?? []
    let writers = credits.filter { !isOfPictures($0.role) }
    return (writers.isEmpty ? credits : writers).flatMap(\.names)
  }

  /// The headline, with the deck behind a colon.
  var titleWithDeck: String { clipping.title + (clipping.deck.map { ": \($0)" } ?? "") }

  private var bracketedDay: String? {
    guard let day = clipping.issueDay else { return nil }
    guard let year = day.year else { return "[年份不详]" + day.description.dropFirst(1) }
    return day.yearIsInferred ? "[\(year)]" + day.description.dropFirst(String(year).count) : day.description
  }

  private func isOfPictures(_ role: String?) -> Bool {
    role?.contains { "摄图".contains($0) } ?? false
  }
}

extension NewsDate {
  /// The day in Chinese; an inferred or unknown year is said to be one: 2021年8月12日〔年份推定〕.
  var chinese: String { chineseDay + (chineseDoubt.map { "〔\($0)〕" } ?? "") }

  /// The day in Chinese, with its year where that is known.
  var chineseDay: String { (year.map { "\($0)年" } ?? "") + "\(month)月\(day)日" }

  /// What is to be said of the year; `nil` when it was printed.
  var chineseDoubt: String? { year == nil ? "年份不详" : yearIsInferred ? "年份推定" : nil }
}
