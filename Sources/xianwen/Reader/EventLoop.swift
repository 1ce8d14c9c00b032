import NewsModel
import Platform
import ReaderTerminal
import ReaderUI

/// Takes events one by one, lets `update` decide, runs the effects and draws. Holds no rules of its own.
final class EventLoop {
  private let terminal: Terminal
  private let mailbox: Mailbox
  private let libraryWork: LibraryWork
  private let searchWork: SearchWork
  private let clippingWork: ClippingWork
  private let filingWork: CorrectionWork
  private let issueWork: CorrectionWork
  private let deskWork: DeskWork
  private let stateWork: StateWork
  private let topicWork: TopicWork
  private let watch: FileWatch
  private let attention = Attention()
  private let notices: [String]
  private var state: AppState
  /// The day that the reader was told.
  private var day: NewsDate?
  private var hasEnded = false
  private(set) var exitCode = Outcome.done.rawValue
  /// The folder to begin anew with, once this loop has ended.
  private(set) var nextFolder: FilePath?
  /// What could not be kept, a line each, to be told when the terminal is the shell's again.
  private(set) var unsaved: [String] = []
  private var failure: ReaderError?
  /// Keys that have come in one go are obeyed before the next frame, so many of them at most.
  private static let keysPerFrame = 64

  init(terminal: Terminal, paths: [FilePath], options: ReaderOptions) {
    self.terminal = terminal
    state = AppState(settings: options.settings)
    mailbox = Mailbox(waker: terminal.waker)
    let searched = Shared(SearchedLibrary())
    libraryWork = LibraryWork(
      paths: paths, options: options, mailbox: mailbox, searched: searched, attention: attention)
    stateWork = StateWork(folder: options.state, paths: paths, mailbox: mailbox)
    searchWork = SearchWork(mailbox: mailbox, searched: searched, history: stateWork.history)
    clippingWork = ClippingWork(path: options.clippings, mailbox: mailbox, language: options.settings.language)
    let (work, language) = (libraryWork, options.settings.language)
    filingWork = CorrectionWork(
      path: options.corrections, what: Phrase("归类的改动", "where you file articles"), mailbox: mailbox, language: language,
      take: { work.corrections.value = PlaceCorrections($0) }, show: { work.correct() })
    issueWork = CorrectionWork(
      path: options.issues, what: Phrase("刊期的更正", "what you say of issues"), mailbox: mailbox, language: language,
      take: { work.issueCorrections.value = IssueCorrections($0) }, show: { work.correct() })
    topicWork = TopicWork(
      path: options.topics, mailbox: mailbox, searched: searched, history: stateWork.history,
      language: options.settings.language)
    libraryWork.follow.value = { [clippingWork, filingWork] succession, facts in
      filingWork.follow(succession, facts)
      clippingWork.follow(succession, facts)
    }
    deskWork = DeskWork(options: options, mailbox: mailbox)
    watch = FileWatch(paths: paths, permitted: options.permittedTools) { [mailbox] in mailbox.post(.filesChanged) }
    notices = options.notices
  }

  /// Runs until the user quits or the terminal goes away.
  ///
  /// - Throws: `ReaderError` when there is nothing to read.
  func run() throws {
    // The first frame comes before anything is read.
    handle(.resized(terminal.size))
    if state.isMouseOn { terminal.setMouse(true) }
    draw()
    filingWork.load()
    issueWork.load()
    libraryWork.load(0)
    clippingWork.load()
    stateWork.load()
    topicWork.load()
    watch.start()
    for notice in notices { handle(.failed(notice)) }
    loop()
    unsaved = [clippingWork.finish(), filingWork.finish(), issueWork.finish(), libraryWork.repairs.finish()]
      .compactMap(\.self)
    if failure == nil { stateWork.save(state.session) }
    if let failure { throw failure }
  }

  private func loop() {
    while !hasEnded {
      var event = terminal.nextEvent()
      for _ in 0..<Self.keysPerFrame {
        take(event)
        if hasEnded { return }
        event = terminal.nextEvent(timeout: 0)
        if event == .timeout { break }
      }
      take(event)
      if !hasEnded { draw() }
    }
  }

  private func draw() {
    handle(.drawing)
    terminal.draw(render(state, size: terminal.size))
  }

  private func take(_ event: Terminal.Event) {
    switch event {
    case .key(.resize): handle(.resized(terminal.size))
    case .key(let key):
      // Queries count from the day on which they are typed.
      if let today = NewsDate.today, today != day {
        day = today
        handle(.today(today))
      }
      attention.note()
      handle(.key(key))
    case .wake:
      for event in mailbox.take() { handle(event) }
      for text in deskWork.takeTexts() { terminal.setClipboard(text) }
    case .timeout: break
    case .ending(let signal):
      hasEnded = true
      // What a shell says of a program that a signal ended.
      exitCode = 128 + signal
    }
  }

  private func handle(_ event: Event) {
    for effect in update(&state, event) { run(effect) }
  }

  private func run(_ effect: Effect) {
    switch effect {
    case .load(let number):
      libraryWork.load(number)
      topicWork.load()
    case .reread(let file, let number): libraryWork.reread(file, number)
    case .open(let folder):
      nextFolder = folder
      hasEnded = true
    case .stopLoading: libraryWork.stop()
    case .group(let facet, let order, let catalog): libraryWork.group(facet, order, catalog)
    case .search(let request): searchWork.start(request)
    case .locate(let id, let query, let article): searchWork.locate(id: id, query, article)
    case .cancelSearch: searchWork.cancel()
    case .concordance(let request): searchWork.makeConcordance(request)
    case .table(let answer): searchWork.makeTable(answer)
    case .offers(let request): searchWork.findOffers(request)
    case .snippets(let query, let articles, let answer): searchWork.makeSnippets(query, articles: articles, of: answer)
    case .filter(let id, let query): searchWork.filter(id: id, query)
    case .keep(let clipping, let next): clippingWork.keep(clipping, before: next)
    case .keepArticle(let article, let facts, let book): clippingWork.keep(article, facts, book: book)
    case .discard(let id, let book): clippingWork.discard(id: id, book: book)
    case .rebook(let id, let from, let to): clippingWork.rebook(id: id, from: from, to: to)
    case .correct(let article, let facts, let place):
      filingWork.keep(PlaceCorrections.record(of: article, facts: facts, place: place, added: Date()))
    case .correctDate(let article, let facts, let date):
      filingWork.keep(PlaceCorrections.record(of: article, facts: facts, date: date, added: Date()))
    case .uncorrect(let id): filingWork.forget(id: id)
    case .correctIssue(let article, let issue):
      issueWork.keep(IssueCorrections.record(of: article, issue, added: Date()))
    case .uncorrectIssue(let id): issueWork.forget(id: id)
    case .repair(let file, let repairs): libraryWork.repairs.repair(file, repairs)
    case .unrepair(let file, let repairs): libraryWork.repairs.unrepair(file, repairs)
    case .annotate(let id, let note, let tags): clippingWork.annotate(id: id, note: note, tags: tags)
    case .markText(let id, let marks): clippingWork.mark(id: id, marks)
    case .fileClipping(let id, let place): clippingWork.file(id: id, place)
    case .moveClipping(let id, let next): clippingWork.move(id: id, before: next)
    case .filterClippings(let id, let query, let clippings, let version):
      searchWork.filter(id: id, query, clippings, version: version)
    case .recognise(let clippings, let catalog): libraryWork.recognise(clippings, catalog)
    case .writeDigest(let path, let digest): deskWork.writeDigest(path, digest)
    case .findTopics(let request): topicWork.find(request)
    case .keepTopic(let name, let query): topicWork.keep(name, query)
    case .copy(let text, let what): deskWork.copy(text, what)
    case .edit(let file, let line): edit(file, line)
    case .pipe(let command, let text): pipe(command, text)
    case .noteArrivals(let ids, let day): stateWork.noteArrivals(ids, day)
    case .markRead(let id, let isRead): stateWork.mark([id], isRead: isRead)
    case .markAllRead(let ids, let isRead): stateWork.mark(ids, isRead: isRead)
    case .showScan(let file, let page): deskWork.showScan(of: file, page: page)
    case .readSource(let file): readSource(file)
    case .redraw: terminal.redrawFully()
    case .mouse(let isOn): terminal.setMouse(isOn)
    case .suspend: terminal.suspend()
    case .quit: hasEnded = true
    case .fail(let line):
      failure = ReaderError(description: line)
      hasEnded = true
    }
  }

  /// Opens a page in the user's editor; `+LINE` is what vi, Emacs, nano and their kin take.
  private func edit(_ file: FilePath, _ line: Int) {
    // The editor is shell text, as for git(1): `vim -c "set nu"`.
    let script = "eval \"${VISUAL:-${EDITOR:-vi}} \\\"\\$@\\\"\""
    guard let before = FileStamp(of: file) else {
      return handle(
        .failed(
          language("\(file.shown)：文件已经不在；R 重新读入全部", "\(file.shown): the file is gone; R reads all files again")))
    }
    // A name that begins with a dash is a file all the same.
    let path = file.encoded.hasPrefix("-") ? FilePath(".").appending(file) : file
    let status = terminal.run(["/bin/sh", "-c", script, "xianwen", "+\(line)"].map { Array($0.utf8) } + [path.bytes])
    if FileStamp(of: file) != before { handle(.edited(file: file)) }
    if status != 0 {
      handle(.failed(language("编辑器以 \(status) 结束；$EDITOR 写对了吗", "the editor ended with \(status); is $EDITOR right?")))
    }
    handle(.resized(terminal.size))
  }

  private func pipe(_ command: String, _ text: String) {
    let farewell = language("[按 Enter 回到县闻]", "[Enter leads back to xianwen]")
    let status = terminal.run(
      ["/bin/sh", "-c", command].map { Array($0.utf8) }, input: Array(text.utf8), farewell: farewell)
    handle(
      status == 0
        ? .told(language("“\(command)”完成", "“\(command)” is done"))
        : .failed(language("“\(command)”以 \(status) 结束", "“\(command)” ended with \(status)")))
    handle(.resized(terminal.size))
  }

  private var language: Language { state.settings.language }

  private func readSource(_ file: FilePath) {
    DispatchQueue.global(qos: .userInitiated).async { [mailbox, language] in
      do throws(LibraryError) {
        mailbox.post(.source(file: file, page: SourcePage(try TextFile.read(file, permitted: PrintTool.all))))
      } catch {
        mailbox.post(.noSource(file: file, error.text[language]))
      }
    }
  }
}
