import NexusGraph
import NexusLinearAlgebra

/// B = A − γ k kᵀ / 2m over the vertices that have edges.
struct ModularityMatrix {
  /// The vertices with edges, ascending; all else is by position in this list.
  let members: [Int]
  private let adjacency: SparseMatrix
  private let strengths: [Double]
  /// γ / 2m.
  private let factor: Double

  init(_ matrix: SparseMatrix, resolution: Double) {
    let offsets = matrix.rowOffsets
    let members = (0..<matrix.dimension).filter { offsets[$0] < offsets[$0 + 1] }
    var position = [Int32](repeating: 0, count: matrix.dimension)
    for (index, vertex) in members.enumerated() { position[vertex] = Int32(index) }
    // Scaled so that the largest strength is 1, which no eigenvector sees.
    let largest = matrix.values.max() ?? 1
    adjacency = SparseMatrix(
      rowOffsets: [0] + members.map { offsets[$0 + 1] }, columns: matrix.columns.map { position[Int($0)] },
      values: matrix.values.map { $0 / largest }, isSymmetric: true)
    self.members = members
    var sums = [Double](repeating: 0, count: members.count)
    adjacency.multiply([Double](repeating: 1, count: members.count), into: &sums)
    strengths = sums
    factor = resolution / max(sums.reduce(0, +), .leastNormalMagnitude)
  }

  /// `product = B block`. O(stored values).
  func multiply(_ block: ColumnBlock, into product: inout ColumnBlock) {
    adjacency.multiply(block, into: &product)
    var total = SIMD8<Double>.zero
    for row in block.indices { total += strengths[row] * block[row] }
    total *= factor
    for row in block.indices { product[row] -= strengths[row] * total }
  }

  /// √λ_j v_j for at most so many of the largest λ_j that are positive.
  func coordinates(_ count: Int) throws(SpectralCommunitiesError) -> SpectralCoordinates {
    do {
      let pairs = members.count <= 500 ? try densePairs(count) : try krylovPairs(count)
      let scale = pairs.values.first ?? 0
      let width = pairs.values.prefix { $0 > 1e-9 * max(scale, 1e-9) }.count
      let columns = (0..<width).map { column in
        pairs.vectors[column].map { $0 * pairs.values[column].squareRoot() }
      }
      return SpectralCoordinates(columns: columns, count: members.count)
    } catch {
      throw .spectral(error)
    }
  }

  private func krylovPairs(_ count: Int) throws(SpectralError) -> Eigenpairs {
    var search = LargestEigenpairs(dimension: members.count, count: count)
    search.tolerance = 1e-9
    return try search.found(by: multiply)
  }

  private func densePairs(_ count: Int) throws(SpectralError) -> Eigenpairs {
    var dense = adjacency.dense()
    for row in members.indices {
      for column in members.indices { dense[row, column] -= factor * strengths[row] * strengths[column] }
    }
    guard let eigen = SymmetricEigen(dense) else { throw .overflow }
    return Eigenpairs(largest: count, of: eigen)
  }
}

/// One vector for each vertex, whose first coordinates come from the largest eigenvalues.
struct SpectralCoordinates {
  fileprivate let columns: [[Double]]
  fileprivate let count: Int

  var width: Int { columns.count }

  /// The vectors by their first coordinates, one after the other.
  func vectors(_ width: Int) -> [Double] {
    (0..<count).flatMap { vertex in (0..<width).map { columns[$0][vertex] } }
  }
}
