import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Two-terminal reliability")
struct TwoTerminalReliabilityTests {
  private func reliability(
    _ network: ReliabilityNetwork, _ source: Int, _ target: Int, hops: Int = 4,
    exactEdges: Int = 20, samples: Int? = nil, seed: UInt64 = 1
  ) throws -> TwoTerminalReliability {
    var options = ReliabilityOptions()
    (options.maximumHops, options.exactEdges, options.samples, options.seed) = (
      hops, exactEdges, samples, seed
    )
    return try network.reliability(from: VertexID(source), to: VertexID(target), options: options)
  }

  @Test("The example of the method is 0.916532, Wheatstone's bridge ½ and 0.97848")
  func golden() throws {
    let example = try reliability(ReliablePathsTests.example(), 0, 1)
    #expect(isClose(example.probability, 0.916532))
    #expect(example.standardError == 0 && example.method == .exact && example.relevantEdges == 6)
    for (p, expected) in [(0.5, 0.5), (0.9, 0.97848)] {
      let bridge = try ReliablePathsTests.network(
        4, [(0, 1, p), (0, 2, p), (1, 2, p), (1, 3, p), (2, 3, p)])
      #expect(isClose(try reliability(bridge, 0, 3).probability, expected))
    }
  }

  @Test("A connection of more hops does not count")
  func limit() throws {
    let ring = try ReliablePathsTests.network(5, (0..<5).map { ($0, ($0 + 1) % 5, 0.5) })
    #expect(try reliability(ring, 0, 2, hops: 1).probability == 0)
    #expect(try reliability(ring, 0, 2, hops: 2).probability == 0.25)
    #expect(try reliability(ring, 0, 2, hops: 2).relevantEdges == 2)
    #expect(try isClose(reliability(ring, 0, 2, hops: 3).probability, 1 - 0.75 * 0.875))
    // Two ways that share their middle: within 3 hops neither detour helps.
    let ladder = try ReliablePathsTests.network(
      6, [(0, 1, 0.5), (0, 2, 0.5), (2, 1, 0.5), (1, 3, 0.5), (3, 5, 0.5), (3, 4, 0.5), (4, 5, 0.5)])
    #expect(try isClose(reliability(ladder, 0, 5, hops: 3).probability, 0.125))
  }

  @Test("On random networks it is the sum over all states", arguments: 1...10 as ClosedRange<UInt64>)
  func bruteForce(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<100 {
      let vertices = Int.random(in: 2...6, using: &generator)
      let slow = SlowReliability.random(
        vertices: vertices, edges: Int.random(in: 1...9, using: &generator), using: &generator)
      let hops = Int.random(in: 1...5, using: &generator)
      let found = try reliability(slow.network(), 0, vertices - 1, hops: hops)
      let expected = slow.reliability(from: 0, to: vertices - 1, maximumHops: hops)
      #expect(isClose(found.probability, expected), "seed \(seed), round \(round), hops \(hops)")
    }
  }

  @Test("Estimates lie within five standard errors of the exact probability, the same for a seed")
  func sampled() throws {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<12 {
      let network = try SlowReliability.random(vertices: 7, edges: 14, using: &generator).network()
      let exact = try reliability(network, 0, 6, hops: 3)
      let estimate = try reliability(network, 0, 6, hops: 3, exactEdges: 0, samples: 4_000, seed: 5)
      guard exact.relevantEdges > 0 else { continue }
      #expect(estimate.method == .sampled(4_000))
      #expect(
        abs(estimate.probability - exact.probability) <= 5 * estimate.standardError + 1e-9, "round \(round)")
      #expect(try estimate == reliability(network, 0, 6, hops: 3, exactEdges: 0, samples: 4_000, seed: 5))
    }
  }

  @Test("States that all agree leave a standard error above 0")
  func unanimous() throws {
    let sure = try ReliablePathsTests.network(22, (2..<22).flatMap { [(0, $0, 0.999), ($0, 1, 0.999)] })
    let estimate = try reliability(sure, 0, 1, samples: 500)
    #expect(estimate.probability == 1 && estimate.standardError > 0 && estimate.standardError < 0.005)
  }

  @Test("Edges in dead ends do not matter, many others are sampled")
  func relevance() throws {
    // A star of 60 leaves around the middle of a path.
    let path = [(0, 1, 0.5), (1, 2, 0.5)]
    let star = try ReliablePathsTests.network(63, path + (3..<63).map { (1, $0, 0.5) })
    #expect(try reliability(star, 0, 2).method == .exact)
    #expect(try reliability(star, 0, 2).relevantEdges == 2)
    // 20 ways of two hops: 1 − (1 − p²)²⁰
    let fan = try ReliablePathsTests.network(22, (2..<22).flatMap { [(0, $0, 0.2), ($0, 1, 0.2)] })
    let estimate = try reliability(fan, 0, 1, samples: 20_000)
    #expect(estimate.relevantEdges == 40 && estimate.samples == 20_000)
    var missed = 1.0
    for _ in 0..<20 { missed *= 0.96 }
    #expect(abs(estimate.probability - (1 - missed)) < 5 * estimate.standardError)
    #expect(estimate.standardError < 0.004)
  }

  @Test("A vertex is connected with itself; what nothing joins is not")
  func degenerate() throws {
    let network = try ReliablePathsTests.network(3, [(0, 1, 1)])
    #expect(try reliability(network, 0, 0).probability == 1)
    #expect(try reliability(network, 0, 1).probability == 1)
    #expect(try reliability(network, 0, 2).probability == 0)
    #expect(throws: ReliabilityError.noHops(-1)) { try reliability(network, 0, 1, hops: -1) }
  }
}
