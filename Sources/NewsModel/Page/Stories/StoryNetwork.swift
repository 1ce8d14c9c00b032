/// A small network that judges links between pieces by combinations of signs: its output is added to the sum of
/// `StoryFeature` weights.
enum StoryNetwork {
  /// The size of the hidden layer.
  static let width = 16

  /// Where the inputs of each kind stand.
  enum Input {
    static let always = 0
    static let relation = 1
    /// Conditions of links, then those of new stories.
    static let link = relation + StoryFeature.relations
    static let new = link + StoryFeature.conditions
    static let kind = new + StoryFeature.conditions
    /// The kinds of the pieces before and after.
    static let kindBefore = kind + StoryFeature.kinds
    static let kindAfter = kindBefore + StoryFeature.kinds + 1
    /// Classes of shared wording and of fits, each as it is and against the best other story's.
    static let headingShare = kindAfter + StoryFeature.kinds + 1
    static let textShare = headingShare + WordingClass.count
    static let shareLead = textShare + WordingClass.count
    static let fit = shareLead + FitClass.count
    static let fitLead = fit + FitClass.count
    /// Signs of the piece's first text, and of the last block of the story.
    static let first = fitLead + FitClass.count
    static let last = first + 64
    /// Lengths: of the piece's texts, of the story's last piece of text.
    static let length = last + 64
    static let storyLength = length + LengthClass.coarseCount
    /// How many stories want a text, a heading, the rest of a sentence; how many texts further down want headings.
    static let wanting = storyLength + LengthClass.coarseCount
    static let habits = wanting + 12
    static let count = habits + PageHabits.count
  }

  /// How many weights the network has.
  static let count = Input.count * width + width
  /// The rows that they are written in.
  static let lines = [Int](repeating: width, count: Input.count + 1)

  /// The output for the inputs that were added.
  struct Judge {
    private let rows: UnsafeRawPointer
    private var layer = SIMD16<Float>()
    private static let row = width * MemoryLayout<Float>.stride

    init(_ weights: UnsafePointer<Float>) { rows = UnsafeRawPointer(weights) }

    @inline(__always)
    mutating func add(_ input: Int) {
      layer += rows.loadUnaligned(fromByteOffset: input * Self.row, as: SIMD16<Float>.self)
    }

    @inline(__always)
    var value: Float {
      let last = rows.loadUnaligned(fromByteOffset: Input.count * Self.row, as: SIMD16<Float>.self)
      return (pointwiseMax(layer, SIMD16<Float>()) * last).sum()
    }
  }

  /// Adds to `gradient` how the output changes with each weight, `scale` times.
  static func addGradient(
    _ weights: UnsafePointer<Float>, _ inputs: [Int], _ scale: Float, to gradient: UnsafeMutablePointer<Float>
  ) {
    var layer = [Float](repeating: 0, count: width)
    for input in inputs { for unit in 0..<width { layer[unit] += weights[input * width + unit] } }
    let second = Input.count * width
    for unit in 0..<width where layer[unit] > 0 {
      gradient[second + unit] += scale * layer[unit]
      let back = scale * weights[second + unit]
      for input in inputs { gradient[input * width + unit] += back }
    }
  }

  /// Small random numbers, for learning to begin with.
  static func seeds(using random: inout some RandomNumberGenerator) -> [Float] {
    (0..<count).map { _ in Float.random(in: -0.2...0.2, using: &random) }
  }
}
