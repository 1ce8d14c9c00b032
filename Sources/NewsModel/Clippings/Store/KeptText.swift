/// A long text of the clippings file, left as JSON until somebody reads it.
///
/// Opening a file of ten thousand clippings would spend most of its time on making texts that a list does not show.
struct KeptText: Sendable, Equatable {
  private enum Form: Sendable {
    case text(String)
    /// The inside of a JSON string, known to be well formed.
    case json(ArraySlice<UInt8>, isPlain: Bool)
  }

  private let form: Form

  init(_ text: String) { form = .text(text) }

  /// A text that stands as JSON between quotes; `isPlain` when it holds no `\`.
  init(json: ArraySlice<UInt8>, isPlain: Bool) { form = .json(json, isPlain: isPlain) }

  /// The text.
  ///
  /// - Complexity: O(bytes) while it is still JSON.
  var string: String {
    switch form {
    case .text(let text): text
    case .json(let json, isPlain: true): String(decoding: json, as: UTF8.self)
    case .json(let json, isPlain: false): json.withUnsafeBufferPointer(JSONEscapes.decoded)
    }
  }

  static func == (a: KeptText, b: KeptText) -> Bool {
    if case .json(let a, _) = a.form, case .json(let b, _) = b.form, a == b { return true }
    return a.string == b.string
  }
}
