import NewsModel

extension AppState {
  /// Asks for the day of the chosen article.
  mutating func beginDating() {
    guard let article = takeChosenArticle() else { return }
    prompt = Prompt(.date, text: article.date?.description ?? "")
  }

  /// Gives the article the day that was typed; an empty line lets the text decide again, `-` says that no day is known.
  mutating func acceptDate(_ text: String) -> [Effect] {
    guard let article = subject?.article else { return [] }
    let undo =
      article.isDatedByUser
      ? Effect.correctDate(article, subject?.facts, article.date) : .uncorrect(id: PlaceCorrections.dateID(of: article))
    let redo: Effect
    let told: String
    let typed = text.filter { !$0.isWhitespace }
    if typed.isEmpty {
      guard article.isDatedByUser else {
        prompt = nil
        return []
      }
      redo = .uncorrect(id: PlaceCorrections.dateID(of: article))
      told = language("日期由程序判断；u 撤销", "dated as the program says; u takes it back")
    } else if typed == "-" || typed == "无" {
      redo = .correctDate(article, subject?.facts, nil)
      told = language("没有日期；u 撤销", "no date; u takes it back")
    } else if let date = NewsDate(typed: typed) {
      redo = .correctDate(article, subject?.facts, date)
      told = language("日期：\(date)；u 撤销", "dated \(date); u takes it back")
    } else {
      prompt?.complaint = Phrase("要写成 2021-08-11 或 8月11日：", "write 2021-08-11 or --08-11: ")
      return []
    }
    prompt = nil
    changes.record(ChangeLog.Change(undo: [undo], redo: [redo]))
    message = Message(text: told)
    return [redo]
  }
}
