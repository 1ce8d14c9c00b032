import NewsModel

extension AppState {
  /// Opens the menu of what can be copied of the chosen article.
  mutating func beginCopying() {
    guard let view = article, let citation = citation else { return }
    var items: [Chooser.Item] = []
    func add(_ key: Unicode.Scalar, _ what: Phrase, _ text: String) {
      guard !text.isEmpty else { return }
      items.append(
        Chooser.Item(label: what[language], detail: preview(of: text), key: key, choice: .copy(text, what)))
    }
    add("p", Phrase("这一段", "this paragraph"), view.paragraphInView)
    add("t", Phrase("标题", "headline"), view.document.title)
    add("c", Phrase("引文（编辑部格式）", "citation, newsroom form"), citation.newsroom)
    add("n", Phrase("引文（GB/T 7714）", "citation, GB/T 7714 [N]"), citation.gbt7714)
    add("a", Phrase("全文", "whole article"), view.document.plainText)
    open(Chooser(language("复制", "Copy"), items))
  }

  /// The beginning of a text, to tell what it is; the menu cuts it to its width.
  private func preview(of text: String) -> String {
    text.prefix(60).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The citation of what is chosen.
  private var citation: Citation? {
    switch chosen {
    case .article(let reference):
      return catalog[reference].map { Citation($0, facts: catalog.facts(of: $0)) }
    case .clipping(let id):
      return clippings.clipping(id: id).map { Citation($0.assuming(paper: settings.digest.paper)) }
    case nil: return nil
    }
  }

  /// Opens the editor where the chosen article, or the paragraph in view, begins in its file, or at the first line shown of the page.
  mutating func editSource() -> [Effect] {
    guard let article = chosenArticle else {
      message = Message(text: language("这篇剪报的原文没有打开", "this clipping's page is not open"))
      return []
    }
    guard article.file != PageFile.standardInput else {
      message = Message(text: language("标准输入没有文件可编辑", "standard input is no file to edit"))
      return []
    }
    guard !PageFile(path: article.file, byteCount: 0).isExtracted else {
      message = Message(
        text: language("\(article.file.name) 不是文本，没有文字可以编辑", "\(article.file.name) has no text to edit"))
      return []
    }
    if focus == .source { return [.edit(file: article.file, line: source?.line(ofRow: scroll) ?? 1)] }
    let part = focus == .article ? self.article?.partInView : nil
    // A paragraph mended across a break begins where it is read first, which may lie below its end.
    let line = part.map { article.parts[$0].lines.first?.first } ?? article.parts.flatMap(\.lines).map(\.first).min()
    return [.edit(file: article.file, line: line ?? 1)]
  }
}

extension ArticleView {
  /// The block that the user is reading: that of the current match, else the first paragraph that begins on the screen, else the one
  /// on top.
  private var blockInView: Int? {
    guard !document.blocks.isEmpty else { return nil }
    if let match = current.map({ matches[$0] }),
      isVisible(TextPosition(block: match.block, scalar: match.range.lowerBound))
    {
      return match.block
    }
    let isText: (Int) -> Bool = { !document.blocks[$0].isTitle && document.blocks[$0].part != nil }
    let begun = visibleRows().first { $0.line == 0 && isText($0.block) }?.block
    return begun ?? top.block
  }

  /// The text of the paragraph in view.
  var paragraphInView: String { blockInView.map { document.blocks[$0].text } ?? "" }

  /// The part of the article that the paragraph in view comes from.
  var partInView: Int? { blockInView.flatMap { document.blocks[$0].part } }
}

extension Document {
  /// The article's own text, a paragraph a line.
  var plainText: String { blocks.filter { $0.part != nil }.map(\.text).joined(separator: "\n") }
}
