import NewsModel
import Platform
import ReaderUI

/// Keeps what the reader remembers (read marks, the last place) in the state folder. Losing it costs no work, so a folder that cannot be
/// written is no error: the reader still reads.
final class StateWork: Sendable {
  /// What was remembered for one set of paths.
  private struct Entry: Codable {
    /// As `FilePath.encoded` has them.
    let paths: [String]
    let session: Session
  }

  /// `nil` when no folder for it is known.
  private let marks: NewsModel.ReadMarks?
  private let sessions: StateFile?
  private let folder: FilePath?
  /// When articles came and were read, for searches.
  let history = Shared(ReadingHistory())
  private let paths: [FilePath]
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "xianwen.state", qos: .utility)
  /// So many archives' last places are kept, the latest first.
  private static let archives = 30

  init(folder: FilePath?, paths: [FilePath], mailbox: Mailbox) {
    self.folder = folder
    marks = folder.map { NewsModel.ReadMarks(folder: $0) }
    sessions = folder.map { StateFile(path: $0.appending("sessions.json")) }
    self.paths = paths
    self.mailbox = mailbox
  }

  /// The paths as they are from wherever the program is started.
  private var fullPaths: [String] { paths.map { $0.absolute.encoded } }

  /// Reads everything and hands it over as events.
  func load() {
    queue.async { [self] in
      if let ids = try? marks?.load() {
        mailbox.post(.readMarks(ReaderUI.ReadMarks(Set(ids.compactMap { UInt64($0, radix: 16) }))))
      }
      if let days = marks?.readDays, !days.isEmpty {
        history.change { $0.reads.merge(days) { own, _ in own } }
        mailbox.post(.readDays(days))
      }
      let (paths, entries) = (fullPaths, entries())
      if let isOn = entries.lazy.compactMap(\.session.mouse).first { mailbox.post(.mouse(isOn)) }
      if let entry = entries.first(where: { $0.paths == paths }) { mailbox.post(.restored(entry.session)) }
      if sessions != nil, entries.isEmpty { mailbox.post(.firstRun) }
    }
  }

  /// Finds out which articles were never there before, and remembers that they are there since `day`.
  func noteArrivals(_ ids: [UInt64], _ day: NewsDate) {
    queue.async { [self] in
      guard let folder else { return }
      let log = ArrivalLog(folder: folder, readerOf: paths.map(\.absolute))
      var seen = log.known()
      let new = ids.filter { seen.insert($0).inserted }
      history.change { $0.arrivals.merge(log.days) { own, _ in own } }
      // What cannot be written is new the next time again.
      if log.isFirst {
        try? log.begin(with: new)
      } else if !new.isEmpty {
        try? log.add(new, on: day)
        history.change { history in for id in new { history.arrivals[id] = day } }
        mailbox.post(.arrived(new))
      }
    }
  }

  /// Remembers that articles were read, or were not.
  func mark(_ ids: [UInt64], isRead: Bool) {
    let today = NewsDate.today
    history.change { history in for id in ids { history.reads[id] = isRead ? today : nil } }
    queue.async { [self] in
      // A mark that cannot be written counts until the program ends.
      try? marks?.mark(ids.map(Article.id), isRead: isRead, on: today)
    }
  }

  /// Remembers the last place, and marks that could not be written before, and waits until that is done.
  func save(_ session: Session) {
    queue.sync {
      try? marks?.retry()
      let paths = fullPaths
      let others = entries().filter { $0.paths != paths }
      let all = [Entry(paths: paths, session: session)] + others.prefix(Self.archives - 1)
      guard let data = try? JSONEncoder().encode(all) else { return }
      try? sessions?.write(Array(data))
    }
  }

  private func entries() -> [Entry] {
    guard let bytes = sessions?.read() else { return [] }
    return (try? JSONDecoder().decode([Entry].self, from: Data(bytes))) ?? []
  }
}
