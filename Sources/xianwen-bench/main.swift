import Foundation
import NewsModel

do {
  let options = try BenchOptions(CommandLine.arguments.dropFirst())
  if options.asksForHelp {
    print(BenchOptions.help)
  } else if let folder = options.newCorpus {
    try CorpusMaker(folder: folder, megabytes: options.megabytes, seed: options.seed, samples: options.samples).run()
  } else if options.corpora.count > 1 {
    try Growth(options).run()
  } else if options.timesReader || options.timesPages {
    var report = Report()
    if options.timesPages {
      try PageBenchmark(Corpus(folder: options.corpus, queryFile: options.queryFile)).run(&report)
    }
    if options.timesReader {
      let library = try LibraryLoader.load([FilePath(options.corpus)], limit: .max)
      report.add(ReaderBenchmark.run(library, SearchIndex(), details: true))
    }
    if let file = options.json { try report.write(to: file) }
  } else {
    var benchmark = try Benchmark(options)
    try benchmark.run()
  }
} catch {
  Progress.clear()
  FileHandle.standardError.write(Data("xianwen-bench: \(error)\n".utf8))
  exit(2)
}
