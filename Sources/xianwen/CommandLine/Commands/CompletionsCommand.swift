import NewsModel
import ReaderUI

extension Command {
  static let completions = Command(
    name: "completions", operand: Phrase("bash|zsh|fish", "bash|zsh|fish"),
    operandWords: { Completions.Shell.allCases.map(\.rawValue) }, takesPaths: false, options: [],
    summary: Phrase("印出补全脚本，按 Tab 就能补全", "print a script that lets a shell complete by Tab"),
    details: Phrase(
      """
      bash：xianwen completions bash > ~/.local/share/bash-completion/completions/xianwen
      zsh：xianwen completions zsh > ~/.zfunc/_xianwen（~/.zshrc 里 fpath+=~/.zfunc; autoload -U compinit; compinit）
      fish：xianwen completions fish > ~/.config/fish/completions/xianwen.fish
      """,
      """
      bash: xianwen completions bash > ~/.local/share/bash-completion/completions/xianwen
      zsh: xianwen completions zsh > ~/.zfunc/_xianwen (in ~/.zshrc: fpath+=~/.zfunc; autoload -U compinit; compinit)
      fish: xianwen completions fish > ~/.config/fish/completions/xianwen.fish
      """),
    run: { invocation in
      let name = try invocation.operand().shown
      guard let shell = Completions.Shell(rawValue: name) else {
        throw CommandError(
          "不会给“\(name)”写补全；可以是 bash、zsh、fish", "there are no completions for “\(name)”; give bash, zsh or fish")
      }
      try invocation.output.text(Completions(language: invocation.language).script(for: shell))
      return .done
    })
}
