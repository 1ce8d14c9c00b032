/// Whether somebody is pressing keys.
final class Attention: Sendable {
  private let last = Shared<ContinuousClock.Instant?>(nil)
  /// A key is likely followed by another within this time; longer than the pause before a held key repeats.
  private static let span = Duration.milliseconds(700)

  /// Notes that a key has come.
  func note() { last.value = .now }

  /// Whether a key came a moment ago.
  var isHere: Bool { last.value.map { $0.duration(to: .now) < Self.span } ?? false }
}
