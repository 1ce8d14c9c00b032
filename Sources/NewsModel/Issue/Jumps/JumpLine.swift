/// A line that tells on which page a story goes on, or where it came from: （下转第三版）, （上接A01版）.
struct JumpLine: Equatable {
  /// Which way it points.
  enum Direction { case onward, back }

  let direction: Direction
  let page: PageNumber

  /// The jump that a short text, or the end or beginning of a longer one, tells.
  init?(_ text: String) {
    let scalars = word(text)
    for (words, direction) in [(Self.onward, Direction.onward), (Self.back, .back)] {
      for jump in words {
        guard let at = scalars[...].firstIndex(of: jump), let page = Self.page(in: scalars[(at + jump.count)...]) else {
          continue
        }
        // In running text a mention of another page is no jump: the line stands alone, first or last.
        guard scalars.count <= Self.longest || at <= 4 || scalars.count - at <= Self.longest else { continue }
        (self.direction, self.page) = (direction, page)
        return
      }
    }
    return nil
  }

  /// So long is a jump line with an echo of the headline: （下转第三版《千名“代办员”助残当先锋》）.
  private static let longest = 40

  /// 第三版, A03版, 3版.
  private static func page(in text: ArraySlice<UInt32>) -> PageNumber? {
    let head = text.drop { CharacterClass.of($0).contains(.space) || $0 == 0x7B2C }.prefix(8)
    guard let end = head.firstIndex(of: 0x7248) else { return nil }
    return PageNumber(head[..<end].string)
  }

  private static let onward = wordList("下转 下轉 转第 轉第 转至")
  private static let back = wordList("上接 紧接 接第 续第 續第")
}
