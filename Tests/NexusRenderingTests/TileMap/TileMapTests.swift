import NexusModel
import Testing

@testable import NexusRendering

@Suite("Map of one square a country")
struct TileMapTests {
  private static func tile(
    _ code: String, _ score: Double?, grade: String = "A", isRanked: Bool = true
  ) -> TileMap.Tile {
    TileMap.Tile(code: code, name: code, score: score, grade: grade, isRanked: isRanked)
  }

  @Test("Every country of M49 has a square of its own")
  func complete() {
    let codes = Set(WorldTiles.cells.keys)
    let areas = ["002", "009", "019", "142", "150"].compactMap { Region(resolving: $0) }
    let countries = Set(areas.flatMap(\.countries).map(\.code)).union(["AQ"])
    // CLDR lists some islands that are no country of ISO 3166.
    let unofficial: Set = ["AC", "CP", "DG", "EA", "IC", "TA", "CQ"]
    #expect(countries.subtracting(unofficial).subtracting(codes).isEmpty)
    #expect(codes.subtracting(countries).isEmpty)
    #expect(codes.count == 250, "249 of ISO 3166, and XK")
    #expect(Set(WorldTiles.cells.values).count == codes.count, "no two share a cell")
    for cell in WorldTiles.cells.values {
      #expect(
        (0..<WorldTiles.columnCount).contains(cell.column) && (0..<WorldTiles.rowCount).contains(cell.row))
    }
  }

  @Test(
    "Neighbours are near each other",
    arguments: [
      ("KZ", "UZ"), ("TJ", "AF"), ("TJ", "KG"), ("AF", "PK"), ("IR", "AF"), ("RU", "KZ"), ("CN", "MN"),
      ("IN", "PK"),
      ("MX", "US"), ("US", "CA"), ("CO", "VE"), ("FR", "DE"), ("ES", "PT"), ("LY", "TN"), ("ML", "NE"),
      ("SO", "KE"),
      ("SY", "IQ"), ("TR", "SY"), ("MM", "TH"), ("AU", "NZ"), ("ZA", "MZ"), ("NG", "CM"), ("UA", "RU"),
      ("AZ", "GE"),
    ])
  func neighbours(first: String, second: String) throws {
    let (a, b) = (try #require(WorldTiles.cells[first]), try #require(WorldTiles.cells[second]))
    #expect(abs(a.column - b.column) <= 2 && abs(a.row - b.row) <= 2, "\(first) and \(second)")
  }

  @Test("What lies north or west of another in the world does so on the map")
  func directions() throws {
    for (north, south) in [
      ("NO", "IT"), ("RU", "IN"), ("CA", "MX"), ("EG", "ZA"), ("CN", "AU"), ("IT", "TN"),
    ] {
      #expect(try #require(WorldTiles.cells[north]).row < #require(WorldTiles.cells[south]).row)
    }
    for (west, east) in [("US", "GB"), ("PT", "TR"), ("SN", "SO"), ("IR", "CN"), ("IN", "PH"), ("BR", "AO")] {
      #expect(try #require(WorldTiles.cells[west]).column < #require(WorldTiles.cells[east]).column)
    }
  }

  @Test("A score colours its square, text on it is legible, and its title says what is known")
  func tiles() throws {
    let map = TileMap(
      title: "T",
      tiles: [Self.tile("TJ", 87.4), Self.tile("AF", 12, grade: "D", isRanked: false), Self.tile("UZ", nil)])
    let parsed = try ParsedSVG(map.svg())
    #expect(parsed.titles.contains("\u{2068}TJ\u{2069}: score 87, grade A"))
    #expect(parsed.titles.contains("\u{2068}AF\u{2069}: score 12, grade D, not ranked"))
    #expect(parsed.titles.contains("\u{2068}UZ\u{2069}: not observed"))
    #expect(parsed.titles.contains("\u{2068}Chad\u{2069}: not observed. no row names it"))
    #expect(parsed.texts.contains("Grade D: too little evidence for a rank"))
    let squares = parsed.elements.filter { $0.name == "rect" && $0.attributes["width"] == "30" }
    #expect(squares.count == 250)
    #expect(squares.count { $0.attributes["fill"] == "#253494" } == 1)
    #expect(squares.count { $0.attributes["fill"] == "#ffffcc" } == 1)
    #expect(squares.count { $0.attributes["fill"] == "#fafafa" } == 248)
    #expect(
      parsed.elements.count { $0.attributes["stroke-dasharray"] != nil } == 2, "the tile and the legend")
  }

  @Test("Classes are equal steps; a border belongs to the class above, 100 to the last")
  func classes() {
    #expect(
      [0, 19.9, 20, 59.9, 60, 80, 100].map { ScoreRamp.level(of: $0).range } == [
        "0–20", "0–20", "20–40", "40–60", "60–80", "80–100", "80–100",
      ])
  }

  @Test("Regions of their own stand below the map, as many as there is room for")
  func others() throws {
    var map = TileMap(title: "T", tiles: (0..<30).map { Self.tile("Province \($0)", Double($0)) })
    var parsed = try ParsedSVG(map.svg())
    #expect(parsed.texts.contains("Province 0") && parsed.texts.contains("… and 18 more, not drawn"))
    #expect(parsed.elements.count { $0.name == "rect" && $0.attributes["width"] == "30" } == 262)
    map.tiles = []
    parsed = try ParsedSVG(map.svg())
    #expect(!parsed.texts.contains { $0.contains("without a place") })
  }

  @Test("Hostile names stay text")
  func hostile() throws {
    for name in hostileNames {
      var map = TileMap(title: name, notes: [name], tiles: [])
      map.heading = name
      map.tiles = [
        TileMap.Tile(code: name, name: name, score: 3, grade: name, note: name),
        TileMap.Tile(code: "TJ", name: name, score: nil, grade: name, note: name),
      ]
      let document = try map.svg()
      #expect(try ParsedSVG(document).isInert)
      #expect(!document.contains("<script"))
    }
  }

  @Test(
    "Values off the scale are refused; the same values give the same bytes",
    arguments: [-1, 101, .nan, .infinity])
  func errors(score: Double) throws {
    #expect(throws: RenderingError.self) { try TileMap(title: "T", tiles: [Self.tile("TJ", score)]).svg() }
    let map = TileMap(title: "T", tiles: [Self.tile("TJ", 4), Self.tile("X", 5)])
    #expect(try map.svg() == map.svg())
  }
}
