public import NexusModel

/// A picture of amounts on their way through two or three columns: bands as high as the amount (Sankey diagram).
///
/// One panel for each unit, for amounts of several currencies cannot share a scale. Stops of a column are ordered so
/// that bands cross little.
public struct FlowDiagram: Sendable {
  /// One place of a column.
  public struct Stop: Hashable, Sendable {
    /// nil: the data do not say.
    public var name: String?
    /// A stop that is a role has its colour of the network map.
    public var role: Role?

    public init(_ name: String?, role: Role? = nil) {
      self.name = name
      self.role = role
    }
  }

  /// What went one way through the columns.
  public struct Band: Sendable {
    /// One stop a column.
    public var stops: [Stop]
    /// > 0
    public var amount: Double
    public var transfers: Int

    public init(stops: [Stop], amount: Double, transfers: Int) {
      self.stops = stops
      self.amount = amount
      self.transfers = transfers
    }
  }

  /// The bands of one unit.
  public struct Panel: Sendable {
    /// `EUR`, or what the sums are in.
    public var unit: String
    /// Transfers, amount, period: what the panel holds.
    public var subtitle: String
    public var bands: [Band]

    public init(unit: String, subtitle: String, bands: [Band]) {
      self.unit = unit
      self.subtitle = subtitle
      self.bands = bands
    }
  }

  public var title: String
  public var subtitle: String
  /// The headings of the columns, two or more.
  public var columns: [String]
  public var panels: [Panel]
  /// Lines below the picture.
  public var notes: [String]
  /// Smaller stops of a column become one.
  public var maximumStops = 12
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "flows"

  public init(title: String, subtitle: String, columns: [String], panels: [Panel], notes: [String]) {
    self.title = title
    self.subtitle = subtitle
    self.columns = columns
    self.panels = panels
    self.notes = notes
  }

  /// The picture as one SVG element, fit to stand in a file of its own or in a page. The same values give the same
  /// bytes. O(*b* log *b*) for *b* bands.
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)``.
  public func svg() throws(RenderingError) -> String {
    for band in panels.lazy.flatMap(\.bands) {
      guard band.amount >= 0, band.amount.isFinite else {
        throw .valueOutOfRange(
          subject: "amount of band", index: 0, value: band.amount, expected: "a finite number from 0")
      }
      precondition(band.stops.count == columns.count, "A band has one stop for each column.")
    }
    return FlowDrawing(self).svg()
  }
}
