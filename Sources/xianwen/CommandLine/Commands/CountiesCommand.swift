import NewsModel
import ReaderUI

extension Command {
  static let counties = Command(
    name: "counties", options: [.json, .order],
    summary: Phrase("列出地方，各有多少文章", "list the places with their numbers of articles"),
    details: Phrase(
      "每行是：地方、归在这里的篇数、提到它的篇数。市一级的报道归在市名下；看不出地方的归在“-”。",
      "A line is: place, articles filed under it, articles that mention it. City-wide stories are filed under the city; “-” counts those whose place is unknown."
    ),
    run: { try $0.counties() })
}

extension Invocation {
  fileprivate func counties() throws -> Outcome {
    let order = arguments[.order].flatMap(PlaceOrder.init) ?? .official
    let counts = try library().placeCounts(order: order)
    if arguments.has(.json) {
      var json = JSONWriter()
      for count in counts {
        count.write(to: &json)
        json.endLine()
      }
      try output.write(json.bytes)
      return .done
    }
    // A name that two prefectures share needs its prefecture to be told apart.
    let shared = Dictionary(grouping: counts.compactMap(\.place), by: \.name).filter { $0.value.count > 1 }
    func name(_ place: Place?) -> String {
      guard let place else { return "-" }
      return shared[place.name] == nil ? place.name : place.prefecture + place.name
    }
    let width = counts.map { CellWidth.narrow.width(of: name($0.place)) }.max() ?? 0
    for count in counts {
      try output.put(name(count.place).padded(to: width))
      try output.line(number(count.filed) + number(count.mentioned))
    }
    return .done
  }

  private func number(_ value: Int) -> String {
    let digits = String(value)
    return String(repeating: " ", count: max(2, 8 - digits.count)) + digits
  }
}

extension PlaceCount {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("county")
      json.value(place?.name)
      json.key("prefecture")
      json.value(place?.prefecture)
      json.key("articles")
      json.value(filed)
      json.key("mentions")
      json.value(mentioned)
    }
  }
}
