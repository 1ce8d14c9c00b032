import Foundation

do {
  let options = try BenchOptions(CommandLine.arguments.dropFirst())
  if options.asksForHelp {
    print(BenchOptions.help)
  } else if let folder = options.newCorpus {
    try CorpusMaker(folder: folder, megabytes: options.megabytes, seed: options.seed, samples: options.samples).run()
  } else if options.timesReader {
    try ReaderBenchmark(options.corpus).run()
  } else if options.timesPages {
    try PageBenchmark(Corpus(folder: options.corpus, queryFile: options.queryFile)).run()
  } else {
    try Benchmark(options).run()
  }
} catch {
  FileHandle.standardError.write(Data("xianwen-bench: \(error)\n".utf8))
  exit(2)
}
