import NexusGraph

extension Graph {
  /// The direction of Mᵏ 1 for M = Aᵀ + I and k = 2^`doublings`, by squaring M: what
  /// `eigenvectorCentrality` is the limit of. O(*n*³) a doubling.
  func powerIteration(doublings: Int) -> [Double] {
    let n = vertexCount
    var power = [Double](repeating: 0, count: n * n)
    for vertex in 0..<n { power[vertex * n + vertex] = 1 }
    for edge in edges {
      power[edge.target.index * n + edge.source.index] = edge.strength
      if !isDirected { power[edge.source.index * n + edge.target.index] = edge.strength }
    }
    for _ in 0..<doublings {
      var square = [Double](repeating: 0, count: n * n)
      for row in 0..<n {
        for middle in 0..<n where power[row * n + middle] != 0 {
          for column in 0..<n {
            square[row * n + column] += power[row * n + middle] * power[middle * n + column]
          }
        }
      }
      // A power of two, so that scaling rounds nothing.
      let scale = Double(sign: .plus, exponent: -Int((square.max() ?? 1).exponent), significand: 1)
      power = square.map { $0 * scale }
    }
    let image = (0..<n).map { row in power[row * n..<(row + 1) * n].reduce(0, +) }
    let norm = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return image.map { $0 / norm }
  }
}
