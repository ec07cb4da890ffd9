import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Widest routes")
struct WidestRoutesTests {
  private func routes(_ graph: Graph, _ sources: [Int], _ targets: [Int], _ limit: Int) -> [WidestRoute] {
    graph.widestRoutes(
      from: sources.map { VertexID($0) }, to: targets.map { VertexID($0) }, limit: limit)
  }

  /// METHOD §4.6: S, A, B, C, D, E, X as 0…6.
  private let corridor = Graph(
    7, kind: .directed,
    weighted: [
      (0, 1, 60), (0, 2, 20), (0, 3, 10), (1, 4, 40), (1, 2, 15), (2, 5, 30), (4, 5, 40), (3, 5, 5),
      (5, 6, 70),
    ])

  @Test("the widest path of METHOD is S-A-D-E-X with 40; the others follow by width and hops")
  func method() {
    let found = routes(corridor, [0], [6], 10)
    #expect(
      found.map { $0.vertices.map(\.index) } == [
        [0, 1, 4, 5, 6], [0, 2, 5, 6], [0, 1, 2, 5, 6], [0, 3, 5, 6],
      ])
    #expect(found.map(\.width) == [40, 20, 15, 5])
    #expect(routes(corridor, [0], [6], 2).count == 2)
  }

  @Test("no way and no limit give nothing; of equals the smaller numbers come first")
  func degenerate() {
    #expect(routes(corridor, [6], [0], 3).isEmpty)
    #expect(routes(corridor, [0], [6], 0).isEmpty)
    let square = Graph(4, kind: .directed, [(0, 2), (0, 1), (2, 3), (1, 3)])
    #expect(routes(square, [0], [3], 1).first?.vertices.map(\.index) == [0, 1, 3])
  }

  @Test("the first k of all simple paths in this order", arguments: 0..<300)
  func reference(seed: Int) {
    let shape = RandomGraphShape(6, 14, kind: .directed, strengths: .whole, seed: UInt64(seed))
    let graph = Graph.random(shape)
    let (sources, targets) = seed % 3 == 0 ? ([0, 1], [4, 5]) : ([0], [5])
    let all = simplePaths(graph, sources, targets).sorted()
    for limit in [1, 3, 50] {
      #expect(routes(graph, sources, targets, limit) == Array(all.prefix(limit)), "\(shape), limit \(limit)")
    }
  }

  private func simplePaths(_ graph: Graph, _ sources: [Int], _ targets: [Int]) -> [WidestRoute] {
    var found: [WidestRoute] = []
    func extend(_ path: [Int], _ width: Double) {
      let last = path[path.count - 1]
      if targets.contains(last) {
        found.append(WidestRoute(vertices: path.map { VertexID($0) }, width: width))
        return
      }
      for arc in graph.outgoing.row(last) {
        let next = Int(graph.outgoing.targets[arc])
        guard !path.contains(next), !sources.contains(next) else { continue }
        extend(path + [next], min(width, graph.outgoing.strengths[arc]))
      }
    }
    for source in sources { extend([source], .infinity) }
    return found
  }
}
