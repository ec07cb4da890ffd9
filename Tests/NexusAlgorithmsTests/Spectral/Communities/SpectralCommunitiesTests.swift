import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusAlgorithms

@Suite("Spectral communities")
struct SpectralCommunitiesTests {
  @Test("Two cliques with one edge between are two communities")
  func cliques() throws {
    let pairs = (0..<5).flatMap { first in (first + 1..<5).map { (first, $0) } }
    let graph = Graph(10, pairs + pairs.map { ($0.0 + 5, $0.1 + 5) } + [(4, 5)])
    #expect(try graph.spectralCommunities() == Partition(labels: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]))
  }

  @Test("Planted communities are found, whatever their vertices are called")
  func planted() throws {
    var generator = SeededGenerator(seed: 5)
    var edges: [(Int, Int)] = []
    for first in 0..<80 {
      for second in first + 1..<80 {
        let chance = first / 20 == second / 20 ? 0.5 : 0.03
        if Double.random(in: 0..<1, using: &generator) < chance { edges.append((first, second)) }
      }
    }
    let graph = Graph(80, edges)
    #expect(try graph.spectralCommunities() == Partition(labels: (0..<80).map { $0 / 20 }))
    let order = (0..<80).map { ($0 * 7 + 3) % 80 }
    let moved = try graph.relabelled(order).spectralCommunities()
    #expect(Partition(labels: order.map { moved.labels[$0] }) == Partition(labels: (0..<80).map { $0 / 20 }))
  }

  // The best modularity of the karate club is 0.4198 (Brandes et al. 2008, exact); two sides alone reach 0.3718.
  @Test("The karate club comes near the best modularity")
  func karate() throws {
    let partition = try Graph.karate.spectralCommunities()
    #expect(try #require(Graph.karate.modularity(of: partition)) > 0.41)
    let halves = try Graph.karate.spectralCommunities(SpectralCommunitiesOptions(communities: 2...2))
    #expect(halves.count == 2)
    #expect(try #require(Graph.karate.modularity(of: halves)) > 0.35)
  }

  @Test("Isolates are their own, and what cannot be divided stays one")
  func smallest() throws {
    #expect(try Graph(0, []).spectralCommunities().count == 0)
    #expect(try Graph(3, []).spectralCommunities() == Partition(singletons: 3))
    #expect(try Graph(3, [(0, 2)]).spectralCommunities() == Partition(labels: [0, 1, 0]))
    #expect(try Graph.complete(6).spectralCommunities().count == 1)
    #expect(
      try Graph.complete(6).spectralCommunities(SpectralCommunitiesOptions(communities: 3...3)).count == 1)
  }

  @Test("The Krylov method and LAPACK find the same coordinates")
  func methodsAgree() throws {
    let graph = Graph.random(RandomGraphShape(520, 1_500, strengths: .whole, seed: 2))
    let matrix = ModularityMatrix(graph.symmetricAdjacency(.strengths), resolution: 1)
    #expect(matrix.members.count > 500)
    let krylov = try matrix.coordinates(3)
    #expect(krylov.width == 3)
    // λ_j from the squared length of column j, against B itself.
    let points = krylov.vectors(3)
    var block = (0..<matrix.members.count).map { point in
      SIMD8(points[3 * point], points[3 * point + 1], points[3 * point + 2], 0, 0, 0, 0, 0)
    }
    let before = block
    matrix.multiply(before, into: &block)
    for lane in 0..<3 {
      let value = before.reduce(0) { $0 + $1[lane] * $1[lane] }
      #expect(before.indices.allSatisfy { abs(block[$0][lane] - value * before[$0][lane]) < 1e-6 })
    }
  }

  @Test("Options out of range and a search cut short are errors")
  func errors() {
    #expect(throws: SpectralCommunitiesError.invalidCount(0)) {
      try Graph.kite.spectralCommunities(SpectralCommunitiesOptions(communities: 0...2))
    }
    #expect(throws: SpectralCommunitiesError.invalidResolution(-1)) {
      try Graph.kite.spectralCommunities(SpectralCommunitiesOptions(resolution: -1))
    }
    var options = SpectralCommunitiesOptions(communities: 3...3)
    options.maximumRounds = 1
    #expect(throws: SpectralCommunitiesError.notSettled(communities: 3, rounds: 1)) {
      try Graph.karate.spectralCommunities(options)
    }
    #expect(
      SpectralCommunitiesError.notSettled(communities: 2, rounds: 1).description
        == "The vertices of 2 communities still moved after 1 rounds. Raise maximumRounds.")
  }
}
