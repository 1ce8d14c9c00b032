/// What an article has of a facet.
public enum FacetValue: Hashable, Sendable {
  case place(Place)
  case prefecture(String)
  case day(NewsDate)
  case month(NewsMonth)
  case year(Int)
  /// The number of a page: `2` comes before `10`, both before `A1`.
  case page(String)
  case file(FilePath)
  case text(String)

  /// The value as tables show it.
  public var name: String {
    switch self {
    case .place(let place): place.name
    case .prefecture(let name), .page(let name), .text(let name): name
    case .day(let day): day.description
    case .month(let month): month.description
    case .year(let year): String(year)
    case .file(let path): path.shown
    }
  }

  /// Whether the value is a time: lists begin with the latest.
  var isTime: Bool {
    switch self {
    case .day, .month, .year: true
    default: false
    }
  }

  /// The value without what does not tell it from others: whether a year is printed or inferred, it is the same day.
  var canonical: FacetValue {
    guard case .day(let day) = self, day.yearIsInferred else { return self }
    return NewsDate(year: day.year, month: day.month, day: day.day).map { .day($0) } ?? self
  }
}

extension FacetValue: Comparable {
  /// The order of values of one facet; those of several are in no order.
  public static func < (a: FacetValue, b: FacetValue) -> Bool {
    switch (a, b) {
    case (.place(let a), .place(let b)): (a.name, a.prefecture) < (b.name, b.prefecture)
    case (.day(let a), .day(let b)): a < b
    case (.month(let a), .month(let b)): a < b
    case (.year(let a), .year(let b)): a < b
    case (.page(let a), .page(let b)): PageNumber.areInOrder(a, b)
    case (.file(let a), .file(let b)): a < b
    default: a.name < b.name
    }
  }
}
