/// Where the panes of one screen lie.
struct ScreenLayout: Sendable {
  /// The smallest screen the reader works on.
  static let smallest = Size(columns: 20, rows: 5)

  /// A shown pane and its cells; the column between two panes holds the divider.
  struct Placement: Sendable, Equatable {
    let pane: Pane
    let area: Rect
  }

  /// The shown panes, left to right.
  private(set) var panes: [Placement]
  /// All of the screen above the bottom row.
  let body: Rect
  /// The bottom row.
  let status: Rect

  /// The cells of `pane`, `nil` when it is not shown.
  func area(of pane: Pane) -> Rect? { panes.first { $0.pane == pane }?.area }

  /// How many panes stand side by side.
  enum Columns: Int, Sendable, CaseIterable {
    case one = 1
    case two, three

    /// Three panes from 120 cells, two from 80, else one.
    static func fitting(_ columns: Int) -> Columns {
      columns >= 120 ? .three : columns >= 80 ? .two : .one
    }
  }

  /// What decides the layout, apart from the size of the screen.
  struct Request: Sendable {
    var focus: Pane
    /// The user's own choice; `nil` follows the width.
    var columns: Columns?
    /// The article alone.
    var zen = false
    /// Whether search results stand where places and list stood.
    var searching = false
    /// Whether the results are lines, which need the room.
    var isWide = false
    /// Whether the results are a table, which has all the room while it is looked at: no row of it stands for one article.
    var isTable = false
    /// Cells moved to the left pane (places) and to the middle one, by the user.
    var shift = Shift()
  }

  /// Cells that the user moved the dividers to the right.
  struct Shift: Sendable, Equatable {
    var places = 0
    var list = 0
  }

  /// Divides a screen of `size`.
  init(_ size: Size, _ request: Request) {
    let (body, status) = Rect(size).splitRows(top: size.rows - 1)
    self.body = body
    self.status = status
    let fitting = Columns.fitting(size.columns)
    let wanted = request.columns ?? fitting
    // Panes narrower than 20 cells help nobody, so a wish for more panes than fit is granted as far as it goes.
    let most = max(1, size.columns / 26)
    let count = request.zen && request.focus == .article ? 1 : min(wanted.rawValue, most)
    let shown = Self.shownPanes(count, request)
    panes = []
    var rest = body
    for (position, pane) in shown.enumerated() where position < shown.count - 1 {
      let (left, _, right) = rest.splitColumns(
        left: Self.width(of: pane, among: shown, in: body, request), gap: 1)
      panes.append(Placement(pane: pane, area: left))
      rest = right
    }
    if let last = shown.last { panes.append(Placement(pane: last, area: rest)) }
  }

  private static func shownPanes(_ count: Int, _ request: Request) -> [Pane] {
    switch request.focus {
    case .help, .notes, .holdings: return [request.focus]
    case .source, .lines: return count == 1 ? [.source] : [.article, .source]
    case .places, .list, .article, .search: break
    }
    if count == 1 || request.isTable && request.focus == .search { return [request.focus] }
    if request.searching { return [.search, .article] }
    if count == 3 { return [.places, .list, .article] }
    return request.focus == .places ? [.places, .list] : [.list, .article]
  }

  /// The width in cells of a pane that is not the last one.
  private static func width(of pane: Pane, among shown: [Pane], in body: Rect, _ request: Request) -> Int {
    let all = body.columns
    let shift = request.shift
    let wish: Int
    switch pane {
    case .places: wish = (shown.count == 3 ? 20 : 22) + shift.places
    case .list where shown.count == 3: wish = (all - 21) * 2 / 5 + shift.list
    case .list: wish = all * 2 / 5 + shift.list
    case .search where request.isWide && request.focus == .search: wish = all * 2 / 3 + shift.list
    case .search: wish = all * 9 / 20 + shift.list
    default: wish = all / 2 + shift.list
    }
    let others = (shown.count - 1) * 12
    return max(10, min(wish, all - others))
  }
}
