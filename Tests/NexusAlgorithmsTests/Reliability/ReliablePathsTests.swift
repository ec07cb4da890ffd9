import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Most reliable paths")
struct ReliablePathsTests {
  /// c 0, t 1, f 2, g 3, h 4: the example of the method.
  static func example() throws -> ReliabilityNetwork {
    try network(5, [(0, 1, 0.3), (0, 2, 0.8), (2, 1, 0.7), (0, 3, 0.9), (3, 4, 0.9), (4, 1, 0.9)])
  }

  static func network(_ count: Int, _ edges: [(Int, Int, Double)]) throws -> ReliabilityNetwork {
    try ReliabilityNetwork(
      vertexCount: count, edges: edges.map { Edge(VertexID($0.0), VertexID($0.1), strength: $0.2) })
  }

  private func paths(
    _ network: ReliabilityNetwork, _ source: Int, _ target: Int, count: Int = 9, hops: Int = 4
  ) throws -> [ReliablePath] {
    try network.mostReliablePaths(
      from: VertexID(source), to: VertexID(target), count: count, maximumHops: hops)
  }

  @Test("The example of the method: the longest way is the most reliable, damping turns the order")
  func example() throws {
    let found = try paths(Self.example(), 0, 1)
    #expect(found.map { $0.vertices.map(\.index) } == [[0, 3, 4, 1], [0, 2, 1], [0, 1]])
    #expect(isClose(found.map(\.reliability), [0.729, 0.56, 0.3]))
    #expect(isClose(found.map(\.damped), [0.18225, 0.28, 0.3]))
    #expect(found.map(\.hops) == [3, 2, 1])
    #expect(try paths(Self.example(), 0, 1, hops: 2).map(\.hops) == [2, 1])
    #expect(try paths(Self.example(), 0, 1, count: 1).map(\.hops) == [3])
  }

  @Test("Equally reliable paths: fewer hops first, then smaller numbers; rounding decides nothing")
  func equal() throws {
    // .5 · .5 is .25, and .1 · .1 · .1 is not exactly .001
    let halves = try Self.network(4, [(0, 3, 0.25), (0, 1, 0.5), (1, 3, 0.5), (0, 2, 0.5), (2, 3, 0.5)])
    #expect(try paths(halves, 0, 3).map { $0.vertices.map(\.index) } == [[0, 3], [0, 1, 3], [0, 2, 3]])
    let tenths = try Self.network(4, [(0, 1, 0.1), (1, 2, 0.1), (2, 3, 0.1), (0, 3, 0.001)])
    #expect(try paths(tenths, 0, 3).map(\.hops) == [1, 3])
    let certain = try Self.network(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 3, 1), (0, 2, 1)])
    #expect(
      try paths(certain, 0, 3).map { $0.vertices.map(\.index) } == [[0, 3], [0, 2, 3], [0, 1, 2, 3]])
  }

  @Test("Nothing between a vertex and itself, unconnected ones, or over edges of probability 0")
  func none() throws {
    #expect(try paths(Self.example(), 2, 2).isEmpty)
    let apart = try Self.network(4, [(0, 1, 0.5), (1, 2, 0), (2, 3, 0.5)])
    #expect(try paths(apart, 0, 3).isEmpty)
    #expect(try paths(apart, 0, 1, count: 0).isEmpty)
    #expect(try paths(Self.network(1, []), 0, 0).isEmpty)
  }

  @Test("A vertex that may not bridge can be an end, never in between")
  func bridges() throws {
    let edges = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.1)].map {
      Edge(VertexID($0.0), VertexID($0.1), strength: $0.2)
    }
    let network = try ReliabilityNetwork(vertexCount: 3, edges: edges, mayBridge: [true, false, true])
    #expect(try paths(network, 0, 2).map { $0.vertices.map(\.index) } == [[0, 2]])
    #expect(try paths(network, 0, 1).map { $0.vertices.map(\.index) } == [[0, 1], [0, 2, 1]])
    let closed = try ReliabilityNetwork(vertexCount: 3, edges: edges, mayBridge: [false, false, false])
    #expect(try paths(closed, 0, 2).map { $0.vertices.map(\.index) } == [[0, 2]])
  }

  @Test(
    "On random networks the list is that of all simple paths, sorted", arguments: 1...8 as ClosedRange<UInt64>
  )
  func bruteForce(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let vertices = Int.random(in: 2...7, using: &generator)
      let slow = SlowReliability.random(
        vertices: vertices, edges: Int.random(in: 1...12, using: &generator), using: &generator)
      let hops = Int.random(in: 1...6, using: &generator)
      let all = slow.paths(from: 0, to: vertices - 1, maximumHops: hops)
      let expected = all.map { ($0.reliability, $0.vertices.count - 1) }.sorted {
        abs($0.0 - $1.0) > 1e-9 * $0.0 ? $0.0 > $1.0 : $0.1 < $1.1
      }
      let count = Int.random(in: 1...20, using: &generator)
      let found = try slow.network().mostReliablePaths(
        from: VertexID(0), to: VertexID(vertices - 1), count: count, maximumHops: hops)
      let place = "seed \(seed), round \(round)"
      #expect(found.map(\.hops) == expected.prefix(count).map(\.1), "\(place)")
      #expect(isClose(found.map(\.reliability), expected.prefix(count).map(\.0)), "\(place)")
      let known = Set(all.map(\.vertices))
      let ways = found.map { $0.vertices.map(\.index) }
      #expect(Set(ways).count == ways.count && known.isSuperset(of: ways), "\(place)")
    }
  }

  @Test(
    "Best indirect paths: for each pair without an edge the largest damped score",
    arguments: 1...6 as ClosedRange<UInt64>)
  func indirect(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<40 {
      let slow = SlowReliability.random(vertices: 7, edges: 9, using: &generator)
      let (sources, targets) = ([0, 1, 2], [4, 5, 6])
      let found = try slow.network().bestIndirectPaths(
        from: sources.map { VertexID($0) }, to: targets.map { VertexID($0) }, count: 5, maximumHops: 4)
      var expected: [Double] = []
      for source in sources {
        for target in targets {
          let all = slow.paths(from: source, to: target, maximumHops: 4)
          guard !all.contains(where: { $0.vertices.count == 2 }) else { continue }
          let damped = all.map { path in
            (2..<path.vertices.count).reduce(path.reliability) { value, _ in value / 2 }
          }
          if let best = damped.max() { expected.append(best) }
        }
      }
      #expect(
        isClose(found.map(\.damped), Array(expected.sorted(by: >).prefix(5))), "seed \(seed), round \(round)")
    }
  }

  @Test("What is no probability, and no hop, is refused")
  func errors() throws {
    for wrong in [-0.1, 1.5, .nan] {
      #expect(throws: ReliabilityError.self) { try Self.network(2, [(0, 1, wrong)]) }
    }
    #expect(throws: ReliabilityError.noHops(0)) { try paths(Self.example(), 0, 1, hops: 0) }
    #expect(ReliabilityError.noHops(0).description == "0 hops reach nobody. Expected 1 or more; 4 is usual.")
    #expect(throws: ReliabilityError.notAProbability(2)) {
      try Self.example().bestIndirectPaths(from: [], to: [], count: 1, maximumHops: 4, damping: 2)
    }
  }
}
