import NewsModel

extension Digest.Style {
  /// The style that a configuration asks for; paths are told below those that were opened, or are the archive.
  init(_ configuration: Configuration, paths: [FilePath]) {
    self.init()
    notes = configuration.notes
    source = configuration.source
    paper = configuration.paper
    // A clipping has its path as the archive's was written then.
    archives = Set((paths + paths.map(\.absolute)).map(\.shown)).sorted { $0.utf8.count > $1.utf8.count }
  }
}
