/// The pages that the value of a query's field means: `8` is also `08`, `A8` also `A08`, `A` any page of section A.
struct PagePattern: Sendable {
  private let page: PageNumber?
  private let section: String

  init(_ text: String) {
    page = PageNumber(text)
    section = text.uppercased()
  }

  /// Whether a page's number is meant.
  func matches(_ number: String) -> Bool {
    if let page { return PageNumber(number) == page }
    return !section.isEmpty && PageNumber(number)?.section == section
  }
}
