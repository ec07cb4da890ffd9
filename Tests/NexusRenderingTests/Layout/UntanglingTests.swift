import NexusGraph
import Testing

@testable import NexusRendering

@Suite("Moving symbols out of crossings")
struct UntanglingTests {
  private let area = Box(minX: 0, minY: 0, maxX: 600, maxY: 450)

  private func crossings(_ points: [Point], _ edges: [(Int, Int)]) -> Double {
    crossingCount(of: edges.map { LinePiece(from: points[$0], to: points[$1], source: $0, target: $1) })
  }

  @Test("A star of which one ray crosses another line loses the crossing")
  func ray() {
    let points = [
      Point(x: 300, y: 200), Point(x: 200, y: 200), Point(x: 400, y: 200), Point(x: 300, y: 100),
      Point(x: 300, y: 330), Point(x: 220, y: 260), Point(x: 380, y: 260),
    ]
    let edges = [(0, 1), (0, 2), (0, 3), (0, 4), (1, 5), (2, 6), (5, 6)]
    #expect(crossings(points, edges) == 1)
    var untangling = Untangling(
      points, reaches: Array(repeating: 8, count: 7), edges: edges, rules: .init(area: area, gap: 3))
    untangling.settle()
    #expect(crossings(untangling.points, edges) == 0)
  }

  @Test(
    "Crossings and lines over symbols never grow, no two symbols touch, and rooms of names stay free",
    arguments: 1...5 as ClosedRange<UInt64>)
  func rules(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let spots = (0..<48).shuffled(using: &generator).prefix(30)
    let points = spots.map { Point(x: 45 + Double($0 % 8) * 70, y: 45 + Double($0 / 8) * 70) }
    let edges =
      (1..<30).map { (Int.random(in: 0..<$0, using: &generator), $0) } + [(0, 29), (3, 17), (5, 22)]
    let room = Box(minX: 60, minY: 70, maxX: 105, maxY: 90)
    let rules = Untangling.Rules(area: area, gap: 3, rooms: [(vertex: 0, box: room)])
    var untangling = Untangling(points, reaches: Array(repeating: 9, count: 30), edges: edges, rules: rules)
    untangling.settle()
    let after = untangling.points
    func conflicts(_ points: [Point]) -> Double {
      let over = edges.reduce(0) { count, edge in
        count
          + points.indices.count {
            $0 != edge.0 && $0 != edge.1 && passes(points[edge.0], points[edge.1], points[$0], 9)
          }
      }
      return crossings(points, edges) + Double(over)
    }
    #expect(conflicts(after) < conflicts(points), "seed \(seed)")
    #expect(after[0] == points[0], "who has a name beside it stays")
    for first in after.indices {
      #expect(area.contains(Box(around: after[first], radius: 9)))
      if after[first] != points[first] { #expect(!room.intersects(Box(around: after[first], radius: 9))) }
      for second in after.indices.dropFirst(first + 1) {
        #expect((after[first] - after[second]).length >= 21, "seed \(seed): \(first), \(second)")
      }
    }
  }
}
