import NexusGraph
import NexusTestSupport
import Testing

@testable import NexusRendering

@Suite("Plane of the continuum")
struct ContinuumPlaneTests {
  private static func actor(
    _ name: String, _ label: String = "hybrid", at place: (Double, Double) = (0, 0), isSufficient: Bool = true
  ) -> ContinuumPlane.Actor {
    ContinuumPlane.Actor(
      name: name, label: label, isSufficient: isSufficient, method: place.0,
      methodInterval: max(-1, place.0 - 0.2)...min(1, place.0 + 0.3), motive: place.1,
      motiveInterval: max(-1, place.1 - 0.2)...min(1, place.1 + 0.3), detail: "5 items")
  }

  private static func plane(_ actors: [ContinuumPlane.Actor]) throws -> ParsedSVG {
    try ParsedSVG(ContinuumPlane(title: "Corridor", notes: ["A note"], actors: actors).svg())
  }

  @Test("It says what the axes mean, that a position is no finding, and counts the labels")
  func words() throws {
    let svg = try Self.plane([
      Self.actor("Lantern", "terrorist", at: (0.7, 0.6)), Self.actor("Tide", at: (0, 0.1)),
      Self.actor("Reed", at: (-0.1, -0.4), isSufficient: false),
      Self.actor("Odd", "something new", at: (-0.8, 0)),
    ])
    let texts = svg.texts
    for text in [
      "Corridor", "Position on the continuum in the recorded data, not a finding", "A note", "Lantern",
      "Reed",
      "crime side", "mixed", "terror side", "Terrorist (1)", "Hybrid (2)", "Other (1)",
      "95 % credible interval of each axis", "Method: from crimes for profit (−1) to political violence (+1)",
    ] {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(texts.contains { $0.hasPrefix("Hollow, broken cross") })
    #expect(!texts.contains("Appropriation: methods, not motives (0)"))
    #expect(svg.titles.contains { $0.contains("Lantern") && $0.contains("5 items") })
    #expect(svg.isInert)
  }

  @Test("Method grows to the right, motive upwards; the cross spans the intervals")
  func geometry() throws {
    let svg = try Self.plane([
      Self.actor("T", "terrorist", at: (1, 1)), Self.actor("C", "terrorist", at: (-1, -1)),
    ])
    let marks = svg.elements.filter { $0.name == "ellipse" }.prefix(2)
    let places = marks.map {
      (Double($0.attributes["cx"] ?? "") ?? 0, Double($0.attributes["cy"] ?? "") ?? 0)
    }
    #expect(places[0].0 - places[1].0 == 640 && places[1].1 - places[0].1 == 640)
    let crosses = svg.elements.filter { $0.attributes["stroke-opacity"] == "0.6" }
    #expect(crosses.count == 4)
    #expect(crosses[0].attributes["d"] == "M680 \(svgText(places[0].1))L744 \(svgText(places[0].1))")
  }

  private func svgText(_ value: Double) -> String { svg(value) }

  @Test("Marks differ in shape and colour; a hollow one has no fill of its own")
  func marks() throws {
    #expect(Set(PlaneMark.all.map(\.shape)).count == PlaneMark.all.count)
    #expect(Set(PlaneMark.all.map(\.colour)).count == PlaneMark.all.count)
    let hollow = try Self.plane([Self.actor("R", isSufficient: false)])
    let diamonds = hollow.elements.filter { $0.name == "polygon" }
    #expect(diamonds.first?.attributes["fill"] == "#ffffff")
    #expect(hollow.elements.contains { $0.attributes["stroke-dasharray"] == "5 4" })
  }

  @Test(
    "No name covers a mark or another name; those without room are counted", arguments: [1, 2, 3] as [UInt64])
  func names(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let marks = (0..<60).map { index in
      (
        name: "Actor \(index)",
        point: Point(
          x: Double.random(in: 20...380, using: &generator), y: Double.random(in: 20...380, using: &generator)
        )
      )
    }
    let area = Box(minX: 0, minY: 0, maxX: 400, maxY: 400)
    let names = PlaneNames(marks, radius: 6, area: area, limit: 40)
    #expect(names.names.count + names.missing == 60 && names.missing >= 20)
    #expect(names.names.count > 15, "seed \(seed)")
    for (index, name) in names.names.enumerated() {
      #expect(area.contains(name.box))
      #expect(!marks.contains { name.box.intersects(Box(around: $0.point, radius: 7)) })
      #expect(!names.names.dropFirst(index + 1).contains { $0.box.intersects(name.box) })
    }
  }

  @Test("A hundred actors in one place are drawn, and the names that found no room are told")
  func crowded() throws {
    let svg = try Self.plane((0..<100).map { Self.actor("Actor \($0)") })
    #expect(svg.elements.count { $0.name == "polygon" } == 101, "one is in the legend")
    #expect(svg.texts.contains { $0.contains("names found no room and are not written.") })
  }

  @Test("Without actors it says so; out of range is refused")
  func edges() throws {
    #expect(try Self.plane([]).texts.contains("Nothing is observed: no row counts acts or motives."))
    for wrong in [1.5, -1.01, .nan] {
      #expect(throws: RenderingError.self) {
        var actor = Self.actor("A")
        actor.motive = wrong
        _ = try ContinuumPlane(title: "T", actors: [actor]).svg()
      }
    }
  }

  @Test("Names of the data stay text", arguments: HostileNames.all)
  func hostile(_ name: String) throws {
    let svg = try Self.plane([Self.actor(name, name), Self.actor("B", at: (0.5, 0.5))])
    #expect(svg.isInert)
  }

  @Test("The same values give the same bytes")
  func deterministic() throws {
    let plane = ContinuumPlane(
      title: "T", actors: (0..<20).map { Self.actor("A\($0)", at: (Double($0) / 20, 0)) })
    #expect(try plane.svg() == plane.svg())
  }
}
