/// What the command line asks for.
struct BenchOptions {
  /// The folder of pages and `queries.json`.
  var corpus = ""
  /// Where to write the results as JSON; `nil` for nowhere.
  var json: String?
  /// How often each query is run; its time is the median.
  var repetitions = 7
  /// Whether to cut pages into articles of about this many bytes, lines as paragraphs, instead of reading them: measures
  /// search alone. `nil` to read pages.
  var articleBytes: Int?
  /// The file of queries; `nil` for the corpus's own.
  var queryFile: String?
  /// The class of queries to ask; `nil` for all.
  var queryClass: String?
  /// Whether to time the reader's keys instead of queries.
  var timesReader = false
  /// Whether to time the reading of pages instead of queries.
  var timesPages = false
  /// Whether to ask the same of other programs and compare.
  var compares = false
  /// Whether to compare every answer with a scan of the files' bytes.
  var verifies = false

  init(_ arguments: ArraySlice<String>) throws(BenchError) {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--json":
        guard let file = rest.popFirst() else { throw .usage("--json needs a file") }
        json = file
      case "--repeat":
        guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else {
          throw .usage("--repeat needs a number")
        }
        repetitions = count
      case "--verify": verifies = true
      case "--compare": compares = true
      case "--reader": timesReader = true
      case "--pages": timesPages = true
      case "--queries":
        guard let file = rest.popFirst() else { throw .usage("--queries needs a file") }
        queryFile = file
      case "--class":
        guard let name = rest.popFirst() else { throw .usage("--class needs a name") }
        queryClass = name
      case "--cut":
        guard let bytes = rest.popFirst().flatMap({ Int($0) }), bytes > 0 else {
          throw .usage("--cut needs a number of bytes")
        }
        articleBytes = bytes
      default:
        guard !argument.hasPrefix("-"), corpus.isEmpty else { throw .usage("\(argument): unknown") }
        corpus = argument
      }
    }
    if corpus.isEmpty { throw .usage("no corpus given") }
  }
}

/// Why a benchmark cannot run.
enum BenchError: Error, CustomStringConvertible {
  case usage(String)
  case unreadable(String)

  var description: String {
    switch self {
    case .usage(let reason):
      "\(reason); usage: xianwen-bench CORPUS [--json FILE] [--repeat N] [--cut BYTES] [--queries FILE] [--class NAME] [--verify] [--compare] [--pages] [--reader]"
    case .unreadable(let path): "\(path): cannot be read; give a folder of pages with a queries.json"
    }
  }
}
