private import Foundation
public import NexusGraph

extension Graph {
  /// How likely each edge would be as strong by chance, had each of its ends spread its strength over its edges at
  /// random: the disparity filter. Edges with small values are the backbone.
  ///
  ///     p(i → j) = min( (1 − a_ij / s_i^out)^(k_i^out − 1), (1 − a_ij / s_j^in)^(k_j^in − 1) )
  ///
  /// s is an end's strength and k its number of edges; of an undirected graph both ends count alike. An end with one edge
  /// says nothing of it, so an edge between two such ends has the value 1.
  ///
  /// - Returns: one value in 0...1 an edge, in the order of ``NexusGraph/Graph/edges``.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Source: M. Á. Serrano, M. Boguñá, A. Vespignani, "Extracting the multiscale backbone of complex weighted
  /// networks", *PNAS* 106(16), 2009, pp. 6483–6488, doi:10.1073/pnas.0808904106.
  public func disparity() -> [Double] {
    let (leaving, arriving) = (outgoing.rowSums(), incoming.rowSums())
    func chance(_ strength: Double, of total: Double, _ count: Int) -> Double {
      count > 1 ? pow(max(0, 1 - strength / total), Double(count - 1)) : 1
    }
    return edges.map { edge in
      min(
        chance(edge.strength, of: leaving[edge.source.index], outgoing.row(edge.source.index).count),
        chance(edge.strength, of: arriving[edge.target.index], incoming.row(edge.target.index).count))
    }
  }
}
