import NewsModel
import ReaderUI

extension Digest {
  /// Cells per line of a text digest unless asked for otherwise: 36 Han, which a mail or a printed page takes.
  static let standardColumns = 72

  /// The digest as plain text, its lines broken by the rules of Chinese setting.
  func text(columns: Int) -> String {
    plainText(columns: columns) { paragraph, columns in
      let set = Typesetter(width: columns).set(paragraph)
      return set.lines.map { set.text(of: $0) }
    }
  }
}
