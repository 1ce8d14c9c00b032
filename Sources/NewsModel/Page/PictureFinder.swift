/// Finds pictures with their captions that were read as paragraphs of the story they were set into.
///
/// A caption with news of its own begins with the day and ends with its photographer. Between the two OCR may have cut
/// it, and the story around it may be cut where it stands, so that the page's path takes it for the story's other half.
struct PictureFinder {
  let list: BlockList
  let readings: [Reading]

  /// How many pieces a caption may be cut into, and how long they may be together (scalars).
  private static let mostPieces = 3
  private static let mostLength = 260
  /// How much of its wording a caption shares with the story that it belongs to.
  private static let kinship: Float = 0.2
  private static let leastKinship: Float = 0.12

  /// The segments of a page, with such pictures as segments of their own, or as captions of their story.
  ///
  /// - Complexity: O(scalars).
  func find(_ segments: [Segment], _ cohesion: inout Cohesion) -> [Segment] {
    var result: [Segment] = []
    for segment in segments {
      var story = segment
      var pictures: [Segment] = []
      var place = 0
      while place < story.members.count {
        guard let picture = picture(at: place, in: story) else {
          place += 1
          continue
        }
        let members = story.members[picture].map { member in
          Segment.Member(block: member.block, slot: Self.slot(of: member.slot))
        }
        let isLast = !story.members[picture.upperBound...].contains { Self.isText($0.slot) }
        let text = members.map { list.blocks[$0.block].text }
        let others = story.members.filter { Self.isText($0.slot) }.prefix(12)
          .map { list.blocks[$0.block].text.prefix(400) }
        // A caption that the path found needs less to stay than a paragraph does to become one.
        let wasCaption = story.members[picture.lowerBound].slot == .caption
        if !isLast || wasCaption, let first = text.first,
          cohesion.share(of: first, in: others) >= (wasCaption && !isLast ? Self.leastKinship : Self.kinship)
        {
          story.members.replaceSubrange(picture, with: members.map(Self.setIn))
          place = picture.upperBound
        } else {
          story.members.removeSubrange(picture)
          pictures.append(Segment(members: members))
        }
      }
      result.append(story)
      result += pictures
    }
    return result.filter { !$0.members.isEmpty }
  }

  private static func isText(_ slot: Slot) -> Bool { slot == .body || slot == .closing }

  private static func slot(of slot: Slot) -> Slot {
    [.signature, .byline, .credit].contains(slot) ? .photoCredit : slot == .aside ? .aside : .photoCaption
  }

  /// The same member as part of a story.
  private static func setIn(_ member: Segment.Member) -> Segment.Member {
    Segment.Member(block: member.block, slot: member.slot == .photoCredit ? .credit : .caption)
  }

  /// The members that make a picture with its caption, if one begins at `place`.
  private func picture(at place: Int, in segment: Segment) -> Range<Int>? {
    let member = segment.members[place]
    guard member.slot == .body || member.slot == .caption,
      readings[member.block].evidence.contains(.dayFirst),
      readings[member.block].opening == nil
    else { return nil }
    let before = segment.members[..<place].last { Self.isText($0.slot) }
    guard before != nil || !segment.isTitled else { return nil }
    let isForeign =
      before.map {
        readings[$0.block].isCut(list.text($0.block))
          && !CutFit(list: list, readings: readings).joins($0.block, member.block)
      } ?? true
    let isSecond = isForeign || isAttributed(segment.members[..<place])
    var length = 0
    var pieces = 0
    for index in place..<segment.members.count {
      let piece = segment.members[index]
      let reading = readings[piece.block]
      if Self.isText(piece.slot) || piece.slot == .caption {
        pieces += reading.evidence.contains(.debris) ? 0 : 1
        length += reading.length
        guard pieces <= Self.mostPieces, length <= Self.mostLength, reading.opening == nil else { return nil }
        if reading.evidence.contains(.inlineCredit) { return place..<(index + 1) }
      } else if [.signature, .byline, .credit].contains(piece.slot) {
        let isCredit = reading.byline.isPhotographic || isSecond && isMarked(piece.block)
        return isCredit ? place..<(index + 1) : nil
      } else if piece.slot != .aside {
        return nil
      }
    }
    return nil
  }

  /// Whether the story has named its authors already.
  private func isAttributed(_ members: ArraySlice<Segment.Member>) -> Bool {
    members.contains {
      $0.slot == .byline || $0.slot == .signature
        || readings[$0.block].opening.map { !$0.byline.credits.isEmpty } == true
    }
  }

  /// Whether a byline begins with a mark, as those of photographers do below their captions.
  private func isMarked(_ block: Int) -> Bool { list.text(block).prefix(4).contains { Block.markers.contains($0) } }
}
