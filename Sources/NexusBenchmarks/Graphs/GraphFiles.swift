import Foundation
import NexusGraph

/// A generated graph on disk: `NAME.csv` with string ids, and `NAME.edges` with the numbers of the ends.
///
/// The second is little-endian 32-bit whole numbers: the number of vertices, then source and target of each edge.
struct GraphFiles {
  let folder: URL

  func table(_ graph: BenchmarkGraph) -> URL { folder.appending(path: "\(graph.rawValue).csv") }

  func edges(_ graph: BenchmarkGraph) -> URL { folder.appending(path: "\(graph.rawValue).edges") }

  /// Draws the graph unless its files are there.
  func prepare(_ graph: BenchmarkGraph) throws {
    guard !FileManager.default.fileExists(atPath: edges(graph).path) else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let drawn = graph.draw()
    var text = Array("source,target\n".utf8)
    var numbers = [Int32(drawn.vertexCount)]
    for edge in drawn.sources.indices {
      text += "n\(drawn.sources[edge]),n\(drawn.targets[edge])\n".utf8
      numbers += [drawn.sources[edge], drawn.targets[edge]]
    }
    try Data(text).write(to: table(graph))
    try numbers.withUnsafeBytes { try Data($0).write(to: edges(graph)) }
  }

  /// Reads a file of numbers.
  static func load(_ edges: URL, kind: EdgeKind) throws -> Graph {
    let data = try Data(contentsOf: edges, options: .alwaysMapped)
    let numbers = data.withUnsafeBytes { Array($0.bindMemory(to: Int32.self)) }
    let edges = stride(from: 1, to: numbers.count, by: 2)
    return Graph(
      vertexCount: Int(numbers[0]), kind: kind, sources: edges.map { numbers[$0] },
      targets: edges.map { numbers[$0 + 1] }
    )
  }
}

/// The graphs that tasks run on.
enum BenchmarkGraph: String, CaseIterable {
  case blockModel = "sbm-1000"
  case blockModel3000 = "sbm-3000"
  case preferentialAttachment = "ba-10000"
  case recursiveMatrix14 = "rmat-14"
  case recursiveMatrix17 = "rmat-17"
  case recursiveMatrix20 = "rmat-20"

  func draw() -> DrawnEdges {
    switch self {
    case .blockModel:
      .blockModel(vertices: 1000, edges: 5000, groups: 10, shareWithin: 0.8, seed: 1)
    case .blockModel3000:
      .blockModel(vertices: 3000, edges: 15000, groups: 10, shareWithin: 0.8, seed: 1)
    case .preferentialAttachment: .preferentialAttachment(vertices: 10_000, attached: 5, seed: 1)
    case .recursiveMatrix14: .recursiveMatrix(scale: 14, seed: 1)
    case .recursiveMatrix17: .recursiveMatrix(scale: 17, seed: 1)
    case .recursiveMatrix20: .recursiveMatrix(scale: 20, seed: 1)
    }
  }

  /// α of Katz centrality on this graph: about half of its limit, one over the largest eigenvalue.
  var katzAttenuation: Double {
    switch self {
    case .blockModel, .blockModel3000: 0.04
    case .preferentialAttachment: 0.02
    case .recursiveMatrix14: 0.0019
    case .recursiveMatrix17: 0.0008
    case .recursiveMatrix20: 0.00036
    }
  }
}
