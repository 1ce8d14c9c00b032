import NewsModel
import ReaderUI

/// Scripts that let a shell complete a call by Tab, made of the declarations that drive parsing and `--help`.
struct Completions {
  /// A shell that a script can be written for.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  /// The language of the words that zsh and fish show beside what they offer.
  let language: Language

  /// The script, for a file that the shell reads.
  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// The options that may follow a command; those of the reader for none.
  func options(of command: Command?) -> [Option] { (command?.options ?? Command.readerOptions) + Option.common }

  /// Text in single quotes, as all three shells read it.
  func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
