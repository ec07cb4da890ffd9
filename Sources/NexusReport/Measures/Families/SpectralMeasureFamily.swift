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
      Measure("fiedler_side", "1 or 2: the side of the cut by the Fiedler vector, without directions"),
      Measure(
        "spectral_gap", of: .network, "λ₁ − λ₂ of the strengths, without directions"),
      Measure(
        "algebraic_connectivity", of: .network,
        "second smallest eigenvalue of the Laplacian of strengths; 0: not connected"),
    ]
  ) { input, names in
    let threads = input.options.threads
    return try names.compactMap { name in
      switch name {
      case "eigenvector":
        guard let values = try input.graph.eigenvectorCentrality(threads: threads) else { throw NoCycle() }
        return .actors(name, values.values)
      case "katz":
        var options = KatzOptions()
        options.threads = threads
        return .actors(name, try input.graph.katzCentrality(options).values)
      case "pagerank":
        var options = PageRankOptions()
        options.threads = threads
        return .actors(name, try input.graph.pageRank(options).values)
      case "fiedler_side":
        let cut = try input.skeleton.fiedlerCut()
        return MeasureResult(
          name,
          .actors(
            cut.map { $0.partition.labels.map { Double($0 + 1) } }
              ?? [Double?](repeating: nil, count: input.graph.vertexCount)))
      case "spectral_gap": return .network(name, try input.skeleton.spectralGap()?.difference)
      default: return .network(name, try input.skeleton.algebraicConnectivity())
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
