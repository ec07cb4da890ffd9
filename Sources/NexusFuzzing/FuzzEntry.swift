private import Foundation

/// The reader that `NEXUS_FUZZ` names.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["NEXUS_FUZZ"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("NEXUS_FUZZ names no reader. The readers are \(names).\n".utf8))
    exit(64)
  }
  return target
}()

/// libFuzzer calls this once. Writes small valid files into the folder that `NEXUS_FUZZ_SEEDS` names, to start from.
@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzing(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>>>
) -> CInt {
  guard let folder = ProcessInfo.processInfo.environment["NEXUS_FUZZ_SEEDS"] else { return 0 }
  do {
    let url = URL(filePath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (number, seed) in target.seeds.enumerated() {
      try Data(seed).write(to: url.appending(path: "seed-\(number)"))
    }
  } catch {
    FileHandle.standardError.write(Data("The seeds cannot be written: \(error).\n".utf8))
    exit(73)
  }
  return 0
}

/// libFuzzer calls this for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  target.read(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}
