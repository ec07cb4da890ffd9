import Testing

@testable import NexusRendering

@Suite("Maps of given places")
struct PlacedMapTests {
  private static func map(_ places: [MapPlace?], ties: [NetworkMap.Tie]) -> NetworkMap {
    var map = NetworkMap(title: "T", actors: places.indices.map { .init(name: "A\($0)") }, ties: ties)
    map.layout = .places(places, graticule: true)
    return map
  }

  private static let places: [MapPlace?] = [MapPlace(x: 10, y: -50), MapPlace(x: 20, y: -40), nil, nil]

  /// The numbers of the ties in groups of an opacity.
  private static func ties(_ document: String, opacity: String) throws -> [String] {
    var found: [String] = []
    var isInside = false
    for element in try ParsedSVG(document).elements {
      if element.name == "g" { isInside = element.attributes["opacity"] == opacity }
      if isInside, let number = element.attributes["data-tie"], !found.contains(number) {
        found.append(number)
      }
    }
    return found
  }

  @Test("Lines to actors without a place are faint, and a note counts them")
  func faint() throws {
    let map = Self.map(
      Self.places,
      ties: [
        .init(source: 0, target: 1), .init(source: 0, target: 2), .init(source: 3, target: 2),
        .init(source: 1, target: 0, isTransfer: true),
      ])
    let document = try map.svg()
    #expect(try Self.ties(document, opacity: "0.18") == ["1", "2"])
    #expect(try Self.ties(document, opacity: "0.85") == ["0", "3"])
    #expect(
      try ParsedSVG(document).texts.contains { $0.contains("2 lines to actors without a place are faint.") })
  }

  @Test("What is brought out stands out wherever its ends are")
  func highlight() throws {
    var map = Self.map(Self.places, ties: [.init(source: 0, target: 1), .init(source: 0, target: 2)])
    map.highlight = .init(name: "Path", actors: [0, 2], ties: [1])
    let document = try map.svg()
    #expect(try Self.ties(document, opacity: "0.18") == ["0"])
    #expect(try !ParsedSVG(document).texts.contains { $0.contains("without a place are faint") })
  }

  @Test("Where everybody has a place, or none was given, no line is faint")
  func plain() throws {
    var map = Self.map(Array(Self.places.prefix(2)), ties: [.init(source: 0, target: 1)])
    #expect(try Self.ties(map.svg(), opacity: "0.18").isEmpty)
    map.layout = .automatic
    map.actors.append(.init(name: "Alone"))
    #expect(try Self.ties(map.svg(), opacity: "0.18").isEmpty)
  }
}
