import NexusGraph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The scores of one vertex with all others, by one measure.
struct PredictorScores {
  /// Neighbours without directions.
  let adjacency: Adjacency
  private let predictor: LinkPredictor
  private let vertexCount: Int
  /// β of Katz; 0 in a graph without edges, where no walk leads anywhere.
  private let attenuation: Double

  init(of graph: Graph, _ predictor: LinkPredictor) {
    let skeleton = graph.undirectedSum()
    adjacency = skeleton.outgoing
    vertexCount = graph.vertexCount
    self.predictor = predictor
    attenuation = predictor == .katz ? PredictorScores.attenuation(of: adjacency) : 0
  }

  func scores(of vertex: Int) -> [Double] {
    switch predictor {
    case .commonNeighbours: return throughNeighbours(of: vertex) { _ in 1 }
    case .adamicAdar:
      return throughNeighbours(of: vertex) { $0 > 1 ? 1 / log(Double($0)) : 0 }
    case .resourceAllocation: return throughNeighbours(of: vertex) { 1 / Double($0) }
    case .jaccard:
      var scores = throughNeighbours(of: vertex) { _ in 1 }
      for other in scores.indices where scores[other] > 0 {
        scores[other] /= Double(degree(vertex) + degree(other)) - scores[other]
      }
      return scores
    case .preferentialAttachment:
      return (0..<vertexCount).map { Double(degree(vertex) * degree($0)) }
    case .katz: return walks(from: vertex)
    }
  }

  private func degree(_ vertex: Int) -> Int { adjacency.row(vertex).count }

  /// Σ worth(k(w)) over the neighbours w shared with each other vertex.
  private func throughNeighbours(of vertex: Int, _ worth: (Int) -> Double) -> [Double] {
    var scores = [Double](repeating: 0, count: vertexCount)
    for arc in adjacency.row(vertex) {
      let middle = Int(adjacency.targets[arc])
      let share = worth(degree(middle))
      for next in adjacency.row(middle) { scores[Int(adjacency.targets[next])] += share }
    }
    return scores
  }

  // MARK: Katz

  /// x = Σ over l ≥ 1 of (β A)ˡ e, term by term until what is left cannot change a digit: each term is at most half
  /// of the one before in Euclidean length.
  private func walks(from vertex: Int) -> [Double] {
    var sum = [Double](repeating: 0, count: vertexCount)
    guard attenuation > 0 else { return sum }
    var term = sum
    term[vertex] = 1
    for _ in 0..<64 {
      var next = [Double](repeating: 0, count: vertexCount)
      for row in 0..<vertexCount {
        var reached = 0.0
        for arc in adjacency.row(row) { reached += term[Int(adjacency.targets[arc])] }
        next[row] = attenuation * reached
        sum[row] += next[row]
      }
      term = next
    }
    return sum
  }

  /// Half of 1/λ₁, λ₁ the largest eigenvalue of the adjacency without strengths.
  ///
  /// By power iteration with A + I, whose Rayleigh quotient approaches λ₁ + 1 from below; stopped at a relative
  /// 1e-13 or after 10 000 steps, when it is exact to far more than β has to be.
  private static func attenuation(of adjacency: Adjacency) -> Double {
    let count = adjacency.offsets.count - 1
    guard adjacency.arcCount > 0 else { return 0 }
    var vector = [Double](repeating: 1 / Double(count).squareRoot(), count: count)
    var root = 0.0
    for _ in 0..<10_000 {
      var next = vector
      for row in 0..<count {
        for arc in adjacency.row(row) { next[row] += vector[Int(adjacency.targets[arc])] }
      }
      var (quotient, square) = (0.0, 0.0)
      for row in 0..<count {
        quotient += vector[row] * next[row]
        square += next[row] * next[row]
      }
      let length = square.squareRoot()
      for row in 0..<count { vector[row] = next[row] / length }
      let change = abs(quotient - root)
      root = quotient
      if change <= 1e-13 * quotient { break }
    }
    return 0.5 / (root - 1)
  }
}
