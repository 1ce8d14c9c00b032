import NewsModel

extension AppState {
  /// Begins a mark at the sentence of the current match, else at the first one on the screen; takes in one sentence more when pressed again.
  mutating func markSentence() -> [Effect] {
    guard let article else { return [] }
    if let marking {
      let count = sentences(of: marking.block).count
      let end = min(count - 1, marking.sentences.upperBound + 1)
      self.marking?.sentences = marking.sentences.lowerBound...max(marking.sentences.lowerBound, end)
      return []
    }
    var place = article.top
    if let current = article.current {
      place = TextPosition(block: article.matches[current].block, scalar: article.matches[current].range.lowerBound)
    }
    guard let start = sentence(at: place) else { return [] }
    marking = adopting(start)
    message = Message(
      text: language("j k 换句，s 延长，Enter 记下，x 去掉，Esc 不要", "j k move, s extends, Enter keeps, x removes, Esc cancels"))
    return []
  }

  /// Obeys a key while a sentence is being marked.
  ///
  /// - Returns: whether the key means something to it, and what is to be done. Any other key keeps the mark first.
  mutating func typeInMarking(_ key: Key) -> (isDone: Bool, effects: [Effect]) {
    guard marking != nil, focus == .article else { return (false, []) }
    switch key == .enter ? nil : settings.keymap.action(for: key, in: .article) {
    case nil where key == .enter: return (true, keepMark())
    case .markSentence: return (true, markSentence())
    case .removeMark: return (true, removeMark())
    case .down: return (true, moveMarking(by: 1))
    case .up: return (true, moveMarking(by: -1))
    case .escape:
      self.marking = nil
      return (true, [])
    default:
      return (false, keepMark())
    }
  }

  private mutating func moveMarking(by step: Int) -> [Effect] {
    guard let marking, let article else { return [] }
    var block = marking.block
    var sentence = (step > 0 ? marking.sentences.upperBound : marking.sentences.lowerBound) + step
    while !sentences(of: block).indices.contains(sentence) {
      block += step
      guard article.document.blocks.indices.contains(block) else { return [] }
      sentence = step > 0 ? 0 : sentences(of: block).count - 1
    }
    self.marking = adopting(Marking(block: block, sentences: sentence...sentence))
    let start = sentences(of: block)[sentence].lowerBound
    self.article?.reveal(TextPosition(block: block, scalar: start))
    return []
  }

  /// A marking, or that of the mark which stands there already.
  private func adopting(_ marking: Marking) -> Marking {
    let range = range(of: marking)
    guard let article,
      let index = article.marks.firstIndex(where: { $0.block == marking.block && $0.range.overlaps(range) })
    else { return marking }
    let sentences = sentences(of: marking.block)
    let touched = sentences.indices.filter { sentences[$0].overlaps(article.marks[index].range) }
    guard let first = touched.first, let last = touched.last else { return marking }
    return Marking(block: marking.block, sentences: first...last, changed: index)
  }

  /// The sentence at a place, or the first one behind it.
  private func sentence(at place: TextPosition) -> Marking? {
    guard let blocks = article?.document.blocks else { return nil }
    for block in place.block..<blocks.count {
      let from = block == place.block ? place.scalar : 0
      if let index = sentences(of: block).firstIndex(where: { $0.upperBound > from }) {
        return Marking(block: block, sentences: index...index)
      }
    }
    return nil
  }

  /// The sentences of a block of the text; none where it is no text of the article.
  private func sentences(of block: Int) -> [Range<Int>] {
    guard let block = article?.document.blocks[block], block.part != nil, !block.isTitle else { return [] }
    return Sentences.ranges(in: block.text)
  }

  /// The scalars that a marking takes in.
  func range(of marking: Marking) -> Range<Int> {
    let sentences = sentences(of: marking.block)
    guard sentences.indices.contains(marking.sentences.upperBound) else { return 0..<0 }
    return sentences[marking.sentences.lowerBound].lowerBound..<sentences[marking.sentences.upperBound].upperBound
  }

  private mutating func keepMark() -> [Effect] {
    guard let marking, let article, let part = article.document.blocks[marking.block].part else { return [] }
    let mark = TextMark(part: part, range: range(of: marking))
    self.marking = nil
    guard !mark.range.isEmpty else { return [] }
    return changeMarks(replacing: marking.changed) { $0.passage(of: mark) }
  }

  mutating func removeMark() -> [Effect] {
    guard let marking else {
      message = Message(text: language("先按 s 到要去掉的划线上", "s first, on the mark that is to go"))
      return []
    }
    self.marking = nil
    return marking.changed.map { changed in changeMarks(replacing: changed) { _ in nil } } ?? []
  }

  /// Changes the marks of the open article, which becomes a clipping if it is none.
  private mutating func changeMarks(replacing index: Int?, by make: (TextMarks) -> Passage?) -> [Effect] {
    guard let article, let id = chosenID, id == article.document.id || clippings.clipping(id: id) != nil else {
      return []
    }
    let kept = clippings.clipping(id: id)
    let parts = openArticle?.parts ?? kept?.parts ?? []
    let texts = TextMarks(parts)
    let before = kept?.marks ?? []
    let shown = texts.places(of: before)
    var after = before
    if let index, article.marks.indices.contains(index), shown.indices.contains(index) {
      after.removeAll { texts.places(of: [$0]).contains(shown[index]) }
    }
    if let passage = make(texts), !after.contains(passage) { after.append(passage) }
    guard after != before else { return [] }
    var (undo, redo): ([Effect], [Effect])
    if let kept {
      (undo, redo) = ([.markText(id: kept.id, before)], [.markText(id: kept.id, after)])
    } else {
      guard let open = openArticle else { return [] }
      redo = [.keepArticle(open, catalog.facts(of: open), book: book), .markText(id: open.id, after)]
      undo = [.discard(id: open.id, book: book)]
    }
    changes.record(ChangeLog.Change(undo: undo, redo: redo))
    message = Message(
      text: after.count > before.count
        ? kept == nil
          ? language("已收进剪报并划线；u 撤销", "kept, and marked; u takes it back")
          : language("已划线；u 撤销", "marked; u takes it back")
        : language("划线已改；u 撤销", "mark changed; u takes it back"))
    return redo
  }

  /// Goes from mark to mark.
  mutating func goToMark(forward: Bool) {
    guard let article else { return }
    guard !article.marks.isEmpty else {
      message = Message(text: language("这一篇没有划线：s 划一句", "no marks here: s marks a sentence"))
      return
    }
    let here = article.lastMark.map { article.marks.indices.contains($0) ? $0 : 0 }
    let next =
      here.map { $0 + (forward ? 1 : -1) }
      ?? (forward
        ? article.marks.firstIndex { ($0.block, $0.range.lowerBound) >= (article.top.block, article.top.scalar) }
        : article.marks.lastIndex { ($0.block, $0.range.lowerBound) < (article.top.block, article.top.scalar) })
      ?? (forward ? 0 : article.marks.count - 1)
    guard article.marks.indices.contains(next) else {
      message = Message(
        text: forward ? language("已是最后一处划线", "this is the last mark") : language("已是第一处划线", "this is the first mark"))
      return
    }
    self.article?.goToMark(next)
  }
}
