import NewsModel
import ReaderUI

/// The words of a command line, sorted out by the declared options.
struct Arguments {
  /// The command; `nil` stands for the reader.
  private(set) var command: Command?
  /// What is neither a command nor an option, in order.
  private(set) var operands: [FilePath] = []
  private var values: [Option: [FilePath]] = [:]

  /// Parses the words that follow the program's name.
  ///
  /// Options may stand anywhere; `--name value` and `--name=value` mean the same; `--` ends them. The first word that
  /// is no option is a command if one is called so (a folder of that name is written `./list`).
  /// - Throws: `CommandError` for an option that does not exist, lacks its value or has a wrong one, or belongs to
  ///   another command.
  init(_ words: [FilePath]) throws(CommandError) {
    var rest = words[...]
    var acceptsOptions = true
    while let word = rest.popFirst() {
      if acceptsOptions, word == "--" {
        acceptsOptions = false
      } else if acceptsOptions, Self.isOption(word.encoded) {
        try take(word.encoded, &rest)
      } else if acceptsOptions, command == nil, operands.isEmpty, let found = Command.named(word.encoded) {
        command = found
      } else {
        operands.append(word)
      }
    }
    try checkOptions()
  }

  /// Whether a word is written as an option is: `-h`, `--name`, `--name=value`. A query may begin with `-` as well
  /// (`-会议 高唐`), and so may a path.
  private static func isOption(_ word: String) -> Bool {
    let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
    guard word.hasPrefix("-"), let first = name.first, first.isASCII, first.isLetter else { return false }
    return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option] != nil }

  /// An option's value as text.
  subscript(option: Option) -> String? { path(option)?.shown }

  /// The value of an option that takes a file.
  func path(_ option: Option) -> FilePath? { values[option]?.last }

  /// The values of an option that may be repeated, as text; `nil` when it was not given.
  func all(_ option: Option) -> [String]? { values[option]?.map(\.shown) }

  /// The ids of an option that takes `ID[,ID…]`; `nil` when it was not given.
  func ids(_ option: Option) -> [String]? { all(option)?.flatMap(Self.ids) }

  /// The ids of `ID[,ID…]`.
  static func ids(_ text: String) -> [String] {
    let ids = text.split(whereSeparator: { ",，、".contains($0) || $0.isWhitespace }).map(String.init)
    // None is told as one that is too short.
    return ids.isEmpty ? [text] : ids
  }

  /// What was chosen for an option with choices, in the order given; it was checked when it was parsed.
  func choices(_ option: Option) -> [String] { self[option].flatMap(option.chosen) ?? [] }

  /// The value of an option that takes a number; it was checked when it was parsed.
  func number(_ option: Option) -> Int? { self[option].flatMap { Int($0) } }

  private mutating func take(_ word: String, _ rest: inout ArraySlice<FilePath>) throws(CommandError) {
    let name: String
    var value: FilePath?
    if let equals = word.firstIndex(of: "=") {
      name = String(word[..<equals])
      value = FilePath(encoded: String(word[word.index(after: equals)...]))
    } else {
      name = word == "-h" ? Option.help.name : word
    }
    // Commands may give one name to options of their own.
    guard let option = ((command?.options ?? []) + Command.allOptions).first(where: { $0.name == name }) else {
      throw Self.unknown(name)
    }
    guard option.value != nil else {
      guard value == nil else {
        throw CommandError("\(name) 后面不能跟值；请去掉“=”和它后面的部分", "\(name) takes no value; leave out what follows the “=”")
      }
      values[option] = [""]
      return
    }
    guard let found = value ?? rest.popFirst() else {
      throw CommandError("\(name) 后面缺一个值；看 xianwen --help", "\(name) needs a value; see xianwen --help")
    }
    if option.takesTwo {
      guard let second = rest.popFirst() else {
        throw CommandError("\(name) 后面要两个值；看 xianwen --help", "\(name) needs two values; see xianwen --help")
      }
      values[option] = [found, second]
      return
    }
    values[option] = (option.repeats ? values[option] ?? [] : []) + [found]
  }

  private func check(_ value: String, of option: Option) throws(CommandError) {
    if !option.choices.isEmpty, option.chosen(value) == nil {
      throw CommandError(
        "\(option.name) 不能是“\(value)”；可以是 \(option.choiceList(separator: "、", or: "，或其中两个："))",
        "\(option.name) cannot be “\(value)”; give \(option.choiceList(separator: ", ", or: ", or two of them as in "))"
      )
    }
    guard let numbers = option.numbers else { return }
    if Int(value).map(numbers.contains) != true {
      let (low, high) = (numbers.lowerBound, numbers.upperBound)
      let bounds =
        high == Int.max
        ? Phrase("不小于 \(low) 的", "of \(low) or more") : Phrase("\(low) 到 \(high) 的", "from \(low) to \(high)")
      throw CommandError(
        "\(option.name) 不能是“\(value)”；请给\(bounds.chinese)整数",
        "\(option.name) cannot be “\(value)”; give a whole number \(bounds.english)")
    }
  }

  private mutating func checkOptions() throws(CommandError) {
    let allowed = command?.options ?? Command.readerOptions
    // Commands may give one name to options of their own, and the command may stand behind them.
    for (option, value) in values {
      guard let own = allowed.first(where: { $0.name == option.name }), own != option else { continue }
      values[option] = nil
      values[own] = value
    }
    for (option, values) in values.sorted(by: { $0.key.name < $1.key.name }) {
      for value in values { try check(value.shown, of: option) }
    }
    for option in values.keys.sorted(by: { $0.name < $1.name }) where !(allowed + Option.common).contains(option) {
      let name = command.map { "xianwen \($0.name)" } ?? "xianwen"
      throw CommandError(
        "\(name) 没有选项 \(option.name)；看 \(name) --help", "\(name) has no option \(option.name); see \(name) --help")
    }
  }

  private static func unknown(_ name: String) -> CommandError {
    if let near = Spelling.nearest(to: name, among: Command.allOptions.map(\.name)) {
      return CommandError("没有选项 \(name)；是不是 \(near)？", "there is no option \(name); did you mean \(near)?")
    }
    return CommandError(
      "没有选项 \(name)；看 xianwen --help，以“-”开头的查询或路径写在 -- 后面",
      "there is no option \(name); see xianwen --help, and write -- before a query or path that begins with “-”")
  }
}
