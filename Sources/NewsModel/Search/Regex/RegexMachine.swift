/// Runs a `RegexProgram` over folded text. Keeps its working memory between runs.
struct RegexMachine {
  private struct Thread {
    /// The instruction it stands at: a scalar to step over, or the match.
    let instruction: Int
    /// Where its match begins.
    let start: Int
  }

  /// Threads in order of preference, no two at one instruction.
  private struct ThreadList {
    var threads: [Thread] = []
    /// For each instruction the generation in which a thread last came there.
    var marks: [Int]
    var generation = 0
    /// Instructions executed.
    var steps = 0
    private var stack: [Int] = []

    init(size: Int) {
      marks = Array(repeating: 0, count: size)
    }

    mutating func clear() {
      threads.removeAll(keepingCapacity: true)
      generation += 1
    }

    /// Puts a thread where it comes without stepping over a scalar, unless a more preferred one is there.
    mutating func add(_ thread: Thread, at: Int, in text: Text, _ program: RegexProgram) {
      stack.append(thread.instruction)
      while let instruction = stack.popLast() {
        if marks[instruction] == generation { continue }
        marks[instruction] = generation
        steps &+= 1
        switch program.instructions[instruction] {
        case .scalar, .match: threads.append(Thread(instruction: instruction, start: thread.start))
        case .jump(let target): stack.append(target)
        case .split(let preferred, let other):
          stack.append(other)
          stack.append(preferred)
        case .start: if at == text.part.lowerBound { stack.append(instruction + 1) }
        case .end: if at == text.part.upperBound { stack.append(instruction + 1) }
        case .boundary(let isBoundary): if text.isBoundary(at) == isBoundary { stack.append(instruction + 1) }
        }
      }
    }
  }

  private let program: RegexProgram
  private var current: ThreadList
  private var next: ThreadList
  /// Instructions executed so far.
  var steps: Int { current.steps + next.steps }
  /// Once more instructions than this have been executed, the machine gives up.
  var stepLimit = Int.max

  init(_ program: RegexProgram) {
    self.program = program
    current = ThreadList(size: program.instructions.count)
    next = current
  }

  /// The first match at or after `from` in the part `part` of `units`: leftmost, then as the pattern prefers; never
  /// empty. `nil` if there is none, or none was found within `stepLimit`.
  ///
  /// - Complexity: O(instructions · units).
  mutating func firstMatch(in units: UnsafeBufferPointer<UInt16>, part: Range<Int>, from: Int) -> Range<Int>? {
    let text = Text(units: units, part: part)
    current.clear()
    var found: Range<Int>?
    var at = from
    while true {
      if found == nil {
        if current.threads.isEmpty { at = program.beginning(in: units, from: at, to: part.upperBound) }
        current.add(Thread(instruction: 0, start: at), at: at, in: text, program)
      } else if current.threads.isEmpty {
        return found
      }
      next.clear()
      let scalar = at < part.upperBound ? text.scalar(at: at) : nil
      run: for thread in current.threads {
        switch program.instructions[thread.instruction] {
        case .match where thread.start < at:
          // The threads behind are less preferred than this match.
          found = thread.start..<at
          break run
        case .scalar(let set):
          guard let scalar, program.sets[set].contains(scalar.value) else { continue }
          let step = Thread(instruction: thread.instruction + 1, start: thread.start)
          next.add(step, at: at + scalar.width, in: text, program)
        default: continue
        }
      }
      guard let scalar, steps <= stepLimit else { return found }
      swap(&current, &next)
      at += scalar.width
    }
  }

  /// A part of folded text, read scalar by scalar.
  private struct Text {
    let units: UnsafeBufferPointer<UInt16>
    let part: Range<Int>

    /// The scalar that begins at `at`, and how many units it takes.
    @inline(__always)
    func scalar(at: Int) -> (value: UInt32, width: Int) {
      let unit = units[at]
      guard UTF16.isLeadSurrogate(unit), at + 1 < part.upperBound else { return (UInt32(unit), 1) }
      return (0x10000 + (UInt32(unit) & 0x3ff) << 10 + UInt32(units[at + 1]) & 0x3ff, 2)
    }

    func isBoundary(_ at: Int) -> Bool {
      let before = at > part.lowerBound && ScalarSet.word.contains(UInt32(units[at - 1]))
      let after = at < part.upperBound && ScalarSet.word.contains(UInt32(units[at]))
      return before != after
    }
  }
}
