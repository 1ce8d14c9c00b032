extension Library {
  /// The library with one of its pages as the file is now; without the page when the file cannot be read any more.
  ///
  /// Articles whose text is as before stay filed where they are. Where others belong is learned from their page and a sample of the
  /// others, and can differ from the whole archive's view.
  /// - Complexity: O(articles + bytes of the page and the sample).
  public func rereading(_ file: FilePath, filer: PlaceFiler, repairs: PageRepairs = .none) -> Library {
    // Pieces of stories belong to their own pages again until all is known.
    guard articles.allSatisfy(\.jumps.isEmpty) else {
      return splittingJumps().rereading(file, filer: filer, repairs: repairs)
    }
    guard let page = pages.firstIndex(where: { $0.file == file }) else { return self }
    do throws(LibraryError) {
      let reading = try LoadedPage.read(
        PageFile(path: file, byteCount: pages[page].byteCount, others: pages[page].others), filer: nil, repairs: repairs
      ).reading
      return replacing(page: page, by: filed(reading, inPlaceOf: page, by: filer))
    } catch {
      var library = replacing(page: page, by: nil)
      library.note([error.diagnostic])
      return library
    }
  }

  private func filed(_ reading: PageReading, inPlaceOf page: Int, by filer: PlaceFiler) -> PageReading {
    var sample = Library(paper: paper)
    let step = max(1, pages.count / QueryLoader.samplePages)
    for other in stride(from: step / 2, to: pages.count, by: step) where other != page {
      sample.append([self.reading(ofPage: other)])
    }
    sample.append([reading])
    filer.file(&sample)
    let before = Dictionary(articles[articleRanges[page]].map { ($0.idNumber, $0.filing) }) { first, _ in first }
    var articles = Array(sample.articles.suffix(reading.articles.count))
    for index in articles.indices {
      if let filing = before[articles[index].idNumber] { articles[index].filing = filing }
    }
    var filed = reading
    filed.articles = articles
    return filed
  }
}
