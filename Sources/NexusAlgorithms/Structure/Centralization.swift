public import NexusGraph

extension Graph {
  /// Degree centralization: how far a graph looks like a star, by degree.
  ///
  ///     C = Σ_v (max degree − degree(v)) / (n − 1)(n − 2)
  ///
  /// Directions are ignored: neighbours count once.
  /// - Returns: from 0, when all have as many neighbours, to 1 for a star; nil below three vertices.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: L. C. Freeman, "Centrality in social networks: conceptual clarification", *Social Networks* 1(3), 1979,
  /// pp. 215–239, doi:10.1016/0378-8733(78)90021-7.
  public func degreeCentralization() -> Double? {
    guard vertexCount > 2 else { return nil }
    return shortfall(degrees().values) / (Double(vertexCount - 1) * Double(vertexCount - 2))
  }

  /// Out-degree centralization: how far all edges leave one vertex.
  ///
  ///     C = Σ_v (max out-degree − out-degree(v)) / (n − 1)²
  ///
  /// - Returns: from 0 to 1, for a star whose edges all point outwards; of an undirected graph
  ///   ``degreeCentralization()``. Nil below three vertices.
  /// - Complexity: O(*n*).
  public func outDegreeCentralization() -> Double? { directedCentralization(outDegrees()) }

  /// In-degree centralization: how far all edges point at one vertex. As ``outDegreeCentralization()``.
  public func inDegreeCentralization() -> Double? { directedCentralization(inDegrees()) }

  /// Betweenness centralization: how far all shortest paths lead through one vertex.
  ///
  ///     C = Σ_v (max betweenness − betweenness(v)) / (n − 1)
  ///
  /// - Parameter options: as for ``betweenness(_:)``, whose normalised values are compared.
  /// - Returns: from 0, when all carry alike, to 1 for a star; nil below three vertices.
  /// - Complexity: that of ``betweenness(_:)``.
  ///
  /// Source: L. C. Freeman, 1979, doi:10.1016/0378-8733(78)90021-7.
  public func betweennessCentralization(_ options: PathOptions = PathOptions()) -> Double? {
    guard vertexCount > 2 else { return nil }
    let values = betweenness(options).values
    let largest = values.max() ?? 0
    return values.reduce(0) { $0 + (largest - $1) } / Double(vertexCount - 1)
  }

  private func directedCentralization(_ degrees: VertexMap<Int>) -> Double? {
    guard isDirected else { return degreeCentralization() }
    guard vertexCount > 2 else { return nil }
    return shortfall(degrees.values) / (Double(vertexCount - 1) * Double(vertexCount - 1))
  }

  /// Σ (largest − value).
  private func shortfall(_ degrees: [Int]) -> Double {
    let largest = degrees.max() ?? 0
    return degrees.reduce(0) { $0 + Double(largest - $1) }
  }
}
