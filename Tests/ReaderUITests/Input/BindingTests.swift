import NewsModel
import Testing

@testable import ReaderUI

struct BindingTests {
  @Test(arguments: Action.allCases) func everyActionHasOneRowWithAKeyAndWords(action: Action) {
    let rows = Binding.table.filter { $0.action == action }
    #expect(rows.count == 1)
    for row in rows {
      #expect(!row.keys.isEmpty && !row.panes.isEmpty)
      for language in Language.allCases { #expect(!row.help(language).isEmpty) }
    }
  }

  @Test(arguments: Pane.allCases) func noPaneBindsAKeyTwice(pane: Pane) {
    var owners: [Key: [Action]] = [:]
    for row in Binding.table where row.panes.contains(pane) {
      for key in row.keys { owners[key, default: []].append(row.action) }
    }
    for (key, actions) in owners { #expect(actions.count == 1, "\(key) asks for \(actions) in \(pane)") }
  }

  @Test(arguments: Pane.allCases) func hintsNameKeysThatWorkInTheirPane(pane: Pane) throws {
    for action in Binding.hints(in: pane) {
      let row = try #require(Binding.table.first { $0.action == action })
      #expect(row.panes.contains(pane), "\(action) does nothing in \(pane)")
      for language in Language.allCases { #expect(!row.hint[language].isEmpty, "\(action) has no hint") }
    }
  }

  @Test func everyPaneCanBeLeft() {
    for pane in Pane.allCases {
      #expect(Keymap().action(for: "q", in: pane) == .leave)
      #expect(Keymap().action(for: .escape, in: pane) == .escape)
    }
  }

  @Test(arguments: zip("／？：ｊ、。【】《》".unicodeScalars, "/?:j/.[]<>".unicodeScalars))
  func fullWidthKeysCountAsTheirLookAlikes(wide: Unicode.Scalar, narrow: Unicode.Scalar) {
    #expect(Keymap.ascii(lookingLike: wide) == narrow)
  }
}
