import Foundation

@testable import NewsModel
@testable import ReaderUI

/// The text of a configuration file, of `places.tsv`, and of the file of last places.
enum ConfigurationFuzz {
  static func run(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    switch kind % 3 {
    case 0: configuration(String(decoding: rest, as: UTF8.self))
    case 1: places(String(decoding: rest, as: UTF8.self))
    default: session(rest)
    }
  }

  private static func configuration(_ text: String) {
    let configuration = Configuration(parsing: text, file: "config")
    let lineCount = text.utf8.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let lines = configuration.diagnostics.compactMap(\.line) + configuration.keyLines.map(\.line)
    require(lines.allSatisfy { (1...lineCount).contains($0) }, "a line that is not there")
    require((10...200).contains(configuration.textWidth), "a width that nobody may set")
    var keymap = Keymap()
    for line in configuration.keyLines {
      do throws(RebindingError) { try keymap.rebind(line.action, to: line.keys) } catch { _ = error.description }
    }
    var state = AppState(settings: Settings(measure: configuration.textWidth, keymap: keymap))
    let size = Size(columns: 80, rows: 24)
    _ = update(&state, .resized(size))
    for notice in configuration.diagnostics { _ = update(&state, .failed(notice.text.chinese)) }
    _ = update(&state, .key("?"))
    PageFuzz.checkCells(of: render(state, size: size))
  }

  private static func places(_ text: String) {
    let places = UserPlaces(parsing: text, file: "places.tsv")
    guard !places.entries.isEmpty else { return }
    let filer = PlaceFiler(userPlaces: places)
    var library = Library()
    library.append([PageReader.read(text, file: "page.txt", byteCount: 0)])
    filer.file(&library)
  }

  private static func session(_ bytes: [UInt8]) {
    guard let session = try? JSONDecoder().decode(Session.self, from: Data(bytes)) else { return }
    let size = Size(columns: 100, rows: 30)
    var state = AppState(settings: Settings())
    _ = update(&state, .resized(size))
    _ = update(&state, .restored(session))
    PageFuzz.checkCells(of: render(state, size: size))
    _ = update(&state, .catalog(Catalog(load: 0, library: SamplePages.library)))
    for key in [Key.enter, "j", .pageDown, "k", "/", .up, .enter, .escape] {
      _ = update(&state, .key(key)) + update(&state, .drawing)
      PageFuzz.checkCells(of: render(state, size: size))
    }
  }
}
