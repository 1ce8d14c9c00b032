import Testing

@testable import NewsModel

/// Columns that tools print side by side.
struct ColumnsTests {
  private static let left = """
    近日，临清市一家轴承企业
    的产品通过客户长达九十天
    的耐久测试，拿下一笔订单。
    企业技术中心主任毕海波给
    工友们鞠了一躬：“风电轴承
    要在戈壁滩上转二十年，不能
    """
  private static let right = """
    换、不能修。”三年前，毕
    海波带着六个人啃硬骨头，
    第一批样品，转了九天就裂
    了；如今，新产品的生产线
    已经三班倒，订单排到了明
    年4月。
    """

  /// Two columns on the same lines, the second from the cell `column` on, and what stands at every line's beginning.
  private static func sideBySide(_ left: String, _ right: String, column: Int, margin: String = "") -> String {
    let (left, right) = (left.split(separator: "\n"), right.split(separator: "\n"))
    return (0..<max(left.count, right.count)).map { row in
      let text = row < left.count ? String(left[row]) : ""
      guard row < right.count else { return margin + text }
      let width = LineMeasure(ArraySlice(word(text)), hasAsterisks: false).cells
      return margin + text + String(repeating: " ", count: column - width) + right[row]
    }.joined(separator: "\n")
  }

  @Test(arguments: [(29, ""), (30, "   "), (36, "")]) func aGutterPartsThem(column: Int, margin: String) throws {
    let print = "轴承企业敲开风电大门\n\n" + Self.sideBySide(Self.left, Self.right, column: column, margin: margin)
    let normal = NormalForm(print)
    #expect(normal.text == "轴承企业敲开风电大门\n\n" + Self.left + "\n" + Self.right)
    #expect(normal.repairs.map(\.step) == [.columns])
    let article = try #require(PageReader.read(print, file: "", byteCount: 0).articles.first)
    // One paragraph by itself may be a picture's caption: the role is not this test's subject.
    let text = article.parts.filter { $0.role != .headline }
    #expect(text.map(\.text) == [(Self.left + Self.right).filter { $0 != "\n" }])
    #expect(text.first?.lines == [LineSpan(3, 8)])
  }

  @Test func threeColumnsAreReadOneAfterTheOther() {
    let third = Self.left.replacing("近日", with: "日前")
    let two = Self.sideBySide(Self.left, Self.right, column: 32)
    let print = Self.sideBySide(two, third, column: 64)
    #expect(NormalForm(print).text == [Self.left, Self.right, third].joined(separator: "\n"))
  }

  @Test func aColumnGoesOnBelowAShorterOne() {
    let right = Self.right.split(separator: "\n").prefix(4).joined(separator: "\n")
    let print = Self.sideBySide(Self.left, right, column: 32)
    #expect(NormalForm(print).text == Self.left + "\n" + right)
  }

  @Test(arguments: [
    "名称      数量      单价\n"
      + "小麦，新    三千      四元\n玉米，陈    五千      三元\n大豆，新    七百      六元\n花生，陈    八百      五元",
    "星期一 四月五日    聊城日报    第三版\n王一一    李一一    张一一\n赵一一    钱一一    孙一一\n"
      + "周一一    吴一一    郑一一\n冯一一    陈一一    褚一一",
  ]) func aTableStays(print: String) {
    #expect(NormalForm(print).text == print)
  }

  /// Where text stands side by side and no gutter runs through, the reader says what to do.
  @Test func whatCannotBePartedIsSaid() throws {
    let print = (0..<10).map { row in
      "的产品通过客户，长达九十天".prefix(6 + row % 5 * 2 + row % 2) + "    " + "海波带着六个人，啃硬骨头。".prefix(8 + row % 4)
    }.joined(separator: "\n")
    let reading = PageReader.read(print, file: "a.txt", byteCount: 0)
    #expect(NormalForm(print).repairs.isEmpty)
    #expect(reading.diagnostics.map(\.line) == [2])
  }
}
