import Foundation

/// A program that looks through the files for each query anew: a process for each text, over all files.
struct ProcessPeer: Peer {
  let name: String
  /// What comes before the text and the folder.
  let arguments: [String]

  static let ripgrep = ProcessPeer(
    name: "rg", arguments: ["-F", "-l", "--no-ignore", "--no-messages", "-g", "*.txt", "-g", "*.md"])
  static let grep = ProcessPeer(name: "grep", arguments: ["-rFl", "--include=*.txt", "--include=*.md"])

  func run(_ task: PeerTask) -> PeerAnswers? {
    guard let program = Child.find(name) else { return nil }
    return PeerAnswers(
      answers: task.answer { query in
        Self.ask(query, limit: task.limit) { text in
          Child.run(program, arguments + ["--", text, task.folder], limit: task.limit)
        }
      })
  }

  /// The pages that hold all texts of a query, by a program that writes a line for each file that holds one.
  static func ask(
    _ query: Corpus.Query, limit: Double, _ run: (String) -> Child.Outcome?
  ) -> (milliseconds: Double, pages: Int)? {
    var pages: Set<Substring>?
    let (taken, isWhole) = seconds {
      for text in query.terms {
        guard let outcome = run(text), !outcome.wasStopped else { return false }
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        let found = Set(lines.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") })
        pages = pages?.intersection(found) ?? found
      }
      return true
    }
    return isWhole ? (taken * 1000, pages?.count ?? 0) : nil
  }
}

/// Russ Cox's codesearch: an index of trigrams of bytes on disk, which says which files to look at. It leaves out files with long lines or
/// with many different trigrams.
struct CodeSearchPeer: Peer {
  let name = "codesearch"

  func run(_ task: PeerTask) -> PeerAnswers? {
    guard let cindex = Child.find("cindex"), let csearch = Child.find("csearch") else { return nil }
    let index = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-bench-\(UUID().uuidString)")
    let environment = ["CSEARCHINDEX": index.path]
    defer {
      // Beside the index it leaves what it wrote it from.
      for suffix in ["", "~"] { try? FileManager.default.removeItem(atPath: index.path + suffix) }
    }
    guard let built = Child.run(cindex, ["-reset", task.folder], environment: environment, limit: task.limit) else {
      return nil
    }
    let bytes = task.corpus.byteCount
    var answers = PeerAnswers()
    answers.build = PeerAnswers.Build(
      taken: built.taken, bytes: built.wasStopped ? 0 : bytes, peakMemory: built.peakMemory)
    if built.wasStopped { return answers }
    answers.answers = task.answer { query in
      ProcessPeer.ask(query, limit: task.limit) { text in
        Child.run(csearch, ["-l", Self.quoted(text)], environment: environment, limit: task.limit)
      }
    }
    return answers
  }

  /// A text as a regular expression that means just it.
  private static func quoted(_ text: String) -> String {
    text.map { $0.isASCII && !$0.isLetter && !$0.isNumber ? "\\\($0)" : String($0) }.joined()
  }
}

/// A scan of all pages in the memory of this process, byte for byte.
struct ScanPeer: Peer {
  let name = "scan"

  func run(_ task: PeerTask) -> PeerAnswers? {
    guard let pages = try? task.corpus.texts() else { return nil }
    return PeerAnswers(
      answers: task.answer { query in
        let (taken, found) = seconds { pages.count { page in query.terms.allSatisfy { page.holds($0) } } }
        return (taken * 1000, found)
      })
  }
}
