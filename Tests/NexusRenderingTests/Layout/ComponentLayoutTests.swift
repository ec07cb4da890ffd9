import NexusGraph
import Testing

@testable import NexusRendering

@Suite("The shape of a connected part")
struct ComponentLayoutTests {
  private func quality(_ points: [Point], _ edges: [(Int, Int)]) -> (stress: Double, crossings: Double) {
    let pieces = edges.map { LinePiece(from: points[$0], to: points[$1], source: $0, target: $1) }
    return (
      HopDistances(vertexCount: points.count, edges: edges).stress(of: points).value,
      crossingCount(of: pieces)
    )
  }

  private func tree(_ count: Int, seed: UInt64) -> [(Int, Int)] {
    var generator = SeededGenerator(seed: seed)
    return (1..<count).map { (Int.random(in: max(0, $0 - 12)..<$0, using: &generator), $0) }
  }

  private func shape(_ count: Int, _ edges: [(Int, Int)], seed: UInt64 = 1) throws -> [Point] {
    try ComponentLayout(
      vertexCount: count, edges: edges, groups: Array(repeating: nil, count: count), seed: seed
    ).points
  }

  @Test("A grid comes out flat: little stress and no crossing")
  func grid() throws {
    var edges: [(Int, Int)] = []
    for row in 0..<6 {
      for column in 0..<6 {
        if column < 5 { edges.append((6 * row + column, 6 * row + column + 1)) }
        if row < 5 { edges.append((6 * row + column, 6 * row + column + 6)) }
      }
    }
    let quality = quality(try shape(36, edges), edges)
    #expect(quality.crossings == 0 && quality.stress < 0.05)
  }

  @Test(
    "Its product of stress and crossings is no worse than that of sfdp, and its stress near that of neato",
    arguments: [1, 2, 3] as [UInt64])
  func engines(seed: UInt64) throws {
    for edges in [tree(60, seed: seed), tree(45, seed: seed) + tree(45, seed: seed + 50)] {
      let count = (edges.map(\.1).max() ?? 0) + 1
      func drawn(by engine: LayoutEngine) throws -> (stress: Double, crossings: Double) {
        let points = try graphvizLayout(vertexCount: count, edges: edges, engine: engine, seed: seed)
        return quality(points, edges)
      }
      func cost(_ quality: (stress: Double, crossings: Double)) -> Double {
        LayoutCost(edgeCount: edges.count).value(stress: quality.stress, crossings: quality.crossings)
      }
      let own = quality(try shape(count, edges, seed: seed), edges)
      let (sfdp, neato) = (try drawn(by: .sfdp), try drawn(by: .neato))
      #expect(cost(own) <= cost(sfdp) + 0.05, "seed \(seed)")
      #expect(own.stress < 1.4 * neato.stress && cost(own) < cost(neato) + 0.1, "seed \(seed)")
    }
  }

  @Test("The same seed gives the same points, another one others")
  func determinism() throws {
    let edges = tree(30, seed: 4)
    #expect(try shape(30, edges) == shape(30, edges))
    #expect(try shape(30, edges) != shape(30, edges, seed: 2))
  }

  @Test("Two tied actors need no layout; groups are drawn closer together than steps tell")
  func small() throws {
    #expect(try shape(2, [(0, 1)]) == [Point(x: 0, y: 0), Point(x: 1, y: 0)])
    // A ring of twelve in two halves by turns: three here, three there.
    let ring = (0..<12).map { ($0, ($0 + 1) % 12) }
    let groups = (0..<12).map { Optional($0 % 6 < 3 ? 0 : 1) }
    func apartness(_ points: [Point]) -> Double {
      var sums = (within: 0.0, across: 0.0)
      for first in 0..<12 {
        for second in (first + 1)..<12 {
          let distance = (points[first] - points[second]).length
          if groups[first] == groups[second] {
            sums.within += distance / 30
          } else {
            sums.across += distance / 36
          }
        }
      }
      return sums.across / sums.within
    }
    let bound = try ComponentLayout(vertexCount: 12, edges: ring, groups: groups, seed: 1).points
    let free = try shape(12, ring)
    #expect(apartness(bound) > 1.3 && apartness(free) < 1.2)
  }
}
