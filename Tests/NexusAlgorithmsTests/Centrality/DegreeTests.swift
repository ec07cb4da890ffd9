import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct DegreeTests {
  let directed = Graph(4, kind: .directed, weighted: [(0, 1, 2), (1, 0, 3), (1, 2, 0.5)])

  @Test("neighbours in both directions count once")
  func distinctNeighbours() {
    #expect(directed.degrees().values == [1, 2, 1, 0])
    #expect(directed.outDegrees().values == [1, 2, 0, 0])
    #expect(directed.inDegrees().values == [1, 1, 1, 0])
  }

  @Test("strength adds what arrives and what leaves")
  func strengths() {
    #expect(directed.strengths().values == [5, 5.5, 0.5, 0])
    #expect(directed.undirectedSum().strengths().values == [5, 5.5, 0.5, 0])
  }

  @Test("an undirected graph has the same degree in, out and altogether")
  func undirected() {
    let degrees = Graph.kite.degrees()
    #expect(degrees.values == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1])
    #expect(Graph.kite.inDegrees() == degrees)
    #expect(Graph.kite.outDegrees() == degrees)
    #expect(Graph.kite.strengths().values == degrees.values.map(Double.init))
  }

  @Test("density counts arcs of a directed graph and pairs of an undirected one")
  func density() {
    #expect(directed.density == 3.0 / 12)
    #expect(directed.undirectedSum().density == 2.0 / 6)
    #expect(Graph.complete(5).density == 1)
    #expect(Graph(1, []).density == nil)
    #expect(Graph(0, []).density == nil)
    #expect(Graph(2, []).density == 0)
  }

  @Test("degrees are the sizes of neighbour sets", arguments: 0..<4)
  func neighbourSets(seed: Int) {
    let graph = Graph.random(RandomGraphShape(30, 120, kind: .directed, seed: UInt64(seed)))
    var neighbours = [Set<VertexID>](repeating: [], count: 30)
    for edge in graph.edges {
      neighbours[edge.source.index].insert(edge.target)
      neighbours[edge.target.index].insert(edge.source)
    }
    #expect(graph.degrees().values == neighbours.map(\.count))
    #expect(graph.degrees() == graph.undirectedSum().degrees())
  }

  // needs ../shared/data
  @Test(
    "degrees, strengths and densities of real networks", .enabled(if: ReferenceData.isPresent),
    arguments: ["krebs_911_62", "november17", "london_gang"])
  func real(folder: String) throws {
    let oracle = try Oracle(folder)
    #expect(oracle.graph.degrees().values.map(Double.init) == oracle.values("degree"))
    #expect(isClose(oracle.graph.density ?? .nan, oracle.number("density") ?? .nan))
    if let strengths = oracle.values("strength") { #expect(oracle.graph.strengths().values == strengths) }
  }

  @Test("degrees and strengths of CAVIAR", .enabled(if: ReferenceData.isPresent))  // needs ../shared/data
  func caviar() throws {
    let oracle = try Oracle("caviar_phases", kind: .directed)
    let graph = oracle.graph
    #expect(graph.inDegrees().values.map(Double.init) == oracle.values("in_degree"))
    #expect(graph.outDegrees().values.map(Double.init) == oracle.values("out_degree"))
    #expect(graph.strengths().values == oracle.values("strength"))
    #expect(graph.degrees().values.map(Double.init) == oracle.undirectedSum.values("degree"))
  }
}
