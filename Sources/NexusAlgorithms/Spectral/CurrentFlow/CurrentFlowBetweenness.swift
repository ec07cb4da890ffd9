public import NexusGraph
import NexusLinearAlgebra

extension Graph {
  /// Current-flow betweenness: the current through a vertex when one unit flows between two others, averaged over all pairs.
  /// Unlike betweenness it counts every way, the shorter ones more. Also known as random-walk betweenness.
  ///
  ///     b(v) = Σ_{s<t; s,t≠v} ½ Σ_{e∋v} |I_e(s, t)| ÷ (n−1)(n−2)/2
  ///
  /// I_e(s, t) is the current on edge *e* when one unit enters at *s* and leaves at *t*. Directions are ignored. Between
  /// components no current flows, but the divisor counts those pairs too. NetworkX's
  /// `current_flow_betweenness_centrality`; Newman's counts pairs with an end at *v* as well.
  ///
  /// - Returns: one score in 0...1 per vertex, in vertex order (no unit); 0 below three vertices.
  /// - Throws: ``CurrentFlowError``.
  /// - Complexity: O(*n*³) by Cholesky and about O(*n* · *m*) for the currents; O(*n*²) memory.
  /// - Note: The same bytes for any number of threads.
  ///
  /// Sources: M. E. J. Newman, "A measure of betweenness centrality based on random walks", *Social Networks* 27(1), 2005,
  /// pp. 39–54, doi:10.1016/j.socnet.2004.11.009; U. Brandes, D. Fleischer, *STACS 2005*,
  /// doi:10.1007/978-3-540-31856-9_44.
  public func currentFlowBetweenness(_ options: CurrentFlowOptions = CurrentFlowOptions())
    throws(CurrentFlowError) -> VertexMap<Double>
  {
    var scores = [Double](repeating: 0, count: vertexCount)
    guard vertexCount > 2 else { return VertexMap(scores) }
    let pairs = Double(vertexCount - 1) * Double(vertexCount - 2) / 2
    for component in try componentPotentials(options) where component.count > 2 {
      let flows = component.edgeFlows(threads: options.threads)
      var through = [Double](repeating: 0, count: component.count)
      for (edge, flow) in zip(component.edges, flows) {
        through[edge.source] += flow / 2
        through[edge.target] += flow / 2
      }
      // With an end at v, half of the unit that enters or leaves there was counted.
      let ends = Double(component.count - 1) / 2
      for (position, vertex) in component.members.enumerated() {
        scores[vertex.index] = max(0, (through[position] - ends) / pairs)
      }
    }
    return VertexMap(scores)
  }
}

extension ComponentPotentials {
  /// Σ_{s<t} |I_e(s, t)| for each edge e = (u, w): with x_s = c (C[u, s] − C[w, s]) it is Σ_{s<t} |x_s − x_t|.
  func edgeFlows(threads: Int?) -> [Double] {
    let chunks = SourceChunks(sumCount: count, threads: threads)
    return chunks.map { chunk -> [Double] in
      let share = edges.count * chunk / chunks.count..<edges.count * (chunk + 1) / chunks.count
      var differences = AbsoluteDifferences(capacity: count)
      let entries = potentials.entries.span
      var currents = [Double](repeating: 0, count: count)
      return edges[share].map { edge in
        let (source, target) = (edge.source * count, edge.target * count)
        var row = currents.mutableSpan
        for vertex in 0..<count {
          row[vertex] = edge.conductance * (entries[source + vertex] - entries[target + vertex])
        }
        return differences.sum(overPairsOf: &currents)
      }
    }.flatMap(\.self)
  }
}
