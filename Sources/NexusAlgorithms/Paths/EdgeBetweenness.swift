public import NexusGraph

extension Graph {
  /// Edge betweenness: the share of shortest paths that run over an edge, averaged over all pairs of vertices.
  ///
  ///     edgeBetweenness(e) = Σ σ(s, t | e) / σ(s, t)  ÷ n(n−1), of undirected graphs each pair once ÷ n(n−1)/2
  ///
  /// σ(s, t) counts the shortest paths from s to t, σ(s, t | e) those over e. Lengths, estimates from random sources
  /// and threads as in ``pathCentralities(_:)``; an estimate comes without a bound of its error.
  ///
  /// - Returns: one share in 0...1 per edge, in the order of ``edges``.
  /// - Complexity: O(*n* · *m*) by hops (of an undirected graph, of each of its biconnected components),
  ///   O(*n* · *m* log *n*) by inverse strength; O(pivots · *m*) when estimated. O(*m*) memory times a fixed
  ///   number of chunks.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Sources: M. Girvan, M. E. J. Newman, "Community structure in social and biological networks", *PNAS* 99(12),
  /// 2002, doi:10.1073/pnas.122653799; U. Brandes, "On variants of shortest-path betweenness centrality and their
  /// generic computation", *Social Networks* 30(2), 2008, doi:10.1016/j.socnet.2007.11.001.
  public func edgeBetweenness(_ options: PathOptions = PathOptions()) -> [Double] {
    guard vertexCount > 1 else { return [] }
    let pairs = Double(vertexCount) * Double(vertexCount - 1)
    if let pivots = pivotCount(options) {
      let drawn = drawPivots(pivots, below: vertexCount, seed: options.seed)
      let scale = Double(vertexCount) / Double(pivots) / pairs
      return perEdge(ShortestPaths(of: self, options).arcDependencies(from: drawn)).map { $0 * scale }
    }
    if isHopGraph(options) { return blockEdgeDependencies(threads: options.threads).map { $0 / pairs } }
    let everySource = Array(0..<Int32(vertexCount))
    return perEdge(ShortestPaths(of: self, options).arcDependencies(from: everySource)).map { $0 / pairs }
  }

  /// The sums of the arcs of each edge: its one arc, or both of an undirected edge.
  private func perEdge(_ arcSums: [Double]) -> [Double] {
    guard !isDirected else { return arcSums }
    return edges.map { outgoing.sum(arcSums, between: $0.source.index, $0.target.index) }
  }

  private func blockEdgeDependencies(threads: Int?) -> [Double] {
    let split = BlockSplit(self)
    let sums = split.arcDependencies(threads: threads)
    return edges.map { edge in
      switch split.place(of: edge.source.index, edge.target.index) {
      case .bridge(let separatedPairs): separatedPairs
      case .block(let first, let second): split.graph.outgoing.sum(sums, between: first, second)
      }
    }
  }
}

extension Adjacency {
  /// The sums of both arcs between two neighbours.
  fileprivate func sum(_ arcSums: [Double], between first: Int, _ second: Int) -> Double {
    arcSums[arc(first, second)!] + arcSums[arc(second, first)!]
  }
}
