import Foundation
import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Spectral gap")
struct SpectralGapTests {
  // numpy 2.4: eigvalsh of the adjacency matrix.
  @Test("The karate club has the eigenvalues of numpy")
  func karate() throws {
    let gap = try #require(try Graph.karate.spectralGap())
    #expect(isClose(gap.largest, 6.725697727631729))
    #expect(isClose(gap.second, 4.9770742332883335))
    #expect(isClose(gap.difference, 1.7486234943433958))
  }

  @Test("Below two vertices there is none; like components leave none")
  func smallest() throws {
    #expect(try Graph(0, []).spectralGap() == nil)
    #expect(try Graph(1, []).spectralGap() == nil)
    #expect(try Graph(2, []).spectralGap()?.difference == 0)
    #expect(isClose(try #require(try Graph(4, [(0, 1), (2, 3)]).spectralGap()).difference, 0))
    let strong = Graph(2, kind: .directed, weighted: [(0, 1, 2), (1, 0, 1)])
    #expect(isClose(try #require(try strong.spectralGap()).difference, 6))
    #expect(isClose(try #require(try strong.spectralGap(.ones)).difference, 2))
  }

  @Test("A large graph goes to the Krylov method")
  func large() throws {
    // A star of 900 leaves has ±30 and zeros.
    let star = Graph.star(leaves: 900)
    let gap = try #require(try star.spectralGap())
    #expect(isClose(gap.largest, 30) && isClose(gap.second, 0, absolute: 1e-9))
  }
}
