/// A press digest (剪报): clippings by place, ready to be written in one of three forms.
public struct Digest: Sendable {
  /// The clippings of one place.
  public struct Chapter: Sendable {
    /// The place; `nil` for articles whose place is unknown, which come last.
    public let place: String?
    /// Its clippings in the order they were given.
    public let items: [Item]
  }

  /// One clipping of the digest.
  public struct Item: Sendable {
    /// Its number in the digest, from 1.
    public let number: Int
    /// The clipping.
    public let clipping: Clipping
  }

  /// The title.
  public let title: String
  /// What is said of each clipping.
  public let style: Style
  /// The places, in the order in which the clippings first name them.
  public let chapters: [Chapter]
  /// The first and the last day of the clippings that name one with its year: of publication, else of the story.
  public let days: ClosedRange<NewsDate>?

  /// A digest of `clippings`.
  ///
  /// - Parameters:
  ///   - title: the title; 剪报 by default.
  ///   - clippings: the clippings in their order.
  ///   - style: what is said of each of them.
  public init(title: String = "剪报", clippings: [Clipping], style: Style = Style()) {
    self.title = title
    self.style = style
    let clippings = clippings.map { $0.assuming(paper: style.paper) }
    let known = clippings.compactMap { $0.issueDay ?? $0.day }.filter { $0.year != nil }
    days = known.min().flatMap { first in known.max().map { first...$0 } }
    var places: [String?] = []
    for clipping in clippings where clipping.county != nil && !places.contains(clipping.county) {
      places.append(clipping.county)
    }
    places.append(nil)
    var number = 0
    chapters = places.compactMap { place in
      let items = clippings.filter { $0.county == place }.map { clipping in
        number += 1
        return Item(number: number, clipping: clipping)
      }
      return items.isEmpty ? nil : Chapter(place: place, items: items)
    }
  }

  /// One thing that a digest says, whatever its form.
  enum Block: Equatable {
    case title(String)
    /// Date range and count, under the title.
    case summary(String)
    case contentsTitle(String)
    case contentsPlace(String)
    /// Leads to the clipping of its number, unless the digest is nothing but contents.
    case contentsItem(number: Int, title: String, source: String, isLink: Bool)
    /// What stands above the title, or at the end, line by line.
    case head([String])
    case foot([String])
    case place(String)
    /// A clipping begins here, and ends.
    case item(number: Int)
    case itemEnd
    case headline(number: Int, kicker: String?, text: String, deck: String?)
    case source(String)
    case tags([String])
    case paragraph(PartRole, String)
    /// The user's note, line by line.
    case note([String])
  }

  /// Everything the digest says, in order.
  var blocks: [Block] {
    let isContents = style.form == .contents
    var blocks: [Block] = style.head.isEmpty ? [] : [.head(style.head)]
    blocks += [.title(title), .summary(summary)] + (isContents ? [] : [.contentsTitle("目录")])
    for chapter in chapters {
      blocks.append(.contentsPlace(chapter.name))
      blocks += chapter.items.map {
        .contentsItem(
          number: $0.number, title: $0.clipping.title, source: style.shortSource(of: $0.clipping), isLink: !isContents)
      }
    }
    for chapter in chapters where !isContents {
      blocks.append(.place(chapter.name))
      for item in chapter.items { blocks += [.item(number: item.number)] + item.blocks(style) + [.itemEnd] }
    }
    return blocks + (style.foot.isEmpty ? [] : [.foot(style.foot)])
  }

  /// How many clippings it holds.
  public var count: Int { chapters.reduce(0) { $0 + $1.items.count } }

  private var summary: String {
    let clippings = chapters.flatMap(\.items).map(\.clipping)
    guard let days else { return "共\(clippings.count)篇" }
    // What is to be said of both years is said once.
    let isAlike = days.lowerBound.chineseDoubt == days.upperBound.chineseDoubt
    let first = isAlike ? days.lowerBound.chineseDay : days.lowerBound.chinese
    let range =
      days.lowerBound == days.upperBound
      ? days.lowerBound.chinese : first + "至" + days.upperBound.chinese
    let undated = clippings.filter { ($0.issueDay ?? $0.day)?.year == nil }.count
    return range + "，共\(clippings.count)篇" + (undated > 0 ? "（其中\(undated)篇年份或日期不详）" : "")
  }
}

extension Digest.Block {
  /// Whether it stands above the title.
  var isHead: Bool { if case .head = self { true } else { false } }
}

extension Digest.Chapter {
  /// The place's name, or words for none.
  var name: String { place ?? "地区不详" }
}

extension Digest.Item {
  func blocks(_ style: Digest.Style) -> [Digest.Block] {
    // The headline and what belongs to it stand above the text already.
    var told: [(role: PartRole, text: Substring)] = [
      (.kicker, (clipping.kicker ?? "")[...]), (.headline, (clipping.headline ?? "")[...]),
      (.deck, (clipping.deck ?? "")[...]),
    ]
    var blocks: [Digest.Block] = [
      .headline(number: number, kicker: clipping.kicker, text: clipping.title, deck: clipping.deck)
    ]
    if let source = style.source(of: clipping) { blocks.append(.source(source)) }
    let lines = clipping.note.split(whereSeparator: \.isNewline).map(String.init)
    let note = lines.isEmpty ? [] : [Digest.Block.note(lines)]
    if !clipping.tags.isEmpty { blocks.append(.tags(clipping.tags)) }
    if style.notes == .before { blocks += note }
    if style.form == .excerpts {
      blocks += clipping.excerpts.map { .paragraph($0.role, $0.text) }
      return style.notes == .after ? blocks + note : blocks
    }
    for part in clipping.parts where !part.text.isEmpty {
      // Headings of several lines are told as one.
      if let index = told.firstIndex(where: { $0.role == part.role && $0.text.hasPrefix(part.text) }) {
        told[index].text = told[index].text.dropFirst(part.text.count).drop { $0.isWhitespace }
      } else {
        blocks.append(.paragraph(part.role, part.text))
      }
    }
    return style.notes == .after ? blocks + note : blocks
  }
}
