extension Reassembly {
  /// What is known of one candidate while pieces are shared out.
  struct Share {
    /// Its last piece of body (number in `PieceTies`); -1 before the first.
    var last: Int32
    var closed = false
    var attributed: Bool
  }

  /// A way on from a division: the next piece goes to `candidate`.
  struct Way {
    let cost: Float
    let from: Int32
    let candidate: Int32

    init(cost: Float, from: Int, candidate: Int) {
      self.cost = cost
      self.from = Int32(from)
      self.candidate = Int32(candidate)
    }
  }

  /// The cheapest ways on, in order; of equal ones the first found stands first.
  struct BestWays {
    private var ways: [Way]
    private var count = 0

    init(room: Int) { ways = [Way](repeating: Way(cost: 0, from: 0, candidate: 0), count: room) }

    /// How many are kept.
    var room: Int { ways.count }

    var all: ArraySlice<Way> { ways[..<count] }

    mutating func removeAll() { count = 0 }

    mutating func add(_ way: Way) {
      ways.withUnsafeMutableBufferPointer { ways in
        if count == ways.count {
          guard way.cost < ways[count - 1].cost else { return }
          count -= 1
        }
        var place = count
        while place > 0, ways[place - 1].cost > way.cost {
          ways[place] = ways[place - 1]
          place -= 1
        }
        ways[place] = way
        count += 1
      }
    }
  }

  /// Divisions of the pieces so far, the best ones, side by side in memory.
  struct Beam {
    /// How many divisions there are.
    private(set) var count = 1
    /// By division.
    private(set) var costs: [Float]
    /// By division and candidate.
    private var shares: [Share]
    private let candidateCount: Int
    /// By division and piece: its candidate.
    private var owners: [UInt8]
    private let pieceCount: Int

    /// The division of no piece, with room for others.
    init(_ beginning: [Share], pieceCount: Int, room: Int) {
      candidateCount = beginning.count
      self.pieceCount = pieceCount
      costs = [Float](repeating: 0, count: room)
      owners = [UInt8](repeating: 0, count: room * pieceCount)
      shares = []
      shares.reserveCapacity(room * beginning.count)
      for _ in 0..<room { shares += beginning }
    }

    /// What is known of a candidate in division `number`.
    func share(of candidate: Int, in number: Int) -> Share { shares[number * candidateCount + candidate] }

    /// The owners of the first `end` pieces in division `number`.
    func owners(of number: Int, upTo end: Int) -> ArraySlice<UInt8> {
      owners[number * pieceCount..<number * pieceCount + end]
    }

    /// Makes these the divisions that `ways` lead to from those of another beam, when piece number `piece` is given.
    mutating func go(
      _ ways: some Collection<Way>, from other: Beam, piece: Int, _ change: (inout Share) -> Void
    ) {
      precondition(ways.count <= costs.count && candidateCount == other.candidateCount && piece < pieceCount)
      count = 0
      for way in ways {
        let (from, candidate) = (Int(way.from), Int(way.candidate))
        costs[count] = way.cost
        Self.copy(candidateCount, of: other.shares, from: from * candidateCount, to: &shares, count * candidateCount)
        change(&shares[count * candidateCount + candidate])
        Self.copy(piece, of: other.owners, from: from * pieceCount, to: &owners, count * pieceCount)
        owners[count * pieceCount + piece] = UInt8(candidate)
        count += 1
      }
    }

    /// Copies `count` elements at `start` of one array to `place` in another.
    private static func copy<Element: BitwiseCopyable>(
      _ count: Int, of source: [Element], from start: Int, to target: inout [Element], _ place: Int
    ) {
      precondition(start + count <= source.count && place + count <= target.count)
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          for index in 0..<count { target[place + index] = source[start + index] }
        }
      }
    }
  }
}
