internal import NexusModel

/// A map of the world with one square a country, coloured by score: no country looks important for its area.
///
/// Countries that the data do not name are hatched like those where nothing is observed, which is not the same as
/// low. Regions that have no place on the map stand in a row below it.
public struct TileMap: Sendable {
  /// One region of the data.
  public struct Tile: Sendable {
    /// ISO 3166 alpha-2, or the name of a region of its own.
    public var code: String
    public var name: String
    /// 0...100; nil: not observed.
    public var score: Double?
    /// `A` to `D`.
    public var grade: String
    /// Whether there is evidence enough for a rank.
    public var isRanked: Bool
    /// Anything else worth saying of it.
    public var note: String

    public init(
      code: String, name: String, score: Double?, grade: String = "", isRanked: Bool = true, note: String = ""
    ) {
      self.code = code
      self.name = name
      self.score = score
      self.grade = grade
      self.isRanked = isRanked
      self.note = note
    }
  }

  public var title: String
  public var heading = "Observed exposure, not overall risk: one square a country"
  /// Lines below the picture; the first of them names the source.
  public var notes: [String]
  public var tiles: [Tile]
  /// More regions without a place on the map are not drawn, and a line says how many.
  public var maximumOthers = 12
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "tiles"

  public init(title: String, notes: [String] = [], tiles: [Tile]) {
    self.title = title
    self.notes = notes
    self.tiles = tiles
  }

  /// The picture as one SVG element, fit to stand in a file of its own or in a page. The same values give the same
  /// bytes. O(*n* log *n*).
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)``.
  public func svg() throws(RenderingError) -> String {
    for (index, tile) in tiles.enumerated() {
      guard let score = tile.score, !(0...100.000001).contains(score) else { continue }
      throw .valueOutOfRange(subject: "score of tile", index: index, value: score, expected: "0...100")
    }
    return TileDrawing(self).svg()
  }
}
