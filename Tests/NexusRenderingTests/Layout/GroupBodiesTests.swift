import NexusGraph
import Testing

@testable import NexusRendering

@Suite("Shapes behind groups whose members have their places")
struct GroupBodiesTests {
  private static func bodies(
    _ points: [Point], _ groups: [Int?], isApart: [Bool]? = nil, nearby: Double = 40
  ) -> [[ConvexBody]] {
    GroupBodies(
      points, reaches: Array(repeating: 4, count: points.count), groups: groups,
      isApart: isApart ?? Array(repeating: false, count: points.count),
      groupCount: (groups.compactMap { $0 }.max() ?? -1) + 1, nearby: nearby
    ).bodies
  }

  private static func row(_ places: [Double], y: Double = 0) -> [Point] {
    places.map { Point(x: $0, y: y) }
  }

  @Test("Groups that stand apart have one hull each, however wide")
  func apart() {
    let bodies = Self.bodies(Self.row([0, 300]) + Self.row([0, 300], y: 30), [0, 0, 1, 1])
    #expect(bodies.map(\.count) == [1, 1])
    #expect(bodies[0][0].reach == 4 + GroupBodies.margin)
  }

  @Test("A group that others stand among has a shape on either side, the larger first")
  func split() {
    let bodies = Self.bodies(Self.row([0, 20, 40, 60, 80]), [0, 1, 0, 0, 0])
    #expect(bodies.map(\.count) == [2, 1])
    #expect(bodies[0][0].corners.map(\.x) == [40, 80] && bodies[0][1].corners.map(\.x) == [0])
  }

  @Test("An actor of no group is in nobody's shape")
  func outsider() {
    #expect(Self.bodies(Self.row([0, 20, 40]), [0, nil, 0]).map(\.count) == [2])
    #expect(Self.bodies(Self.row([0, 20, 40]), [0, 0, nil]).map(\.count) == [1])
  }

  @Test("Who stands below the map is in a shape of its own, with its neighbours there")
  func band() {
    let points = Self.row([0, 12], y: 0) + Self.row([0, 12], y: 40)
    let isApart = [false, false, true, true]
    #expect(Self.bodies(points, [0, 0, 0, 0], isApart: isApart).map(\.count) == [2])
    #expect(Self.bodies(points, [0, 0, 0, 0]).map(\.count) == [1])
  }

  @Test("Members too far apart do not share a shape once groups are split")
  func nearby() {
    let points = Self.row([0, 20, 40, 100])
    #expect(Self.bodies(points, [0, 1, 0, 0], nearby: 60).map(\.count) == [2, 1])
    #expect(Self.bodies(points, [0, 1, 0, 0], nearby: 50).map(\.count) == [3, 1])
  }

  @Test(
    "Mixed at random: shapes of two groups never touch, nobody stands in a foreign one, every member in one of its own",
    arguments: 1...10 as ClosedRange<UInt64>)
  func mixed(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 90
    var separation = Separation(
      (0..<count).map { _ in
        Point(x: .random(in: 0...400, using: &generator), y: .random(in: 0...300, using: &generator))
      }, radii: Array(repeating: 4, count: count), banners: [], gap: NetworkLayout.gap,
      within: Box(minX: 0, minY: 0, maxX: 400, maxY: 300))
    separation.settle()
    // Groups lean to one side, so that there are clusters.
    let groups = separation.points.map { point -> Int? in
      let group = Int(point.x / 100 + .random(in: -1.5...1.5, using: &generator))
      return group > 3 ? nil : max(0, group)
    }
    let bodies = Self.bodies(separation.points, groups)
    #expect(bodies.contains { $0.count > 1 } && bodies.joined().contains { $0.corners.count > 2 })
    for (first, own) in bodies.enumerated() {
      for body in own {
        for others in bodies.dropFirst(first + 1) {
          #expect(!others.contains(where: body.overlaps), "seed \(seed)")
        }
      }
    }
    for (vertex, point) in separation.points.enumerated() {
      let symbol = ConvexBody([point], reach: 4)
      for (group, own) in bodies.enumerated() {
        let around = own.count { $0.overlaps(symbol) }
        #expect(around == (groups[vertex] == group ? 1 : 0), "seed \(seed): \(vertex) of \(group)")
      }
    }
  }

  @Test("On a map by places groups are split, their name stands once, and a note says so")
  func places() throws {
    var map = randomMap(actors: 8, ties: 9, seed: 1)
    map.layout = .places(
      (0..<8).map { MapPlace(x: Double($0), y: $0 % 2 == 0 ? 0 : 3) }, graticule: false)
    map.groups = [
      .init(name: "Even", members: [0, 2, 4, 6]), .init(name: "Ends", members: [0, 7]),
      .init(name: "Mixed", members: [1, 3, 5]),
    ]
    #expect(try ParsedSVG(map.svg()).texts.contains("Groups: 3, a shape each; none overlap."))
    map.groups[0] = .init(name: "Even", members: [0, 2, 4, 5])
    map.groups[2] = .init(name: "Mixed", members: [1, 3, 6])
    let parsed = try ParsedSVG(map.svg())
    #expect(
      parsed.texts.contains {
        $0.hasPrefix("Groups: 3, ") && $0.hasSuffix("as others stand between their members; none overlap.")
      }, "\(parsed.texts)")
    #expect(parsed.texts.count { $0 == "Even" } == 2)  // with its halo
  }

  @Test(
    "Small multiples do not grow, and no shapes overlap on them either", arguments: [1, 2] as [UInt64])
  func panels(seed: UInt64) throws {
    var map = randomMap(actors: 120, ties: 200, seed: seed)
    map.groups = (0..<8).map { group in
      .init(name: "Group \(group)", members: (0..<120).filter { $0 * 8 / 120 == group })
    }
    map.panels = (0..<6).map { panel in
      .init(title: "Panel \(panel)", ties: Set((0..<200).filter { $0 % 6 == panel }))
    }
    #expect(GroupShape.overlaps(among: try map.drawing().groups) == 0, "seed \(seed)")
  }
}
