import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct CorenessTests {
  @Test("small graphs whose cores are plain to see")
  func byHand() {
    #expect(Graph.complete(5).coreness().values == [4, 4, 4, 4, 4])
    #expect(Graph.path(4).coreness().values == [1, 1, 1, 1])
    #expect(Graph.cycle(4, kind: .directed).coreness().values == [2, 2, 2, 2])
    // The kite: 0–6 hold together with three neighbours each, 7 has two of them, then comes a tail.
    #expect(Graph.kite.coreness().values == [3, 3, 3, 3, 3, 3, 3, 2, 1, 1])
    #expect(Graph(3, [(0, 1)]).coreness().values == [1, 1, 0])
  }

  @Test("edges both ways are one")
  func bothWays() {
    #expect(Graph(2, kind: .directed, [(0, 1), (1, 0)]).coreness().values == [1, 1])
  }

  @Test("no vertices and no edges")
  func degenerate() {
    #expect(Graph(0, []).coreness().values == [])
    #expect(Graph(2, []).coreness().values == [0, 0])
  }

  @Test("the same as removing vertices of low degree, core by core", arguments: 0..<8)
  func slowReference(seed: Int) {
    let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
    let shape = RandomGraphShape(50, 40 + 40 * seed, kind: kind, strengths: .fractional, seed: UInt64(seed))
    let graph = Graph.random(shape)
    #expect(graph.coreness().values == corenessByRemoval(graph), "\(shape)")
    let order = (0..<50).map { ($0 * 7 + 3) % 50 }
    #expect(
      order.map { graph.relabelled(order).coreness().values[$0] } == graph.coreness().values, "\(shape)")
  }

  @Test("the same on thousands of small graphs", arguments: 0..<4)
  func manySmall(quarter: Int) {
    for seed in UInt64(quarter * 500)..<UInt64(quarter * 500 + 500) {
      let shape = RandomGraphShape.small(seed: seed)
      let graph = Graph.random(shape)
      #expect(graph.coreness().values == corenessByRemoval(graph), "\(shape)")
    }
  }

  @Test("the same for any number of threads, with and without directions")
  func threads() {
    let graph = Graph.random(RandomGraphShape(4_000, 30_000, kind: .directed, seed: 8))
    #expect(graph.coreness(threads: 1) == graph.coreness(threads: 3))
    #expect(graph.coreness() == graph.undirectedSum().coreness())
  }

  private func corenessByRemoval(_ graph: Graph) -> [Int] {
    var neighbours = [Set<Int>](repeating: [], count: graph.vertexCount)
    for edge in graph.edges {
      neighbours[edge.source.index].insert(edge.target.index)
      neighbours[edge.target.index].insert(edge.source.index)
    }
    var left = Set(0..<graph.vertexCount)
    var coreness = [Int](repeating: 0, count: graph.vertexCount)
    for k in 0... where !left.isEmpty {
      while let vertex = left.first(where: { neighbours[$0].intersection(left).count <= k }) {
        coreness[vertex] = k
        left.remove(vertex)
      }
      if left.isEmpty { break }
    }
    return coreness
  }

  @Test(
    "core numbers of real networks", .enabled(if: ReferenceData.isPresent),  // needs ../shared/data
    arguments: ["krebs_911_62", "november17", "london_gang"])
  func real(folder: String) throws {
    let oracle = try Oracle(folder)
    // networkx 3.6.1 core_number
    #expect(oracle.graph.coreness().values.map(Double.init) == oracle.values("core_number"))
  }

  @Test("core numbers of CAVIAR without directions", .enabled(if: ReferenceData.isPresent))  // ../shared/data
  func caviar() throws {
    let oracle = try Oracle("caviar_phases", kind: .directed)
    let cores = oracle.graph.coreness().values.map(Double.init)
    #expect(cores == oracle.undirectedSum.values("core_number"))
  }
}
