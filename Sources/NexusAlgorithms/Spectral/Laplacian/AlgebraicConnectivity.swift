public import NexusGraph
public import NexusLinearAlgebra

/// How well a connected graph holds together, and where it would come apart. See ``NexusGraph/Graph/fiedlerCut(_:)``.
public struct FiedlerCut: Sendable, Equatable {
  /// λ₂ of the Laplacian, > 0, in the unit of the strengths.
  public let algebraicConnectivity: Double
  /// The vector of λ₂, of Euclidean length 1; its largest entry, the first of equal ones, is positive.
  public let vector: VertexMap<Double>
  /// The vertices with a negative entry and the others. Entries within 1e-9 of 0 count as 0.
  public let partition: Partition
}

extension Graph {
  /// Up to this many vertices LAPACK's eigensolver is as fast as a Krylov method, and surer.
  private static var denseSpectrumLimit: Int { 500 }

  /// The Fiedler cut: the second smallest eigenvalue of the Laplacian, its vector, and the two sides that its signs make, a
  /// relaxation of the cheapest balanced cut.
  ///
  ///     L x = λ₂ x,   L = D − A          (directions ignored, strengths of both added)
  ///
  /// Where λ₂ is multiple (a cycle, a complete graph) the vector is one of many, the same one every time.
  ///
  /// - Returns: nil below two vertices and for a graph that is not connected, where λ₂ = 0 and the vectors tell components
  ///   apart.
  /// - Throws: ``SpectralError`` when λ₂ or a linear system does not settle.
  /// - Complexity: O(*n*³) up to 500 vertices; above, O(*m*) a step of conjugate gradients inside a block Krylov method for
  ///   L⁺, O(*n*) memory times 66 basis vectors.
  ///
  /// Source: M. Fiedler, "Algebraic connectivity of graphs", *Czechoslovak Mathematical Journal* 23(2), 1973, pp. 298–305,
  /// doi:10.21136/CMJ.1973.101168.
  public func fiedlerCut(_ entries: MatrixEntries = .strengths) throws(SpectralError) -> FiedlerCut? {
    guard vertexCount > 1, weakComponents().count == 1 else { return nil }
    let system = LaplacianSystem(adjacency: symmetricAdjacency(entries))
    let pair =
      vertexCount <= Graph.denseSpectrumLimit ? try denseFiedler(system) : try krylovFiedler(system)
    return FiedlerCut(
      algebraicConnectivity: pair.value, vector: VertexMap(pair.vector),
      partition: Partition(labels: pair.vector.map { $0 < -1e-9 ? 1 : 0 }))
  }

  /// Algebraic connectivity: λ₂ of the Laplacian, 0 exactly when the graph is not connected, and below two vertices.
  ///
  /// - Returns: a number ≥ 0 in the unit of the strengths.
  /// - Throws, Complexity: as for ``fiedlerCut(_:)``, which gives its source too.
  public func algebraicConnectivity(_ entries: MatrixEntries = .strengths) throws(SpectralError) -> Double {
    try fiedlerCut(entries)?.algebraicConnectivity ?? 0
  }
}

/// λ₂ and its vector from all eigenvectors of L.
private func denseFiedler(_ system: LaplacianSystem) throws(SpectralError) -> (
  value: Double, vector: [Double]
) {
  guard let eigen = SymmetricEigen(system.dense()) else { throw .overflow }
  let size = system.dimension
  return (max(0, eigen.values[1]), oriented(Array(eigen.vectors.entries[size..<2 * size])))
}

/// The same from the largest eigenvalue of L⁺, which is 1/λ₂.
func krylovFiedler(_ system: LaplacianSystem, maximumIterations: Int? = nil) throws(SpectralError)
  -> (value: Double, vector: [Double])
{
  var search = LargestEigenpairs(dimension: system.dimension, count: 1)
  search.tolerance = 1e-9
  var failure: SpectralError?
  let pairs = try search.found { block, product in
    do throws(SpectralError) {
      product = try system.pseudoinverse(times: block, maximumIterations: maximumIterations)
    } catch {
      failure = failure ?? error
      product = ColumnBlock(repeating: .zero, count: block.count)
    }
  }
  if let failure { throw failure }
  let vector = pairs.vectors[0]
  // Rayleigh's quotient with L itself is exact to the square of the vector's error.
  let block = vector.map { SIMD8($0, 0, 0, 0, 0, 0, 0, 0) }
  var product = block
  system.multiply(block, into: &product)
  return (vector.indices.reduce(0) { $0 + vector[$1] * product[$1][0] }, vector)
}
