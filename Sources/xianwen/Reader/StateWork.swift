import Foundation
import ReaderUI

/// Keeps what the reader remembers (read marks, the last place) in the state folder. Losing it costs no work, so a folder that cannot be
/// written is no error: the reader still reads.
final class StateWork: Sendable {
  /// What was remembered for one set of paths.
  private struct Entry: Codable {
    let paths: [String]
    let session: Session
  }

  private let folder: String?
  private let paths: [String]
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "xianwen.state", qos: .utility)
  /// So many archives' last places are kept, the latest first.
  private static let archives = 30

  init(folder: String?, paths: [String], mailbox: Mailbox) {
    self.folder = folder
    self.paths = paths.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    self.mailbox = mailbox
  }

  private var marksFile: String? { folder.map { $0 + "/read" } }
  private var sessionsFile: String? { folder.map { $0 + "/sessions.json" } }

  /// Reads everything and hands it over as events.
  func load() {
    queue.async { [self] in
      if let marksFile, let data = FileManager.default.contents(atPath: marksFile) {
        mailbox.post(.readMarks(ReadMarks(Self.marks(in: data))))
      }
      if let entry = entries().first(where: { $0.paths == paths }) { mailbox.post(.restored(entry.session)) }
    }
  }

  /// The ids in a file of marks: one a line, with a `-` before those that were marked unread again.
  private static func marks(in data: Data) -> Set<UInt64> {
    var marks: Set<UInt64> = []
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let isUnread = line.first == UInt8(ascii: "-")
      let digits = isUnread ? line.dropFirst() : line
      guard let id = UInt64(String(decoding: digits, as: UTF8.self), radix: 16) else { continue }
      if isUnread { marks.remove(id) } else { marks.insert(id) }
    }
    return marks
  }

  /// Adds a mark to the end of the file, so that two copies of the program do not lose each other's.
  func mark(_ id: UInt64, isRead: Bool) {
    queue.async { [self] in
      guard let folder, let marksFile else { return }
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let file = open(marksFile, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard file >= 0 else { return }
      let line = Array(((isRead ? "" : "-") + String(id, radix: 16) + "\n").utf8)
      _ = write(file, line, line.count)
      close(file)
    }
  }

  /// Remembers the last place and waits until that is done.
  func save(_ session: Session) {
    queue.sync {
      guard let folder, let sessionsFile else { return }
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let others = entries().filter { $0.paths != paths }
      let all = [Entry(paths: paths, session: session)] + others.prefix(Self.archives - 1)
      guard let data = try? JSONEncoder().encode(all) else { return }
      try? data.write(to: URL(fileURLWithPath: sessionsFile), options: .atomic)
    }
  }

  private func entries() -> [Entry] {
    guard let sessionsFile, let data = FileManager.default.contents(atPath: sessionsFile) else { return [] }
    return (try? JSONDecoder().decode([Entry].self, from: data)) ?? []
  }
}
