import NexusGraph
import Testing

@testable import NexusRendering

@Suite("Lines that cross")
struct CrossingsTests {
  private func pieces(_ ends: [(Int, Int)], at points: [Point]) -> [LinePiece] {
    ends.map { LinePiece(from: points[$0], to: points[$1], source: $0, target: $1) }
  }

  @Test("The diagonals of a square cross once; lines that share an end never do")
  func square() {
    let corners = [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)]
    let all = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)]
    #expect(crossingCount(of: pieces(all, at: corners)) == 1)
    #expect(crossingCount(of: pieces([(0, 1), (1, 2)], at: corners)) == 0)
    #expect(crossingCount(of: []) == 0)
  }

  @Test("Lines that only touch, or lie on one line, do not cross")
  func touching() {
    let points = [
      Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 2, y: 0), Point(x: 2, y: 3), Point(x: 1, y: 0),
      Point(x: 9, y: 0),
    ]
    #expect(crossingCount(of: pieces([(0, 1), (2, 3)], at: points)) == 0)
    #expect(crossingCount(of: pieces([(0, 1), (4, 5)], at: points)) == 0)
  }

  @Test(
    "The sweep finds what comparing all pairs finds, and so does a sample of all",
    arguments: 1...6 as ClosedRange<UInt64>)
  func sweep(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<40).map { _ in
      Point(x: .random(in: 0...9, using: &generator), y: .random(in: 0...9, using: &generator))
    }
    let ends = (0..<80).map { _ in
      (Int.random(in: 0..<40, using: &generator), Int.random(in: 0..<40, using: &generator))
    }.filter { $0 != $1 }
    let pieces = pieces(ends, at: points)
    // Two lines cross where the point in which their extensions meet lies inside both.
    func meet(_ first: LinePiece, _ second: LinePiece) -> Bool {
      guard Set([first.source, first.target]).isDisjoint(with: [second.source, second.target]) else {
        return false
      }
      let (u, v) = (first.end - first.start, second.end - second.start)
      let (area, away) = (u.x * v.y - u.y * v.x, second.start - first.start)
      let shares = [(away.x * v.y - away.y * v.x) / area, (away.x * u.y - away.y * u.x) / area]
      return shares.allSatisfy { $0 > 0 && $0 < 1 }
    }
    let slow = pieces.indices.reduce(0) { count, first in
      count + pieces[(first + 1)...].count { meet(pieces[first], $0) }
    }
    #expect(slow > 100)
    #expect(crossingCount(of: pieces) == Double(slow), "seed \(seed)")
    #expect(crossingCount(of: pieces, sample: pieces.count - 1) > 0.8 * Double(slow))
    #expect(crossingCount(of: pieces, sample: 10_000) == Double(slow))
  }
}
