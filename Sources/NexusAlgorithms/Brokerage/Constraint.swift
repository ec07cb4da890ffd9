private import Foundation
public import NexusGraph

extension Graph {
  /// Burt's constraint: how far a vertex's contacts are all tied up in one group; low where it spans
  /// structural holes.
  ///
  ///     c(i) = Σ_j (p(i,j) + Σ_q p(i,q) p(q,j))²      p(i,j) = (a(i,j) + a(j,i)) / Σ_k (a(i,k) + a(k,i))
  ///
  /// *j* runs over the neighbours of *i* in either direction, *q* over what *i* and *j* have in common,
  /// *a* are strengths.
  /// - Returns: one value > 0 per vertex (no unit), above 1 in small closed groups; nil for an isolate.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) memory: the inner sums come from one listing of triangles.
  ///
  /// Source: R. S. Burt, *Structural Holes*, Harvard University Press, 1992, ch. 2; "Structural holes and good
  /// ideas", *American Journal of Sociology* 110(2), 2004, pp. 349–399, doi:10.1086/421787.
  public func constraint() -> VertexMap<Double?> {
    let contacts = ContactShares(of: self)
    let invested = contacts.invested()
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let row = contacts.adjacency.row(vertex)
        return row.isEmpty ? nil : row.reduce(0) { $0 + invested[$1] * invested[$1] }
      })
  }

  /// Burt's hierarchy: how far the constraint of a vertex comes from one contact rather than from all alike
  /// (the Coleman–Theil index of disorder).
  ///
  ///     h(i) = Σ_j r(j) ln r(j) / (N ln N)      r(j) = c(i,j) N / c(i)
  ///
  /// c(i,j) is the part of ``constraint()`` that comes from contact *j*, *N* the number of contacts.
  /// - Returns: one value in 0...1 per vertex (no unit): 0 when all contacts constrain alike, near 1 when one does all;
  ///   nil with fewer than two contacts.
  /// - Complexity: as ``constraint()``.
  ///
  /// Source: R. S. Burt, *Structural Holes*, Harvard University Press, 1992, ch. 2.
  public func constraintHierarchy() -> VertexMap<Double?> {
    let contacts = ContactShares(of: self)
    let invested = contacts.invested()
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let row = contacts.adjacency.row(vertex)
        guard row.count > 1 else { return nil }
        let count = Double(row.count)
        let mean = row.reduce(0) { $0 + invested[$1] * invested[$1] } / count
        let disorder = row.reduce(0.0) { sum, arc in
          let ratio = invested[arc] * invested[arc] / mean
          return ratio > 0 ? sum + ratio * log(ratio) : sum
        }
        return min(max(disorder / (count * log(count)), 0), 1)
      })
  }
}
