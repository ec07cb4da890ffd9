import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct MultilayerPageRankTests {
  @Test("one layer is PageRank itself")
  func oneLayer() throws {
    let ranks = try Multiplex([Graph.kite]).pageRank()
    #expect(isClose(ranks.vertices.values, try Graph.kite.pageRank().values))
    #expect(ranks.byLayer.count == 1 && ranks.byLayer[0] == ranks.vertices)
  }

  @Test("two equal layers share the walker's time")
  func twins() throws {
    let ranks = try Multiplex([Graph.kite, Graph.kite]).pageRank()
    #expect(isClose(ranks.byLayer[0].values, ranks.byLayer[1].values))
    #expect(isClose(ranks.vertices.values.reduce(0, +), 1))
  }

  @Test("a vertex that is central in two layers beats one that is central in one")
  func versatile() throws {
    // 0 has two contacts in each layer, 3 has three in one.
    let first = Graph(8, [(0, 1), (0, 2), (3, 4), (3, 5), (3, 6)])
    let second = Graph(8, [(0, 5), (0, 6), (1, 2)])
    let ranks = try Multiplex([first, second]).pageRank().vertices.values
    #expect(ranks[0] == ranks.max())
  }

  @Test("the same as solving the dense supra-matrix of 400 random multiplexes")
  func slowReference() throws {
    for seed in 0..<400 {
      let count = 1 + seed % 4
      let vertices = 1 + seed % 6
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let layers = (0..<count).map { number in
        Graph.random(
          RandomGraphShape(
            vertices, seed % 13, kind: kind, strengths: .fractional, seed: UInt64(10 * seed + number)))
      }
      var options = MultilayerPageRankOptions(
        interlayerStrength: [0, 0.3, 1, 20][seed / 4 % 4], coupling: LayerCoupling.allCases[seed / 2 % 2])
      options.walk.damping = [0.85, 0.5, 0][seed % 3]
      let ranks = try Multiplex(layers).pageRank(options)
      let expected = dense(layers, options)
      #expect(isClose(ranks.byLayer.flatMap(\.values), expected), "seed \(seed)")
      let sums = (0..<vertices).map { vertex in
        stride(from: vertex, to: expected.count, by: vertices).reduce(0) { $0 + expected[$1] }
      }
      #expect(isClose(ranks.vertices.values, sums), "seed \(seed)")
    }
  }

  /// Solves (I − d Tᵀ) x = (1 − d) / N by Gaussian elimination, T the supra-transition matrix.
  private func dense(_ layers: [Graph], _ options: MultilayerPageRankOptions) -> [Double] {
    let n = layers[0].vertexCount
    let size = n * layers.count
    var supra = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for (number, layer) in layers.enumerated() {
      for edge in layer.edges {
        let (source, target) = (number * n + edge.source.index, number * n + edge.target.index)
        supra[source][target] += edge.strength
        if !layer.isDirected { supra[target][source] += edge.strength }
      }
      for other in layers.indices where other != number {
        guard options.coupling == .all || abs(other - number) == 1 else { continue }
        for vertex in 0..<n { supra[number * n + vertex][other * n + vertex] = options.interlayerStrength }
      }
    }
    let damping = options.walk.damping
    var system = supra.indices.map { row in
      supra.indices.map { column in
        let sum = supra[column].reduce(0, +)
        let transition = sum > 0 ? supra[column][row] / sum : 1 / Double(size)
        return (row == column ? 1 : 0) - damping * transition
      } + [(1 - damping) / Double(size)]
    }
    for pivot in 0..<size {
      for row in 0..<size where row != pivot {
        let factor = system[row][pivot] / system[pivot][pivot]
        for column in pivot...size { system[row][column] -= factor * system[pivot][column] }
      }
    }
    return (0..<size).map { system[$0][size] / system[$0][$0] }
  }

  @Test("layers on their own when nothing joins them")
  func apart() throws {
    let ranks = try Multiplex([Graph.kite, Graph.cycle(10)]).pageRank(
      MultilayerPageRankOptions(interlayerStrength: 0))
    #expect(isClose(ranks.byLayer[0].values, try Graph.kite.pageRank().values.map { $0 / 2 }))
  }

  @Test("no layers, no vertices")
  func degenerate() throws {
    #expect(try Multiplex([]).pageRank().vertices.values == [])
    #expect(try Multiplex([Graph(0, []), Graph(0, [])]).pageRank().byLayer.count == 2)
    #expect(try Multiplex([Graph(1, []), Graph(1, [])]).pageRank().vertices.values == [1])
  }

  @Test("each error says how to mend it")
  func errors() {
    let multiplex = Multiplex([Graph.kite, Graph.kite])
    var options = MultilayerPageRankOptions(interlayerStrength: -1)
    var error = #expect(throws: MultilayerPageRankError.self) { try multiplex.pageRank(options) }
    #expect(error?.description == "The interlayer strength is -1.0. Expected a number from 0 up, commonly 1.")
    options = MultilayerPageRankOptions()
    options.walk.damping = 1
    error = #expect(throws: MultilayerPageRankError.self) { try multiplex.pageRank(options) }
    #expect(error == .walk(.dampingOutOfRange(1)))
    options.walk.damping = 0.85
    options.walk.maximumIterations = 2
    error = #expect(throws: MultilayerPageRankError.self) { try multiplex.pageRank(options) }
    #expect(error?.description.hasPrefix("PageRank did not settle") == true)
  }
}
