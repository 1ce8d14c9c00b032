import Foundation
import NewsModel

/// One kind of input that comes from outside, tried with bytes that libFuzzer makes up.
enum FuzzTarget: String, CaseIterable {
  case page, print, boxes, query, querytext, regex, configuration, clippings, keys

  /// The target that `XIANWEN_FUZZ` names.
  static let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["XIANWEN_FUZZ"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      print("XIANWEN_FUZZ=\(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) names what to try")
      exit(2)
    }
    return target
  }()

  /// Tries one input; what must hold and does not ends the process, which libFuzzer reports with the input.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .page: PageFuzz.run(bytes)
    case .boxes: BoxFuzz.run(bytes)
    case .print: PrintFuzz.run(bytes)
    case .query: QueryFuzz.run(bytes)
    case .querytext: QueryTextFuzz.run(bytes)
    case .regex: RegexFuzz.run(bytes)
    case .configuration: ConfigurationFuzz.run(bytes)
    case .clippings: ClippingsFuzz.run(bytes)
    case .keys: KeysFuzz.run(bytes)
    }
  }
}

/// What libFuzzer calls with each input (LibFuzzer's documentation, "Fuzz Target").
@_cdecl("LLVMFuzzerTestOneInput") public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver") private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The process's beginning: the package manager names it so, where libFuzzer alone would have called it `main`.
@_cdecl("xianwen_fuzz_main") public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  _ = FuzzTarget.chosen
  return runDriver(&count, &arguments, testOneInput)
}

/// What must hold for every input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

/// The package's sample pages, for inputs that need something to be asked about.
enum SamplePages {
  static let library: Library = {
    let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("seeds").path
    guard let library = try? LibraryLoader.load([FilePath(seeds)]) else { fatalError("\(seeds): no pages") }
    return library
  }()
}
