import NexusModel
import Testing

@testable import NexusRendering

@Suite("The geometry of a map is what its SVG shows")
struct DrawnNetworkTests {
  @Test(
    "Every symbol, line and name is in the document where it is said to be", arguments: [1, 2] as [UInt64])
  func document(seed: UInt64) throws {
    var map = randomMap(actors: 40, ties: 60, seed: seed)
    for actor in map.actors.indices { map.actors[actor].type = .person }
    let drawn = try map.drawnNetwork()
    let parsed = try ParsedSVG(map.svg())
    let circles = Set(
      parsed.elements.filter { $0.name == "circle" }.map {
        "\($0.attributes["cx"] ?? "") \($0.attributes["cy"] ?? "")"
      })
    for symbol in drawn.symbols {
      #expect(circles.contains("\(svg(symbol.center.x)) \(svg(symbol.center.y))"), "\(symbol.name)")
    }
    let paths = parsed.elements.filter { $0.name == "path" }.compactMap { $0.attributes["d"] }
    #expect(drawn.lines.count == 60)
    for line in drawn.lines {
      let (start, end) = (line.course[0], line.course[line.course.count - 1])
      #expect(start == drawn.symbols[line.source].center && end == drawn.symbols[line.target].center)
      #expect(
        paths.contains {
          $0.hasPrefix("M\(svg(start.x)) \(svg(start.y))") && $0.hasSuffix("\(svg(end.x)) \(svg(end.y))")
        }, "seed \(seed): \(line.source)–\(line.target)")
    }
    let texts = Set(
      parsed.elements.filter { $0.name == "text" }
        .map { "\($0.text) \($0.attributes["x"] ?? "") \($0.attributes["y"] ?? "")" })
    #expect(!drawn.labels.isEmpty)
    for label in drawn.labels {
      let name = label.symbol.map { drawn.symbols[$0].name } ?? ""
      #expect(texts.contains("\(name) \(svg(label.box.center.x)) \(svg(label.box.maxY - 3.2))"), "\(name)")
    }
  }

  @Test("The bow of a transfer is followed by straight pieces")
  func bow() throws {
    let map = NetworkMap(
      title: "T", actors: [.init(name: "A"), .init(name: "B")],
      ties: [.init(source: 0, target: 1, isTransfer: true)])
    let course = try map.drawnNetwork().lines[0].course
    let middle = course[course.count / 2] - (course[0] + course[course.count - 1]) * 0.5
    let length = (course[course.count - 1] - course[0]).length
    // A quadratic curve leaves its chord by half of what its control point does.
    #expect(abs(middle.length - 0.07 * length) < 1e-6 * length)
  }
}
