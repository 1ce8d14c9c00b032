import NewsModel

extension StoryJump {
  /// What stands at the seam.
  public func told(_ language: Language) -> String {
    language("〔接第\(page)版〕", "[continued on page \(page)]")
  }

  /// Why the pieces are one story.
  public func explanation(_ language: Language) -> String {
    let words = reasons.map { reason in
      switch reason {
      case .onlyOne: language("只有这两处互指", "no other piece names these pages")
      case .headline: language("标题呼应", "the headlines agree")
      case .sentence: language("句子没有完", "the sentence goes on")
      }
    }
    return language("：两处写明了彼此的版次", ": each names the page of the other")
      + words.map { language("，", ", ") + $0 }.joined()
  }
}
