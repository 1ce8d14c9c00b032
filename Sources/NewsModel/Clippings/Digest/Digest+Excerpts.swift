extension Clipping {
  /// What the user marked, part by part: the marked stretches of a part in their order, with `……` where something between two of them, or before
  /// the first, is left out.
  ///
  /// - Complexity: O(scalars of the text) for each mark.
  var excerpts: [(role: PartRole, text: String)] {
    guard let marks, !marks.isEmpty else { return [] }
    let parts = parts
    var excerpts: [(role: PartRole, text: String)] = []
    var (last, end) = (-1, 0)
    for mark in TextMarks(parts).places(of: marks) {
      let scalars = Array(parts[mark.part].text.unicodeScalars)
      let range = max(mark.range.lowerBound, mark.part == last ? end : 0)..<mark.range.upperBound
      guard !range.isEmpty else { continue }
      let text = String(String.UnicodeScalarView(scalars[range]))
      if mark.part == last {
        excerpts[excerpts.count - 1].text += (range.lowerBound > end ? "……" : "") + text
      } else {
        if last >= 0, end < parts[last].text.unicodeScalars.count { excerpts[excerpts.count - 1].text += "……" }
        excerpts.append((parts[mark.part].role, (range.lowerBound > 0 ? "……" : "") + text))
      }
      (last, end) = (mark.part, range.upperBound)
    }
    if last >= 0, end < parts[last].text.unicodeScalars.count { excerpts[excerpts.count - 1].text += "……" }
    return excerpts
  }
}
