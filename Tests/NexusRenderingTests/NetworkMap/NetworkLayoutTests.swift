import NexusGraph
import NexusModel
import Testing

@testable import NexusRendering

@Suite("Where actors and names stand")
struct NetworkLayoutTests {
  private func place(_ map: NetworkMap) throws -> (
    scene: NetworkScene, layout: NetworkLayout, labels: LabelPlacement
  ) {
    let drawing = try map.drawing()
    return (drawing.scene, drawing.layout, drawing.labels)
  }

  @Test(
    "No two symbols overlap, and all lie on the map",
    arguments: [(2, 1), (3, 3), (10, 12), (40, 60), (62, 153), (120, 260)], [1, 2] as [UInt64])
  func symbols(size: (actors: Int, ties: Int), seed: UInt64) throws {
    let layout = try place(randomMap(actors: size.actors, ties: size.ties, seed: seed)).layout
    let map = Box(minX: 0, minY: 0, maxX: layout.size.x, maxY: layout.size.y)
    for first in layout.points.indices {
      #expect(map.contains(Box(around: layout.points[first], radius: layout.reaches[first])), "seed \(seed)")
      for second in layout.points.indices.dropFirst(first + 1) {
        let distance = (layout.points[first] - layout.points[second]).length
        #expect(
          distance >= layout.reaches[first] + layout.reaches[second], "seed \(seed): \(first), \(second)")
      }
    }
  }

  @Test(
    "No two names overlap, and all lie on the map",
    arguments: [(2, 1), (20, 30), (62, 153), (120, 400), (300, 600), (700, 1_500)], [3, 4] as [UInt64])
  func names(size: (actors: Int, ties: Int), seed: UInt64) throws {
    let (_, layout, placed) = try place(randomMap(actors: size.actors, ties: size.ties, seed: seed))
    let map = Box(minX: 0, minY: 0, maxX: layout.size.x, maxY: layout.size.y)
    #expect(!placed.labels.isEmpty)
    for (position, label) in placed.labels.enumerated() {
      #expect(map.contains(label.box))
      let width = TextMetrics.width(of: label.text, size: LabelPlacement.size, weight: label.weight)
      #expect(abs(label.box.width - width) < 1e-9)
      for other in placed.labels.dropFirst(position + 1) {
        #expect(!label.box.intersects(other.box), "seed \(seed): \(label.text), \(other.text)")
      }
    }
  }

  @Test(
    "No name and no line to a name covers a symbol, however crowded the map",
    arguments: [(40, 55), (120, 400), (300, 600)], [1, 2, 3] as [UInt64])
  func namesAndSymbols(size: (actors: Int, ties: Int), seed: UInt64) throws {
    let (_, layout, placed) = try place(randomMap(actors: size.actors, ties: size.ties, seed: seed))
    for label in placed.labels {
      for (number, point) in layout.points.enumerated() {
        let symbol = Box(around: point, radius: layout.reaches[number])
        #expect(!label.box.intersects(symbol), "seed \(seed): \(label.text)")
        guard let leader = label.leader, number != label.actor else { continue }
        #expect(!symbol.isCrossed(from: leader.start, to: leader.end), "seed \(seed): line of \(label.text)")
      }
    }
  }

  @Test("Names that find no place are counted", arguments: [1, 2] as [UInt64])
  func leftOut(seed: UInt64) throws {
    var map = randomMap(actors: 200, ties: 900, seed: seed)
    map.maximumLabels = 200
    let (scene, _, placed) = try place(map)
    let nameable = scene.actors.count { !$0.actor.role.isProtected && $0.actor.labelPriority != nil }
    #expect(placed.leftOut > 0)
    #expect(placed.labels.count + placed.leftOut == nameable, "seed \(seed)")
    let texts = try ParsedSVG(map.svg()).texts
    #expect(texts.contains { $0.contains("; \(placed.leftOut) more names found no free place") })
  }

  @Test("The actors that matter most are named even in a crowd", arguments: [8, 9] as [UInt64])
  func prominence(seed: UInt64) throws {
    let (scene, _, placed) = try place(randomMap(actors: 600, ties: 1_500, seed: seed))
    let named = Set(placed.labels.map(\.actor))
    #expect(LabelPlacement.prominent(scene).filter { named.contains($0.actor) }.count >= 8)
  }

  @Test(
    "Victims, witnesses and reporting parties are never named",
    arguments: [Role.victim, .witness, .reportingParty])
  func protectedRoles(role: Role) throws {
    var map = randomMap(actors: 30, ties: 40, seed: 2)
    for index in map.actors.indices { map.actors[index].labelPriority = 1 }
    map.actors[0].role = role
    map.actors[0].labelPriority = .greatestFiniteMagnitude
    map.actors[0].name = "PROTECTED"
    let parsed = try ParsedSVG(map.svg())
    #expect(!parsed.texts.contains { $0.contains("PROTECTED") })
    #expect(parsed.texts.contains { $0.contains("victims, witnesses and reporting parties never are") })
  }

  @Test("Components are packed without touching")
  func components() throws {
    var map = randomMap(actors: 60, ties: 60, seed: 6)
    map.ties = (0..<60).compactMap { actor in
      actor % 3 == 2 ? nil : NetworkMap.Tie(source: actor, target: actor + 1)
    }
    let layout = try place(map).layout
    let boxes = (0..<20).map { group in Box(holding: (0..<3).map { layout.points[3 * group + $0] }) }
    for (position, box) in boxes.enumerated() {
      for other in boxes.dropFirst(position + 1) { #expect(!box.intersects(other)) }
    }
  }

  @Test("Actors without ties stand in a grid below the rest")
  func isolates() throws {
    var map = randomMap(actors: 30, ties: 29, seed: 1)
    map.ties.removeAll { $0.source >= 10 || $0.target >= 10 }
    let (scene, layout, _) = try place(map)
    let top = try #require(layout.bandTop)
    let tied = Set(scene.ties.flatMap { [$0.source, $0.target] })
    for index in layout.points.indices {
      #expect((layout.points[index].y > top) == !tied.contains(index))
    }
  }

  @Test("Points on one spot are pushed apart")
  func coincident() {
    var separation = Separation(
      Array(repeating: Point(x: 50, y: 50), count: 12), radii: Array(repeating: 5, count: 12), banners: [],
      gap: 1,
      within: Box(minX: 0, minY: 0, maxX: 100, maxY: 100))
    separation.settle()
    let points = separation.points
    for first in points.indices {
      for second in points.indices.dropFirst(first + 1) {
        #expect((points[first] - points[second]).length >= 11)
      }
    }
  }

  @Test(
    "A segment crosses a box exactly when sampling along it finds a point inside",
    arguments: 1...20 as ClosedRange<UInt64>)
  func clipping(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let points = (0..<2).map { _ in
        Point(
          x: Double(Int.random(in: 0...20, using: &generator)),
          y: Double(Int.random(in: 0...20, using: &generator)))
      }
      let box = Box(minX: 6, minY: 7, maxX: 13, maxY: 12)
      let isInside = (0...1_000).contains { step in
        let point = points[0] + (points[1] - points[0]) * (Double(step) / 1_000)
        return box.insetBy(-0.03).contains(Box(around: point, radius: 0))
      }
      #expect(box.isCrossed(from: points[0], to: points[1]) == isInside, "seed \(seed): \(points)")
    }
  }
}
