import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct RichClubTests {
  @Test("the karate club, as networkx has it")
  func karate() {
    // networkx 3.6.1 rich_club_coefficient(nx.karate_club_graph(), normalized=False)
    let expected: [Double] = [
      0.13903743315508021, 0.14583333333333334, 0.23809523809523808, 0.325, 0.4888888888888889,
      0.5238095238095238, 0.5, 0.5, 0.5, 0.5, 0.3333333333333333, 0.3333333333333333, 0.0, 0.0, 0.0, 0.0,
    ]
    #expect(isClose(Graph.karate.richClub().map(\.coefficient), expected))
    #expect(Graph.karate.richClub().map(\.degree) == Array(0..<expected.count))
  }

  @Test("a clique is one club, a star none, isolates are members of none")
  func extremes() {
    #expect(Graph.complete(4).richClub().map(\.coefficient) == [1, 1, 1])
    #expect(Graph.star(leaves: 3).richClub().map(\.coefficient) == [0.5])
    let isolates = Graph(5, [(0, 1)]).richClub()
    #expect(isolates.map { [$0.degree, $0.members, $0.edges] } == [[0, 2, 1]])
    #expect(Graph(0, []).richClub().isEmpty && Graph(3, []).richClub().isEmpty)
  }

  @Test("the same as counting members and edges for 500 random graphs, without directions")
  func slowReference() {
    for seed in 0..<500 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let shape = RandomGraphShape(
        1 + seed % 14, seed % 50, kind: kind, strengths: .whole, seed: UInt64(seed))
      let graph = Graph.random(shape)
      let degrees = graph.degrees().values
      var expected: [[Int]] = []
      for degree in 0...(degrees.max() ?? 0) {
        let members = degrees.count { $0 > degree }
        guard members > 1 else { break }
        let edges = graph.undirectedSum().edges.count {
          degrees[$0.source.index] > degree && degrees[$0.target.index] > degree
        }
        expected.append([degree, members, edges])
      }
      #expect(graph.richClub().map { [$0.degree, $0.members, $0.edges] } == expected, "\(shape)")
    }
  }

  @Test("hubs that are joined on purpose are beyond chance, all vertices together never")
  func planted() throws {
    // A ring in which everyone knows four others, and five hubs that know each other and four of the ring.
    var pairs = (0..<60).flatMap { [($0, ($0 + 1) % 60), ($0, ($0 + 2) % 60)] }
    pairs += (60..<65).flatMap { first in (first + 1..<65).map { (first, $0) } }
    pairs += (0..<20).map { ($0 * 3, 60 + $0 % 5) }
    let tests = Graph(65, pairs).richClubTest(RewiringOptions(graphs: 99))
    let hubs = try #require(tests.last)
    #expect(hubs.club.members == 5 && hubs.club.coefficient == 1)
    #expect(hubs.pValue == 0.01 && (hubs.normalizedCoefficient ?? 0) > 2)
    #expect(tests[0].normalizedCoefficient == 1 && tests[0].pValue == 1)
  }

  @Test("where nothing can be rewired, chance is the graph itself")
  func rigid() {
    for test in Graph.complete(5).richClubTest(RewiringOptions(graphs: 9)) {
      #expect(test.normalizedCoefficient == 1 && test.pValue == 1)
    }
    #expect(Graph(0, []).richClubTest().isEmpty)
  }

  @Test("the same seed gives the same test for any number of threads, another seed another")
  func determinism() {
    var options = RewiringOptions(graphs: 40, seed: 4)
    let test = Graph.karate.richClubTest(options)
    for threads in [1, 2, 7] {
      options.threads = threads
      #expect(Graph.karate.richClubTest(options) == test)
    }
    options.seed = 5
    #expect(Graph.karate.richClubTest(options) != test)
  }
}
