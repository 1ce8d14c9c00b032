import NewsModel

extension AppState {
  /// Writes a note on what is chosen, keeping it as a clipping first if it is none.
  mutating func acceptNote(_ text: String) -> [Effect] {
    annotate { ($0.note, $0.tags) = (text, $0.tags) }
  }

  /// Gives what is chosen these tags, keeping it as a clipping first if it is none.
  mutating func acceptTags(_ text: String) -> [Effect] {
    var tags: [String] = []
    for tag in Clipping.tags(in: text) where !tags.contains(tag) { tags.append(tag) }
    return annotate { ($0.note, $0.tags) = ($0.note, tags) }
  }

  private mutating func annotate(_ change: (inout (note: String, tags: [String])) -> Void) -> [Effect] {
    guard let subject else { return [] }
    let id = subject.id
    let kept = clippings.clipping(id: id)
    let before = (note: kept?.note ?? "", tags: kept?.tags ?? [])
    var after = before
    change(&after)
    guard after != before else { return [] }
    var (redo, undo): ([Effect], [Effect]) = ([], [])
    if let kept {
      redo = [.annotate(id: kept.id, note: after.note, tags: after.tags)]
      undo = [.annotate(id: kept.id, note: before.note, tags: before.tags)]
    } else if let article = subject.article {
      redo = [.keepArticle(article, subject.facts, book: book), .annotate(id: id, note: after.note, tags: after.tags)]
      undo = [.discard(id: id, book: book)]
    }
    changes.record(ChangeLog.Change(undo: undo, redo: redo))
    message = Message(
      text: kept == nil
        ? language("已收进剪报并记下", "kept, with what you wrote") : language("已记下；u 撤销", "noted; u takes it back"))
    return redo
  }

  /// Moves the chosen clipping one row up or down in the list, and so in the digest.
  mutating func moveClipping(_ step: Int) -> [Effect] {
    guard list.showsClippings, let selected = list.selected else {
      message = Message(text: language("只有剪报册里能移动（M）", "only clippings can be moved: M lists them"))
      return []
    }
    let target = list.cursor.selected + step
    guard list.rows.indices.contains(target) else { return [] }
    let all = clippings.kept.map(\.clipping.id)
    // In front of the one above, or in front of the one that follows the one below.
    let next = Int(list.rows[target]) + (step > 0 ? 1 : 0)
    let id = all[selected]
    func effect(before index: Int) -> Effect {
      .moveClipping(id: id, before: all.indices.contains(index) ? all[index] : nil)
    }
    let redo = effect(before: next)
    changes.record(ChangeLog.Change(undo: [effect(before: selected + 1)], redo: [redo]))
    return [redo]
  }

  /// Asks where to write the digest.
  mutating func beginDigest() {
    guard !listedClippings.isEmpty else {
      message = Message(
        text: clippings.count == 0
          ? language("还没有剪报：按 m 收进来", "no clippings yet: m keeps an article")
          : language("列出的没有一篇是剪报：按 m 收进来", "none of those listed is a clipping: m keeps an article"))
      return
    }
    prompt = Prompt(.digest, text: language("剪报.html", "digest.html"))
  }

  /// The clippings that a digest is made of, in its order: those among the results of a search, those in the list of clippings, and from
  /// anywhere else all.
  var listedClippings: [Clipping] {
    if let search, search.showsResults {
      guard let answer = search.answer else { return [] }
      let ids = answer.hits.compactMap { catalog[answer.reference(to: $0.article)]?.id }
      return Set(ids.compactMap { clippings.index(ofID: $0) }).sorted().map { clippings[$0] }
    }
    return list.showsClippings ? list.rows.map { clippings[Int($0)] } : clippings.kept.map(\.clipping)
  }

  /// Takes the file for the digest, and asks for its title: the file's name unless the user types another.
  mutating func acceptDigest(_ path: String) -> [Effect] {
    // Blanks inside are part of the name, however many.
    let path = String(path.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    guard !path.isEmpty else { return [] }
    let name = FilePath(path).name
    let words = name.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count > 1, let ending = words.last?.lowercased(),
      ["html", "htm", "md", "markdown", "txt"].contains(ending)
    else {
      prompt = Prompt(.digest, text: path)
      prompt?.complaint = Phrase("只写 .html .md .txt（Word 可开 .html）：", "only .html (for Word too), .md, .txt: ")
      return []
    }
    prompt = Prompt(.digestTitle(path: path), text: words.dropLast().joined(separator: "."))
    return []
  }

  /// Writes the digest of the clippings listed.
  func writeDigest(_ path: String, title: String) -> [Effect] {
    let (chosen, style) = (listedClippings, settings.digest)
    let digest =
      title.allSatisfy(\.isWhitespace)
      ? Digest(clippings: chosen, style: style) : Digest(title: title, clippings: chosen, style: style)
    return [.writeDigest(path: path, digest)]
  }

  /// Changes what a digest says while its file or title is typed.
  mutating func changeDigestStyle(_ key: Key) -> Bool {
    switch key {
    case .tab: settings.digest.notes = settings.digest.notes.next
    case .control("t"): settings.digest.form = settings.digest.form.next
    case .backTab: settings.digest.source = settings.digest.source.next
    default: return false
    }
    return true
  }

  /// Hands the article's text to a command.
  mutating func acceptPipe(_ command: String) -> [Effect] {
    guard let document = article?.document, !command.allSatisfy(\.isWhitespace) else { return [] }
    return [.pipe(command: command, text: document.plainText + "\n")]
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one, the first after the last.
  fileprivate var next: Self {
    let cases = Array(Self.allCases)
    return cases[((cases.firstIndex(of: self) ?? 0) + 1) % cases.count]
  }
}
