import NewsModel

extension PartRole {
  /// The role in a word or two.
  public func name(_ language: Language) -> String {
    switch self {
    case .section: language("栏目", "section")
    case .kicker: language("引题", "kicker")
    case .headline: language("标题", "headline")
    case .deck: language("副题", "deck")
    case .byline: language("署名", "byline")
    case .body: language("正文", "body")
    case .subhead: language("小标题", "subhead")
    case .caption: language("图片说明", "caption")
    case .credit: language("图片署名", "credit")
    case .pullquote: language("提要", "pull quote")
    }
  }
}
