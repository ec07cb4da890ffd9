import Foundation
import NexusGraph

extension BenchmarkTask {
  /// What a process of its own does: loads the graph, runs one task, writes its answer and prints what it took.
  ///
  /// - Parameter arguments: as ``Contender/measure(_:_:in:seed:seconds:)`` gives them, the same as to a peer.
  static func runAlone(_ arguments: [String]) throws {
    precondition(
      arguments.count == 7, "A task needs its name, edges, table, answer, kind, seed and attenuation.")
    guard let task = all.first(where: { $0.name == arguments[0] }) else {
      preconditionFailure("There is no task \(arguments[0]).")
    }
    let input = TaskInput(
      graph: task.start == .graph
        ? try GraphFiles.load(URL(filePath: arguments[1]), kind: task.kind)
        : Graph(vertexCount: 0, sources: [], targets: []),
      table: URL(filePath: arguments[2]), seed: UInt64(arguments[5]) ?? 1,
      attenuation: Double(arguments[6]) ?? 0.01)
    let (measurement, answer) = try Measurement.of { try task.run(input) }
    try answer.withUnsafeBytes { try Data($0).write(to: URL(filePath: arguments[3])) }
    print(String(decoding: try JSONEncoder().encode(measurement), as: UTF8.self))
  }
}
