import NexusModel

/// Writes the picture of a ``TileMap``.
struct TileDrawing: Sendable {
  private let map: TileMap
  private let titleLines: [String]
  /// The tiles of the data that have a place, by code; of several of one code the first.
  private let placed: [String: TileMap.Tile]
  /// Those that have none, in the order in which they were given.
  private let others: [TileMap.Tile]

  private static let width = 1_100.0
  private static let margin = 32.0
  private static let side = 30.0
  private static let step = 32.0
  private static let left = (width - step * Double(WorldTiles.columnCount) + step - side) / 2
  private static let otherWidth = 256.0
  private static let otherColumns = 4

  init(_ map: TileMap) {
    self.map = map
    titleLines = DisplayText.lines(
      map.title, width: Self.width - 2 * Self.margin, size: 24, weight: .bold, maximumLines: 2)
    placed = Dictionary(
      map.tiles.filter { WorldTiles.cells[$0.code] != nil }.map { ($0.code, $0) },
      uniquingKeysWith: { first, _ in first })
    others = map.tiles.filter { WorldTiles.cells[$0.code] == nil }
  }

  func svg() -> String {
    let notes = map.notes.flatMap { DisplayText.lines($0, width: Self.width - 2 * Self.margin, size: 11) }
    let legendTop = 24 + Double(titleLines.count) * 30 + 34
    let legend = legend
    let mapTop = legendTop + legend.height + 18
    let othersTop = mapTop + Self.step * Double(WorldTiles.rowCount) + 14
    let bottom = othersTop + heightOfOthers
    return SVGDocument.picture(
      width: Self.width, height: bottom + (notes.isEmpty ? 10 : 26) + Double(notes.count) * 15.5,
      identifier: map.identifier, title: DisplayText.clean(map.title), description: summary
    ) { document in
      drawHead(in: &document)
      drawLegend(legend, top: legendTop, in: &document)
      for (code, cell) in WorldTiles.cells.sorted(by: {
        ($0.value.row, $0.value.column) < ($1.value.row, $1.value.column)
      }) {
        let place = Point(
          x: Self.left + Self.step * Double(cell.column), y: mapTop + Self.step * Double(cell.row))
        draw(tile(of: code), at: place, in: &document)
      }
      drawOthers(top: othersTop, in: &document)
      for (position, line) in notes.enumerated() {
        document.text(
          line, at: Point(x: Self.margin, y: bottom + 19 + Double(position) * 15.5), size: 11, fill: Ink.quiet
        )
      }
    }
  }

  /// The tile of a country: of the data, or silent.
  private func tile(of code: String) -> TileMap.Tile {
    placed[code]
      ?? TileMap.Tile(
        code: code, name: Region(resolving: code)?.name ?? code, score: nil, note: "no row names it")
  }

  private var summary: String {
    let scored = map.tiles.filter { $0.score != nil }
    let observed = scored.count { WorldTiles.cells[$0.code] != nil }
    return [
      DisplayText.clean(map.heading) + ".",
      "Map of the world with a square for each of \(WorldTiles.cells.count) countries: "
        + "\(Numerals.count(observed)) coloured by score, \(Numerals.count(scored.count { !$0.isRanked })) of all with "
        + "too little evidence for a rank, the others not observed.",
    ].joined(separator: " ") + map.notes.map { " " + DisplayText.clean($0, limit: 2_000) }.joined()
  }

  private func drawHead(in document: inout SVGDocument) {
    var y = 50.0
    for line in titleLines {
      document.text(line, at: Point(x: Self.margin, y: y), size: 24, weight: .bold)
      y += 30
    }
    let heading = DisplayText.shortened(map.heading, toWidth: Self.width - 2 * Self.margin, size: 14)
    document.text(heading, at: Point(x: Self.margin, y: y - 5), size: 14, fill: Ink.quiet)
  }

  /// Of what is not observed.
  private static let silent = Filling(colour: "#fafafa", texture: .stripes, ink: "#dcdcdc")

  // MARK: Legend

  private var legend: LegendRow {
    func entry(_ text: String, filling: Filling, ink: String = Ink.text, isRanked: Bool = true) -> LegendEntry
    {
      LegendEntry(text: text) { middle, document in
        square(
          x: middle.x - 7.5, y: middle.y - 7.5, side: 15, filling: filling, isRanked: isRanked, ink: ink,
          in: &document)
      }
    }
    var entries = ScoreRamp.classes.map { entry($0.range, filling: Filling(colour: $0.fill), ink: $0.ink) }
    if map.tiles.contains(where: { $0.score != nil && !$0.isRanked }) {
      entries.append(
        entry("Grade D: too little evidence for a rank", filling: Filling(colour: "#ffffff"), isRanked: false)
      )
    }
    entries.append(entry("Not observed (not the same as low)", filling: Self.silent))
    return LegendRow(entries, swatchWidth: 15, width: Self.width - 2 * Self.margin - Self.legendHead)
  }

  /// Room of the word before the legend.
  private static let legendHead = 42.0

  private func drawLegend(_ legend: LegendRow, top: Double, in document: inout SVGDocument) {
    document.text("Score", at: Point(x: Self.margin, y: top + 11), size: 11.5)
    legend.draw(in: &document, left: Self.margin + Self.legendHead, top: top - 4)
  }

  // MARK: Tiles

  private func draw(_ tile: TileMap.Tile, at place: Point, in document: inout SVGDocument) {
    let middle = place.x + Self.side / 2
    document.element("g", [:]) { document in
      document.element("title", [:], text: title(of: tile))
      guard let score = tile.score else {
        square(
          x: place.x, y: place.y, side: Self.side, filling: Self.silent, isRanked: true, ink: Ink.text,
          in: &document)
        document.text(
          tile.code, at: Point(x: middle, y: place.y + 19), size: 10.5, anchor: .middle, fill: "#767676")
        return
      }
      let level = ScoreRamp.level(of: score)
      square(
        x: place.x, y: place.y, side: Self.side, filling: Filling(colour: level.fill),
        isRanked: tile.isRanked, ink: level.ink,
        in: &document)
      document.text(
        tile.code, at: Point(x: middle, y: place.y + 14), size: 11, anchor: .middle, weight: .bold,
        fill: level.ink)
      document.text(
        "\(Int(score.rounded()))", at: Point(x: middle, y: place.y + 25.5), size: 9.5, anchor: .middle,
        fill: level.ink)
    }
  }

  /// A square; one whose score has no rank has a dashed frame inside.
  private func square(
    x: Double, y: Double, side: Double, filling: Filling, isRanked: Bool, ink: String,
    in document: inout SVGDocument
  ) {
    filling.draw(
      Box(minX: x, minY: y, maxX: x + side, maxY: y + side), frame: Ink.rule, frameWidth: "0.6", in: &document
    )
    guard !isRanked else { return }
    document.element(
      "rect",
      [
        "x": NexusRendering.svg(x + 1.5), "y": NexusRendering.svg(y + 1.5),
        "width": NexusRendering.svg(side - 3), "height": NexusRendering.svg(side - 3), "fill": "none",
        "stroke": ink, "stroke-width": "1.1", "stroke-dasharray": "2.5 2",
      ])
  }

  private func title(of tile: TileMap.Tile) -> String {
    var facts = [
      tile.score.map { "score \(Int($0.rounded()))" } ?? "not observed"
    ]
    if tile.score != nil {
      if !tile.grade.isEmpty { facts.append("grade \(DisplayText.clean(tile.grade, limit: 3))") }
      if !tile.isRanked { facts.append("not ranked") }
    }
    let note = DisplayText.clean(tile.note, limit: 400)
    let name = "\u{2068}\(DisplayText.clean(tile.name))\u{2069}"
    return "\(name): \(facts.joined(separator: ", "))\(note.isEmpty ? "" : ". \(note)")"
  }

  // MARK: Regions without a place

  private var drawnOthers: ArraySlice<TileMap.Tile> { others.prefix(max(0, map.maximumOthers)) }

  private var heightOfOthers: Double {
    guard !others.isEmpty else { return 0 }
    let rows = (drawnOthers.count + Self.otherColumns - 1) / Self.otherColumns
    return 26 + Double(rows) * 38 + (others.count > drawnOthers.count ? 20 : 0)
  }

  private func drawOthers(top: Double, in document: inout SVGDocument) {
    guard !others.isEmpty else { return }
    document.text(
      "Regions without a place on this map", at: Point(x: Self.margin, y: top + 14), size: 12, weight: .bold)
    for (position, tile) in drawnOthers.enumerated() {
      let (row, column) = position.quotientAndRemainder(dividingBy: Self.otherColumns)
      let place = Point(
        x: Self.margin + Self.otherWidth * Double(column), y: top + 26 + 38 * Double(row))
      var short = tile
      short.code = DisplayText.shortened(tile.code, toWidth: Self.side - 4, size: 11, weight: .bold)
      draw(short, at: place, in: &document)
      document.text(
        DisplayText.shortened(tile.name, toWidth: Self.otherWidth - Self.side - 20, size: 11.5),
        at: Point(x: place.x + Self.side + 8, y: place.y + 19), size: 11.5)
    }
    if others.count > drawnOthers.count {
      document.text(
        "… and \(Numerals.count(others.count - drawnOthers.count)) more, not drawn",
        at: Point(x: Self.margin, y: top + heightOfOthers - 4), size: 11.5, fill: Ink.quiet)
    }
  }
}
