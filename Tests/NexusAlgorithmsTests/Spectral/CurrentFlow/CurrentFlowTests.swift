import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusAlgorithms

@Suite("Current flow")
struct CurrentFlowTests {
  @Test("On a path current flow follows the one way there is")
  func path() throws {
    let graph = Graph.path(5)
    #expect(
      isClose(try graph.currentFlowBetweenness().values, graph.pathCentralities().betweenness.values))
    #expect(isClose(try graph.currentFlowCloseness().values, graph.pathCentralities().closeness.values))
    #expect(isClose(try graph.spanningEdgeCentrality(), [1, 1, 1, 1]))
    // Σ_{u<v} |u − v| = 4·1 + 3·2 + 2·3 + 1·4
    #expect(isClose(try graph.kirchhoffIndex(), 20))
  }

  @Test("A triangle splits a unit of current two to one")
  func triangle() throws {
    let graph = Graph.complete(3)
    #expect(isClose(try graph.currentFlowBetweenness().values, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
    #expect(isClose(try graph.effectiveResistances()[VertexID(0), VertexID(2)], 2.0 / 3))
    #expect(isClose(try graph.spanningEdgeCentrality(), [2.0 / 3, 2.0 / 3, 2.0 / 3]))
    #expect(isClose(try graph.informationCentrality().values, [2.25, 2.25, 2.25]))
  }

  @Test("Empty graphs and isolates conduct nothing")
  func smallest() throws {
    #expect(try Graph(0, []).currentFlowBetweenness().values.isEmpty)
    #expect(try Graph(0, []).kirchhoffIndex() == 0)
    #expect(try Graph(1, []).kirchhoffIndex() == 0)
    #expect(try Graph(1, []).currentFlowCloseness().values == [0])
    #expect(try Graph(4, [(0, 1)]).informationCentrality().values == [2, 2, 0, 0])
    #expect(try Graph(4, [(0, 1)]).currentFlowBetweenness().values == [0, 0, 0, 0])
    #expect(try Graph(4, [(0, 1)]).kirchhoffIndex() == .infinity)
    let resistances = try Graph(4, [(0, 1)]).effectiveResistances()
    #expect(resistances[VertexID(0), VertexID(1)] == 1)
    #expect(resistances[VertexID(2), VertexID(2)] == 0)
    #expect(resistances[VertexID(0), VertexID(2)] == .infinity)
  }

  // networkx 3.6.1: current_flow_betweenness_centrality, current_flow_closeness_centrality,
  // effective_graph_resistance, resistance_distance.
  @Test("The karate club has the values of NetworkX")
  func karate() throws {
    let chosen = [0, 1, 2, 11, 33]
    let betweenness = try Graph.karate.currentFlowBetweenness().values
    #expect(
      isClose(
        chosen.map { betweenness[$0] },
        [0.4863872083592642, 0.18376431381413472, 0.2527384611057271, 0, 0.3903685195589849]))
    let closeness = try Graph.karate.currentFlowCloseness().values
    #expect(
      isClose(
        chosen.map { closeness[$0] / 33 },
        [
          0.05856710604510158, 0.05252500943344553, 0.05576541496863033, 0.020377210361135212,
          0.059182906932661435,
        ]))
    #expect(isClose(try Graph.karate.kirchhoffIndex(), 470.26818498481373))
    let resistances = try Graph.karate.effectiveResistances()
    #expect(
      isClose(
        chosen.map { resistances[VertexID(0), VertexID($0)] },
        [0, 0.1930645172286669, 0.2076257034825994, 1, 0.2538022983367382]))
  }

  // networkx 3.6.1 with weight = 1 + (u + v) % 3: current_flow_betweenness_centrality, information_centrality.
  @Test("The kite with strengths has the values of NetworkX")
  func kite() throws {
    let edges = Graph.kite.edges.map {
      Edge($0.source, $0.target, strength: Double(1 + ($0.source.index + $0.target.index) % 3))
    }
    let graph = Graph(vertexCount: 10, edges: edges)
    #expect(
      isClose(
        try graph.currentFlowBetweenness().values,
        [
          0.16044521618740568, 0.19089003971664623, 0.11171052076652692, 0.2634180020679997,
          0.1239728474455163, 0.35139803273411757, 0.4038163222666753, 0.4147931782188156,
          0.22222222222222243, 0,
        ]))
    #expect(
      isClose(
        try graph.informationCentrality().values.map { $0 / 10 },
        [
          0.1925272262590605, 0.1951757081218829, 0.18548587669072658, 0.2065822497309646,
          0.18367206295944993, 0.21239836017164332, 0.21271532283111863, 0.17664444378223357,
          0.08575528066038032, 0.06979459942716584,
        ]))
    #expect(
      isClose(
        try graph.currentFlowBetweenness(CurrentFlowOptions(conductances: .ones)).values,
        try Graph.kite.currentFlowBetweenness().values))
  }

  @Test("All measures equal the currents of every pair on small random graphs")
  func reference() throws {
    for shape in smallShapes(1...1_500) {
      let graph = Graph.random(shape)
      var options = CurrentFlowOptions(conductances: shape.seed % 5 < 2 ? .ones : .strengths)
      options.threads = 1 + Int(shape.seed % 3)
      let slow = SlowCurrents(graph, options.conductances)
      #expect(
        isClose(try graph.currentFlowBetweenness(options).values, slow.betweenness, absolute: 1e-11),
        "\(shape)")
      #expect(
        isClose(try graph.currentFlowCloseness(options).values, slow.closeness, absolute: 1e-11), "\(shape)")
      let resistances = try graph.effectiveResistances(options)
      for (first, second) in graph.vertices.flatMap({ one in graph.vertices.map { (one, $0) } }) {
        let expected = slow.resistance[first.index][second.index]
        let found = resistances[first, second]
        #expect(found == expected || isClose(found, expected, absolute: 1e-11), "\(shape)")
      }
      let trees = try graph.spanningEdgeCentrality(options)
      #expect(trees.count == graph.edgeCount && trees.allSatisfy { (0...1).contains($0) }, "\(shape)")
      if !graph.isDirected {
        let expected = Double(shape.vertices - graph.weakComponents().count)
        #expect(isClose(trees.reduce(0, +), expected, absolute: 1e-11), "\(shape)")
      }
    }
  }

  @Test("Relabelling vertices permutes the scores, and threads change no byte")
  func relabelling() throws {
    let graph = Graph.random(RandomGraphShape(80, 150, strengths: .fractional, seed: 8))
    let order = (0..<80).map { ($0 * 7 + 3) % 80 }
    let scores = try graph.currentFlowBetweenness().values
    let moved = try graph.relabelled(order).currentFlowBetweenness().values
    #expect(isClose(scores, order.map { moved[$0] }))
    var options = CurrentFlowOptions()
    options.threads = 1
    #expect(try graph.currentFlowBetweenness(options).values == scores)
  }

  @Test("What cannot be factored, or is too large, is an error that says what to do")
  func errors() {
    let overflowing = Graph(4, weighted: [(0, 1, 1e308), (1, 2, 1e308), (2, 3, 1e308)])
    #expect(throws: CurrentFlowError.notFactored(vertexCount: 4)) { try overflowing.currentFlowBetweenness() }
    #expect(
      CurrentFlowError.notFactored(vertexCount: 3).description
        == "The Laplacian of a component of 3 vertices is singular to rounding. "
        + "Bring the strengths closer together: they should not differ by more than 12 digits.")
    var options = CurrentFlowOptions()
    options.denseLimit = 9
    #expect {
      try Graph.kite.currentFlowCloseness(options)
    } throws: { error in
      guard case .tooLarge(let excess) = error as? CurrentFlowError else { return false }
      return excess.vertexCount == 10 && excess.limit == 9 && excess.bytes == 800
    }
  }
}

/// Potentials of every pair of vertices by Gaussian elimination, and the currents they drive.
private struct SlowCurrents {
  var betweenness: [Double]
  var closeness: [Double]
  var resistance: [[Double]]

  init(_ graph: Graph, _ conductances: MatrixEntries) {
    let count = graph.vertexCount
    let labels = graph.weakComponents().labels
    let adjacency = SlowMatrix(adjacencyOf: graph, entries: conductances)
    betweenness = [Double](repeating: 0, count: count)
    resistance = (0..<count).map { row in (0..<count).map { row == $0 ? 0 : .infinity } }
    let pairs = Double((count - 1) * (count - 2)) / 2
    for source in 0..<count {
      for target in source + 1..<max(count, source + 1) where labels[source] == labels[target] {
        // Everything outside the component, and the target, is held at 0.
        var system = SlowMatrix(identity: count)
        for row in 0..<count where labels[row] == labels[source] && row != target {
          for column in 0..<count where column != row { system[row, column] = -adjacency[row, column] }
          system[row, row] = (0..<count).reduce(0) { $0 + adjacency[row, $1] }
        }
        let potentials = system.solve((0..<count).map { $0 == source ? 1 : 0 })
        resistance[source][target] = potentials[source]
        resistance[target][source] = potentials[source]
        for vertex in 0..<count where vertex != source && vertex != target {
          let through = (0..<count).reduce(0) {
            $0 + adjacency[vertex, $1] * abs(potentials[vertex] - potentials[$1]) / 2
          }
          betweenness[vertex] += through / pairs
        }
      }
    }
    closeness = resistance.map { row in
      let reached = Double(row.count(where: \.isFinite) - 1)
      let sum = row.filter(\.isFinite).reduce(0, +)
      return reached > 0 ? reached / sum * reached / Double(count - 1) : 0
    }
  }
}
