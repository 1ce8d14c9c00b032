extension Digest {
  /// What a digest says of each clipping, and where.
  public struct Style: Hashable, Sendable {
    /// Where the user's note stands.
    public enum Notes: String, CaseIterable, Sendable {
      /// Between the source and the text.
      case before
      /// Behind the text.
      case after
    }

    /// What is said of where a clipping comes from.
    public enum Source: String, CaseIterable, Sendable {
      /// Newspaper, day and page; what is unknown is said to be.
      case full
      /// The path of the page's file below the archive: what an archive's own folders say.
      case path
      /// Nothing.
      case none
    }

    /// How much of each clipping it holds.
    public enum Form: String, CaseIterable, Sendable {
      /// 全文: the whole text.
      case full
      /// 摘编: what the user marked, under headline and source; of a clipping without marks only those.
      case excerpts
      /// 目录: headlines and sources in a list.
      case contents
    }

    /// How much of each clipping it holds.
    public var form = Form.full
    /// The lines above the title: the office, the number of the digest.
    public var head: [String] = []
    /// The lines at the end: whom it goes to.
    public var foot: [String] = []
    /// Where the user's note stands.
    public var notes = Notes.after
    /// What is said of where a clipping comes from.
    public var source = Source.full
    /// The newspaper of clippings whose pages did not print its name.
    public var paper: String?
    /// The folders that paths are told below, longer ones first.
    public var archives: [String] = []

    /// The standard style.
    public init() {}

    /// The source line of a clipping; `nil` for none.
    func source(of clipping: Clipping) -> String? {
      switch source {
      case .full: Citation(clipping).source
      case .path: path(of: clipping)
      case .none: nil
      }
    }

    /// The source of a clipping in a line of contents.
    func shortSource(of clipping: Clipping) -> String {
      switch source {
      case .full: Citation(clipping).shortSource
      case .path: path(of: clipping) ?? ""
      case .none: ""
      }
    }

    private func path(of clipping: Clipping) -> String? {
      let file = clipping.file
      let folder = (archives + ["."]).map { $0.hasSuffix("/") ? $0 : $0 + "/" }.first { file.hasPrefix($0) }
      return file.isEmpty ? nil : String(file.dropFirst(folder?.count ?? 0))
    }
  }
}

extension Clipping {
  /// The clipping as one of the newspaper that the user names, unless its page printed another.
  ///
  /// The heading of a section is no newspaper, though clippings that were kept by earlier versions may say so: 县域新闻.
  public func assuming(paper: String?) -> Clipping {
    if let own = self.paper, !own.hasSuffix("新闻") || own == paper { return self }
    var clipping = self
    clipping.paper = paper
    return clipping
  }
}
