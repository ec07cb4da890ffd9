public import NexusGraph

extension Graph {
  /// Current-flow closeness: closeness with effective resistance R for distance, so that many long ways count too.
  ///
  ///     c(v) = (r−1) / Σ_w R(v, w) · (r−1) / (n−1)          r = vertices of the component of v
  ///
  /// The second factor is that of closeness over several components (Wasserman–Faust). NetworkX's
  /// `current_flow_closeness_centrality` of a connected graph is this divided by *n* − 1. Directions are ignored.
  ///
  /// - Returns: one score ≥ 0 per vertex, in vertex order, in the unit of the conductances; 0 for an isolate.
  /// - Throws: ``CurrentFlowError``.
  /// - Complexity: O(*n*³) by Cholesky, O(*n*²) memory.
  ///
  /// Source: U. Brandes, D. Fleischer, "Centrality measures based on current flow", *STACS 2005*, LNCS 3404, pp. 533–544,
  /// doi:10.1007/978-3-540-31856-9_44.
  public func currentFlowCloseness(_ options: CurrentFlowOptions = CurrentFlowOptions())
    throws(CurrentFlowError) -> VertexMap<Double>
  {
    let others = Double(vertexCount - 1)
    return try fromResistanceSums(options) { sum, size in
      let reached = Double(size - 1)
      return reached / sum * (reached / others)
    }
  }

  /// Information centrality: the harmonic mean of the information 1/R(v, w) in all paths from a vertex to the others of
  /// its component, the infinite information with itself included.
  ///
  ///     I(v) = r / Σ_w R(v, w)          r = vertices of the component of v
  ///
  /// The same order of vertices as ``currentFlowCloseness(_:)`` within a component; NetworkX's
  /// `information_centrality` of a connected graph is this divided by *n*. Directions are ignored.
  ///
  /// - Returns, Throws, Complexity: as for ``currentFlowCloseness(_:)``.
  ///
  /// Source: K. Stephenson, M. Zelen, "Rethinking centrality: methods and examples", *Social Networks* 11(1), 1989,
  /// pp. 1–37, doi:10.1016/0378-8733(89)90016-6.
  public func informationCentrality(_ options: CurrentFlowOptions = CurrentFlowOptions())
    throws(CurrentFlowError) -> VertexMap<Double>
  {
    try fromResistanceSums(options) { sum, size in Double(size) / sum }
  }

  /// A score from Σ_w R(v, w) and the size of the component; 0 for isolates.
  private func fromResistanceSums(_ options: CurrentFlowOptions, _ score: (Double, Int) -> Double)
    throws(CurrentFlowError) -> VertexMap<Double>
  {
    var scores = [Double](repeating: 0, count: vertexCount)
    for component in try componentPotentials(options) where component.count > 1 {
      for (vertex, sum) in zip(component.members, component.resistanceSums()) {
        scores[vertex.index] = score(sum, component.count)
      }
    }
    return VertexMap(scores)
  }
}
