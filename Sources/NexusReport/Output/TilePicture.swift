internal import NexusModel
internal import NexusRendering
internal import NexusRisk

extension Analysis {
  /// `tiles.svg`: the countries of the world as squares, coloured by exposure.
  var tileMap: TileMap {
    let tiles = exposure.regions.filter { $0.region.level == .country }.map { region in
      TileMap.Tile(
        code: region.region.code, name: region.region.name, score: region.score?.score,
        grade: region.score == nil ? "" : region.grade.rawValue, isRanked: region.rank != nil,
        note: region.missing?.rawValue
          ?? "\(region.items.counted("item")), \(region.origins.counted("origin"))")
    }
    return TileMap(
      title: "Exposure of countries: \(network.name)",
      notes: [
        "Source: the rows of \(network.name). A country that no row names is not observed, which is not the same as "
          + "low; one that is watched more shows more."
      ] + regionNotes, tiles: tiles)
  }
}
