public import NexusGraph
import NexusLinearAlgebra

/// The effective resistance of every pair of vertices. See ``NexusGraph/Graph/effectiveResistances(_:)``.
public struct EffectiveResistances: Sendable {
  private let components: [ComponentPotentials]
  /// The component of each vertex and its position there.
  private let place: [(component: Int, position: Int)]

  fileprivate init(_ components: [ComponentPotentials], vertexCount: Int) {
    self.components = components
    var place = [(component: Int, position: Int)](repeating: (0, 0), count: vertexCount)
    for (number, component) in components.enumerated() {
      for (position, vertex) in component.members.enumerated() { place[vertex.index] = (number, position) }
    }
    self.place = place
  }

  /// R of two vertices, in 1 / unit of the conductances; infinite between components.
  public subscript(first: VertexID, second: VertexID) -> Double {
    let (one, other) = (place[first.index], place[second.index])
    guard one.component == other.component else { return .infinity }
    return one == other ? 0 : components[one.component].resistance(one.position, other.position)
  }
}

extension Graph {
  /// Effective resistance of all pairs: the potential difference between two vertices when one unit of current flows from
  /// one to the other, each edge a wire of given conductance. Also known as resistance distance; a metric.
  ///
  ///     R(u, v) = (e_u − e_v)ᵀ L⁺ (e_u − e_v)          L the Laplacian, without directions
  ///
  /// - Throws: ``CurrentFlowError``.
  /// - Complexity: O(*n*³) by Cholesky, O(*n*²) memory.
  ///
  /// Source: D. J. Klein, M. Randić, "Resistance distance", *Journal of Mathematical Chemistry* 12, 1993, pp. 81–95,
  /// doi:10.1007/BF01164627.
  public func effectiveResistances(_ options: CurrentFlowOptions = CurrentFlowOptions())
    throws(CurrentFlowError) -> EffectiveResistances
  {
    EffectiveResistances(try componentPotentials(options), vertexCount: vertexCount)
  }

  /// The Kirchhoff index: the sum of the effective resistances of all pairs, each once. Small where a graph is robust.
  ///
  /// - Returns: a number ≥ 0 in 1 / unit of the conductances; 0 below two vertices, infinite when not connected.
  /// - Throws, Complexity: as for ``effectiveResistances(_:)``, which gives its source too.
  public func kirchhoffIndex(_ options: CurrentFlowOptions = CurrentFlowOptions()) throws(CurrentFlowError)
    -> Double
  {
    let components = try componentPotentials(options)
    guard components.count < 2 else { return .infinity }
    return components.reduce(0) { $0 + $1.resistanceSums().reduce(0, +) / 2 }
  }

  /// Spanning edge centrality: the probability that an edge lies in a spanning tree drawn at random, each tree as likely as
  /// the product of its strengths. 1 for a bridge.
  ///
  ///     s(u, v) = c(u, v) R(u, v)          c the conductance, R the effective resistance
  ///
  /// Of a directed graph, that of the tie between its ends, both directions together. Over an undirected graph the
  /// values add up to *n* less the number of components.
  ///
  /// - Returns: a probability in 0...1 for each edge, in the order of ``NexusGraph/Graph/edges``.
  /// - Throws, Complexity: as for ``effectiveResistances(_:)``.
  ///
  /// Source: C. Mavroforakis, R. Garcia-Lebron, I. Koutis, E. Terzi, "Spanning edge centrality: large-scale computation and
  /// applications", *WWW 2015*, doi:10.1145/2736277.2741125.
  public func spanningEdgeCentrality(_ options: CurrentFlowOptions = CurrentFlowOptions())
    throws(CurrentFlowError) -> [Double]
  {
    let resistances = try effectiveResistances(options)
    let matrix = symmetricAdjacency(options.conductances)
    return edges.map { edge in
      let row = matrix.rowOffsets[edge.source.index]..<matrix.rowOffsets[edge.source.index + 1]
      let columns = matrix.columns[row]
      guard let entry = columns.partitionedIndex(of: edge.target.rawValue) else {
        preconditionFailure("Every edge of a graph stands in its adjacency matrix.")
      }
      return min(1, matrix.values[entry] * resistances[edge.source, edge.target])
    }
  }
}

extension ArraySlice<Int32> {
  /// Where a value stands in ascending values, by bisection.
  fileprivate func partitionedIndex(of value: Int32) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == value ? low : nil
  }
}
