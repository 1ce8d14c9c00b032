/// What the command line asks for.
struct BenchOptions {
  /// The folders of pages, each with its `queries.json`: one to measure, several to see how figures grow.
  var corpora: [String] = []
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
  /// Whether to time the reader's keys only, in detail.
  var timesReader = false
  /// Whether to time the reading of pages only, in detail.
  var timesPages = false
  /// Whether to ask the same of other programs and compare.
  var compares = false
  /// The programs to compare with; empty for all that are installed.
  var peers: [String] = []
  /// Seconds that each of the other programs may take to build its index, and again to answer.
  var peerSeconds = 120.0
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

  /// The folder of pages that is measured.
  var corpus: String { corpora.first ?? "" }

  init(_ arguments: ArraySlice<String>) throws(BenchError) {
    var rest = arguments
    func value(_ option: String, _ what: String) throws(BenchError) -> String {
      guard let value = rest.popFirst() else { throw .usage("\(option) needs \(what)") }
      return value
    }
    func number<Number: LosslessStringConvertible & Comparable>(
      _ option: String, _ what: String, in range: ClosedRange<Number>
    ) throws(BenchError) -> Number {
      guard let number = Number(try value(option, what)), range.contains(number) else {
        throw .usage("\(option) needs \(what)")
      }
      return number
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        asksForHelp = true
        return
      case "--json": json = try value(argument, "a file")
      case "--repeat": repetitions = try number(argument, "a number of times", in: 1...1000)
      case "--make-corpus": newCorpus = try value(argument, "a folder")
      case "--size-mb": megabytes = try number(argument, "a number of megabytes", in: 0.001...100_000)
      case "--seed": seed = try number(argument, "a number", in: 0...UInt64.max)
      case "--samples": samples = try value(argument, "a folder")
      case "--verify": verifies = true
      case "--compare": compares = true
      case "--peers":
        peers = try value(argument, "names with commas").split(separator: ",").map(String.init)
        compares = true
      case "--peer-seconds": peerSeconds = try number(argument, "a number of seconds", in: 1...86_400)
      case "--reader": timesReader = true
      case "--pages": timesPages = true
      case "--queries": queryFile = try value(argument, "a file")
      case "--class": queryClass = try value(argument, "a name")
      case "--cut": articleBytes = try number(argument, "a number of bytes", in: 1...1_000_000_000)
      default:
        guard !argument.hasPrefix("-") else { throw .usage("\(argument): unknown") }
        corpora.append(argument)
      }
    }
    if corpora.isEmpty, newCorpus == nil { throw .usage("no corpus given") }
    let isDetail = timesReader || timesPages || compares || verifies || queryClass != nil || articleBytes != nil
    if corpora.count > 1, isDetail {
      throw .usage(
        "several corpora are for seeing how figures grow, without other options than --repeat, --queries, --json")
    }
  }
}

/// Why a benchmark cannot run.
enum BenchError: Error, CustomStringConvertible {
  case usage(String)
  case unreadable(String)
  case unwritable(String)
  /// A run over this corpus, as a process of its own, gave no figures.
  case noFigures(String)

  var description: String {
    switch self {
    case .usage(let reason): "\(reason); see xianwen-bench --help"
    case .unreadable(let path): "\(path): cannot be read; give a folder of pages with a queries.json"
    case .unwritable(let path): "\(path): cannot be written"
    case .noFigures(let path): "\(path): measuring it gave no figures; try it alone: xianwen-bench \(path)"
    }
  }
}

extension BenchOptions {
  /// What `--help` prints.
  static let help = """
    xianwen-bench CORPUS [OPTION…]               times loading, indexing, queries, start, keys and cold search; says the memory
    xianwen-bench CORPUS --compare               and asks the same of other programs that are installed, in the same run
    xianwen-bench CORPUS CORPUS…                 measures each and sets the figures side by side: how they grow
    xianwen-bench CORPUS --pages                 the reading of pages into articles in detail, on one core
    xianwen-bench CORPUS --reader                the reader from a key to its frame in detail
    xianwen-bench --make-corpus DIR [OPTION…]    writes pages and queries.json, the same for the same options

      --json FILE       also write the results as JSON
      --verify          compare every answer with a scan of the files' bytes
      --repeat N        run each query N times and take the median, the program at most twice as often (7)
      --class NAME      ask only the queries of one class, and measure no more than them
      --queries FILE    other queries than the corpus's own
      --cut BYTES       cut pages into articles of about BYTES bytes instead of reading them
      --peers NAME,…    compare with these only: \(PeerBenchmark.names.joined(separator: ", "))
      --peer-seconds N  stop a peer that builds, or answers, for more than N seconds, and say so (120)
      --size-mb N       size of the corpus to make, in megabytes (10)
      --seed S          seed of the corpus to make (1)
      --samples DIR     pages that its wording is taken from (seeds)

    queries.json: {"queries": [{"class": "c2", "terms": ["高唐"]}, …]}; all terms of a query must occur. {"class": "regex", "terms": [],
    "query": "/高.县/"} is one in the query language. Speeds are in megabytes of 10⁶ bytes; p50 and p95 are the median and the 95th
    percentile of a class's queries. The program xianwen is looked for beside xianwen-bench. Python's peers are those that python3 of
    the PATH can import.
    """
}
