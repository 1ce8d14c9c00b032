import NewsModel
import ReaderUI

extension Command {
  static let issues = Command(
    name: "issues", options: [.gaps, .json, .issued],
    summary: Phrase("各报有哪些日子的报、缺哪些", "which issues of which papers are there, and which are missing"),
    details: Phrase(
      """
      每报一份月历：日:版数，后面有 - 的缺版，× 是缺的一期，· 是没有报的日子。缺哪些是按各报自己的出报规律推定的。
      --gaps 只列缺的。
      """,
      """
      A calendar of each paper: DAY:PAGES, - where pages are missing, × for an issue that is missing, · for a day without one. What is missing is inferred from each paper's own rhythm.
      --gaps lists only what is missing.
      """),
    run: { try $0.issues() })
}

extension Invocation {
  fileprivate func issues() throws -> Outcome {
    let holdings = Holdings(try library())
    let isGapsOnly = arguments.has(.gaps)
    if arguments.has(.json) {
      for paper in holdings.papers {
        let issues = paper.issues.filter { !isGapsOnly || $0.isMissing || !$0.missingPages.isEmpty }
        try output.jsonLines(issues) { issue, json in issue.write(of: paper, to: &json) }
      }
    } else {
      for (index, paper) in holdings.papers.enumerated() {
        if index > 0 { try output.endLine() }
        try output.line(paper.summary(language), .strong)
        if isGapsOnly { try printGaps(of: paper) } else { try printCalendar(of: paper) }
      }
    }
    if holdings.undated > 0 {
      notice(Phrase("\(holdings.undated) 篇文章不知刊期", "of \(holdings.undated) articles no issue is known"))
    }
    return holdings.papers.isEmpty ? .nothingFound : .done
  }

  private func printGaps(of paper: Holdings.Paper) throws {
    for issue in paper.issues where issue.isMissing || !issue.missingPages.isEmpty {
      try output.line("  " + issue.summary(language))
    }
  }

  private func printCalendar(of paper: Holdings.Paper) throws {
    try output.line("         " + HoldingsCalendar.heading(language), .faint)
    var month = ""
    for row in HoldingsCalendar(paper).rows {
      switch row {
      case .month(let name): month = name
      case .week(let days):
        let blank = String(repeating: " ", count: HoldingsCalendar.cellWidth)
        try output.line(month.padded(to: 9) + days.map { $0?.text ?? blank }.joined())
        month = ""
      }
    }
  }
}

extension HeldIssue {
  fileprivate func write(of paper: Holdings.Paper, to json: inout JSONWriter) {
    json.object { json in
      json.key("paper")
      json.value(paper.name)
      json.key("issued")
      json.value(day.description)
      json.key("pages")
      json.value(pages)
      json.key("articles")
      json.value(articles.count)
      json.key("missing")
      json.value(isMissing)
      json.key("missing_pages")
      json.value(missingPages)
    }
  }
}
