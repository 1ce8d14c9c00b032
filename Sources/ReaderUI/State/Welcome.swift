import NewsModel

/// What the screen says when no pages were named and none lie here: what to do, instead of an error.
public struct Welcome: Sendable, Equatable {
  /// The folder that was looked into.
  let folder: String
  /// The user's configuration file; `nil` when none is known.
  let configuration: String?
  /// A folder of example pages; `nil` when none was found.
  let example: FilePath?

  /// A welcome to someone who has no archive yet.
  public init(folder: String, configuration: String?, example: FilePath?) {
    self.folder = folder
    self.configuration = configuration
    self.example = example
  }
}

extension AppState {
  /// Whether the screen says what to do instead of showing pages.
  var showsWelcome: Bool { welcome != nil && focus == .places }

  /// Says to a new user what the numbers on the screen are, unless there is something else to say.
  mutating func greet() {
    guard message == nil, welcome == nil else { return }
    let help = settings.keymap.key(for: .help)?.description ?? "F1"
    message = Message(
      text: language(
        "左栏的数是篇数，读过一些后如 48/49 是未读/全部；“（5篇提到）”是文中提到此地的篇数。按 \(help) 看各键和记号",
        "The numbers on the left count articles, 48/49 those unread of all; “(5 mention it)” counts articles that name the place. "
          + "\(help) explains keys and marks"))
  }

  /// Does what a key asks for while there are no pages: what needs none.
  mutating func performAtWelcome(_ action: Action) -> [Effect] {
    switch action {
    case .open: welcome?.example.map { [.open($0)] } ?? []
    case .help, .clippings, .reload, .redraw, .mouse, .suspend, .cancel, .leave, .quit: perform(action)
    default: []
    }
  }
}
