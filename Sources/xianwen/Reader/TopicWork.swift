import NewsModel
import Platform
import ReaderUI

/// Reads and writes the file of topics, and finds their articles, beside the event loop.
final class TopicWork: Sendable {
  /// `nil` when no folder for it is known.
  private let file: TopicFile?
  private let mailbox: Mailbox
  private let searched: Shared<SearchedLibrary>
  private let history: Shared<ReadingHistory>
  private let language: Language
  private let latest = Shared(0)
  private let queue = DispatchQueue(label: "xianwen.topics", qos: .utility)

  init(
    path: FilePath?, mailbox: Mailbox, searched: Shared<SearchedLibrary>, history: Shared<ReadingHistory>,
    language: Language
  ) {
    file = path.map { TopicFile(path: $0) }
    self.mailbox = mailbox
    self.searched = searched
    self.history = history
    self.language = language
  }

  /// Reads the topics and hands them over; tells of lines that are none.
  func load() {
    queue.async { [self] in read() }
  }

  /// Gives a topic a query, or removes it, and hands over what there is then.
  func keep(_ name: String, _ query: String?) {
    queue.async { [self] in
      guard let file else {
        return mailbox.post(
          .failed(language("不知道专题存在哪里：没有 HOME", "no place for topics: HOME is not set")))
      }
      do {
        try file.set(name, query)
        let told =
          query == nil
          ? Phrase("去掉了专题：\(name)", "topic removed: \(name)") : Phrase("存成专题：\(name)", "topic kept: \(name)")
        mailbox.post(.told(told[language]))
      } catch {
        return mailbox.post(.failed(language(error)))
      }
      read()
    }
  }

  /// Finds the articles of the topics, unless they are asked for again.
  func find(_ request: TopicRequest) {
    latest.value = request.id
    queue.async { [self] in
      let library = searched.value
      // Once other articles are to be searched, the reader is about to be shown them, and asks again.
      guard latest.value == request.id, library.load == request.load else { return }
      var articles: [[Int32]?] = []
      for query in request.queries {
        guard
          let found = library.asked(by: query, history).searcher.find(
            query, isCancelled: { self.latest.value != request.id })
        else { return }
        articles.append(found.problem == nil ? found.articles.map(Int32.init) : nil)
      }
      mailbox.post(.topicArticles(articles, id: request.id, load: request.load))
    }
  }

  private func read() {
    guard let file else { return }
    do throws(LibraryError) {
      let topics = try file.read(today: .today)
      for diagnostic in topics.diagnostics { mailbox.post(.failed(diagnostic.text[language])) }
      mailbox.post(.topics(topics.entries))
    } catch {
      mailbox.post(.failed(error.text[language]))
    }
  }
}
