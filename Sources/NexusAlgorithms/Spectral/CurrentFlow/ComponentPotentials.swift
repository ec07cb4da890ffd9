import NexusGraph
import NexusLinearAlgebra

/// One connected component as an electric network with a vertex earthed.
///
/// C is the inverse of the Laplacian without the row and column of that vertex, which are 0 in C: C[s, v] is the
/// potential of *v* when one unit of current enters at *s* and leaves at the earth.
struct ComponentPotentials: Sendable {
  /// The vertices, ascending; all else here is by position in this list.
  let members: ArraySlice<VertexID>
  /// C, symmetric.
  let potentials: DenseMatrix
  /// The edges, each once: sources ascending, then targets.
  let edges: [(source: Int, target: Int, conductance: Double)]

  var count: Int { members.count }

  /// Effective resistance: the potential difference that one unit of current from *first* to *second* needs.
  func resistance(_ first: Int, _ second: Int) -> Double {
    max(0, potentials[first, first] - 2 * potentials[first, second] + potentials[second, second])
  }

  /// Σ_w R(v, w) for every v. O(*n*²).
  func resistanceSums() -> [Double] {
    let trace = (0..<count).reduce(0) { $0 + potentials[$1, $1] }
    let entries = potentials.entries.span
    return (0..<count).map { vertex in
      var row = 0.0
      for entry in vertex * count..<(vertex + 1) * count { row += entries[entry] }
      return Double(count) * potentials[vertex, vertex] - 2 * row + trace
    }
  }
}

extension Graph {
  /// The potentials of each weak component, the largest first.
  ///
  /// - Complexity: O(*n*³) by Cholesky, O(*n*²) memory, both of the largest component.
  func componentPotentials(_ options: CurrentFlowOptions) throws(CurrentFlowError) -> [ComponentPotentials] {
    if let error = DenseLimitError(
      vertexCount: vertexCount, limit: options.denseLimit, matrixCount: 1,
      alternative: "pathCentralities(), which follows shortest paths instead of currents")
    {
      throw .tooLarge(error)
    }
    let matrix = symmetricAdjacency(options.conductances)
    let partition = weakComponents()
    var position = [Int](repeating: 0, count: vertexCount)
    var components: [ComponentPotentials] = []
    for component in 0..<partition.count {
      let members = partition.members(of: component)
      for (index, vertex) in members.enumerated() { position[vertex.index] = index }
      components.append(try ComponentPotentials(members, of: matrix, position: position))
    }
    return components
  }
}

extension ComponentPotentials {
  fileprivate init(_ members: ArraySlice<VertexID>, of matrix: SparseMatrix, position: [Int])
    throws(CurrentFlowError)
  {
    var laplacian = DenseMatrix(dimension: members.count)
    var edges: [(source: Int, target: Int, conductance: Double)] = []
    for (row, vertex) in members.enumerated() {
      for entry in matrix.rowOffsets[vertex.index]..<matrix.rowOffsets[vertex.index + 1] {
        let column = position[Int(matrix.columns[entry])]
        laplacian[row, row] += matrix.values[entry]
        laplacian[row, column] -= matrix.values[entry]
        if row < column { edges.append((row, column, matrix.values[entry])) }
      }
    }
    // The earth is the vertex that conducts best, the smaller of two. Its row becomes that of the identity.
    let earth = (0..<members.count).reduce(0) {
      laplacian[$1, $1] > laplacian[$0, $0] ? $1 : $0
    }
    for other in 0..<members.count {
      laplacian[earth, other] = 0
      laplacian[other, earth] = 0
    }
    laplacian[earth, earth] = 1
    guard var inverse = laplacian.positiveDefiniteInverse(), inverse.entries.allSatisfy(\.isFinite) else {
      throw .notFactored(vertexCount: members.count)
    }
    inverse[earth, earth] = 0
    self.init(members: members, potentials: inverse, edges: edges)
  }
}
