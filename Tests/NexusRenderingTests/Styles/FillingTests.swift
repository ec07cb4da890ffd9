import NexusGraph
import Testing

@testable import NexusRendering

@Suite("Filled areas")
struct FillingTests {
  private static let textures: [Filling.Texture] = [.plain, .stripes, .rows, .dots]

  private static func drawn(_ texture: Filling.Texture, _ box: Box) throws -> [ParsedSVG.Element] {
    let filling = Filling(colour: Ink.blue, texture: texture)
    let document = SVGDocument.picture(
      width: 300, height: 300, identifier: "t", title: "", description: ""
    ) { filling.draw(box, frame: "#ffffff", frameWidth: "0.6", in: &$0) }
    return try Array(ParsedSVG(document).elements.dropFirst(4))
  }

  /// The points of a path of M, L and H.
  private static func points(of path: String) -> [Point] {
    var points: [Point] = []
    for piece in path.matches(of: /([MLH])([^MLH]+)/) {
      let numbers = piece.2.split(separator: " ").compactMap { Double($0) }
      points.append(Point(x: numbers[0], y: numbers.count > 1 ? numbers[1] : points.last?.y ?? 0))
    }
    return points
  }

  @Test("An area is a rectangle in its colour and at most one path above it", arguments: textures)
  func elements(texture: Filling.Texture) throws {
    let drawn = try Self.drawn(texture, Box(minX: 10, minY: 20, maxX: 90, maxY: 35))
    #expect(drawn.map(\.name) == (texture == .plain ? ["rect"] : ["rect", "path"]))
    #expect(drawn[0].attributes["fill"] == Ink.blue)
    #expect(drawn[0].attributes["width"] == "80" && drawn[0].attributes["height"] == "15")
    if texture != .plain { #expect(drawn[1].attributes["stroke"] == Ink.text) }
  }

  @Test("No line of a texture leaves its area, however small", arguments: textures)
  func inside(texture: Filling.Texture) throws {
    var generator = SeededGenerator(seed: 5)
    for round in 0..<200 {
      func draw(_ most: Double) -> Double { .random(in: 0...most, using: &generator) }
      let corner = Point(x: draw(100), y: draw(100))
      let box = Box(
        minX: corner.x, minY: corner.y, maxX: corner.x + draw(draw(60)), maxY: corner.y + draw(draw(40)))
      for element in try Self.drawn(texture, box) where element.name == "path" {
        let points = Self.points(of: element.attributes["d"] ?? "")
        #expect(!points.isEmpty, "seed 5, round \(round)")
        // Numbers are written with two decimals.
        let room = box.insetBy(-0.01)
        for point in points {
          #expect(
            room.minX...room.maxX ~= point.x && room.minY...room.maxY ~= point.y, "seed 5, round \(round)")
        }
      }
    }
  }

  @Test("Stripes cover the area from corner to corner, six apart")
  func stripes() {
    let box = Box(minX: 0, minY: 0, maxX: 20, maxY: 10)
    let points = Self.points(of: Filling.stripes(across: box))
    let sums = stride(from: 0, to: points.count, by: 2).map { points[$0].x + points[$0].y }
    #expect(sums == [6, 12, 18, 24])
    for (start, end) in zip(points, points.dropFirst()) where start.y > end.y {
      #expect(abs(start.x + start.y - end.x - end.y) < 0.02)
      #expect((start.x == 0 || start.y == 10) && (end.y == 0 || end.x == 20))
    }
  }
}
