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

  /// The folder to make a corpus in, instead of measuring; `nil` to measure.
  var newCorpus: String?
  /// The size of the corpus to make, in megabytes of 10⁶ bytes.
  var megabytes = 10.0
  /// The seed of the corpus to make.
  var seed: UInt64 = 1
  /// The pages that a made corpus takes its wording from.
  var samples = "seeds"
  /// Whether to say how the program is called, and no more.
  var asksForHelp = false

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
      case "--help", "-h":
        asksForHelp = true
        return
      case "--make-corpus":
        guard let folder = rest.popFirst() else { throw .usage("--make-corpus needs a folder") }
        newCorpus = folder
      case "--size-mb":
        guard let size = rest.popFirst().flatMap({ Double($0) }), size > 0, size <= 100_000 else {
          throw .usage("--size-mb needs a number of megabytes")
        }
        megabytes = size
      case "--seed":
        guard let number = rest.popFirst().flatMap({ UInt64($0) }) else { throw .usage("--seed needs a number") }
        seed = number
      case "--samples":
        guard let folder = rest.popFirst() else { throw .usage("--samples needs a folder") }
        samples = folder
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
    if corpus.isEmpty, newCorpus == nil { throw .usage("no corpus given") }
  }
}

/// Why a benchmark cannot run.
enum BenchError: Error, CustomStringConvertible {
  case usage(String)
  case unreadable(String)

  var description: String {
    switch self {
    case .usage(let reason): "\(reason); see xianwen-bench --help"
    case .unreadable(let path): "\(path): cannot be read; give a folder of pages with a queries.json"
    }
  }
}

extension BenchOptions {
  /// What `--help` prints.
  static let help = """
    xianwen-bench CORPUS [OPTION…]               times loading, indexing and every query of CORPUS/queries.json
    xianwen-bench CORPUS --pages                 times the reading of pages into articles, on one core
    xianwen-bench CORPUS --reader                times the reader from a key to its frame
    xianwen-bench --make-corpus DIR [OPTION…]    writes pages and queries.json, the same for the same options

      --json FILE       also write the results as JSON
      --compare         ask the same of other programs that are installed, in the same run
      --verify          compare every answer with a scan of the files' bytes
      --repeat N        run each query N times and take the median (7)
      --class NAME      ask only the queries of one class
      --queries FILE    other queries than the corpus's own
      --cut BYTES       cut pages into articles of about BYTES bytes instead of reading them
      --size-mb N       size of the corpus to make, in megabytes (10)
      --seed S          seed of the corpus to make (1)
      --samples DIR     pages that its wording is taken from (seeds)

    queries.json: {"queries": [{"class": "c2", "terms": ["高唐"]}, …]}; all terms of a query must occur. {"class": "regex", "terms": [],
    "query": "/高.县/"} is one in the query language.
    """
}
