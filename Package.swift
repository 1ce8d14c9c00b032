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
    .target(name: "NewsModel"),
    .target(name: "ReaderUI", dependencies: ["NewsModel"]),
    .target(
      name: "CTerminal",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])), .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "ReaderTerminal", dependencies: ["CTerminal", "ReaderUI"]),
    .executableTarget(
      name: "xianwen", dependencies: ["NewsModel", "ReaderUI", "ReaderTerminal"]),
    .executableTarget(name: "xianwen-bench", dependencies: ["NewsModel", "ReaderUI"]),
    .testTarget(name: "NewsModelTests", dependencies: ["NewsModel"], exclude: ["Fixtures"]),
    .testTarget(name: "ReaderUITests", dependencies: ["ReaderUI"], exclude: ["Snapshots"]),
    .testTarget(name: "ReaderTerminalTests", dependencies: ["ReaderTerminal", "ReaderUI"]),
    .testTarget(name: "EndToEndTests", dependencies: ["NewsModel"]),
  ],
  swiftLanguageModes: [.v6]
)
