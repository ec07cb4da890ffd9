import Foundation
import NexusAlgorithms
import NexusGraph
import NexusTestSupport
import Testing

@Suite("Scores of links that nobody recorded")
struct LinkScoresTests {
  private func score(_ graph: Graph, _ first: Int, _ second: Int, _ predictor: LinkPredictor) -> Double {
    graph.linkScore(VertexID(first), VertexID(second), by: predictor)
  }

  /// Values of the method (networkx 3.6.1: resource_allocation_index, adamic_adar_index, jaccard_coefficient,
  /// preferential_attachment).
  @Test("On the kite they are those of the method")
  func kite() {
    let kite = Graph.kite
    for (pair, resource, adamic, jaccard, attachment) in [
      ((1, 2), 0.4167, 1.2795, 0.4, 12.0), ((5, 8), 0.3333, 0.9102, 0.1667, 10.0),
    ] {
      #expect(isClose(score(kite, pair.0, pair.1, .resourceAllocation), resource, absolute: 5e-5))
      #expect(isClose(score(kite, pair.0, pair.1, .adamicAdar), adamic, absolute: 5e-5))
      #expect(isClose(score(kite, pair.0, pair.1, .jaccard), jaccard, absolute: 5e-5))
      #expect(score(kite, pair.0, pair.1, .preferentialAttachment) == attachment)
    }
    #expect(score(kite, 1, 2, .commonNeighbours) == 2)
  }

  @Test("Each equals its definition, in undirected and directed graphs", arguments: 1...12)
  func definitions(seed: Int) {
    for kind in [EdgeKind.undirected, .directed] {
      let graph = Graph.random(RandomGraphShape(14, 26, kind: kind, strengths: .whole, seed: UInt64(seed)))
      let neighbours = (0..<14).map { vertex in
        Set(
          graph.edges.compactMap { edge in
            edge.source.index == vertex
              ? edge.target.index : edge.target.index == vertex ? edge.source.index : nil
          })
      }
      for first in 0..<14 {
        for second in 0..<14 where first != second {
          let common = neighbours[first].intersection(neighbours[second])
          let all = neighbours[first].union(neighbours[second]).count
          let expected: [LinkPredictor: Double] = [
            .commonNeighbours: Double(common.count),
            .jaccard: all == 0 ? 0 : Double(common.count) / Double(all),
            .adamicAdar: common.sorted().reduce(0) { $0 + 1 / log(Double(neighbours[$1].count)) },
            .resourceAllocation: common.sorted().reduce(0) { $0 + 1 / Double(neighbours[$1].count) },
            .preferentialAttachment: Double(neighbours[first].count * neighbours[second].count),
          ]
          for (predictor, value) in expected {
            #expect(isClose(score(graph, first, second, predictor), value), "\(predictor), seed \(seed)")
          }
        }
      }
    }
  }

  /// On a cycle of n every vertex has the eigenvector of λ₁ = 2, so β = 1/4; walks on the infinite line give
  /// Σ βˡ · walks = (x^d)/√(1 − 4β²) with x = (1 − √(1 − 4β²)) / 2β, and a long cycle differs by x^(n−d).
  @Test("Katz on a long cycle is its closed form")
  func katzOnCycle() {
    let root = (1 - 4.0 / 16).squareRoot()
    let x = (1 - root) / 0.5
    let cycle = Graph.cycle(60)
    for distance in 1...5 {
      let expected = pow(x, Double(distance)) / root
      #expect(isClose(score(cycle, 0, distance, .katz), expected, relative: 1e-9))
    }
  }

  @Test("Katz is (I − βA)⁻¹ − I: it solves x = βA(x + e)", arguments: 1...8)
  func katzEquation(seed: Int) {
    let graph = Graph.random(RandomGraphShape(16, 30, seed: UInt64(seed)))
    // β from the equation of one entry, then checked on all others.
    let scores = (0..<16).map { score(graph, 0, $0, .katz) }
    var beta: Double?
    for vertex in 0..<16 {
      let reached = graph.outgoing.row(vertex).reduce(0.0) { sum, arc in
        let neighbour = Int(graph.outgoing.targets[arc])
        return sum + scores[neighbour] + (neighbour == 0 ? 1 : 0)
      }
      guard reached > 0 else { continue }
      if let beta { #expect(isClose(scores[vertex], beta * reached, relative: 1e-8), "seed \(seed)") }
      beta = beta ?? scores[vertex] / reached
    }
  }

  @Test("Predicted links are pairs without an edge, the likeliest first, equal ones in vertex order")
  func prediction() {
    let kite = Graph.kite
    let links = kite.predictedLinks(limit: 1000)
    #expect(
      links.allSatisfy { link in !kite.edges.contains { ($0.source, $0.target) == (link.source, link.target) }
      })
    #expect(links.first.map { [$0.source.index, $0.target.index] } == [0, 6], "three common neighbours")
    for (one, next) in zip(links, links.dropFirst()) {
      #expect(one.score > next.score - 1e-9)
      if abs(one.score - next.score) < 1e-12 {
        #expect((one.source, one.target) < (next.source, next.target))
      }
    }
    #expect(kite.predictedLinks(limit: 3) == Array(links.prefix(3)))
    #expect(kite.predictedLinks(limit: 0).isEmpty)
    let attachment = kite.predictedLinks(by: .preferentialAttachment, limit: 1000)
    #expect(attachment.count == 45 - 18, "every pair without an edge has a score")
  }

  @Test("Without edges or between components there is nothing to go by")
  func degenerate() {
    let apart = Graph(4, [(0, 1), (2, 3)])
    for predictor in LinkPredictor.allCases where predictor != .preferentialAttachment {
      #expect(score(apart, 0, 2, predictor) == 0)
      #expect(Graph(3, []).predictedLinks(by: predictor, limit: 9).isEmpty)
      #expect(Graph(0, []).predictedLinks(by: predictor, limit: 9).isEmpty)
      #expect(Graph.complete(5).predictedLinks(by: predictor, limit: 9).isEmpty)
    }
    #expect(score(apart, 0, 2, .preferentialAttachment) == 1)
  }
}
