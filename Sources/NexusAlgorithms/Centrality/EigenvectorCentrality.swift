public import NexusGraph
public import NexusLinearAlgebra

extension Graph {
  /// Eigenvector centrality: a vertex is central when central vertices point at it.
  ///
  ///     x = lim Mᵏ 1 / ‖Mᵏ 1‖,   M = Aᵀ + I          (A[i, j] = strength of the edge i → j)
  ///
  /// This is the limit of power iteration from the uniform start, which exists for every graph (the I makes
  /// periodic ones converge). It is not iterated towards but composed of the Perron vectors of the
  /// strong components with the largest eigenvalue and of what flows into and out of them: components whose
  /// largest eigenvalues agree within 1e-9 share by what the start gives them, and where such components
  /// follow one another only those at the end of the longest chains keep a score. Also known as Bonacich's *c*.
  ///
  /// - Parameter threads: how many threads work at once, nil for one a processor. It never changes a result.
  /// - Returns: one score ≥ 0 per vertex, in vertex order, of Euclidean length 1 (no unit); nil for a
  ///   directed graph without a cycle, where nothing is handed on for ever. An undirected graph without edges
  ///   scores all alike; an empty one gives an empty map.
  /// - Throws: ``SpectralError`` when an eigenvector or a linear system cannot be had to 1e-13.
  /// - Complexity: O(*n* + *m*) and a Krylov iteration, O(*n* + *m*) an iteration, for each component that may
  ///   hold the largest eigenvalue; O(*n* + *m*) memory times at most 65 basis vectors.
  ///
  /// Sources: P. Bonacich, *J. Math. Sociology* 2(1), 1972, doi:10.1080/0022250X.1972.9989806; the structure
  /// of the limit: U. Rothblum, *Linear Algebra Appl.* 12(3), 1975, doi:10.1016/0024-3795(75)90050-6.
  public func eigenvectorCentrality(threads: Int? = nil) throws(SpectralError) -> VertexMap<Double>? {
    try asStage("eigenvector") { () throws(SpectralError) in try composedEigenvector(threads) }
  }

  private func composedEigenvector(_ threads: Int?) throws(SpectralError) -> VertexMap<Double>? {
    let blocks = Condensation(of: self, threads: threads)
    let leading = try blocks.leadingBlocks()
    guard leading.root > 0 else {
      return isDirected ? nil : VertexMap(unitLength([Double](repeating: 1, count: vertexCount)))
    }
    // (λ + 1) I − (Aᵀ + I) = λ I − Aᵀ
    var substitution = BlockSubstitution(blocks, shift: leading.root, leading: leading.vectors)
    return VertexMap(unitLength(try substitution.solve()))
  }
}
