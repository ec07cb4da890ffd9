import Foundation
import NexusGraph

/// Nexus or one of its peers, each run in a process of its own.
struct Contender {
  /// The library's name, as `peers/peer.py` knows it; `nexus` for ourselves.
  let name: String
  private let command: [String]
  /// The tasks it can do, by name.
  let tasks: Set<String>

  static let threads = 2

  /// Ourselves: the same executable.
  static func nexus() -> Contender {
    let own = URL(filePath: CommandLine.arguments[0]).path
    return Contender(name: "nexus", command: [own, "task"], tasks: Set(BenchmarkTask.all.map(\.name)))
  }

  /// The peers that these interpreters of Python can import, and the names of those that are missing.
  static func peers(interpreters: [String], script: String) throws -> (found: [Contender], missing: [String])
  {
    var found: [Contender] = []
    var missing: [String] = []
    for name in ["igraph", "networkit", "graph_tool", "rustworkx", "scipy", "sknetwork", "networkx"] {
      let before = found.count
      for interpreter in interpreters where found.count == before {
        let command = [interpreter, script, name]
        // An interpreter that is not there, or cannot import the peer, ends with another code.
        let (output, status) = try run(command + ["--list"], seconds: 60)
        guard status == 0 else { continue }
        found.append(
          Contender(
            name: name, command: command, tasks: Set(output.split(separator: "\n").map(String.init))))
      }
      if found.count == before { missing.append(name) }
    }
    return (found, missing)
  }

  /// The least that a reader of tables must do, written in C; nil where there is no compiler for it.
  static func plainScan(source: URL, in folder: URL) throws -> Contender? {
    let program = folder.appending(path: "plain_scan").path
    let (_, status) = try run(["cc", "-O2", "-o", program, source.path], seconds: 60)
    guard status == 0 else { return nil }
    let (output, _) = try run([program, "--list"], seconds: 60)
    return Contender(
      name: "plain C", command: [program], tasks: Set(output.split(separator: "\n").map(String.init)))
  }

  /// How a run ended.
  enum Outcome {
    case done(Measurement, [Double])
    case tooSlow(seconds: Int)
    case failed
  }

  /// Runs a task once.
  ///
  /// - Parameter seconds: after which it is given up.
  func measure(_ task: BenchmarkTask, _ graph: BenchmarkGraph, in files: GraphFiles, seed: Int, seconds: Int)
    throws
    -> Outcome
  {
    let answer = files.folder.appending(path: "answer.f64")
    let arguments = [
      task.name, files.edges(graph).path, files.table(graph).path, answer.path,
      task.kind == .directed ? "directed" : "undirected", "\(seed)", "\(graph.katzAttenuation)",
    ]
    let (output, status) = try Contender.run(command + arguments, seconds: seconds)
    guard status != 124 else { return .tooSlow(seconds: seconds) }
    guard status == 0, let line = output.split(separator: "\n").last else { return .failed }
    let measurement = try JSONDecoder().decode(Measurement.self, from: Data(line.utf8))
    let values = try Data(contentsOf: answer).withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    return .done(measurement, values)
  }

  /// Runs a command to its end and returns what it printed and its exit code, 124 when the time was up.
  static func run(_ command: [String], seconds: Int) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "\(seconds)"] + command
    var environment = ProcessInfo.processInfo.environment
    for variable in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS", "POLARS_MAX_THREADS"] {
      environment[variable] = "\(threads)"
    }
    // The folder of the sources stays as it is.
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
