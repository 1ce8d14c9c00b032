import Foundation

/// A library that is asked through Python, when it is installed: it builds its index of the pages, then answers query by
/// query with the numbers of all pages that match.
struct PythonPeer: Peer {
  /// What it is called in the table.
  let name: String
  /// Python that defines `build(texts)` and `ask(terms)`, a function of no arguments that finds the pages.
  let code: String

  /// SQLite's full-text index of trigrams. For texts of fewer than three characters it has to scan.
  static let sqlite = PythonPeer(
    name: "sqlite",
    code: """
      import sqlite3
      db = sqlite3.connect(':memory:', isolation_level=None)
      def build(texts):
          db.execute("CREATE VIRTUAL TABLE t USING fts5(body, tokenize='trigram case_sensitive 1')")
          db.execute('BEGIN')
          for i, text in enumerate(texts):
              db.execute('INSERT INTO t(rowid, body) VALUES(?, ?)', (i + 1, text))
          db.execute('COMMIT')
          db.execute("INSERT INTO t(t) VALUES('optimize')")
      def ask(terms):
          match = ' AND '.join('"' + t.replace('"', '""') + '"' for t in terms if len(t) >= 3)
          short = [t for t in terms if len(t) < 3]
          where = (['t MATCH ?'] if match else []) + ['instr(body, ?) > 0' for _ in short]
          sql = 'SELECT rowid FROM t WHERE ' + ' AND '.join(where)
          values = ([match] if match else []) + short
          return lambda: db.execute(sql, values).fetchall()
      """)

  /// tantivy over n-grams of one to three characters; what longer texts propose is looked at in the pages.
  static let tantivy = PythonPeer(
    name: "tantivy",
    code: tantivyCode(
      tokenizer: "tantivy.Tokenizer.ngram(min_gram=1, max_gram=3, prefix_only=False)", option: "basic",
      ask: """
        def ask(terms):
            grams = sorted({t[i:i + 3] for t in terms for i in range(max(1, len(t) - 2))})
            query = must([Q.term_query(schema, 'body', gram, index_option='basic') for gram in grams])
            checks = [t for t in terms if len(t) > 3]
            def find():
                found = [hit[0] for hit in searcher.search(query, limit=count, count=True, order_by_field='id').hits]
                return [i for i in found if all(t in kept[i] for t in checks)]
            return find
        """))

  /// tantivy over single characters with their positions: texts are phrases.
  static let tantivyCharacters = PythonPeer(
    name: "tantivy-characters",
    code: tantivyCode(
      tokenizer: "tantivy.Tokenizer.regex('(?s).')", option: "position",
      ask: """
        def ask(terms):
            query = must([
                Q.phrase_query(schema, 'body', list(t)) if len(t) > 1
                else Q.term_query(schema, 'body', t, index_option='basic') for t in terms])
            return lambda: [
                hit[0] for hit in searcher.search(query, limit=count, count=True, order_by_field='id').hits]
        """))

  private static func tantivyCode(tokenizer: String, option: String, ask: String) -> String {
    """
    import tantivy
    Q = tantivy.Query
    def must(queries):
        return queries[0] if len(queries) == 1 else Q.boolean_query([(tantivy.Occur.Must, q) for q in queries])
    def build(texts):
        global schema, searcher, count, kept
        fields = tantivy.SchemaBuilder()
        fields.add_text_field('body', stored=False, tokenizer_name='cut', index_option='\(option)')
        fields.add_integer_field('id', stored=False, indexed=False, fast=True)
        schema = fields.build()
        index = tantivy.Index(schema)
        index.register_tokenizer('cut', tantivy.TextAnalyzerBuilder(\(tokenizer)).build())
        writer = index.writer(1 << 30, 2)
        kept = list(texts)
        for i, text in enumerate(kept):
            writer.add_document(tantivy.Document(body=text, id=i))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        searcher, count = index.searcher(), len(kept)
    \(ask)
    """
  }

  /// stringzilla's vectorised scan of the pages in memory.
  static let stringzilla = PythonPeer(
    name: "stringzilla",
    code: """
      import stringzilla
      def build(texts):
          global kept
          kept = [stringzilla.Str(text) for text in texts]
      def ask(terms):
          return lambda: [i for i, text in enumerate(kept) if all(text.find(t) >= 0 for t in terms)]
      """)

  /// Runs `build` and `ask`: of each query the median of up to five answers after a first one that is not counted. When the time to
  /// build is over no more pages are handed over; answering then stops too.
  private static let driver = """
    import json, statistics, sys, time
    asked = json.load(sys.stdin)
    taken = {'bytes': 0, 'stopped': False}
    try:
        exec(asked['code'], globals())
    except ImportError:
        sys.exit(3)
    def texts():
        for path in asked['paths']:
            if time.perf_counter() - start > asked['limit']:
                taken['stopped'] = True
                return
            with open(path, 'rb') as file:
                data = file.read()
            taken['bytes'] += len(data)
            yield data.decode('utf-8', 'replace')
    start, processor = time.perf_counter(), time.process_time()
    build(texts())
    built = time.perf_counter() - start
    processor = time.process_time() - processor
    rows = []
    start = time.perf_counter()
    for query in [] if taken['stopped'] else asked['queries']:
        if time.perf_counter() - start > asked['limit']:
            break
        find = ask(query['terms'])
        begun = time.perf_counter()
        found = find()
        first = time.perf_counter() - begun
        times = []
        for _ in range(5 if first < 0.02 else 1):
            begun = time.perf_counter()
            found = find()
            times.append(time.perf_counter() - begun)
        rows.append({'number': query['number'], 'ms': statistics.median(times) * 1000, 'docs': len(found)})
    json.dump({'built': built, 'processor': processor, 'bytes': taken['bytes'], 'rows': rows}, sys.stdout)
    """

  /// What the driver reads.
  private struct Question: Encodable {
    struct Query: Encodable {
      let number: Int
      let terms: [String]
    }

    let code: String
    let paths: [String]
    let limit: Double
    let queries: [Query]
  }

  /// What the driver writes.
  private struct Reply: Decodable {
    struct Row: Decodable {
      let number: Int
      let ms: Double
      let docs: Int
    }

    let built: Double
    let processor: Double
    let bytes: Int
    let rows: [Row]
  }

  func run(_ task: PeerTask) -> PeerAnswers? {
    let question = Question(
      code: code, paths: task.corpus.paths, limit: task.limit,
      queries: task.queries.map { Question.Query(number: $0.number, terms: $0.query.terms) })
    // What it does between two pages or two queries cannot be interrupted but from outside.
    guard let python = Child.find("python3"), let input = try? JSONEncoder().encode(question),
      let outcome = Child.run(python, ["-c", Self.driver], input: input, limit: task.limit * 3), outcome.code != 3
    else { return nil }
    guard let reply = try? JSONDecoder().decode(Reply.self, from: outcome.output) else {
      return PeerAnswers(
        build: PeerAnswers.Build(taken: outcome.taken, bytes: 0, peakMemory: outcome.peakMemory))
    }
    return PeerAnswers(
      build: PeerAnswers.Build(
        taken: Taken(seconds: reply.built, processor: reply.processor), bytes: reply.bytes,
        peakMemory: outcome.peakMemory),
      answers: reply.rows.map { PeerAnswer(number: $0.number, milliseconds: $0.ms, pages: $0.docs) })
  }
}
