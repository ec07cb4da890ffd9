internal import NexusGraph
internal import NexusLinearAlgebra

/// A walker who follows arcs in proportion to their strengths.
///
/// An arc of strength s out of j is taken with probability s · w(j), w(j) = 1 / out-strength of j: one number a
/// vertex, so that where all strengths are 1 a step reads nothing of an arc but where it comes from.
struct RandomWalk: Sendable {
  /// Pᵀ without the w, hubs first: a row holds the strengths of the arcs that point at its vertex.
  private let arrivals: SparseMatrix
  /// The row of each vertex.
  private let position: [Int32]
  /// w by row, 0 for a vertex that no arc leaves.
  private let inverseOutStrengths: [Double]
  private let entries: RowChunks

  init(on graph: Graph, threads: Int?) {
    let outgoing = graph.outgoing
    let range = StrengthRange(of: outgoing, threads: threads)
    let order = HubsFirst(rowOffsets: graph.incoming.offsets)
    let strengths: [Double]?
    let sums: [Double]
    if range.isOne {
      strengths = nil
      sums = graph.outDegrees().values.map(Double.init)
    } else if range.isModerate {
      strengths = graph.incoming.strengths
      sums = outgoing.rowSums()
    } else {
      strengths = RandomWalk.probabilities(graph)
      sums = graph.outDegrees().values.map { $0 == 0 ? 0 : 1 }
    }
    arrivals = graph.arrivalMatrix(
      of: order.vertices[...], position: order.position, labels: nil, strengths: strengths, scale: 1,
      isSymmetric: !graph.isDirected && range.isModerate, threads: threads)
    position = order.position
    inverseOutStrengths = order.vertices.map { sums[Int($0)] == 0 ? 0 : 1 / sums[Int($0)] }
    entries = RowChunks(rows: graph.vertexCount, threads: threads)
  }

  /// Values by row as values by vertex.
  func byVertex(_ values: [Double]) -> [Double] { position.map { values[Int($0)] } }

  /// The probability of each incoming arc, by way of the largest strength of a row, so that no sum overflows.
  private static func probabilities(_ graph: Graph) -> [Double] {
    let (incoming, outgoing) = (graph.incoming, graph.outgoing)
    let peaks = (0..<graph.vertexCount).map { outgoing.strengths[outgoing.row($0)].max() ?? 0 }
    let sums = (0..<graph.vertexCount).map { vertex in
      outgoing.strengths[outgoing.row(vertex)].reduce(0) { $0 + $1 / peaks[vertex] }
    }
    return zip(incoming.targets, incoming.strengths)
      .map { source, strength in strength / peaks[Int(source)] / sums[Int(source)] }
  }

  /// Where the matrix A of strengths is symmetric, with D = diag(out-strengths), x of
  ///
  ///     (D − d A) u = 1,   y = D u,   x = y / Σ y
  ///
  /// is PageRank up to rounding, row by row; of dead ends, which in an undirected graph are isolates, y is 1. Nil where
  /// the walk is not symmetric.
  func symmetricRanks(damping: Double, limit: Int) -> [Double]? {
    guard arrivals.isSymmetric, limit > 1 else { return nil }
    let diagonal = inverseOutStrengths.map { $0 == 0 ? 1 : 1 / $0 }
    let count = Double(diagonal.count)
    let total = diagonal.reduce(0, +)
    // The walk without damping: standing in proportion to strength.
    let start = [Double](repeating: count / ((1 - damping) * total), count: diagonal.count)
    // κ of I − d D⁻¹ A is at most this, since the eigenvalues of D⁻¹ A lie between −1 and 1.
    let condition = (1 + damping) / (1 - damping)
    let affordable = 10 + Int(min(20 * condition.squareRoot(), 1e6))
    let solution = arrivals.conjugateGradients(
      diagonal: diagonal, factor: damping, right: [Double](repeating: 1, count: diagonal.count), start: start,
      limit: min(limit, affordable))
    let ranks = zip(diagonal, solution.values).map { max(0, $0 * $1) }
    let sum = ranks.reduce(0, +)
    guard sum > 0, sum.isFinite else { return nil }
    return ranks.map { $0 / sum }
  }

  /// One step x′ = d (Pᵀ x + z / n) + (1 − d) / n. Returns ‖x′ − x‖₁.
  func step(from ranks: SharedVector, damping: Double, given: SharedVector, into next: SharedVector) -> Double
  {
    let count = Double(ranks.count)
    let lost = entries.sum { [inverseOutStrengths] rows in
      let (x, gift) = (ranks.base, given.base)
      return inverseOutStrengths.withUnsafeBufferPointer { inverse in
        var lost = 0.0
        for row in rows {
          gift[row] = x[row] * inverse[row]
          if inverse[row] == 0 { lost += x[row] }
        }
        return lost
      }
    }
    let everywhere = (damping * lost + 1 - damping) / count
    return arrivals.sumOverRows(of: given, into: next) { rows in
      let (x, next) = (ranks.base, next.base)
      var change = 0.0
      for row in rows {
        next[row] = damping * next[row] + everywhere
        change += abs(next[row] - x[row])
      }
      return change
    }
  }
}
