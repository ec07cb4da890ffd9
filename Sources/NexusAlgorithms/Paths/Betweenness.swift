public import NexusGraph

extension Graph {
  /// Betweenness alone, as ``pathCentralities(_:)`` defines it, without the cost of the other path measures.
  ///
  /// Under ``PathPrecision/pivots(_:)`` it is the plain estimate from that many random sources, without a bound of its
  /// error: for comparing many graphs, each with a seed of its own.
  ///
  /// - Returns: one share per vertex, in vertex order; 0 below three vertices.
  /// - Complexity: O(*n* · *m*) by hops (of an undirected graph, of each of its biconnected components),
  ///   O(*n* · *m* log *n*) by inverse strength; O(pivots · *m*) when estimated.
  public func betweenness(_ options: PathOptions = PathOptions()) -> VertexMap<Double> {
    guard vertexCount > 2 else { return VertexMap([Double](repeating: 0, count: vertexCount)) }
    let count = Double(vertexCount)
    guard let pivots = pivotCount(options) else {
      return VertexMap(dependencies(options).map { $0 / ((count - 1) * (count - 2)) })
    }
    let paths = ShortestPaths(of: self, options)
    let drawn = drawPivots(pivots, below: vertexCount, seed: options.seed)
    let sums = paths.sweep(from: drawn, collecting: [.dependencies])
    let scale = count / ((count - 1) * (count - 2))
    return VertexMap(sums.dependencies.map { $0 / Double(pivots) * scale })
  }

  /// Betweenness before it is scaled, over ordered pairs: block by block where no direction and no length counts.
  func dependencies(_ options: PathOptions) -> [Double] {
    if isHopGraph(options) { return BlockSplit(self).dependencies(threads: options.threads) }
    let everySource = Array(0..<Int32(vertexCount))
    return ShortestPaths(of: self, options).sweep(from: everySource, collecting: [.dependencies]).dependencies
  }

  func isHopGraph(_ options: PathOptions) -> Bool { !isDirected && options.lengths == .hops }
}
