import NewsModel
import ReaderUI

extension Command {
  static let counties = Command(
    name: "counties", options: [.json, .csv, .bom, .order],
    summary: Phrase("列出地方，各有多少文章", "list the places with their numbers of articles"),
    details: Phrase(
      "每行是：地方、归在这里的篇数、提到它的篇数。市一级的报道归在市名下；看不出地方的归在“-”。",
      "A line is: place, articles filed under it, articles that mention it. City-wide stories are filed under the city; “-” counts those whose place is unknown."
    ),
    run: { try $0.counties() })
}

extension Invocation {
  fileprivate func counties() throws -> Outcome {
    try checkForm()
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
    if arguments.has(.csv) {
      try beginCSV(["county", "prefecture", "articles", "mentions"])
      for count in counts {
        let (place, prefecture) = (count.place?.name ?? "-", count.place?.prefecture ?? "")
        try output.csv([place, prefecture, String(count.filed), String(count.mentioned)])
      }
      // An article mentions several places: their sum would count it several times.
      try output.csv(["total", "", String(counts.reduce(0) { $0 + $1.filed }), ""])
      return .done
    }
    let names = PlaceNames(counts.map(\.place))
    for count in counts {
      try output.put(names[count.place].padded(to: names.width))
      try output.put("  \(count.filed)".leftPadded(to: 8) + language(" 篇归此", " filed"))
      try output.line("  \(count.mentioned)".leftPadded(to: 8) + language(" 篇提到", " mentioning"))
    }
    return .done
  }
}

extension PlaceCount {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.write(place)
      json.key("articles")
      json.value(filed)
      json.key("mentions")
      json.value(mentioned)
    }
  }
}
