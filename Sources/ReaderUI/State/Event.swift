import NewsModel

/// Something that happened: a key, or word from work done beside the event loop.
public enum Event: Sendable {
  /// The user pressed a key, or moved the mouse.
  case key(Key)
  /// The keys that came in one go have been obeyed, and a frame is to be drawn.
  case drawing
  /// A day has begun, or the reader has.
  case today(NewsDate)
  /// The screen has this size now.
  case resized(Size)
  /// More of the library is there.
  case catalog(Catalog)
  /// The groups of a facet, places in this order, for loading `load`.
  case groups(Facet, PlaceOrder, [Group], load: Int)
  /// How far the work is; `nil` when it is done.
  case progress(LoadProgress?)
  /// A search has been answered.
  case found(SearchAnswer)
  /// The matches of search `id` in the article with id `article`.
  case located(id: Int, article: String, FoundMatches)
  /// The lines of search `id`, in the order that was asked for.
  case concordance(id: Int, Concordance.Order, Concordance)
  /// The counts of search `id` by place and month.
  case table(id: Int, FacetTable)
  /// What to try instead of search `id`, which found nothing.
  case offers(id: Int, [SearchOffer])
  /// Snippets of more hits of search `id`, by article.
  case snippets(id: Int, [Int: [Snippet]])
  /// What passes filter `id`, ascending, and best first where that is known: articles of loading `load`, or clippings. The
  /// problem says why there may be more.
  case filtered(id: Int, [Int32], ranked: [Int32], problem: QueryProblem?, load: Int?)
  /// The user's topics, as their file has them now.
  case topics([QueryList.Entry])
  /// The articles of each topic, `nil` where they could not all be found, for request `id` and loading `load`.
  case topicArticles([[Int32]?], id: Int, load: Int)
  /// What has been read, from the last times.
  case readMarks(ReadMarks)
  /// The days on which articles were read, from the last times.
  case readDays([UInt64: NewsDate])
  /// Articles with these ids came since the program was last used.
  case arrived([UInt64])
  /// Where the user was the last time.
  case restored(Session)
  /// Whether the user has the mouse on, from the last time, in whatever archive that was.
  case mouse(Bool)
  /// Nothing is remembered: the program runs for the first time.
  case firstRun
  /// Pages have changed, come or gone.
  case filesChanged
  /// What is kept now.
  case clippings([KeptClipping])
  /// The articles of loading `load` that were kept under other ids: their indices by the ids of the clippings.
  case recognised([String: Int], load: Int)
  /// Repairs have made new articles: by the ids of those, the ids of the ones that most of their text was in.
  case succeeded([UInt64: UInt64])
  /// The text of a page file, line by line.
  case source(file: FilePath, page: SourcePage)
  /// Why a page file cannot be shown, in one line for the user.
  case noSource(file: FilePath, String)
  /// The user's editor has changed a page file.
  case edited(file: FilePath)
  /// Loading `load` found nothing to read, for the reason given in one line.
  case cannotLoad(String, load: Int)
  /// No pages were named, and none are here.
  case welcome(Welcome)
  /// Something was done, in one line for the user.
  case told(String)
  /// Something went wrong, in one line for the user.
  case failed(String)
}

/// Something to do that `update` may not do itself.
public enum Effect: Sendable {
  /// Read the files again; `load` numbers the loading.
  case load(Int)
  /// Read one page again, as loading `load`.
  case reread(file: FilePath, load: Int)
  /// Begin anew with the pages of this folder.
  case open(FilePath)
  /// Stop reading files; what was read stays.
  case stopLoading
  /// Group the articles of a catalog by a facet, places in this order.
  case group(Facet, PlaceOrder, Catalog)
  /// Answer a search; it cancels any that still runs.
  case search(SearchRequest)
  /// Find the matches of search `id` in a long article.
  case locate(id: Int, ParsedQuery, Article)
  /// Stop searching.
  case cancelSearch
  /// Make the lines of search `id` from its answer, in an order, so many at most.
  case concordance(ConcordanceRequest)
  /// Count the hits of search `id` by place and month.
  case table(SearchAnswer)
  /// Find what to try instead of a search that found nothing.
  case offers(SearchRequest)
  /// Make snippets of these articles of an answer.
  case snippets(ParsedQuery, articles: [Int], of: SearchAnswer)
  /// Find the articles that match a filter of the list.
  case filter(id: Int, ParsedQuery)
  /// Find the articles of the topics.
  case findTopics(TopicRequest)
  /// Give a topic this query, or remove it.
  case keepTopic(name: String, query: String?)
  /// Keep a clipping, in front of the one with the other id, or last.
  case keep(Clipping, before: String?)
  /// Keep the article as a clipping in a book, with what its page prints about itself.
  case keepArticle(Article, PageFacts?, book: String?)
  /// Remove the clipping with this id from a book.
  case discard(id: String, book: String?)
  /// Move the clipping with this id from a book to another.
  case rebook(id: String, from: String?, to: String?)
  /// Give the clipping with this id this note and these tags.
  case annotate(id: String, note: String, tags: [String])
  /// Give the clipping with this id these marks.
  case markText(id: String, [Passage])
  /// File the clipping with this id under this place.
  case fileClipping(id: String, Place?)
  /// Move the clipping with this id in front of the other, or to the end.
  case moveClipping(id: String, before: String?)
  /// Find the clippings that pass filter `id`; `version` tells one state of the clippings from another.
  case filterClippings(id: Int, ParsedQuery, [KeptClipping], version: Int)
  /// Look among the articles for those that were kept, by their text.
  case recognise([KeptClipping], Catalog)
  /// Write a digest into a file, in the form that its name ends with.
  case writeDigest(path: String, Digest)
  /// Open a page file in the user's editor.
  case edit(file: FilePath, line: Int)
  /// Run a command in the terminal with a text as its input.
  case pipe(command: String, text: String)
  /// Remember that the user files an article, with what its page prints about itself, under this place.
  case correct(Article, PageFacts?, Place?)
  /// Remember that the article is of this day, or of none.
  case correctDate(Article, PageFacts?, NewsDate?)
  /// Forget the correction with this id: the evidence decides again.
  case uncorrect(id: String)
  /// Remember that the page of an article is a page of this issue.
  case correctIssue(Article, NewsIssue)
  /// Forget the correction of an issue with this id.
  case uncorrectIssue(id: String)
  /// Remember the user's repairs of a page, with the lines that each is about.
  case repair(file: FilePath, [(repair: PageRepair, lines: [LineSpan])])
  /// Forget them.
  case unrepair(file: FilePath, [(repair: PageRepair, lines: [LineSpan])])
  /// Put a text on the clipboard; `what` says for the user what it is.
  case copy(String, what: String)
  /// Find out which articles were never there before, and remember that they are there since this day.
  case noteArrivals([UInt64], NewsDate)
  /// Remember that an article has (or has not) been read.
  case markRead(UInt64, Bool)
  /// Remember that all of these articles have (or have not) been read.
  case markAllRead([UInt64], Bool)
  /// Show the picture of a page, with a page number as printed.
  case showScan(file: FilePath, page: String?)
  /// Read the lines of a page file.
  case readSource(file: FilePath)
  /// Draw every cell anew.
  case redraw
  /// Switch the mouse on or off.
  case mouse(Bool)
  /// Stop until the shell continues the program.
  case suspend
  /// End the program.
  case quit
  /// End the program, for there is nothing to read; the line says why.
  case fail(String)
}
