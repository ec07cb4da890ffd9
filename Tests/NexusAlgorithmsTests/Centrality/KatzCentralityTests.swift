import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Katz centrality")
struct KatzCentralityTests {
  @Test("A star has the closed form of its equation")
  func star() throws {
    // λ₁ = 2, α = 1/4: centre c = 1 + 4 · l/4, leaf l = 1 + c/4, so c = 8/3 and l = 5/3.
    let scores = try Graph.star(leaves: 4).katzCentrality().values
    let norm = (64.0 / 9 + 4 * 25.0 / 9).squareRoot()
    #expect(isClose(scores[0], 8.0 / 3 / norm))
    #expect(isClose(scores[4], 5.0 / 3 / norm))
  }

  @Test("Without a cycle all scores are equal")
  func noCycle() throws {
    #expect(try Graph(0, []).katzCentrality().values.isEmpty)
    #expect(try Graph(1, []).katzCentrality().values == [1])
    #expect(isClose(try Graph.path(4, kind: .directed).katzCentrality().values, [0.5, 0.5, 0.5, 0.5]))
  }

  @Test("A given attenuation is used as it is, on graphs without a cycle too")
  func fixed() throws {
    // x = (1, 1 + 1/2, 1 + 3/4)
    let scores = try Graph.path(3, kind: .directed).katzCentrality(KatzOptions(attenuation: .fixed(0.5)))
      .values
    #expect(isClose(scores[1] / scores[0], 1.5) && isClose(scores[2] / scores[0], 1.75))
  }

  @Test(
    "The equation holds on random graphs", arguments: [EdgeKind.undirected, .directed],
    [(40, 60), (700, 2_000)])
  func equation(kind: EdgeKind, size: (Int, Int)) throws {
    for seed in UInt64(1)...3 {
      let shape = RandomGraphShape(size.0, size.1, kind: kind, strengths: .fractional, seed: seed)
      let graph = Graph.random(shape)
      let alpha = 0.01
      let scores = try graph.katzCentrality(KatzOptions(attenuation: .fixed(alpha))).values
      let rest = (0..<size.0).map { vertex in
        graph.incoming.row(vertex).reduce(scores[vertex]) {
          $0 - alpha * graph.incoming.strengths[$1] * scores[Int(graph.incoming.targets[$1])]
        }
      }
      #expect(rest.allSatisfy { isClose($0, rest[0]) }, "\(shape)")
    }
  }

  @Test("An attenuation that diverges is refused, and the message names one that does not")
  func diverges() {
    #expect {
      try Graph.star(leaves: 4).katzCentrality(KatzOptions(attenuation: .fixed(0.5)))
    } throws: { error in
      guard case .diverges(0.5, let safe) = error as? KatzError else { return false }
      return isClose(safe, 0.5)
    }
    #expect(
      KatzError.diverges(attenuation: 0.3, safeBelow: 0.25).description
        == "No convergence with attenuation 0.3. Any below 0.25 converges here.")
  }

  @Test("Attenuations out of range are refused")
  func range() {
    #expect(throws: KatzError.attenuationNotPositive(-1)) {
      try Graph.kite.katzCentrality(KatzOptions(attenuation: .fixed(-1)))
    }
    #expect(throws: KatzError.shareOutOfRange(1)) {
      try Graph.kite.katzCentrality(KatzOptions(attenuation: .shareOfLimit(1)))
    }
  }
}
