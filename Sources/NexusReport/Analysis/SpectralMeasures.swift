internal import NexusAlgorithms
internal import NexusGraph

/// The measures that rest on an iteration. One that does not settle is left out, with a note, and the others stand.
struct SpectralMeasures {
  private(set) var eigenvector: [Double]?
  private(set) var katz: [Double]?
  private(set) var pageRank: [Double]?
  private(set) var notes: [String] = []

  init(of graph: Graph) {
    eigenvector = attempt("Eigenvector centrality") {
      try graph.eigenvectorCentrality()?.values
    }
    katz = attempt("Katz centrality") { try graph.katzCentrality().values }
    pageRank = attempt("PageRank") { try graph.pageRank().values }
    if eigenvector == nil, notes.isEmpty, graph.vertexCount > 0 {
      notes.append("Eigenvector centrality is not defined: the network is directed and has no cycle.")
    }
  }

  /// Eigenvector centrality by a bounded iteration, or PageRank in its place, of one graph of many; nil where it does
  /// not settle.
  static func one(of graph: Graph, eigenvector: Bool) -> [Double]? {
    guard !eigenvector else { return graph.eigenvectorIteration().values }
    do { return try graph.pageRank().values } catch { return nil }
  }

  private mutating func attempt(
    _ name: String, _ compute: () throws -> [Double]?
  ) -> [Double]? {
    do { return try compute() } catch {
      notes.append("\(name) is left empty. \(error)")
      return nil
    }
  }
}
