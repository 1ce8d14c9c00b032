import Foundation

/// Times the real program beside this one in a terminal of its own: from its start to its first whole screen, and from a key to its
/// frame while it loads.
struct StartBenchmark {
  private let folder: String
  private let program: String
  /// A folder of our own for what the program keeps, so that nothing of the user's changes.
  private let home: URL

  /// How often each program is started, and how often a search is typed; the figures are medians.
  private let (starts, typings): (Int, Int)

  /// The titles of the tables.
  static let screens = "First screen"
  static let typing = "Key to the terminal"

  /// - Parameter repetitions: how often what is measured is repeated; starts twice as often.
  /// - Returns: `nil` when there is no program `xianwen` beside this one.
  init?(folder: String, repetitions: Int) {
    guard let program = Self.program else { return nil }
    self.program = program
    self.folder = folder
    (starts, typings) = (min(15, repetitions * 2 + 1), min(3, repetitions))
    home = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-bench-\(UUID().uuidString)")
    let made: Void? = try? FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    guard made != nil else { return nil }
  }

  /// The program `xianwen` beside this one.
  static var program: String? {
    let path = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("xianwen").path
    return path.flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }
  }

  /// Runs both and removes what the programs left.
  func run() -> [Table] {
    defer { try? FileManager.default.removeItem(at: home) }
    return [timeStarts(), timeTyping()]
  }

  private var environment: [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": home.path, "PATH": path]
  }

  private func reader() -> Screen? { Screen(program, ["--lang", "zh", folder], environment: environment) }

  /// Rows are sent from top to bottom: with the last one the screen is whole.
  private static let lastRow = "\u{1B}[\(Screen.rows);"

  private func timeStarts() -> Table {
    var times: (own: [Double], smallest: [Double], less: [Double]) = ([], [], [])
    let smallest = smallestProgram()
    let less = Child.find("less")
    let page = home.appendingPathComponent("page.txt").path
    let isWritten = FileManager.default.createFile(
      atPath: page, contents: Data(String(repeating: "a line of a page\n", count: 200).utf8))
    for run in 0..<starts {
      Progress.show("starting the reader, \(run + 1) of \(starts)")
      times.own += [reader()?.waits(for: Self.lastRow)].compactMap(\.self)
      if let smallest {
        let screen = Screen(smallest, [], environment: environment)
        times.smallest += [screen?.waits(for: Self.greeting)].compactMap(\.self)
      }
      if let less, isWritten {
        // Its prompt in reverse video is the last thing that it draws.
        times.less += [Screen(less, [page], environment: environment)?.waits(for: "\u{1B}[7m")].compactMap(\.self)
      }
    }
    let absent = [smallest == nil ? "a C compiler with ncurses" : nil, less == nil ? "less" : nil].compactMap(\.self)
    var table = Table(
      Self.screens, columns: ["starts", "median", "slowest", "xianwen ÷ it"],
      note: absent.isEmpty ? "" : "not installed, to compare with: \(absent.joined(separator: ", "))")
    let own = percentile(times.own, 0.5)
    func add(_ name: String, _ times: [Double], _ meaning: String, isOwn: Bool = false) {
      let median = percentile(times, 0.5)
      table.add(
        name,
        [
          Figure(count: times.count), Figure(median * 1000, "ms"), Figure((times.max() ?? .nan) * 1000, "ms"),
          isOwn ? nil : Figure(own / median, "×"),
        ],
        meaning)
    }
    add(
      "xianwen", times.own, "from starting the program to its first whole screen; the archive loads behind it",
      isOwn: true)
    if !times.smallest.isEmpty {
      add("smallest ncurses program", times.smallest, "one word, made with cc just now: what any program needs")
    }
    if !times.less.isEmpty { add("less", times.less, "a pager with one page") }
    return table
  }

  /// Characters that no newspaper prints, so that one on the screen is one that was typed.
  private static let typed = "龘靐齉爩鱻麤龗灪厵癵驫麣纞虋讟钃鸜麷鞻韊"

  /// Types a search from the first screen on, while the archive loads.
  private func timeTyping() -> Table {
    var times: [Double] = []
    for run in 0..<typings {
      Progress.show("typing while the reader loads, \(run + 1) of \(typings)")
      guard let screen = reader(), screen.waits(for: Self.lastRow) != nil else { continue }
      screen.write("/")
      for character in Self.typed {
        Thread.sleep(forTimeInterval: 0.04)
        times.append((screen.type(String(character), until: String(character)) ?? .infinity) * 1000)
      }
    }
    var table = Table(Self.typing, columns: ["keys", "median", "99th", "slowest"])
    table.add(
      "typing while it loads",
      [
        Figure(count: times.count), Figure(percentile(times, 0.5), "ms"), Figure(percentile(times, 0.99), "ms"),
        Figure(times.max() ?? .nan, "ms"),
      ], "the real program, from its first screen on: key in, character on the screen")
    return table
  }

  private static let greeting = "hello"

  /// The least that draws with ncurses, made with the C compiler; `nil` without one or without ncurses' header.
  private func smallestProgram() -> String? {
    guard let compiler = Child.find("cc") ?? Child.find("clang") else { return nil }
    let code = """
      #include <curses.h>
      #include <locale.h>
      int main(void) {
        setlocale(LC_ALL, ""); initscr(); raw(); noecho(); mvaddstr(0, 0, "\(Self.greeting)"); refresh(); getch(); endwin();
        return 0;
      }
      """
    let program = home.appendingPathComponent("smallest").path
    for library in ["-lncursesw", "-lncurses"] {
      let made = Child.run(
        compiler, ["-O2", "-x", "c", "-", "-o", program, library], input: Data(code.utf8), limit: 60)
      if made?.code == 0 { return program }
    }
    return nil
  }
}
