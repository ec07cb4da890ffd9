internal import NexusAlgorithms
internal import NexusGraph

extension MeasureFamily {
  static let spectral = MeasureFamily(
    "spectral", "Standing among the well tied",
    [
      Measure(
        "eigenvector", "limit of x ← (Aᵀ + I) x from the uniform start, A = strengths, Euclidean length 1"),
      Measure("katz", "x = αAᵀx + 1, α = 0.5/λ₁, A = strengths, Euclidean length 1"),
      Measure("pagerank", "x = (1−d)/n + d (Σ x_j s_ji / S_j + dangling/n), d = 0.85, sum 1"),
    ]
  ) { input, names in
    try names.map { name in
      switch name {
      case "eigenvector":
        guard let values = try input.graph.eigenvectorCentrality() else { throw NoCycle() }
        return .actors(name, values.values)
      case "katz": return .actors(name, try input.graph.katzCentrality().values)
      default: return .actors(name, try input.graph.pageRank().values)
      }
    }
  }

  /// Why there is no eigenvector centrality.
  private struct NoCycle: Error, CustomStringConvertible {
    let description =
      "It is not defined: the network is directed and has no cycle, so nothing is handed on for ever. "
      + "See katz or pagerank, or read the ties with --undirected."
  }
}
