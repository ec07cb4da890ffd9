import Foundation
import Testing

@testable import NexusRendering

@Suite("Stress of a drawing")
struct LayoutStressTests {
  private let path = HopDistances(vertexCount: 4, edges: [(0, 1), (1, 2), (2, 3)])

  @Test("Steps are counted along the shortest path; what no path joins has none")
  func hops() {
    let hops = HopDistances(vertexCount: 6, edges: [(0, 1), (1, 2), (2, 3), (3, 0), (4, 5)])
    #expect(hops[0, 2] == 2 && hops[0, 3] == 1 && hops[4, 5] == 1)
    #expect(hops[0, 4] == nil && hops[2, 2] == nil)
  }

  @Test("A path drawn evenly on a line has none, at whatever scale and angle")
  func perfect() {
    for (scale, angle) in [(1.0, 0.0), (250, 1), (1e-3, 2.5)] {
      let points = (0..<4).map { Point(x: cos(angle), y: sin(angle)) * (Double($0) * scale) }
      #expect(path.stress(of: points).value < 1e-12)
      #expect(abs(path.stress(of: points).scale * scale - 1) < 1e-12)
    }
  }

  @Test("A path folded onto one unit has the stress worked out by hand")
  func folded() {
    let points = [0.0, 1, 0, 1].map { Point(x: $0, y: 0) }
    // Distance ÷ steps of the six pairs: 1, 0, 1/3, 1, 0, 1; the sum is 10/3, that of the squares 28/9.
    #expect(abs(path.stress(of: points).value - (1 - (100.0 / 9) / (28.0 / 9) / 6)) < 1e-12)
  }

  @Test("All vertices on one spot are the worst drawing")
  func collapsed() {
    #expect(path.stress(of: Array(repeating: Point(x: 3, y: 3), count: 4)).value == 1)
    #expect(LayoutStress().value == 0)
  }
}
