import Foundation

// xianwen-bench CORPUS [--json FILE] [--repeat N] [--cut BYTES] [--class NAME] [--verify]
//
// CORPUS holds page files and a queries.json: {"queries": [{"class": "c2", "terms": ["高唐"], "docs": 24}, …]}, where
// "docs" is the number of files that hold every term byte for byte.
do {
  let options = try BenchOptions(CommandLine.arguments.dropFirst())
  try Benchmark(options).run()
} catch {
  FileHandle.standardError.write(Data("xianwen-bench: \(error)\n".utf8))
  exit(2)
}
