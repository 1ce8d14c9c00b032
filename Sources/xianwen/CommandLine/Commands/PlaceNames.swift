import NewsModel
import ReaderUI

/// The names of places in a list: one that two prefectures share has its prefecture before it, no place is a dash.
struct PlaceNames {
  private let shared: Set<String>
  /// Cells of the widest name.
  let width: Int

  /// The names of `places`, each of which stands there once.
  init(_ places: [Place?]) {
    let names = Dictionary(grouping: places.compactMap(\.self), by: \.name)
    let shared = Set(names.filter { $0.value.count > 1 }.keys)
    self.shared = shared
    width = places.map { CellWidth.narrow.width(of: PlaceNames.name(of: $0, shared)) }.max() ?? 0
  }

  /// The name of one of the places.
  subscript(place: Place?) -> String { PlaceNames.name(of: place, shared) }

  private static func name(of place: Place?, _ shared: Set<String>) -> String {
    guard let place else { return "-" }
    return shared.contains(place.name) ? place.prefecture + place.name : place.name
  }
}

extension JSONWriter {
  /// Writes the keys that name a place: `county`, `prefecture`.
  mutating func write(_ place: Place?) {
    key("county")
    value(place?.name)
    key("prefecture")
    value(place?.prefecture)
  }
}
