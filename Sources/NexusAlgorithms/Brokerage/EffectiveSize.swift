public import NexusGraph

extension Graph {
  /// Burt's effective size: the number of a vertex's contacts, less what they repeat of each other.
  ///
  ///     e(i) = Σ_j (1 − Σ_q p(i,q) m(j,q))      m(j,q) = z(j,q) / max_k z(j,k),  z(i,j) = a(i,j) + a(j,i)
  ///
  /// *j* runs over the contacts of *i* in either direction, *q* over what *i* and *j* have in common, p(i,q) as in
  /// ``constraint()``, *a* are strengths. Where all strengths of an undirected graph are equal this is n − 2t / n,
  /// for *n* contacts with *t* edges between them (Borgatti).
  /// - Returns: one value per vertex, in contacts, from 1 to its degree, and nil for an isolate.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) memory: the inner sums come from one listing of triangles.
  ///
  /// Sources: R. S. Burt, *Structural Holes*, Harvard University Press, 1992, ch. 2; S. P. Borgatti, "Structural
  /// holes: unpacking Burt's redundancy measures", *Connections* 20(1), 1997, pp. 35–38.
  public func effectiveSize() -> VertexMap<Double?> {
    let contacts = ContactShares(of: self)
    let redundancy = contacts.redundancy()
    return VertexMap(
      (0..<vertexCount).map { vertex in
        let row = contacts.adjacency.row(vertex)
        return row.isEmpty ? nil : row.reduce(0) { $0 + (1 - redundancy[$1]) }
      })
  }

  /// Burt's efficiency: ``effectiveSize()`` ÷ the number of contacts, the share of a vertex's contacts that tells it
  /// something new.
  ///
  /// - Returns: one value in 0...1 per vertex (no unit), nil for an isolate.
  /// - Complexity: as ``effectiveSize()``.
  ///
  /// Source: R. S. Burt, *Structural Holes*, Harvard University Press, 1992, ch. 2.
  public func contactEfficiency() -> VertexMap<Double?> {
    let degrees = degrees().values
    return VertexMap(
      zip(effectiveSize().values, degrees).map { size, degree in size.map { $0 / Double(degree) } })
  }
}
