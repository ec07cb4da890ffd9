import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct ClusteringTests {
  @Test("a triangle with a tail")
  func byHand() {
    let clustering = Graph(4, [(0, 1), (1, 2), (2, 0), (2, 3)]).clustering()
    #expect(clustering.triangles.values == [1, 1, 1, 0])
    #expect(clustering.local.values == [1, 1, 1.0 / 3, 0])
    #expect(clustering.transitivity == 3.0 / 5)
    #expect(isClose(clustering.mean ?? .nan, 7.0 / 12))
  }

  @Test("the complete graph is closed, the cycle open")
  func extremes() {
    #expect(Graph.complete(6).clustering().transitivity == 1)
    #expect(Graph.complete(6).clustering().triangles.values == [Int](repeating: 10, count: 6))
    #expect(Graph.cycle(5).clustering().transitivity == 0)
    #expect(Graph.cycle(5).clustering().mean == 0)
  }

  @Test("karate club: 45 triangles")
  func karate() throws {
    // networkx 3.6.1: sum(triangles) / 3, transitivity, average_clustering
    let clustering = Graph.karate.clustering()
    #expect(clustering.triangles.values.reduce(0, +) == 3 * 45)
    #expect(isClose(clustering.transitivity ?? .nan, 0.2556818181818182))
    #expect(isClose(clustering.mean ?? .nan, 0.5706384782076823))
  }

  @Test("without vertices, edges or neighbours in common nothing is undefined but means")
  func degenerate() {
    let none = Graph(0, []).clustering()
    #expect(none.local.values == [] && none.transitivity == nil && none.mean == nil)
    let isolates = Graph(2, []).clustering()
    #expect(isolates.local.values == [0, 0] && isolates.transitivity == nil && isolates.mean == 0)
    #expect(Graph(2, [(0, 1)]).clustering().transitivity == nil)
  }

  @Test("a hub of 100 000 leaves costs no more than its edges")
  func star() {
    let clustering = Graph.star(leaves: 100_000).clustering()
    #expect(clustering.transitivity == 0)
    #expect(clustering.triangles.values.allSatisfy { $0 == 0 })
  }

  @Test("the same as trying all triples", arguments: 0..<6)
  func slowReference(seed: Int) {
    let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
    let shape = RandomGraphShape(25, 40 + 25 * seed, kind: kind, strengths: .whole, seed: UInt64(seed))
    let graph = Graph.random(shape)
    let (triangles, pairs) = counted(graph)
    let clustering = graph.clustering()
    #expect(clustering.triangles.values == triangles, "\(shape)")
    let local = zip(triangles, pairs).map { $1 == 0 ? 0 : Double($0) / Double($1) }
    #expect(clustering.local.values == local, "\(shape)")
    let order = (0..<25).map { ($0 * 7 + 3) % 25 }
    let renamed = graph.relabelled(order).clustering()
    #expect(order.map { renamed.triangles.values[$0] } == triangles, "\(shape)")
  }

  @Test("the same on thousands of small graphs", arguments: 0..<4)
  func manySmall(quarter: Int) {
    for seed in UInt64(quarter * 500)..<UInt64(quarter * 500 + 500) {
      let shape = RandomGraphShape.small(seed: seed)
      let graph = Graph.random(shape)
      #expect(graph.clustering().triangles.values == counted(graph).triangles, "\(shape)")
    }
  }

  @Test("the same for any number of threads, with and without directions")
  func threads() {
    let graph = Graph.random(RandomGraphShape(1_500, 30_000, kind: .directed, seed: 8))
    let clustering = graph.clustering(threads: 1)
    #expect(graph.clustering(threads: 3) == clustering)
    #expect(graph.undirectedSum().clustering() == clustering)
    #expect(clustering.triangles.values.reduce(0, +) > 10_000)
  }

  /// The triangles and the pairs of neighbours of each vertex, by trying all triples.
  private func counted(_ graph: Graph) -> (triangles: [Int], pairs: [Int]) {
    let count = graph.vertexCount
    var joined = [Bool](repeating: false, count: count * count)
    for edge in graph.edges {
      joined[edge.source.index * count + edge.target.index] = true
      joined[edge.target.index * count + edge.source.index] = true
    }
    var (triangles, pairs) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    for v in 0..<count {
      for a in 0..<count where joined[v * count + a] {
        for b in a + 1..<max(count, a + 1) where joined[v * count + b] {
          pairs[v] += 1
          if joined[a * count + b] { triangles[v] += 1 }
        }
      }
    }
    return (triangles, pairs)
  }

  @Test(
    "clustering of real networks", .enabled(if: ReferenceData.isPresent),  // needs ../shared/data
    arguments: ["krebs_911_62", "november17", "london_gang", "caviar_phases"])
  func real(folder: String) throws {
    let isCaviar = folder == "caviar_phases"
    let given = try Oracle(folder, kind: isCaviar ? .directed : .undirected)
    let oracle = isCaviar ? given.undirectedSum : given
    let clustering = given.graph.clustering()
    #expect(isClose(clustering.local.values, oracle.values("clustering") ?? []))
    #expect(isClose(clustering.transitivity ?? .nan, oracle.number("transitivity") ?? .nan))
    #expect(isClose(clustering.mean ?? .nan, oracle.number("average_clustering_zeros") ?? .nan))
  }
}
