internal import NexusAlgorithms
internal import NexusGraph

/// The measures that rest on an iteration. One that does not settle is left out, with a note, and the others stand.
struct SpectralMeasures {
  private(set) var eigenvector: [Double]?
  private(set) var katz: [Double]?
  private(set) var pageRank: [Double]?
  private(set) var notes: [String] = []

  init(of graph: Graph, threads: Int?) {
    eigenvector = attempt("Eigenvector centrality") {
      try graph.eigenvectorCentrality(threads: threads)?.values
    }
    var katzOptions = KatzOptions()
    katzOptions.threads = threads
    katz = attempt("Katz centrality") { try graph.katzCentrality(katzOptions).values }
    var walk = PageRankOptions()
    walk.threads = threads
    pageRank = attempt("PageRank") { try graph.pageRank(walk).values }
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

  /// Eigenvector centrality alone; nil where it is not defined or does not settle.
  static func eigenvector(of graph: Graph) -> [Double]? {
    do { return try graph.eigenvectorCentrality()?.values } catch { return nil }
  }

  /// Katz centrality alone; nil where it does not settle.
  static func katz(of graph: Graph) -> [Double]? {
    do { return try graph.katzCentrality().values } catch { return nil }
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
