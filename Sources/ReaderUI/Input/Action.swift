/// Something a key can ask for. Each has one row in `Binding.table`; the raw value names it in the configuration file.
public enum Action: String, Sendable, CaseIterable, Hashable {
  // Moving about
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case nextArticle, previousArticle, nextParagraph, previousParagraph, nextSubhead, previousSubhead
  // Panes
  case open, back, leave, escape, nextPane, previousPane, focusPlaces, focusList, focusArticle
  case columns, zen, wider, narrower, standardWidth
  // Finding
  case search, nextMatch, previousMatch, keywords, table, jump, filter, topic, sort, facet, placeOrder, towns
  // Clippings
  case keep, clippings, annotate, tag, clippingUp, clippingDown, digest, undo, redo
  case markSentence, removeMark, nextMark, previousMark, book, rebook
  // Looking closer
  case page, versions, holdings, source, layout, notes, fileElsewhere, correctDate, issue, copy, edit, pipe, scan
  // Mending a page
  case chooseLines, laterInLine, beginArticle, giveAbove, giveBelow, giveTo, lineRole, joinParagraphs, splitParagraph
  case mendText
  // Reading
  case toggleRead, unreadOnly, markAllRead
  // The program
  case help, reload, redraw, mouse, suspend, cancel, quit
}
