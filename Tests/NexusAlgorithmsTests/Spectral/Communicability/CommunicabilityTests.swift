import Foundation
import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusAlgorithms

@Suite("Communicability")
struct CommunicabilityTests {
  private static let chosen = [0, 1, 2, 11, 33]

  @Test("Two linked vertices have the closed forms cosh 1 and sinh 1")
  func pair() throws {
    let matrix = try Graph.path(2).communicability()
    #expect(isClose(matrix[VertexID(0), VertexID(0)], cosh(1)))
    #expect(isClose(matrix[VertexID(0), VertexID(1)], sinh(1)))
    #expect(isClose(try Graph.path(2).totalCommunicability().values, [exp(1), exp(1)]))
    #expect(isClose(try #require(try Graph.path(2).naturalConnectivity()), log(cosh(1))))
  }

  @Test("Without edges every vertex communicates with itself only")
  func isolates() throws {
    #expect(try Graph(0, []).subgraphCentrality().values.isEmpty)
    #expect(try Graph(0, []).communicability().vertexCount == 0)
    #expect(try Graph(0, []).totalCommunicability().values.isEmpty)
    #expect(try Graph(0, []).naturalConnectivity() == nil)
    #expect(try Graph(1, []).naturalConnectivity() == 0)
    #expect(try Graph(3, []).subgraphCentrality().values == [1, 1, 1])
    #expect(try Graph(3, []).communicability().row(VertexID(1)).values == [0, 1, 0])
  }

  // networkx 3.6.1: subgraph_centrality, communicability, estrada_index; scipy 1.17: expm(A) @ 1.
  @Test("The karate club has the values of NetworkX")
  func karate() throws {
    let graph = Graph.karate
    func picked(_ map: VertexMap<Double>) -> [Double] { CommunicabilityTests.chosen.map { map.values[$0] } }
    #expect(
      isClose(
        picked(try graph.subgraphCentrality()),
        [128.09501352288996, 71.4309973677734, 88.7045945479591, 4.422322484601161, 136.7223381835923]))
    #expect(
      isClose(
        picked(try graph.communicability().row(VertexID(0))),
        [128.09501352288996, 92.90639682283108, 100.17985314642401, 20.577282660186007, 89.94987398965371]))
    #expect(
      isClose(
        picked(try graph.totalCommunicability()),
        [1479.5285108090193, 1096.9238141954434, 1309.2559091514559, 221.22454939472271, 1550.554329572907]))
    #expect(isClose(try #require(try graph.naturalConnectivity()), 3.4218138198039774))
    #expect(isClose(try graph.subgraphCentrality().values.reduce(0, +), 1041.2470334195496))
  }

  @Test("All forms equal the sum over powers on small random graphs")
  func reference() throws {
    for shape in smallShapes(1...1_000) {
      let graph = Graph.random(shape)
      var options = CommunicabilityOptions(entries: shape.seed % 5 < 2 ? .strengths : .ones)
      options.threads = 1 + Int(shape.seed % 3)
      let slow = SlowMatrix(adjacencyOf: graph, entries: options.entries).exponential(terms: 60)
      let diagonal = (0..<shape.vertices).map { slow[$0, $0] }
      #expect(isClose(try graph.subgraphCentrality(options).values, diagonal), "\(shape)")
      let matrix = try graph.communicability(options)
      let rows = try graph.communicability(from: Array(graph.vertices.reversed()), options)
      for vertex in graph.vertices {
        let row = Array(slow.entries[vertex.index * shape.vertices..<(vertex.index + 1) * shape.vertices])
        #expect(isClose(matrix.row(vertex).values, row), "\(shape)")
        #expect(isClose(rows[shape.vertices - 1 - vertex.index].values, row), "\(shape)")
      }
      let totals = (0..<shape.vertices).map { row in
        (0..<shape.vertices).reduce(0) { $0 + slow[row, $1] }
      }
      #expect(isClose(try graph.totalCommunicability(options).values, totals), "\(shape)")
      let mean = diagonal.reduce(0, +) / Double(shape.vertices)
      #expect(
        isClose(try #require(try graph.naturalConnectivity(options)), log(mean), absolute: 1e-11), "\(shape)")
    }
  }

  @Test("The power series and the eigenvectors agree on a dense graph")
  func methodsAgree() throws {
    let graph = Graph.random(RandomGraphShape(80, 3_000, seed: 4))
    #expect(try !graph.exponentialSeries(CommunicabilityOptions()).isCheaperThanEigenvectors)
    let chosen = (0..<8).map { VertexID(9 * $0) }
    let rows = try graph.communicability(from: chosen)
    let matrix = try graph.communicability()
    let diagonal = try graph.subgraphCentrality()
    for (vertex, row) in zip(chosen, rows) {
      #expect(isClose(matrix.row(vertex).values, row.values, relative: 1e-10))
      #expect(isClose(diagonal[vertex], row[vertex], relative: 1e-10))
    }
  }

  @Test("Small entries keep their relative accuracy")
  func chain() throws {
    // (e^A)_{0,59} of a path has 1/59! as its first term and 59 fold walks of two more steps.
    let entry = try Graph.path(60).communicability(from: [VertexID(0)])[0].values[59]
    let first = exp(-lgamma(60.0))
    #expect(entry > first && entry < first * 1.1)
  }

  @Test("Chosen pairs come in the order given, repeats too")
  func pairs() throws {
    let matrix = try Graph.kite.communicability()
    let pairs = [(9, 0), (3, 3), (9, 0), (0, 9), (2, 7)].map { (VertexID($0.0), VertexID($0.1)) }
    let values = try Graph.kite.communicability(between: pairs)
    #expect(isClose(values, pairs.map { matrix[$0.0, $0.1] }))
    #expect(try Graph.kite.communicability(between: []).isEmpty)
  }

  @Test("Relabelling vertices permutes the scores, and threads change no byte")
  func relabelling() throws {
    let graph = Graph.random(RandomGraphShape(40, 80, seed: 6))
    let order = (0..<40).map { $0 * 7 % 40 }
    let moved = try graph.relabelled(order).subgraphCentrality().values
    let scores = try graph.subgraphCentrality().values
    #expect(isClose(scores, order.map { moved[$0] }))
    var options = CommunicabilityOptions()
    options.threads = 1
    #expect(try graph.subgraphCentrality(options).values == scores)
    #expect(try graph.communicability(options) == graph.communicability())
  }

  @Test("Strengths that overflow are refused, and the natural connectivity has its logarithm all the same")
  func overflow() throws {
    let graph = Graph(2, weighted: [(0, 1, 1_000)])
    let options = CommunicabilityOptions(entries: .strengths)
    #expect(throws: CommunicabilityError.overflow(largestEigenvalue: 1_000)) {
      try graph.subgraphCentrality(options)
    }
    #expect(throws: CommunicabilityError.self) { try graph.communicability(options) }
    #expect(throws: CommunicabilityError.self) { try graph.totalCommunicability(options) }
    let chain = Graph(3, weighted: [(0, 1, 1_000), (1, 2, 1_000)])
    #expect(throws: CommunicabilityError.self) { try chain.communicabilityBetweenness(options) }
    #expect(isClose(try #require(try graph.naturalConnectivity(options)), 1_000 - log(2)))
    #expect(
      CommunicabilityError.overflow(largestEigenvalue: 1_000).description
        == "The largest eigenvalue is about 1000.0, and above 709 its exponential is no number. "
        + "Divide the strengths by 10.0, or count every edge as 1.")
  }

  @Test("A graph above the dense limit is refused with the memory it would take")
  func denseLimit() throws {
    var options = CommunicabilityOptions()
    options.denseLimit = 9
    let error = #expect(throws: CommunicabilityError.self) { try Graph.kite.communicability(options) }
    #expect(
      error?.description
        == "10 vertices would take 0.0 GB; the limit is 9 vertices. Raise denseLimit if there "
        + "is that much memory, or use communicability(from:) for chosen vertices.")
    #expect(throws: CommunicabilityError.self) { try Graph.kite.subgraphCentrality(options) }
    #expect(throws: CommunicabilityError.self) { try Graph.kite.naturalConnectivity(options) }
    #expect(throws: CommunicabilityError.self) { try Graph.kite.communicabilityBetweenness(options) }
    #expect(try Graph.kite.totalCommunicability(options).count == 10)
    let large = try #require(
      DenseLimitError(vertexCount: 20_000, limit: 8_000, matrixCount: 2, alternative: "x"))
    #expect(
      large.description.hasPrefix("20000 vertices would take 6.4 GB; the limit is 8000 vertices. Raise"))
    let tooLarge = try #require(
      DenseLimitError(vertexCount: 40_000, limit: 50_000, matrixCount: 1, alternative: "x"))
    #expect(
      tooLarge.description == "40000 vertices would take 12.8 GB; the limit is 32000 vertices. Use x.")
  }
}
