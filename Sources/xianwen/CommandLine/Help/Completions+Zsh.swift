extension Completions {
  /// For zsh's `_arguments`; to be autoloaded as `_xianwen`, or sourced.
  var zsh: String {
    let commands = Command.all.map { "    \(quoted("\($0.name):\($0.summary[language])"))" }
    let cases = Command.all.map { command in
      """
            \(command.name))
              _arguments \\
      \(specifications(of: command).map { "          \($0)" }.joined(separator: " \\\n")) ;;
      """
    }
    return """
      #compdef xianwen
      _xianwen_commands() {
        local -a commands=(
      \(commands.joined(separator: "\n"))
        )
        _describe -t commands command commands
      }
      _xianwen() {
        local curcontext=$curcontext state line
        typeset -A opt_args
        _arguments -C \\
      \(options(of: nil).map { "    \(specification($0))" }.joined(separator: " \\\n")) \\
          '(-): :->first' '(-)*:: :->rest'
        case $state in
          first) _alternative 'commands:command:_xianwen_commands' 'files:page or folder:_files' ;;
          rest)
            case $words[1] in
      \(cases.joined(separator: "\n"))
              *)
                _arguments \\
      \((options(of: nil).map(specification) + ["'*:page or folder:_files'"]).map { "            \($0)" }
        .joined(separator: " \\\n")) ;;
            esac ;;
        esac
      }
      if [ "$funcstack[1]" = "_xianwen" ]; then _xianwen "$@"; else compdef _xianwen xianwen; fi

      """
  }

  private func specifications(of command: Command) -> [String] {
    var specifications = options(of: command).map(specification)
    if let operand = command.operand {
      let words = command.operandWords().joined(separator: " ")
      let action = !words.isEmpty ? "(\(words))" : command.takesPaths ? "" : "_files"
      specifications.append(quoted("1:\(escaped(operand[language])):\(action)"))
    }
    if command.takesPaths { specifications.append("'*:page or folder:_files'") }
    return specifications
  }

  private func specification(_ option: Option) -> String {
    let help = "[\(escaped(option.help[language]))]"
    guard let value = option.value else { return quoted(option.name + help) }
    let action =
      !option.choices.isEmpty ? "(\(option.choices.joined(separator: " ")))" : option.takesFile ? "_files" : ""
    return quoted("\(option.name)=\(help):\(escaped(value[language])):\(action)")
  }

  /// Brackets and colons part the fields of a specification.
  private func escaped(_ text: String) -> String {
    ["\\", "[", "]", ":"].reduce(text) { $0.replacing($1, with: "\\" + $1) }
  }
}
