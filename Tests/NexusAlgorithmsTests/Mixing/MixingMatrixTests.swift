import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct MixingMatrixTests {
  private func options(
    _ permutations: Int, seed: UInt64 = 1, ties: TieMeasure = .edges
  ) -> MixingOptions {
    MixingOptions(ties: ties, permutations: PermutationOptions(permutations: permutations, seed: seed))
  }

  @Test("two triangles joined by an edge")
  func byHand() throws {
    let graph = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
    let matrix = graph.mixingMatrix(of: GroupMemberships(labels: VertexMap(["a", "a", "a", "b", "b", "b"])))
    #expect(matrix.groups == ["a", "b"])
    #expect(matrix.cells.map { $0.map(\.observed) } == [[3, 1], [1, 3]])
    // 7 edges; of 15 pairs 3 lie in each group, 9 across.
    #expect(
      isClose(matrix["a", "a"]?.expected ?? .nan, 7.0 / 5)
        && isClose(matrix["a", "b"]?.expected ?? .nan, 21.0 / 5))
    #expect(isClose(matrix["b", "a"]?.ratio ?? .nan, 5.0 / 21) && matrix["a", "c"] == nil)
    #expect(matrix["a", "b"] == matrix["b", "a"])
  }

  @Test("rows are sources, and strengths add up where they are asked for")
  func directed() {
    let graph = Graph(3, kind: .directed, weighted: [(0, 1, 2), (1, 0, 1), (1, 2, 4)])
    let labels = GroupMemberships(labels: VertexMap([0, 1, 1]))
    #expect(
      graph.mixingMatrix(of: labels, options(9)).cells.map { $0.map(\.observed) } == [[0, 1], [1, 1]])
    #expect(
      graph.mixingMatrix(of: labels, options(9, ties: .strengths)).cells.map { $0.map(\.observed) }
        == [[0, 2], [1, 4]])
  }

  @Test("an actor of several crimes is shared out by confidence, one of none counts nowhere")
  func fractional() {
    // 0: drugs ¾ and arms ¼; 1: drugs; 2: none.
    let memberships = GroupMemberships(
      confidences: VertexMap([[("drugs", 0.9), ("arms", 0.3)], [("drugs", 0.5)], [], [("arms", 0)]]))
    #expect(memberships.groups == ["drugs", "arms"])
    #expect(memberships[VertexID(0)].map(\.group) == ["drugs", "arms"])
    #expect(isClose(memberships[VertexID(0)].map(\.share), [0.75, 0.25]) && memberships[VertexID(3)].isEmpty)
    let matrix = Graph(4, [(0, 1), (1, 2), (2, 0)]).mixingMatrix(of: memberships, options(9))
    #expect(matrix.cells.map { $0.map(\.observed) } == [[0.75, 0.25], [0.25, 0]])
  }

  @Test(
    "what chance gives, and p, are those over all deals of the memberships",
    arguments: [EdgeKind.directed, .undirected])
  func allDeals(kind: EdgeKind) {
    let graph = Graph.random(RandomGraphShape(6, 9, kind: kind, strengths: .fractional, seed: 12))
    let profiles: [[(group: Int, confidence: Double)]] = [
      [(0, 1)], [(0, 0.6), (1, 0.2)], [(1, 1)], [(2, 0.5), (0, 0.5)], [], [(1, 0.3)],
    ]
    let matrix = graph.mixingMatrix(
      of: GroupMemberships(confidences: VertexMap(profiles)), options(4000, ties: .strengths))
    var (sums, above, below, deals) = ([Double](), [Double](), [Double](), 0.0)
    let observed = matrix.cells.flatMap { $0.map(\.observed) }
    forEachOrder(of: [0, 1, 2, 3, 4, 5]) { order in
      let cells = byDefinition(graph, order.map { profiles[$0] }, groups: 3)
      if sums.isEmpty {
        (sums, above, below) = (cells.map { _ in 0 }, cells.map { _ in 0 }, cells.map { _ in 0 })
      }
      for place in cells.indices {
        sums[place] += cells[place]
        above[place] += cells[place] >= observed[place] - 1e-9 ? 1 : 0
        below[place] += cells[place] <= observed[place] + 1e-9 ? 1 : 0
      }
      deals += 1
    }
    #expect(isClose(matrix.cells.flatMap { $0.map(\.expected) }, sums.map { $0 / deals }))
    for (place, cell) in matrix.cells.joined().enumerated() {
      let exact = min(1, 2 * min(above[place], below[place]) / deals)
      // Twice five standard errors of 4000 draws are at most 0.08.
      #expect(abs(cell.pValue - exact) < 0.08, "cell \(place)")
      #expect(cell.adjustedPValue >= cell.pValue)
    }
  }

  @Test("the same as the definition for 500 random graphs, adding up to all ties")
  func slowReference() {
    for seed in 0..<500 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let shape = RandomGraphShape(
        1 + seed % 9, seed % 30, kind: kind, strengths: .fractional, seed: UInt64(seed))
      let graph = Graph.random(shape)
      var profiles: [[(group: Int, confidence: Double)]] = []
      for vertex in 0..<shape.vertices {
        let count = 1 + (vertex + seed) % 3
        profiles.append((0..<count).map { (group: ($0 + vertex) % 4, confidence: 0.2 + 0.1 * Double($0)) })
      }
      let memberships = GroupMemberships(confidences: VertexMap(profiles))
      let matrix = graph.mixingMatrix(of: memberships, options(1, ties: .strengths))
      let expected = byDefinition(graph, profiles, groups: 4)
      var total = 0.0
      for (row, source) in matrix.groups.enumerated() {
        for (column, target) in matrix.groups.enumerated() {
          #expect(isClose(matrix.cells[row][column].observed, expected[source * 4 + target]), "\(shape)")
          if graph.isDirected || row <= column { total += matrix.cells[row][column].observed }
        }
      }
      #expect(isClose(total, graph.edges.reduce(0) { $0 + $1.strength }), "\(shape)")
    }
  }

  private func byDefinition(
    _ graph: Graph, _ profiles: [[(group: Int, confidence: Double)]], groups: Int
  ) -> [Double] {
    func share(_ vertex: VertexID, _ group: Int) -> Double {
      let total = profiles[vertex.index].reduce(0) { $0 + $1.confidence }
      return profiles[vertex.index].reduce(0) { $0 + ($1.group == group ? $1.confidence / total : 0) }
    }
    return (0..<groups * groups).map { place in
      let (row, column) = (place / groups, place % groups)
      return graph.edges.reduce(0) { sum, edge in
        let along = share(edge.source, row) * share(edge.target, column)
        let back = share(edge.target, row) * share(edge.source, column)
        return sum + edge.strength * (graph.isDirected || row == column ? along : along + back)
      }
    }
  }

  @Test("the same seed gives the same matrix for any number of threads, another seed another")
  func determinism() {
    let graph = Graph.random(RandomGraphShape(40, 120, seed: 2))
    let labels = GroupMemberships(labels: VertexMap((0..<40).map { $0 % 3 }))
    var options = options(60, seed: 7)
    let cells = graph.mixingMatrix(of: labels, options).cells
    for threads in [1, 2, 5] {
      options.permutations.threads = threads
      #expect(graph.mixingMatrix(of: labels, options).cells == cells)
    }
    options.permutations.seed = 8
    #expect(graph.mixingMatrix(of: labels, options).cells != cells)
  }

  @Test("without vertices there are no groups, without edges nothing to find")
  func degenerate() {
    let none = Graph(0, []).mixingMatrix(of: GroupMemberships(labels: VertexMap([Int]())), options(9))
    #expect(none.groups.isEmpty && none.cells.isEmpty)
    let one = Graph(1, []).mixingMatrix(of: GroupMemberships(labels: VertexMap([5])), options(9))
    #expect(
      one[5, 5]?.observed == 0 && one[5, 5]?.expected == 0 && one[5, 5]?.pValue == 1
        && one[5, 5]?.ratio == nil)
  }
}
