extension Completions {
  var fish: String {
    var lines = ["# fish completion for xianwen"]
    for command in Command.all {
      lines.append(line("__fish_use_subcommand", "-a \(command.name) -d \(quoted(command.summary[language]))"))
    }
    for option in Command.readerOptions { lines.append(line("__fish_use_subcommand", words(for: option))) }
    for option in Option.common { lines.append("complete -c xianwen \(words(for: option))") }
    for command in Command.all {
      let condition = "__fish_seen_subcommand_from \(command.name)"
      let words = command.operandWords()
      if !words.isEmpty { lines.append(line(condition, "-f -a \(quoted(words.joined(separator: " ")))")) }
      for option in command.options { lines.append(line(condition, self.words(for: option))) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ condition: String, _ rest: String) -> String {
    "complete -c xianwen -n \(quoted(condition)) \(rest)"
  }

  private func words(for option: Option) -> String {
    var words = "-l \(option.name.drop { $0 == "-" }) -d \(quoted(option.help[language]))"
    guard option.value != nil else { return words }
    // -x takes a value and no file, -r a value.
    words += option.takesFile ? " -r -F" : " -x"
    if !option.choices.isEmpty { words += " -a \(quoted(option.choices.joined(separator: " ")))" }
    return words
  }
}
