import Testing

@testable import ReaderUI

@Suite struct ThemeTests {
  @Test(arguments: Theme.all) func whatMattersIsVisibleWithoutColour(theme: Theme) {
    let roles: [Role] = [.headline, .match, .currentMatch, .selection, .unread, .error]
    for role in roles { #expect(!theme[role].attributes.isEmpty, "\(role) in \(theme.name)") }
    #expect(theme[.match].attributes != theme[.currentMatch].attributes)
    #expect(theme[.selection].attributes != theme[.inactiveSelection].attributes)
  }

  @Test(arguments: Theme.all) func aMatchIsVisibleWhateverItLiesOn(theme: Theme) {
    for base in Role.allCases where base != .match && base != .currentMatch {
      for match in [Role.match, .currentMatch] {
        #expect(theme[base].overlaid(with: theme[match]).attributes != theme[base].attributes, "\(match) on \(base)")
      }
    }
  }

  @Test func thePlainThemeHasNoColour() {
    for role in Role.allCases {
      #expect(Theme.plain[role].foreground == .standard && Theme.plain[role].background == .standard)
    }
  }

  @Test func themesAreFoundByName() {
    #expect(Theme(named: "dark") == .dark)
    #expect(Theme(named: "sepia") == nil)
  }

  @Test func bordersAreBoxDrawingOnlyWhereThatIsOneCell() {
    #expect(BorderSet.suited(to: .narrow) == .box)
    #expect(BorderSet.suited(to: CellWidth(ambiguous: 2)) == .ascii)
  }
}
