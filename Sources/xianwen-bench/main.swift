import Foundation

// xianwen-bench CORPUS [--json FILE] [--repeat N] [--cut BYTES] [--queries FILE] [--class NAME] [--verify] [--compare]
// xianwen-bench CORPUS --pages: how fast pages are read into articles, on one core.
// xianwen-bench CORPUS --reader: how long a key of the reader takes from press to frame.
//
// CORPUS holds page files and a queries.json: {"queries": [{"class": "c2", "terms": ["高唐"]}, …]}; all terms of a query
// must occur. {"class": "regex", "terms": [], "query": "/高.县/"} is a query in the query language.
do {
  let options = try BenchOptions(CommandLine.arguments.dropFirst())
  if options.timesReader {
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
