import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Betweenness alone")
struct BetweennessTests {
  @Test("It is the betweenness of all path measures, exact or from the same random sources", arguments: 1...6)
  func same(seed: Int) {
    for kind in [EdgeKind.undirected, .directed] {
      for lengths in [PathLengths.hops, .inverseStrength] {
        for precision in [PathPrecision.exact, .pivots(9)] {
          let graph = Graph.random(
            RandomGraphShape(30, 50, kind: kind, strengths: .whole, seed: UInt64(seed)))
          var options = PathOptions()
          options.lengths = lengths
          options.precision = precision
          options.seed = UInt64(seed)
          #expect(
            graph.betweenness(options).values == graph.pathCentralities(options).betweenness.values,
            "\(kind), \(lengths), \(precision), seed \(seed)")
        }
      }
    }
    #expect(Graph.path(2).betweenness().values == [0, 0])
  }
}
