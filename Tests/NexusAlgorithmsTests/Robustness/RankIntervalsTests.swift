import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Ranks with their intervals")
struct RankIntervalsTests {
  private func certain(_ graph: Graph, missingShare: Double = 0) -> UncertainGraph {
    UncertainGraph(
      vertexCount: graph.vertexCount, kind: graph.kind,
      edges: graph.edges.map { UncertainEdge($0, probability: 1) }, missingShare: missingShare)
  }

  @Sendable private static func degree(_ graph: Graph, _: UInt64) -> [[Double]?] {
    [graph.degrees().values.map(Double.init)]
  }

  @Test("Without doubt a rank is the places of its value: equal values share them")
  func certainty() throws {
    // Degrees of the kite: 4 4 3 6 3 5 5 3 2 1.
    let ranks = try #require(
      certain(.kite).rankIntervals(
        draws: 7, ranked: Array(0..<10), tops: [1, 4, 10], seed: 1, measures: RankIntervalsTests.degree
      ).first)
    #expect(ranks.low == [4, 4, 6, 1, 6, 2, 2, 6, 9, 10])
    #expect(ranks.high == [5, 5, 8, 1, 8, 3, 3, 8, 9, 10])
    #expect(ranks.median == [4.5, 4.5, 7, 1, 7, 2.5, 2.5, 7, 9, 10])
    #expect(ranks.topProbability[4] == [0.5, 0.5, 0, 1, 0, 1, 1, 0, 0, 0])
    #expect(ranks.topProbability[10]?.allSatisfy { $0 == 1 } == true)
    #expect(ranks.topTenthOverlap == 1)
  }

  @Test("Who is not ranked takes no place, and has no interval")
  func unranked() throws {
    let ranks = try #require(
      certain(.kite).rankIntervals(
        draws: 3, ranked: [0, 2, 9], tops: [10], seed: 1, measures: RankIntervalsTests.degree
      ).first)
    #expect(ranks.ranked == 3)
    #expect(ranks.low == [1, nil, 2, nil, nil, nil, nil, nil, nil, 3])
    #expect(ranks.probability(ofTop: 10, 3) == nil)
  }

  @Test("Places are within bounds, and memberships add up to k", arguments: 1...12)
  func sums(seed: Int) throws {
    let graph = Graph.random(RandomGraphShape(25, 40, seed: UInt64(seed)))
    let uncertain = UncertainGraph(
      vertexCount: 25, kind: .undirected, edges: graph.edges.map { UncertainEdge($0, probability: 0.7) })
    let ranks = try #require(
      uncertain.rankIntervals(
        draws: 40, ranked: Array(0..<25), tops: [5, 40], seed: UInt64(seed),
        measures: RankIntervalsTests.degree
      ).first)
    for vertex in 0..<25 {
      let (low, high) = (try #require(ranks.low[vertex]), try #require(ranks.high[vertex]))
      #expect(1 <= low && low <= high && high <= 25, "seed \(seed)")
    }
    let five = try #require(ranks.topProbability[5]).compactMap { $0 }.reduce(0, +)
    let all = try #require(ranks.topProbability[40]).compactMap { $0 }.reduce(0, +)
    #expect(isClose(five, 5) && isClose(all, 25), "seed \(seed)")
    let overlap = try #require(ranks.topTenthOverlap)
    #expect((0...1).contains(overlap), "seed \(seed)")
  }

  @Test("The overlap is that of every two draws, taken one by one")
  func overlap() throws {
    let uncertain = UncertainGraph(
      vertexCount: 12, kind: .undirected,
      edges: Graph.random(RandomGraphShape(12, 20, seed: 2)).edges.map { UncertainEdge($0, probability: 0.6) }
    )
    // Every vertex has a value of its own, so that the first tenth (two of twelve) is a plain set.
    let measure: @Sendable (Graph, UInt64) -> [[Double]?] = { graph, _ in
      [graph.degrees().values.enumerated().map { Double($1) + Double($0) / 100 }]
    }
    func firstTwo(_ values: [Double]) -> Set<Int> {
      Set(values.indices.sorted { values[$0] > values[$1] }.prefix(2))
    }
    let ranks = try #require(
      uncertain.rankIntervals(draws: 9, ranked: Array(0..<12), tops: [2], seed: 5, measures: measure).first)
    var seeds = SeededGenerator(seed: 5)
    let sets = (0..<9).map { _ in
      var generator = SeededGenerator(seed: seeds.next())
      return firstTwo(measure(uncertain.draw(using: &generator), 0)[0]!)
    }
    var common = 0.0
    for (number, one) in sets.enumerated() {
      for other in sets[(number + 1)...] { common += Double(one.intersection(other).count) / 2 }
    }
    #expect(isClose(try #require(ranks.topTenthOverlap), common / 36))
    for vertex in 0..<12 {
      let share = Double(sets.count { $0.contains(vertex) }) / 9
      #expect(isClose(try #require(ranks.probability(ofTop: 2, vertex)), share))
    }
  }

  @Test("Any number of threads gives the same intervals; another seed others")
  func threads() {
    let graph = Graph.random(RandomGraphShape(30, 60, strengths: .fractional, seed: 8))
    let uncertain = UncertainGraph(
      vertexCount: 30, kind: .undirected, edges: graph.edges.map { UncertainEdge($0, probability: 0.6) })
    func ranks(seed: UInt64, threads: Int?) -> [RankIntervals] {
      uncertain.rankIntervals(draws: 30, ranked: Array(0..<30), tops: [10], seed: seed, threads: threads) {
        graph, seed in
        var options = PathOptions()
        options.precision = .pivots(10)
        options.seed = seed
        options.threads = 1
        return [graph.betweenness(options).values, nil]
      }
    }
    let one = ranks(seed: 1, threads: 1)
    #expect(one == ranks(seed: 1, threads: 2) && one == ranks(seed: 1, threads: nil))
    #expect(one != ranks(seed: 2, threads: 1))
    #expect(one[1].low.allSatisfy { $0 == 1 } && one[1].high.allSatisfy { $0 == 30 }, "undefined: all alike")
  }

  @Test("No draws, no vertices and nobody to rank are no fault")
  func degenerate() {
    let nothing = certain(Graph(0, [])).rankIntervals(
      draws: 2, ranked: [], tops: [10], seed: 1, measures: RankIntervalsTests.degree)
    #expect(nothing.first?.low.isEmpty == true && nothing.first?.topTenthOverlap == nil)
    #expect(
      certain(.kite).rankIntervals(
        draws: 0, ranked: [0], tops: [10], seed: 1, measures: RankIntervalsTests.degree
      ).isEmpty)
  }
}
