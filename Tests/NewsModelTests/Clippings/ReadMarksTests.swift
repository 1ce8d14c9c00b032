import Foundation
import Testing

@testable import NewsModel

@Suite struct ReadMarksTests {
  let folder = TemporaryFolder()

  @Test func marksAreThereForTheNextStart() throws {
    let path = folder.path + "/state/xianwen"
    let marks = ReadMarks(folder: FilePath(path))
    #expect(try marks.load().isEmpty)
    try marks.mark("a", isRead: true)
    try marks.mark("b", isRead: true)
    try ReadMarks(folder: FilePath(path)).mark("c", isRead: true)
    try marks.mark("a", isRead: false)
    #expect(try ReadMarks(folder: FilePath(path)).load() == ["b", "c"])
  }

  @Test func aTornEndIsPassedOver() throws {
    try Data("+a\n+b\njunk\n+c".utf8).write(to: URL(fileURLWithPath: folder.path + "/read"))
    let marks = ReadMarks(folder: FilePath(folder.path))
    #expect(try marks.load() == ["a", "b"])
    try marks.mark("d", isRead: true)
    #expect(try ReadMarks(folder: FilePath(folder.path)).load() == ["a", "b", "c", "d"])
  }

  @Test func outdatedLinesAreDropped() throws {
    let lines = (0..<900).map { "+\($0)\n-\($0)\n" }.joined() + "+kept\n"
    try Data(lines.utf8).write(to: URL(fileURLWithPath: folder.path + "/read"))
    #expect(try ReadMarks(folder: FilePath(folder.path)).load() == ["kept"])
    #expect(try String(contentsOfFile: folder.path + "/read", encoding: .utf8) == "+kept\n")
  }

  @Test func aMarkThatCannotBeWrittenCountsAndGoesWithTheNext() throws {
    let plan = FaultPlan()
    let marks = ReadMarks(folder: FilePath(folder.path), calls: plan.calls)
    plan.set(.call(0, code: EROFS))
    #expect(throws: ClippingError.self) { try marks.mark("a", isRead: true) }
    #expect(marks.ids == ["a"])
    try marks.mark("b", isRead: true)
    #expect(try ReadMarks(folder: FilePath(folder.path)).load() == ["a", "b"])
  }

  @Test func marksThatCouldNotBeWrittenOutliveALoadingAndAreTriedAgain() throws {
    let plan = FaultPlan()
    let marks = ReadMarks(folder: FilePath(folder.path), calls: plan.calls)
    try marks.mark("old", isRead: true)
    plan.set(.call(0, code: ENOSPC))
    #expect(throws: ClippingError.self) { try marks.mark("new", isRead: true) }
    plan.set(.call(0, code: ENOSPC))
    #expect(throws: ClippingError.self) { try marks.mark("old", isRead: false) }
    try ReadMarks(folder: FilePath(folder.path)).mark("other", isRead: true)
    #expect(try marks.load() == ["new", "other"])
    try marks.retry()
    #expect(try ReadMarks(folder: FilePath(folder.path)).load() == ["new", "other"])
    try marks.retry()
  }

  @Test func marksThatCouldNotBeWrittenOutliveTheDroppingOfOutdatedLines() throws {
    let plan = FaultPlan()
    let marks = ReadMarks(folder: FilePath(folder.path), calls: plan.calls)
    let lines = (0..<900).map { "+\($0)\n-\($0)\n" }.joined() + "+kept\n"
    try Data(lines.utf8).write(to: URL(fileURLWithPath: folder.path + "/read"))
    plan.set(.call(0, code: ENOSPC))
    #expect(throws: ClippingError.self) { try marks.mark("new", isRead: true) }
    #expect(try marks.load() == ["kept", "new"])
    try marks.retry()
    #expect(try ReadMarks(folder: FilePath(folder.path)).load() == ["kept", "new"])
  }

  @Test func aFullDiskTearsNoMarkButTheOneUnderWay() throws {
    let plan = FaultPlan()
    let marks = ReadMarks(folder: FilePath(folder.path), calls: plan.calls)
    try marks.mark("0123456789abcdef", isRead: true)
    // The call after opening is the write, which gets half way.
    plan.set(.call(1, code: ENOSPC))
    #expect(throws: ClippingError.self) { try marks.mark("fedcba9876543210", isRead: true) }
    try marks.mark("00000000000000aa", isRead: true)
    let read = try ReadMarks(folder: FilePath(folder.path)).load()
    #expect(read.isSuperset(of: ["0123456789abcdef", "fedcba9876543210", "00000000000000aa"]))
  }

  @Test func aFileOfStateComesBackWholeOrNotAtAll() throws {
    let file = StateFile(path: FilePath(folder.path + "/state/sessions.json"))
    #expect(file.read() == nil)
    try file.write(Array("[1]".utf8))
    try file.write(Array("[2, 3]".utf8))
    #expect(file.read() == Array("[2, 3]".utf8))
    #expect(StateFile(path: FilePath(folder.path)).read() == nil, "a folder is no file")
  }
}
