import Foundation
import Testing

@testable import NewsModel

@Suite struct ClippingStoreTests {
  let folder = TemporaryFolder()

  @Test func whatWasKeptIsThereForTheNextStore() throws {
    let path = folder.path + "/data/xianwen/clippings.jsonl"
    let store = ClippingStore(path: FilePath(path))
    #expect(try store.load().clippings.isEmpty)
    try store.add(.sample(1))
    try store.add(.sample(2))
    try store.update(id: "id2") { $0.note = "问一问 \"残联\"" }
    try store.add(.sample(3))
    try store.remove(id: "id1")
    let (clippings, diagnostics) = try ClippingStore(path: FilePath(path)).load()
    #expect(clippings == store.clippings)
    #expect(clippings.map(\.id) == ["id2", "id3"])
    #expect(clippings.first?.note == "问一问 \"残联\"")
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [-5_000_000_000, -1, 0, 9_300_000_000, 15_000_000_000])
  func theFilesTimeMayBeAny(seconds: Int) throws {
    let path = folder.path + "/clippings.jsonl"
    try ClippingStore(path: FilePath(path)).add(.sample(1))
    var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    let store = ClippingStore(path: FilePath(path))
    #expect(try store.load().clippings.count == 1)
    try store.add(.sample(2))
    #expect(try ClippingStore(path: FilePath(path)).load().clippings.count == 2)
  }

  @Test(arguments: [
    "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "20000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "soon",
  ])
  func whenItWasAddedMayBeAny(added: String) throws {
    let path = folder.path + "/clippings.jsonl"
    let store = ClippingStore(path: FilePath(path))
    try store.add(Clipping(id: "0123456789abcdef", file: "p.txt", added: added, text: "高唐县"))
    try store.add(.sample(2))
    let (clippings, diagnostics) = try ClippingStore(path: FilePath(path)).load()
    #expect(clippings.map(\.added).contains(added))
    #expect(diagnostics.isEmpty)
    #expect(Digest(clippings: clippings).markdown.contains("高唐县"))
  }

  @Test func twoStoresLoseNothingToEachOther() throws {
    let path = folder.path + "/clippings.jsonl"
    let stores = [ClippingStore(path: FilePath(path)), ClippingStore(path: FilePath(path))]
    for number in 0..<40 { try stores[number % 2].add(.sample(number)) }
    try stores[0].update(id: "id7") { $0.tags.append("残疾") }
    try stores[1].update(id: "id7") { $0.note = "看" }
    let kept = try ClippingStore(path: FilePath(path)).load().clippings
    #expect(kept.map(\.id) == (0..<40).map { "id\($0)" })
    #expect(kept[7].tags == ["残疾"] && kept[7].note == "看")
  }

  @Test func storesOnManyThreadsLoseNothingToEachOther() async throws {
    let path = folder.path + "/clippings.jsonl"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let store = ClippingStore(path: FilePath(path))
          for number in 0..<10 {
            try store.add(.sample(writer * 100 + number))
            try store.update(id: "id\(writer * 100)") { $0.tags.append("\(number)") }
            if number % 3 == 2 { try store.remove(id: "id\(writer * 100 + number)") }
          }
        }
      }
      try await group.waitForAll()
    }
    let (clippings, diagnostics) = try ClippingStore(path: FilePath(path)).load()
    #expect(diagnostics.isEmpty)
    for writer in 0..<4 {
      let own = clippings.filter { Int($0.id.dropFirst(2)).map { $0 / 100 } == writer }
      #expect(own.map(\.id) == [0, 1, 3, 4, 6, 7, 9].map { "id\(writer * 100 + $0)" })
      #expect(own.first?.tags == (0..<10).map(String.init))
    }
  }

  @Test func aLinkIsFollowedAndPermissionsAreKept() throws {
    let file = folder.path + "/synced/mine.jsonl"
    try FileManager.default.createDirectory(atPath: folder.path + "/synced", withIntermediateDirectories: true)
    let link = folder.path + "/clippings.jsonl"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "synced/mine.jsonl")
    let store = ClippingStore(path: FilePath(link))
    try store.add(.sample(1))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try store.update(id: "id1") { $0.note = "看" }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "synced/mine.jsonl")
    #expect(try ClippingStore(path: FilePath(file)).load().clippings.map(\.note) == ["看"])
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/synced").sorted() == [
        ".mine.jsonl.lock", "mine.jsonl",
      ])
  }

  @Test func aFolderOrADeviceIsToldFromAFile() throws {
    for path in [folder.path, "/dev/null"] {
      let store = ClippingStore(path: FilePath(path))
      #expect(throws: ClippingError.notAFile(path: path)) { try store.load() }
      #expect(throws: ClippingError.notAFile(path: path)) { try store.add(.sample(1)) }
    }
    #expect(!FileManager.default.fileExists(atPath: "/dev/.null.lock"))
  }

  @Test func aFileThatVanishedIsWrittenAgainFromMemory() throws {
    let path = folder.path + "/data/clippings.jsonl"
    let store = ClippingStore(path: FilePath(path))
    try store.apply([.add(.sample(1)), .add(.sample(2))])
    try FileManager.default.removeItem(atPath: folder.path + "/data")
    #expect(try store.load().diagnostics.count == 1)
    try store.add(.sample(3))
    #expect(try ClippingStore(path: FilePath(path)).load().clippings.map(\.id) == ["id1", "id2", "id3"])
  }

  @Test func aTornLineThatAnotherProgramLeftIsNeverCut() throws {
    let path = folder.path + "/clippings.jsonl"
    let torn = String(Clipping.sample(1).json.dropLast(9))
    try Data(torn.utf8).write(to: URL(fileURLWithPath: path))
    try ClippingStore(path: FilePath(path)).add(.sample(2))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == torn + "\n" + Clipping.sample(2).json + "\n")
  }

  @Test func aChangeOfAClippingThatIsGoneIsRefusedAndForgotten() throws {
    let store = ClippingStore(path: FilePath(folder.path + "/clippings.jsonl"))
    try store.add(.sample(1))
    #expect(throws: ClippingError.noSuchClipping(id: "id5")) {
      try store.apply([.update(id: "id5") { $0.note = "" }, .add(.sample(2))])
    }
    #expect(store.clippings.map(\.id) == ["id1", "id2"] && store.pendingCount == 0)
  }
}
