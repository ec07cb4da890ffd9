public import NexusGraph

/// How far ties are returned. See ``NexusGraph/Graph/reciprocity()``.
public struct Reciprocity: Sendable, Equatable {
  /// The share of edges that have one the other way, from 0 to 1; nil without edges.
  public let overall: Double?
  /// ρ, ``overall`` against a random graph of the same density: 0 as by chance, 1 all returned, below 0 avoided; nil
  /// without edges and for a graph with all of them.
  public let correlation: Double?
  /// The share of strength that is returned, Σ min(a(i,j), a(j,i)) ÷ Σ a(i,j), from 0 to 1; nil without edges.
  public let strength: Double?
  /// The share of each vertex's edges, leaving and arriving, that are one half of a returned pair; nil for an isolate.
  public let local: VertexMap<Double?>
}

extension Graph {
  /// Reciprocity: the share of edges that are returned.
  ///
  ///     r = L↔ / L        ρ = (r − a) / (1 − a),  a = L / n (n − 1)
  ///
  /// *L* counts the edges, *L↔* those with one the other way. In an undirected graph all are returned.
  /// - Returns: the shares (no unit), over all edges and by vertex.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Sources: D. Garlaschelli, M. I. Loffredo, "Patterns of link reciprocity in directed networks", *Physical Review
  /// Letters* 93, 268701, 2004, doi:10.1103/PhysRevLett.93.268701; by strength: T. Squartini, F. Picciolo,
  /// F. Ruzzenenti, D. Garlaschelli, "Reciprocity of weighted networks", *Scientific Reports* 3, 2729, 2013,
  /// doi:10.1038/srep02729.
  public func reciprocity() -> Reciprocity {
    let largest = outgoing.strengths.max() ?? 1
    var returned = [Int](repeating: 0, count: vertexCount)
    var (returnedStrength, strength) = (0.0, 0.0)
    for vertex in 0..<vertexCount {
      var arriving = incoming.row(vertex).lowerBound
      let end = incoming.row(vertex).upperBound
      for arc in outgoing.row(vertex) {
        strength += outgoing.strengths[arc] / largest
        while arriving < end, incoming.targets[arriving] < outgoing.targets[arc] { arriving += 1 }
        guard arriving < end, incoming.targets[arriving] == outgoing.targets[arc] else { continue }
        returned[vertex] += 1
        returnedStrength += min(outgoing.strengths[arc], incoming.strengths[arriving]) / largest
      }
    }
    let arcs = Double(outgoing.arcCount)
    let overall = arcs > 0 ? Double(returned.reduce(0, +)) / arcs : nil
    let density = arcs / (Double(vertexCount) * Double(vertexCount - 1))
    return Reciprocity(
      overall: overall,
      correlation: overall.flatMap { density < 1 ? ($0 - density) / (1 - density) : nil },
      strength: arcs > 0 ? returnedStrength / strength : nil,
      local: VertexMap(
        returned.enumerated().map { vertex, count in
          let edges = outgoing.row(vertex).count + incoming.row(vertex).count
          return edges > 0 ? 2 * Double(count) / Double(edges) : nil
        }))
  }
}
