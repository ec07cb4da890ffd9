import NexusAlgorithms
import NexusGraph
import NexusTestSupport

/// Small square matrices, row after row, by the definitions: references for the fast kernels.
struct SlowMatrix {
  let size: Int
  var entries: [Double]

  init(identity size: Int) {
    self.size = size
    entries = (0..<size * size).map { $0 / size == $0 % size ? 1 : 0 }
  }

  /// A of the graph without directions.
  init(adjacencyOf graph: Graph, entries kind: MatrixEntries) {
    self.init(identity: graph.vertexCount)
    for vertex in 0..<size { self[vertex, vertex] = 0 }
    for edge in graph.edges {
      for (row, column) in [(edge.source.index, edge.target.index), (edge.target.index, edge.source.index)] {
        if kind == .strengths { self[row, column] += edge.strength } else { self[row, column] = 1 }
      }
    }
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  func times(_ other: SlowMatrix) -> SlowMatrix {
    var product = SlowMatrix(identity: size)
    for row in 0..<size {
      for column in 0..<size {
        var sum = 0.0
        for inner in 0..<size { sum += self[row, inner] * other[inner, column] }
        product[row, column] = sum
      }
    }
    return product
  }

  /// Σ Aᵏ / k! over so many terms.
  func exponential(terms: Int = 45) -> SlowMatrix {
    var (sum, term) = (SlowMatrix(identity: size), SlowMatrix(identity: size))
    for order in 1...terms {
      term = term.times(self)
      for index in term.entries.indices {
        term.entries[index] /= Double(order)
        sum.entries[index] += term.entries[index]
      }
    }
    return sum
  }

  /// The same without the edges of one vertex.
  func isolating(_ vertex: Int) -> SlowMatrix {
    var rest = self
    for other in 0..<size {
      rest[vertex, other] = 0
      rest[other, vertex] = 0
    }
    return rest
  }

  /// x with A x = right by Gaussian elimination with pivots.
  func solve(_ right: [Double]) -> [Double] {
    var (left, right) = (self, right)
    for step in 0..<size {
      let pivot = (step..<size).max { abs(left[$0, step]) < abs(left[$1, step]) } ?? step
      for column in 0..<size {
        (left[step, column], left[pivot, column]) = (left[pivot, column], left[step, column])
      }
      right.swapAt(step, pivot)
      for row in 0..<size where row != step {
        let factor = left[row, step] / left[step, step]
        for column in step..<size { left[row, column] -= factor * left[step, column] }
        right[row] -= factor * right[step]
      }
    }
    return (0..<size).map { right[$0] / left[$0, $0] }
  }
}

/// Small random graphs of all kinds, with isolates, loops and parallel edges among the draws.
func smallShapes(_ seeds: ClosedRange<UInt64>) -> [RandomGraphShape] {
  seeds.map { seed in
    RandomGraphShape(
      1 + Int(seed % 6), Int(seed / 3 % 11), kind: seed % 2 == 0 ? .directed : .undirected,
      strengths: seed % 3 == 0 ? .fractional : .ones, seed: seed)
  }
}
