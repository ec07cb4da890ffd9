import Foundation
import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusAlgorithms
@testable import NexusLinearAlgebra

@Suite("Algebraic connectivity")
struct AlgebraicConnectivityTests {
  @Test("Paths, cycles, stars and complete graphs have their closed forms")
  func closedForms() throws {
    #expect(isClose(try Graph.path(7).algebraicConnectivity(), 2 - 2 * cos(.pi / 7)))
    #expect(isClose(try Graph.cycle(9).algebraicConnectivity(), 2 - 2 * cos(2 * .pi / 9)))
    #expect(isClose(try Graph.star(leaves: 6).algebraicConnectivity(), 1))
    #expect(isClose(try Graph.complete(5).algebraicConnectivity(), 5))
  }

  // numpy 2.4: eigh of the Laplacian; networkx 3.6.1: algebraic_connectivity.
  @Test("The karate club is cut almost where it split")
  func karate() throws {
    let cut = try #require(try Graph.karate.fiedlerCut())
    #expect(isClose(cut.algebraicConnectivity, 0.4685252267013933))
    let sides = [
      0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ]
    #expect(cut.partition == Partition(labels: sides))
    #expect(isClose(abs(cut.vector.values[0]), 0.11213743, absolute: 1e-8))
  }

  @Test("Graphs that are not connected have 0 and no cut")
  func disconnected() throws {
    for graph in [Graph(0, []), Graph(1, []), Graph(3, [(0, 1)])] {
      #expect(try graph.algebraicConnectivity() == 0)
      #expect(try graph.fiedlerCut() == nil)
    }
    #expect(isClose(try Graph(2, weighted: [(0, 1, 3)]).algebraicConnectivity(), 6))
    #expect(isClose(try Graph(2, weighted: [(0, 1, 3)]).algebraicConnectivity(.ones), 2))
  }

  @Test("The Krylov method agrees with LAPACK")
  func methodsAgree() throws {
    for seed in UInt64(1)...3 {
      let graph = Graph.random(RandomGraphShape(80, 240, strengths: .fractional, seed: seed))
      let core = graph.weakComponents().members(of: 0).map(\.index)
      let position = Dictionary(uniqueKeysWithValues: core.enumerated().map { ($1, $0) })
      let edges = graph.edges.compactMap { edge -> Edge? in
        guard let source = position[edge.source.index], let target = position[edge.target.index] else {
          return nil
        }
        return Edge(VertexID(source), VertexID(target), strength: edge.strength)
      }
      let connected = Graph(vertexCount: core.count, edges: edges)
      let dense = try #require(try connected.fiedlerCut())
      let krylov = try krylovFiedler(LaplacianSystem(adjacency: connected.symmetricAdjacency(.strengths)))
      #expect(isClose(krylov.value, dense.algebraicConnectivity), "seed \(seed)")
      #expect(isClose(krylov.vector, dense.vector.values, absolute: 1e-7), "seed \(seed)")
    }
  }

  @Test("Systems that are not solved are an error")
  func notConverged() {
    let system = LaplacianSystem(adjacency: Graph.path(90).symmetricAdjacency(.ones))
    #expect {
      try krylovFiedler(system, maximumIterations: 3)
    } throws: { error in
      guard case .systemNotSolved(90, _) = error as? SpectralError else { return false }
      return true
    }
  }
}
