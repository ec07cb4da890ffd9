public import Foundation
public import NexusGraph

/// Real networks with answers computed by other tools, beside the project; tests that need them are skipped
/// where they are absent.
public enum ReferenceData {
  /// The folder `../shared/data`, seen from the root of the package.
  public static let folder: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data").standardizedFileURL

  public static let isPresent = FileManager.default.fileExists(atPath: folder.path)
}

/// One network of ``ReferenceData`` with its answers.
public struct Oracle: @unchecked Sendable {
  /// Vertex names, in the order in which `edges.csv` brings them.
  public let names: [String]
  public let graph: Graph
  private let answers: [String: Any]

  /// Reads `edges.csv` (source, target, weight) and `oracle.json` of a folder of ``ReferenceData``.
  public init(_ folder: String, kind: EdgeKind = .undirected) throws {
    let base = ReferenceData.folder.appending(path: folder)
    let text = try String(contentsOf: base.appending(path: "edges.csv"), encoding: .utf8)
    var names: [String] = []
    var numbers: [String: Int] = [:]
    func vertex(_ name: String) -> VertexID {
      if let number = numbers[name] { return VertexID(number) }
      numbers[name] = names.count
      names.append(name)
      return VertexID(names.count - 1)
    }
    let edges = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Edge(vertex(cells[0]), vertex(cells[1]), strength: Double(cells[2])!)
    }
    self.names = names
    graph = Graph(vertexCount: names.count, kind: kind, edges: edges)
    let data = try Data(contentsOf: base.appending(path: "oracle.json"))
    answers = try JSONSerialization.jsonObject(with: data) as! [String: Any]
  }

  private init(names: [String], graph: Graph, answers: [String: Any]) {
    (self.names, self.graph, self.answers) = (names, graph, answers)
  }

  /// The answers for the sum of both directions, over the undirected graph.
  public var undirectedSum: Oracle {
    Oracle(names: names, graph: graph.undirectedSum(), answers: answers["undirected_sum"] as! [String: Any])
  }

  public var keys: [String] { answers.keys.sorted() }

  /// One value per vertex in vertex order, or nil when the oracle has no such key.
  public func values(_ key: String) -> [Double]? {
    guard let answer = answers[key] as? [String: Any] else { return nil }
    return names.map { (answer[$0] as? NSNumber)?.doubleValue ?? .nan }
  }

  /// A single number, or nil when the oracle has no such key.
  public func number(_ key: String) -> Double? { (answers[key] as? NSNumber)?.doubleValue }
}
