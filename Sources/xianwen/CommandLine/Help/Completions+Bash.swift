extension Completions {
  /// For bash 3.2 and later, without the package bash-completion. Paths are left to bash itself.
  var bash: String {
    let commands = Command.all.map(\.name)
    let valued = Command.allOptions.filter { $0.value != nil }.map(\.name)
    var values = (Command.readerOptions + Option.common).filter { $0.value != nil }.map { value($0, after: "*") }
    values += Command.all.flatMap { command in
      command.options.filter { $0.value != nil }.map { value($0, after: command.name) }
    }
    let offers =
      Command.all.map { words($0, $0.operandWords(), after: $0.name) } + [
        words(nil, commands, after: "-"), words(nil, [], after: "*"),
      ]
    return """
      # bash completion for xianwen
      _xianwen() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=- words= options= i
        COMPREPLY=()
        # --name=value comes as three words.
        if [ "$word" = "=" ]; then
          word=
        elif [ "$before" = "=" ]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            \(valued.joined(separator: "|")))
              [ "${COMP_WORDS[i+1]}" = "=" ] && i=$((i + 1))
              i=$((i + 1)) ;;
            -*|=) ;;
            \(commands.joined(separator: "|"))) command=${COMP_WORDS[i]}; break ;;
            *) command=/; break ;;
          esac
        done
        case $command:$before in
      \(values.joined(separator: "\n"))
        esac
        case $command in
      \(offers.joined(separator: "\n"))
        esac
        case $word in -*) words=$options ;; esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F _xianwen xianwen

      """
  }

  /// What may follow a command, or a call without one.
  private func words(_ command: Command?, _ words: [String], after name: String) -> String {
    let options = options(of: command).map(\.name).joined(separator: " ")
    return "    \(name)) words='\(words.joined(separator: " "))' options='\(options)' ;;"
  }

  /// What the value of an option may be.
  private func value(_ option: Option, after command: String) -> String {
    let choices = option.choices.joined(separator: " ")
    let offer =
      if option.mostChoices > 1 {
        // What stands before the last comma stays.
        "case $word in *,*) COMPREPLY=($(compgen -P \"${word%,*},\" -W '\(choices)' -- \"${word##*,}\"));; "
          + "*) COMPREPLY=($(compgen -W '\(choices)' -- \"$word\"));; esac; "
      } else if !option.choices.isEmpty {
        "COMPREPLY=($(compgen -W '\(choices)' -- \"$word\")); "
      } else {
        // Nothing is known of a free value; the system's bash of macOS has no `compopt` and offers files.
        option.takesFile ? "" : "compopt +o default 2>/dev/null; "
      }
    return "    \(command):\(option.name)) \(offer)return ;;"
  }
}
