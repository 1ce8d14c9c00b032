/// Counts the words of folded text that are read as typed letters, by whole syllables or by first letters.
struct PinyinScan {
  /// A character that is read as some of the letters: from `start` up to `end`.
  private struct Step {
    let start: UInt8
    let end: UInt8
  }

  /// For each unit which of `steps` it has; 0 for most.
  private var slots: [UInt16]
  /// The steps by whole syllables, and those by first letters, of each slot.
  private var whole: [[Step]] = [[]]
  private var initials: [[Step]] = [[]]
  private let letterCount: UInt8
  private let readsInitials: Bool
  private var wholeWords: [[UInt16]: Int] = [:]
  private var initialWords: [[UInt16]: Int] = [:]

  /// Words by first letters have from two to this many characters: of one letter, everything is found, and many are typed out.
  private static let longestInitials = 6
  /// Words by first letters must occur so often: the rarer ones are characters that happen to meet.
  private static let leastInitials = 3

  /// Prepares the scan for what is typed; `nil` if no character is read so.
  ///
  /// - Complexity: O(characters with a reading), some 7,000.
  init?(_ typed: PinyinSpelling) {
    let letters = typed.letters
    letterCount = UInt8(letters.count)
    readsInitials = (2...Self.longestInitials).contains(letters.count)
    slots = Array(repeating: 0, count: 1 << 16)
    PinyinReadings.forEach { scalar, readings in
      guard let unit = UInt16(exactly: scalar.value) else { return }
      var steps: (whole: [Step], initials: [Step]) = ([], [])
      for reading in readings.map({ Array($0.utf8) }) {
        for start in letters.indices where letters[start] == reading[0] {
          if letters[start...].starts(with: reading) {
            steps.whole.append(Step(start: UInt8(start), end: UInt8(start + reading.count)))
          }
          if readsInitials { steps.initials.append(Step(start: UInt8(start), end: UInt8(start + 1))) }
        }
      }
      guard !steps.whole.isEmpty || !steps.initials.isEmpty else { return }
      slots[Int(unit)] = UInt16(whole.count)
      whole.append(steps.whole)
      initials.append(steps.initials)
    }
    if whole.count == 1 { return nil }
  }

  /// Counts the words in `units`, of which no two parts touch.
  ///
  /// - Complexity: O(units) for spellings that few characters begin with.
  mutating func count(in units: UnsafeBufferPointer<UInt16>) {
    for start in units.indices where slots[Int(units[start])] != 0 {
      follow(units, from: start, at: start, letter: 0, whole, \.wholeWords)
      if readsInitials { follow(units, from: start, at: start, letter: 0, initials, \.initialWords) }
    }
  }

  private mutating func follow(
    _ units: UnsafeBufferPointer<UInt16>, from start: Int, at place: Int, letter: UInt8, _ steps: [[Step]],
    _ words: WritableKeyPath<PinyinScan, [[UInt16]: Int]>
  ) {
    guard place < units.count else { return }
    for step in steps[Int(slots[Int(units[place])])] where step.start == letter {
      if step.end < letterCount {
        follow(units, from: start, at: place + 1, letter: step.end, steps, words)
      } else {
        self[keyPath: words][Array(units[start...place]), default: 0] += 1
      }
    }
  }

  /// The words, those read as whole syllables first, commoner ones first.
  var words: [String] {
    func sorted(_ words: [[UInt16]: Int]) -> [String] {
      words.map { (String(decoding: $0.key, as: UTF16.self), $0.value) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    }
    return sorted(wholeWords) + sorted(initialWords.filter { $0.value >= Self.leastInitials })
  }
}
