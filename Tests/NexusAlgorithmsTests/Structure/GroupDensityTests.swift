import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct GroupDensityTests {
  @Test("two triangles joined by an edge")
  func byHand() {
    let graph = Graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)])
    let groups = graph.groupDensities(of: VertexMap(["a", "a", "a", "b", "b", "b"]))
    #expect(groups.map(\.group) == ["a", "b"])
    for group in groups {
      #expect(group.members == 3 && group.internalEdges == 3 && group.externalEdges == 1)
      #expect(group.internalDensity == 1 && isClose(group.externalDensity ?? .nan, 1.0 / 9))
      #expect(group.externalInternalIndex == -0.5)
    }
  }

  @Test("directed edges count each way")
  func directed() {
    let graph = Graph(4, kind: .directed, [(0, 1), (1, 0), (0, 2), (3, 1)])
    let groups = graph.groupDensities(of: VertexMap([0, 0, 1, 1]))
    #expect(groups[0].internalEdges == 2 && groups[0].internalDensity == 1)
    #expect(groups[0].externalEdges == 2 && groups[0].externalDensity == 0.25)
    #expect(groups[1].internalEdges == 0 && groups[1].internalDensity == 0)
    #expect(groups[1].externalInternalIndex == 1)
  }

  @Test("a group of one has no pairs, a group of all no outside, an isolate no index")
  func degenerate() {
    #expect(Graph(0, []).groupDensities(of: VertexMap([Int]())).isEmpty)
    let one = Graph(1, []).groupDensities(of: VertexMap([7]))
    #expect(one.map(\.group) == [7] && one[0].internalDensity == nil && one[0].externalDensity == nil)
    #expect(one[0].externalInternalIndex == nil)
  }

  @Test("internal edges and half the external ones are all edges, the order of groups that of the vertices")
  func properties() {
    for seed in 0..<200 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let graph = Graph.random(RandomGraphShape(12, seed % 60, kind: kind, seed: UInt64(seed)))
      let labels = (0..<12).map { ($0 * 5 + seed) % 4 }
      let groups = graph.groupDensities(of: VertexMap(labels))
      let edges = groups.reduce(0) { $0 + 2 * $1.internalEdges + $1.externalEdges }
      #expect(edges == 2 * graph.edgeCount, "seed \(seed)")
      #expect(groups.map(\.group) == labels[..<4].map { $0 }, "seed \(seed)")
      for group in groups {
        let inside = graph.edges.count {
          labels[$0.source.index] == group.group && labels[$0.target.index] == group.group
        }
        #expect(group.internalEdges == inside, "seed \(seed)")
      }
    }
  }
}
