import Foundation

extension Comparison {
  /// Compares, prints the tables and writes `results.json` into the folder.
  ///
  /// - Parameter arguments: effort, folder, script of the peers, interpreters of Python; behind `--` names of tasks.
  static func run(_ arguments: [String]) throws {
    let parts = arguments.split(separator: "--", omittingEmptySubsequences: false).map(Array.init)
    guard let given = parts.first, given.count >= 4, let effort = Effort(rawValue: given[0]) else {
      print("Expected: compare full|quick FOLDER PEERS.py PYTHON [PYTHON…] [-- TASK…]")
      exit(64)
    }
    let folder = URL(filePath: given[1])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var (peers, missing) = try Contender.peers(interpreters: Array(given[3...]), script: given[2])
    let source = URL(filePath: given[2]).deletingLastPathComponent().appending(path: "plain_scan.c")
    if let scan = try Contender.plainScan(source: source, in: folder) {
      peers.append(scan)
    } else {
      missing.append("plain C")
    }
    if !missing.isEmpty { print("Missing, so not compared: \(missing.joined(separator: ", ")).") }
    let bandwidth = [1, Contender.threads].map(MemoryBandwidth.measured)
    print("Memory bandwidth by threads: \(bandwidth.map { "\(($0 / 1e8).rounded() / 10) GB/s" })")
    let comparison = Comparison(
      effort: effort, contenders: [.nexus()] + peers, files: GraphFiles(folder: folder))
    let results = try comparison.run(parts.count > 1 ? parts[1] : [])
    print(ComparisonTable.summary(of: results))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let file = folder.appending(path: "results.json")
    try encoder.encode(Report(bandwidth: bandwidth, missing: missing, results: results)).write(to: file)
    print("\nAll numbers: \(file.path)")
  }

  /// What `results.json` holds.
  private struct Report: Codable {
    /// Bytes a second from memory, by one thread and by two: what bounds a kernel that touches each arc once.
    var bandwidth: [Double]
    /// Peers that could not be imported.
    var missing: [String]
    var results: [ComparisonResult]
  }
}
