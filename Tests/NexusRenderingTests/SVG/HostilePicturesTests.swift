import NexusModel
import NexusTestSupport
import Testing

@testable import NexusRendering

@Suite("Hostile names in every picture and format")
struct HostilePicturesTests {
  /// One of each picture, every text of it a hostile name.
  private static func pictures(_ name: String, _ other: String) throws -> [(kind: String, svg: String)] {
    var map = NetworkMap(
      title: name, subtitle: other, notes: [name],
      actors: [
        .init(name: name, role: Role(folding: other), labelPriority: 1, detail: other),
        .init(name: other, labelPriority: 0.5, detail: name), .init(name: name, role: .victim),
      ], ties: [.init(source: 0, target: 1, detail: name), .init(source: 1, target: 2, isTransfer: true)])
    map.colouring = .classes(title: name, names: [name, other])
    map.groups = [.init(name: name, members: [0, 1]), .init(name: other, members: [2])]
    map.highlight = .init(name: name, actors: [0, 1], ties: [0])
    var layers = map
    layers.panels = [.init(title: name, ties: [0]), .init(title: other, ties: [1])]
    let bar = RegionChart.Bar(
      name: name, level: other, score: 40, low: 20, high: 60, grade: name, isRanked: true,
      contributions: [(other, 40)], note: name)
    let tiles = TileMap(
      title: name, notes: [other],
      tiles: [
        .init(code: "TJ", name: name, score: 4, grade: other, note: name),
        .init(code: other, name: other, score: nil, grade: "", note: ""),
      ])
    return [
      ("map", try map.svg()), ("layers", try layers.svg()),
      ("regions", try RegionChart(title: name, notes: [other], bars: [bar]).svg()),
      ("tiles", try tiles.svg()),
      (
        "trend",
        try TrendChart(
          title: name, labels: [name, other], series: [.init(name: other, points: [nil, .init(value: 5)])]
        ).svg()
      ),
    ]
  }

  @Test("Every SVG is XML in which nothing runs, loads or links", arguments: HostileNames.all)
  func svg(name: String) throws {
    for other in [HostileNames.all[0], HostileNames.all[10]] {
      for picture in try Self.pictures(name, other) {
        #expect(try ParsedSVG(picture.svg).isInert, "\(picture.kind)")
      }
    }
  }

  @Test("Every picture becomes PNG and PDF without actions", arguments: [0, 6, 11, 13, 23])
  func pages(number: Int) throws {
    let names = HostileNames.all
    for picture in try Self.pictures(names[number], names[(number + 1) % names.count]) {
      do throws(RasterizerError) {
        let png = try Rasterizer.bytes(ofSVG: picture.svg, as: .png, scale: 0.5)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]) && png.count > 2_000, "\(picture.kind)")
        let pdf = String(decoding: try Rasterizer.bytes(ofSVG: picture.svg, as: .pdf), as: UTF8.self)
        #expect(pdf.hasPrefix("%PDF") && pdf.contains("%%EOF"), "\(picture.kind)")
        for action in ["/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction"] {
          #expect(!pdf.contains(action), "\(picture.kind): \(action)")
        }
      } catch {
        guard case .missing = error else {
          Issue.record("\(picture.kind): \(error)")
          return
        }
      }
    }
  }
}
