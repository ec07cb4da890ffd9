import Foundation
import NexusGraph
import Testing

@testable import NexusRendering

@Suite("Shapes behind groups keep apart")
struct GroupSpacingTests {
  @Test("The gap of discs and squares is the one that is seen")
  func gaps() {
    let disc = ConvexBody([Point(x: 0, y: 0)], reach: 2)
    #expect(abs(disc.gap(to: ConvexBody([Point(x: 3, y: 4)], reach: 1)) - 2) < 1e-12)
    #expect(abs(disc.gap(to: ConvexBody([Point(x: 0, y: 2)], reach: 1)) + 1) < 1e-12)
    let square = ConvexBody(
      [Point(x: 0, y: 0), Point(x: 4, y: 0), Point(x: 4, y: 4), Point(x: 0, y: 4)], reach: 1)
    #expect(abs(square.gap(to: ConvexBody([Point(x: 9, y: 2)], reach: 1)) - 3) < 1e-12)
    #expect(square.contains(Point(x: 1, y: 3)) && !square.contains(Point(x: 4.5, y: 2)))
    let (gap, direction) = square.separation(from: ConvexBody([Point(x: 3.5, y: 2)], reach: 0))
    #expect(abs(gap + 1.5) < 1e-12 && direction == Point(x: 1, y: 0))
  }

  @Test(
    "The gap is negative exactly where points of both lie nearer than their reaches",
    arguments: 1...8 as ClosedRange<UInt64>)
  func sampled(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func body() -> ConvexBody {
      let points = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        Point(x: .random(in: 0...30, using: &generator), y: .random(in: 0...30, using: &generator))
      }
      return ConvexBody(ConvexBody.hull(of: points), reach: 2)
    }
    for _ in 0..<10 {
      let (first, second) = (body(), body())
      // The nearest points of two polygons lie on their outlines, or one holds the other.
      func outline(_ body: ConvexBody) -> [Point] {
        zip(body.corners, body.corners.dropFirst() + body.corners.prefix(1)).flatMap { corner, next in
          (0...60).map { corner + (next - corner) * (Double($0) / 60) }
        }
      }
      let nearest = outline(first).flatMap { point in outline(second).map { ($0 - point).length } }.min() ?? 0
      let isInside =
        second.corners.count > 2 && second.contains(first.middle)
        || first.corners.count > 2 && first.contains(second.middle)
      let gap = first.gap(to: second)
      if gap > 0 { #expect(nearest > 4 && !isInside, "seed \(seed)") }
      if gap < -0.6 { #expect(nearest < 4 || isInside, "seed \(seed)") }
    }
  }

  @Test("Groups thrown together come apart, and outsiders leave", arguments: 1...6 as ClosedRange<UInt64>)
  func spacing(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<60).map { _ in
      Point(x: .random(in: 0...300, using: &generator), y: .random(in: 0...200, using: &generator))
    }
    let groups = (0..<60).map { $0 % 6 == 5 ? nil : Optional($0 % 6) }
    var spacing = GroupSpacing(points, reaches: Array(repeating: 6, count: 60), groups: groups)
    #expect(spacing.hulls[0].gap(to: spacing.hulls[1]) < 0)
    spacing.settle()
    let hulls = spacing.hulls
    for (number, hull) in hulls.enumerated() {
      for other in hulls.dropFirst(number + 1) { #expect(hull.gap(to: other) >= 0, "seed \(seed)") }
      for vertex in points.indices where groups[vertex] == nil {
        #expect(hull.gap(to: ConvexBody([spacing.points[vertex]], reach: 6)) >= 0, "seed \(seed): \(vertex)")
      }
      // Each group moves as a whole.
      let members = points.indices.filter { groups[$0] == number }
      let steps = members.map { spacing.points[$0] - points[$0] }
      #expect(steps.allSatisfy { ($0 - steps[0]).length < 1e-6 })
    }
  }

  @Test(
    "On a map shapes of communities do not overlap, nobody stands in a foreign one, and a note says so",
    arguments: [1, 2, 3] as [UInt64])
  func map(seed: UInt64) throws {
    var map = randomMap(actors: 90, ties: 140, seed: seed)
    map.groups = (0..<5).map { group in
      .init(name: "Group \(group)", members: (0..<90).filter { $0 * 6 / 90 == group })
    }
    let drawing = try map.drawing()
    #expect(drawing.groups.map(\.bodies.count) == [1, 1, 1, 1, 1], "seed \(seed)")
    #expect(GroupShape.overlaps(among: drawing.groups) == 0, "seed \(seed)")
    for group in drawing.groups {
      for (number, actor) in drawing.scene.actors.enumerated()
      where !group.name.hasSuffix("\(actor.number * 6 / 90)") {
        let symbol = ConvexBody([drawing.layout.points[number]], reach: drawing.layout.reaches[number])
        #expect(group.bodies[0].gap(to: symbol) >= 0, "seed \(seed): \(actor.number) in \(group.name)")
      }
    }
    let page = Box(minX: 0, minY: 0, maxX: drawing.layout.size.x, maxY: drawing.layout.size.y)
    #expect(drawing.groups.allSatisfy { page.contains($0.bodies[0].box) })
    #expect(try ParsedSVG(map.svg()).texts.contains("Groups: 5, a shape each; none overlap."))
  }
}
