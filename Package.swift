// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "xianwen",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "xianwen", targets: ["xianwen"]),
    .executable(name: "xianwen-bench", targets: ["xianwen-bench"]),
  ],
  targets: [
    .target(name: "Platform"),
    .target(name: "NewsModel", dependencies: ["Platform"]),
    .target(name: "ReaderUI", dependencies: ["NewsModel"]),
    .target(
      name: "CTerminal",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])), .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "ReaderTerminal", dependencies: ["CTerminal", "ReaderUI"]),
    .executableTarget(
      name: "xianwen", dependencies: ["Platform", "NewsModel", "ReaderUI", "ReaderTerminal"]),
    .executableTarget(name: "xianwen-bench", dependencies: ["NewsModel", "ReaderUI"]),
    .target(name: "ReadingCorpus", dependencies: ["NewsModel"]),
    .executableTarget(name: "xianwen-fit", dependencies: ["NewsModel", "ReadingCorpus"]),
    .testTarget(name: "NewsModelTests", dependencies: ["NewsModel", "ReadingCorpus"], exclude: ["Fixtures"]),
    .testTarget(name: "ReaderUITests", dependencies: ["ReaderUI"], exclude: ["Snapshots"]),
    .testTarget(name: "ReaderTerminalTests", dependencies: ["ReaderTerminal", "ReaderUI"]),
    .testTarget(name: "EndToEndTests", dependencies: ["NewsModel"]),
  ],
  swiftLanguageModes: [.v6]
)

// `XIANWEN_FUZZ=1 swift build -c release --product xianwen-fuzz --scratch-path .build/fuzz` builds what tries the model with made-up
// files (Tests/Fuzz). It needs unsafe flags, so it is no part of the package otherwise.
if Context.environment["XIANWEN_FUZZ"] != nil {
  let flags = ["-sanitize=fuzzer,address", "-enable-testing"]
  for target in package.targets where ["NewsModel", "ReaderUI", "ReaderTerminal"].contains(target.name) {
    target.swiftSettings = [.unsafeFlags(flags)]
  }
  package.products = [.executable(name: "xianwen-fuzz", targets: ["xianwen-fuzz"])]
  package.targets.append(
    .executableTarget(
      name: "xianwen-fuzz", dependencies: ["NewsModel", "ReaderUI", "ReaderTerminal"], path: "Tests/Fuzz",
      exclude: ["keys.dict"],
      swiftSettings: [.unsafeFlags(flags)], linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
}
