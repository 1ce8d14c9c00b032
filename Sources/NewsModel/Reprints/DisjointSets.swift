/// Numbers united to groups, two at a time.
struct DisjointSets {
  private var parents: [Int32]

  /// Groups of one number each, from 0.
  init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  /// Makes the groups of two numbers one.
  ///
  /// - Complexity: O(log *n*) amortised.
  mutating func unite(_ a: Int, _ b: Int) {
    let (first, second) = (root(Int32(a)), root(Int32(b)))
    // The least number stays the root, so that the groups are the same whatever the order.
    if first != second { parents[Int(max(first, second))] = min(first, second) }
  }

  /// The groups of more than one, by their least numbers; each ascending.
  var groups: [[Int32]] {
    var sets = self
    var members: [Int32: [Int32]] = [:]
    for number in parents.indices {
      let root = sets.root(Int32(number))
      if root != Int32(number) { members[root, default: [root]].append(Int32(number)) }
    }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func root(_ number: Int32) -> Int32 {
    var number = number
    while parents[Int(number)] != number {
      parents[Int(number)] = parents[Int(parents[Int(number)])]
      number = parents[Int(number)]
    }
    return number
  }
}
