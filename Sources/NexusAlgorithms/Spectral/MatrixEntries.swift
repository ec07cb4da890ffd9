import NexusGraph
import NexusLinearAlgebra

/// What an edge puts into the matrix of a graph.
public enum MatrixEntries: Hashable, Sendable {
  /// 1 for every edge, whatever its strength.
  case ones
  /// Its strength; of a directed graph, the sum of both directions.
  case strengths
}

extension Graph {
  /// A of the graph without directions.
  func symmetricAdjacency(_ entries: MatrixEntries) -> SparseMatrix {
    let rows = undirectedSum().outgoing
    let values =
      switch entries {
      case .ones: [Double](repeating: 1, count: rows.arcCount)
      case .strengths: rows.strengths
      }
    return SparseMatrix(rowOffsets: rows.offsets, columns: rows.targets, values: values, isSymmetric: true)
  }
}
