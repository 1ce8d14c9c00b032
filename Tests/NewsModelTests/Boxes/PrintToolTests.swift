import Foundation
import Testing

@testable import NewsModel

/// Files that are no text: what is found of them, and what is said without the programs.
struct PrintToolTests {
  private let folder: PageFolder

  init() throws { folder = try PageFolder() }

  private func names(_ permitted: PrintTool.Permitted) -> [String] {
    let listing = try? LibraryLoader.discover([FilePath(folder.path)], permitted: permitted)
    return folder.names(listing?.files.map(\.path.shown) ?? [])
  }

  private static let pdf = "%PDF-1.4\n"
  private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test func aTextIsReadBeforeTheFileThatItWasTakenFrom() throws {
    for name in ["a.txt", "b.txt"] { try folder.write(name) }
    for name in ["a.pdf", "c.pdf"] { try folder.write(name, Self.pdf) }
    for name in ["a.png", "b.jpg", "d.png"] { try folder.write(name, Self.picture) }
    #expect(names([]) == ["a.txt", "b.txt"])
    if PrintTool.pdftotext.isInstalled { #expect(names([.pdftotext]) == ["a.txt", "b.txt", "c.pdf"]) }
    if PrintTool.tesseract.isInstalled { #expect(names([.tesseract]) == ["a.txt", "b.txt", "d.png"]) }
  }

  @Test func whatOnlyHasTheNameIsNoPage() throws {
    for name in ["a.pdf", "a.png"] { try folder.write(name, "本报讯") }
    try folder.write("b.txt")
    #expect(names([.pdftotext, .tesseract]) == ["b.txt"])
  }

  @Test func aBrokenFileIsOneLine() throws {
    guard PrintTool.pdftotext.isInstalled else { return }
    try folder.write("a.pdf", Self.pdf)
    try folder.write("b.txt")
    let library = try LibraryLoader.load([FilePath(folder.path)])
    #expect(library.pages.map { folder.names([$0.file.shown]) } == [["b.txt"]])
    #expect(library.diagnostics.count == 1)
  }
}
