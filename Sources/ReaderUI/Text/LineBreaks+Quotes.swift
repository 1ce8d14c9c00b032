extension LineBreaks {
  /// Decides for each quotation mark whether it opens or closes.
  ///
  /// A straight mark says nothing by itself: it closes the one that is open, else opens one, unless its neighbours rule that out. A curly
  /// mark is believed, but text recognition confuses the two often enough that one which contradicts its neighbours is kept from both
  /// ends of a line.
  static func resolveQuotes(_ scalars: [Unicode.Scalar], _ classes: inout [LineClass]) {
    var isDoubleOpen = false
    var isSingleOpen = false
    for index in scalars.indices where classes[index] == .quote {
      let scalar = scalars[index]
      let left = index > 0 ? classes[index - 1] : .space
      let right = index + 1 < classes.count ? classes[index + 1] : .space
      let isSingle = scalar == "'" || scalar == "‘" || scalar == "’"
      if isSingle && scalar != "‘" && left.isWordPart && right.isWordPart {
        // An apostrophe.
        classes[index] = .connector
        continue
      }
      let isOpen = isSingle ? isSingleOpen : isDoubleOpen
      let resolved = resolve(scalar, isOpen: isOpen, left: left, right: right)
      classes[index] = resolved
      let opens = resolved == .opening || resolved == .neutralQuote && !isOpen
      if isSingle { isSingleOpen = opens } else { isDoubleOpen = opens }
    }
  }

  private static func resolve(_ scalar: Unicode.Scalar, isOpen: Bool, left: LineClass, right: LineClass) -> LineClass {
    // What a mark can only be here, if its neighbours tell.
    let mustOpen = left == .space || left == .opening
    let mustClose = right == .space || right == .closing || right == .connector
    switch scalar {
    case "“", "‘": return isOpen && mustClose && !mustOpen ? .neutralQuote : .opening
    case "”", "’": return !isOpen && mustOpen && !mustClose ? .neutralQuote : .closing
    default:
      if mustOpen != mustClose { return mustOpen ? .opening : .closing }
      return isOpen ? .closing : .opening
    }
  }
}
