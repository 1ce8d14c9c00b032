import NewsModel
import ReaderUI

extension Command {
  static let man = Command(
    name: "man", takesPaths: false, options: [],
    summary: Phrase("印出手册页（roff）", "print the manual page, in roff"),
    details: Phrase(
      "看：xianwen man | man -l -\n装：xianwen man > ~/.local/share/man/man1/xianwen.1",
      "Read it with: xianwen man | man -l -\nInstall it with: xianwen man > ~/.local/share/man/man1/xianwen.1"),
    run: { invocation in
      try invocation.output.text(Manual(language: invocation.language).text)
      return .done
    })
}
