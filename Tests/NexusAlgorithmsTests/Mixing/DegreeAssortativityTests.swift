import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite struct DegreeAssortativityTests {
  @Test("hubs that only meet leaves")
  func star() {
    #expect(isClose(Graph.star(leaves: 4).degreeAssortativity() ?? .nan, -1))
  }

  @Test("a path of four")
  func path() {
    // By hand: ends (1,2) (2,1) (2,2) (2,2) (2,1) (1,2), mean 5/3, products −6/9 over squares 12/9.
    #expect(isClose(Graph.path(4).degreeAssortativity() ?? .nan, -0.5))
  }

  @Test("the karate club and the kite")
  func known() {
    // networkx 3.6.1 degree_assortativity_coefficient; scipy 1.17.1 spearmanr over both ends of each edge
    #expect(isClose(Graph.karate.degreeAssortativity() ?? .nan, -0.47561309768461413))
    #expect(isClose(Graph.kite.degreeAssortativity() ?? .nan, 0.15254237288135583))
    let spearman = DegreeAssortativityOptions(correlation: .spearman)
    #expect(isClose(Graph.karate.degreeAssortativity(spearman) ?? .nan, -0.4790918709194136))
  }

  @Test("each pair of directions, by degree and by strength")
  func directed() {
    // networkx 3.6.1: degree_assortativity_coefficient(G, x=…, y=…, weight=…) of the DiGraph below
    let graph = Graph(
      5, kind: .directed,
      weighted: [(0, 1, 2), (1, 0, 1), (1, 2, 3), (0, 2, 1), (3, 0, 4), (2, 3, 0.5), (3, 4, 1), (1, 4, 2)])
    let expected: [(TieDirection, TieDirection, EndValues, Double)] = [
      (.outgoing, .outgoing, .degree, -0.3333333333333333),
      (.outgoing, .outgoing, .strength, -0.5995948769882907),
      (.outgoing, .incoming, .degree, 0.6546536707079771),
      (.outgoing, .incoming, .strength, 0.7507946253124894),
      (.incoming, .outgoing, .degree, 0.4879500364742666),
      (.incoming, .outgoing, .strength, 0.45540163434831804),
      (.incoming, .incoming, .degree, -0.7453559924999301),
      (.incoming, .incoming, .strength, -0.48737732496649416),
    ]
    for (source, target, values, answer) in expected {
      let options = DegreeAssortativityOptions(source: source, target: target, values: values)
      #expect(isClose(graph.degreeAssortativity(options) ?? .nan, answer), "\(source) \(target) \(values)")
    }
  }

  @Test("not defined without edges or where all ends are alike")
  func degenerate() {
    #expect(Graph(0, []).degreeAssortativity() == nil)
    #expect(Graph(1, []).degreeAssortativity() == nil)
    #expect(Graph(4, [(0, 1), (2, 3)]).degreeAssortativity() == nil)
    #expect(Graph.cycle(7).degreeAssortativity() == nil)
    let spearman = DegreeAssortativityOptions(correlation: .spearman)
    #expect(isClose(Graph.star(leaves: 4).degreeAssortativity(spearman) ?? .nan, -1))
    let strengths = DegreeAssortativityOptions(values: .strength)
    #expect(
      Graph(3, weighted: [(0, 1, 0.1), (1, 2, 0.1), (2, 0, 0.1)]).degreeAssortativity(strengths) == nil)
  }

  @Test("strengths of any unit")
  func hostileStrengths() {
    let strengths = DegreeAssortativityOptions(values: .strength)
    let answers = [1e-300, 1, 1e300].map { unit in
      Graph(4, weighted: [(0, 1, unit), (1, 2, 2 * unit), (2, 3, 5 * unit)]).degreeAssortativity(strengths)
        ?? .nan
    }
    #expect(isClose(answers[0], answers[1]) && isClose(answers[2], answers[1]))
  }

  @Test("the same as correlating the list of all ends of 1000 random graphs")
  func slowReference() {
    for seed in 0..<1000 {
      let kind: EdgeKind = seed % 2 == 0 ? .directed : .undirected
      let strengths: RandomGraphShape.Strengths = seed % 3 == 0 ? .whole : .fractional
      let shape = RandomGraphShape(
        2 + seed % 9, 2 + seed % 25, kind: kind, strengths: strengths, seed: UInt64(seed))
      let graph = Graph.random(shape)
      let options = DegreeAssortativityOptions(
        source: TieDirection.allCases[seed % 3], target: TieDirection.allCases[seed / 3 % 3],
        values: EndValues.allCases[seed / 9 % 2], correlation: EndCorrelation.allCases[seed / 18 % 2])
      let (value, expected) = (graph.degreeAssortativity(options), byList(graph, options))
      #expect((value == nil) == (expected == nil), "\(shape) \(options)")
      #expect(isClose(value ?? 0, expected ?? 0, absolute: 1e-9), "\(shape) \(options)")
    }
  }

  private func byList(_ graph: Graph, _ options: DegreeAssortativityOptions) -> Double? {
    func value(_ vertex: VertexID, _ end: TieDirection) -> Double {
      var (neighbours, sum) = (Set<VertexID>(), 0.0)
      for edge in graph.edges {
        if edge.source == vertex, end != .incoming || !graph.isDirected {
          neighbours.insert(edge.target)
          sum += edge.strength
        }
        if edge.target == vertex, end != .outgoing || !graph.isDirected {
          neighbours.insert(edge.source)
          sum += edge.strength
        }
      }
      return options.values == .degree ? Double(neighbours.count) : sum
    }
    var pairs = graph.edges.map { (value($0.source, options.source), value($0.target, options.target)) }
    if !graph.isDirected { pairs += pairs.map { ($1, $0) } }
    var (x, y) = (pairs.map(\.0), pairs.map(\.1))
    if options.correlation == .spearman { (x, y) = (meanRanks(x), meanRanks(y)) }
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let (varianceX, varianceY) = (
      x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }, y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
    )
    guard varianceX > 1e-18, varianceY > 1e-18 else { return nil }
    return zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / (varianceX * varianceY).squareRoot()
  }

  private func meanRanks(_ values: [Double]) -> [Double] {
    values.map { value in
      // Sums of the same strengths in another order differ by rounding.
      let below = values.count { $0 < value - 1e-12 }
      return Double(below) + Double(values.count { abs($0 - value) <= 1e-12 } + 1) / 2
    }
  }
}
