import NewsModel
import Platform
import ReaderTerminal
import ReaderUI

/// Takes what the user selected out of the program, beside the event loop: onto the clipboard, into a digest.
final class DeskWork: Sendable {
  private let clipboard: Clipboard
  private let mailbox: Mailbox
  private let language: Language
  private let environment: [String: String]
  /// Texts that only the terminal itself can take.
  private let texts = Shared<[String]>([])
  private let image: ScanPath?
  private let viewCommand: String
  private let queue = DispatchQueue(label: "xianwen.desk", qos: .userInitiated)

  init(options: ReaderOptions, mailbox: Mailbox) {
    language = options.settings.language
    environment = options.environment
    clipboard = Clipboard(command: options.copyCommand, environment: options.environment, language: language)
    image = options.image
    viewCommand = options.viewCommand
    self.mailbox = mailbox
  }

  /// Shows the picture of a page by the user's command, which may run for as long as it likes.
  func showScan(of file: FilePath, page: String?) {
    guard let image else {
      return mailbox.post(
        .failed(
          language(
            "不知道原版图片在哪里；在配置里写 image = {folder}/{stem}.jpg",
            "where scans lie is not known; write image = {folder}/{stem}.jpg into the configuration")))
    }
    let path = image.path(of: file, page: page, environment: environment)
    guard path.exists else {
      return mailbox.post(
        .failed(
          language(
            "\(path.shown)：没有这个图片；看配置里的 image",
            "\(path.shown): there is no such picture; see image in the configuration")))
    }
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let script = ["/bin/sh", "-c", viewCommand + " \"$1\" >/dev/null 2>&1", "xianwen"].map { Array($0.utf8) }
      let status = Child.run(script + [path.bytes])
      if status == 0 { return }
      mailbox.post(
        .failed(
          language(
            "“\(viewCommand)”以 \(status) 结束；看配置里的 view",
            "“\(viewCommand)” ended with \(status); see view in the configuration")))
    }
  }

  /// Puts a text on the clipboard and says where it went.
  func copy(_ text: String, _ what: String) {
    queue.async { [self] in
      let count = text.unicodeScalars.count
      let size = language("\(what) \(count) 字", "\(what), \(count) characters")
      switch clipboard.take(text) {
      case .done(let target): mailbox.post(.told(language("已复制到 \(target)：\(size)", "copied to \(target): \(size)")))
      case .failed(let reason): mailbox.post(.failed(reason))
      case .askTerminal:
        texts.change { $0.append(text) }
        mailbox.post(
          .told(
            language("已交给终端的剪贴板（OSC 52）：\(size)", "handed to the terminal's clipboard (OSC 52): \(size)")))
      }
    }
  }

  /// The texts to ask the terminal for, once each.
  func takeTexts() -> [String] {
    texts.change { texts in
      defer { texts = [] }
      return texts
    }
  }

  /// Writes a digest in the form that the name ends with (Markdown unless it says otherwise). A file that is there stays: another name
  /// is made with a number.
  func writeDigest(_ name: String, _ digest: Digest) {
    queue.async { [self] in
      let url = URL(fileURLWithPath: Paths.expandingHome(name, environment: environment).encoded)
      let text =
        switch url.pathExtension.lowercased() {
        case "html", "htm": digest.html
        case "txt": digest.text(columns: Digest.standardColumns)
        default: digest.markdown
        }
      var number = 1
      while true {
        let path = Self.path(url, number)
        switch Self.write(Array(text.utf8), to: path) {
        case 0:
          return mailbox.post(
            .told(
              language("已写出 \(digest.count) 篇：\(path.shown)", "\(digest.count) clippings written: \(path.shown)"))
          )
        case EEXIST: number += 1
        case let code:
          let reason = SystemErrno(code: code).reason
          return mailbox.post(
            .failed(language("\(path.shown)：写不进去（\(reason)）", "\(path.shown): cannot be written (\(reason))")))
        }
      }
    }
  }

  /// The path of a file, from the second on with its number: `剪报-2.html`.
  private static func path(_ url: URL, _ number: Int) -> FilePath {
    let base = url.deletingPathExtension().lastPathComponent + (number > 1 ? "-\(number)" : "")
    let name = url.pathExtension.isEmpty ? base : base + "." + url.pathExtension
    return FilePath(encoded: url.deletingLastPathComponent().appendingPathComponent(name).path)
  }

  /// Writes a file that must not be there yet.
  ///
  /// - Returns: 0, or the system's number of what went wrong; then there is no file.
  private static func write(_ bytes: [UInt8], to path: FilePath) -> Int32 {
    let file = path.withPlatformString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard file >= 0 else { return errno }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Platform.write(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        let code = errno
        _ = path.withPlatformString { unlink($0) }
        return code
      }
    }
    return 0
  }
}
