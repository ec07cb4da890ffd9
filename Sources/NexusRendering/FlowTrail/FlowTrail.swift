public import NexusModel

/// A picture of the way that money of a source took: actors in columns by how many payments they are away from the
/// source, payments between them as bands as wide as their amount, of which the dark part is from the source.
public struct FlowTrail: Sendable {
  /// An actor.
  public struct Stop: Sendable {
    public var name: String
    public var role: Role
    /// The least payments from the source; 0 is the source itself.
    public var hops: Int

    public init(name: String, role: Role, hops: Int) {
      (self.name, self.role, self.hops) = (name, role, hops)
    }
  }

  /// All payments from one actor to another.
  public struct Band: Sendable {
    /// Positions in ``FlowTrail/stops``.
    public var payer: Int
    public var payee: Int
    /// What arrived, and what of it is from the source. 0 ≤ traced ≤ amount.
    public var amount: Double
    public var traced: Double
    /// What a viewer shows when the pointer rests on it.
    public var note: String

    public init(payer: Int, payee: Int, amount: Double, traced: Double, note: String) {
      (self.payer, self.payee, self.amount, self.traced, self.note) = (payer, payee, amount, traced, note)
    }
  }

  public var title: String
  public var subtitle: String
  public var stops: [Stop]
  public var bands: [Band]
  /// Lines below the picture.
  public var notes: [String]
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "trail"

  public init(title: String, subtitle: String, stops: [Stop], bands: [Band], notes: [String]) {
    (self.title, self.subtitle, self.stops, self.bands, self.notes) = (title, subtitle, stops, bands, notes)
  }

  /// The picture as one SVG element. The same values give the same bytes. O(*b* log *b*) for *b* bands.
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)``.
  public func svg() throws(RenderingError) -> String {
    for (index, band) in bands.enumerated() {
      guard band.amount >= 0, band.amount.isFinite else {
        throw .valueOutOfRange(
          subject: "amount of band", index: index, value: band.amount, expected: "a finite number from 0")
      }
      guard band.traced >= 0, band.traced <= band.amount * (1 + 1e-9) else {
        throw .valueOutOfRange(
          subject: "traced part of band", index: index, value: band.traced, expected: "0 to the amount")
      }
    }
    return TrailDrawing(self, TrailLayout(self)).picture
  }
}
