/// What an outside source says of regions: their vulnerability, and the consequence or lack of coping, 0 to 100.
///
/// A level has the values of its own row or none: those of countries are never averaged into a region.
public struct RegionIndicators: Sendable {
  /// What one row says of one region.
  public struct Entry: Hashable, Sendable {
    public var vulnerability: Double?
    public var consequence: Double?
    /// Whether it is on record that non-state actors control territory; nil where the source does not say.
    public var territorialControl: Bool?
    /// `file:line`
    public var row: String

    public init(
      vulnerability: Double?, consequence: Double?, territorialControl: Bool? = nil, row: String
    ) {
      (self.vulnerability, self.consequence) = (vulnerability, consequence)
      (self.territorialControl, self.row) = (territorialControl, row)
    }
  }

  public private(set) var entries: [Region: Entry] = [:]

  public init() {}

  public var isEmpty: Bool { entries.isEmpty }

  public subscript(region: Region) -> Entry? {
    get { entries[region] }
    set { entries[region] = newValue }
  }
}
