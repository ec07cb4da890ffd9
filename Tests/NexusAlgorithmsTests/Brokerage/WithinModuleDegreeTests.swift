import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct WithinModuleDegreeTests {
  @Test("the hub of a star of four is √3 deviations above, its leaves 1/√3 below")
  func star() {
    // Degrees 3 1 1 1: mean 1.5, population deviation √3 / 2.
    let values = Graph.star(leaves: 3).withinModuleDegree(in: Partition(labels: [0, 0, 0, 0])).values
    let root = 3.0.squareRoot()
    #expect(isClose(values.compactMap { $0 }, [root, -1 / root, -1 / root, -1 / root]))
  }

  @Test("ties to other communities do not count")
  func outside() {
    let graph = Graph(5, weighted: [(0, 1, 1), (1, 2, 1), (2, 3, 7), (1, 4, 9), (3, 4, 1)])
    let values = graph.withinModuleDegree(in: Partition(labels: [0, 0, 0, 1, 1])).values
    #expect(isClose(values[0] ?? .nan, -0.5.squareRoot()) && isClose(values[1] ?? .nan, 2.0.squareRoot()))
    #expect(values[3] == nil && values[4] == nil)  // both are tied in by 1
  }

  @Test("nil where all members are tied in alike")
  func degenerate() {
    #expect(Graph(0, []).withinModuleDegree(in: Partition(labels: [])).values == [])
    #expect(Graph(1, []).withinModuleDegree(in: Partition(labels: [0])).values == [nil])
    let cycle = Graph(3, weighted: [(0, 1, 0.1), (1, 2, 0.1), (2, 0, 0.1)])
    #expect(cycle.withinModuleDegree(in: Partition(labels: [0, 0, 0])).values == [nil, nil, nil])
  }

  @Test("the scores of a community have mean 0 and mean square 1, in any unit and whatever the directions")
  func properties() {
    for seed in 0..<300 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let shape = RandomGraphShape(20, 10 + seed % 90, kind: kind, strengths: .fractional, seed: UInt64(seed))
      let graph = Graph.random(shape)
      let partition = Partition(labels: (0..<20).map { $0 * 7 % 3 })
      let scores = graph.withinModuleDegree(in: partition).values
      for community in 0..<3 {
        let own = partition.members(of: community).compactMap { scores[$0.index] }
        guard let count = own.isEmpty ? nil : Double(own.count) else { continue }
        #expect(isClose(own.reduce(0, +), 0, absolute: 1e-9), "\(shape)")
        #expect(isClose(own.reduce(0) { $0 + $1 * $1 } / count, 1), "\(shape)")
      }
      let large = Graph(
        vertexCount: 20, kind: kind,
        edges: graph.edges.map { Edge($0.source, $0.target, strength: $0.strength * 1e300) })
      let again = large.withinModuleDegree(in: partition).values
      #expect(isClose(again.map { $0 ?? 0 }, scores.map { $0 ?? 0 }, absolute: 1e-9), "\(shape)")
    }
  }
}
