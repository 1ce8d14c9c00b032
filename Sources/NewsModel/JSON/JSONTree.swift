import Platform

/// A JSON value of a form that is not known beforehand.
enum JSONTree: Decodable {
  case object([String: JSONTree])
  case list([JSONTree])
  case text(String)
  case number(Double)
  /// `true`, `false` or `null`.
  case other

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let list = try? value.decode([JSONTree].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: JSONTree].self) {
      self = .object(object)
    } else {
      self = .other
    }
  }

  var object: [String: JSONTree]? { if case .object(let object) = self { object } else { nil } }
  var list: [JSONTree]? { if case .list(let list) = self { list } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
}
