import Foundation

/// Another program that is asked the same.
protocol Peer: Sendable {
  /// What it is called in the tables, and by `--peers`.
  var name: String { get }
  /// Builds what it needs and answers.
  ///
  /// - Returns: `nil` when it is not installed.
  func run(_ task: PeerTask) -> PeerAnswers?
}

/// What peers are asked.
struct PeerTask {
  /// The folder of the pages.
  let folder: String
  let corpus: Corpus
  /// The queries that consist of texts, by their place in the corpus's, in the order in which they are asked: every fifth first, so that
  /// all classes have answers when time is over early.
  let queries: [(number: Int, query: Corpus.Query)]
  /// Seconds that building may take, and again answering.
  let limit: Double

  init(_ corpus: Corpus, folder: String, limit: Double) {
    (self.corpus, self.folder, self.limit) = (corpus, folder, limit)
    let textual = corpus.queries.enumerated().filter { !$0.element.terms.isEmpty }.map { (number: $0, query: $1) }
    queries = (0..<5).flatMap { first in stride(from: first, to: textual.count, by: 5).map { textual[$0] } }
  }

  /// Answers query by query until the time is over.
  func answer(_ ask: (Corpus.Query) -> (milliseconds: Double, pages: Int)?) -> [PeerAnswer] {
    let start = ContinuousClock.now
    var answers: [PeerAnswer] = []
    for (number, query) in queries where start.duration(to: .now).inSeconds < limit {
      guard let (milliseconds, pages) = ask(query) else { continue }
      answers.append(PeerAnswer(number: number, milliseconds: milliseconds, pages: pages))
    }
    return answers
  }
}

/// What one query took and found.
struct PeerAnswer {
  /// The place of the query in the corpus's.
  let number: Int
  let milliseconds: Double
  /// Pages found.
  let pages: Int
}

/// What a peer did.
struct PeerAnswers {
  /// How it made its index; `nil` when it has none.
  struct Build {
    let taken: Taken
    /// Bytes of text it took in; fewer than there are when it was stopped.
    let bytes: Int
    /// The most memory of its process, in bytes.
    let peakMemory: Int
  }

  var build: Build?
  var answers: [PeerAnswer] = []
}
