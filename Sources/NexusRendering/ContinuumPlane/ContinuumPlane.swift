/// A picture of where actors stand between crime and terrorism: method from left to right, motive from below to
/// above, each from −1 (crime) to +1 (terrorism), with the credible interval of both as a cross.
public struct ContinuumPlane: Sendable {
  /// One actor.
  public struct Actor: Sendable {
    public var name: String
    /// What the position is called; known words have a mark of their own, others share one.
    public var label: String
    /// Whether enough was observed to call it so; else the mark is hollow and the cross broken.
    public var isSufficient: Bool
    /// −1...1
    public var method: Double
    public var methodInterval: ClosedRange<Double>
    /// −1...1
    public var motive: Double
    public var motiveInterval: ClosedRange<Double>
    /// Shown when the pointer rests on the mark.
    public var detail: String

    public init(
      name: String, label: String, isSufficient: Bool, method: Double, methodInterval: ClosedRange<Double>,
      motive: Double, motiveInterval: ClosedRange<Double>, detail: String = ""
    ) {
      self.name = name
      self.label = label
      self.isSufficient = isSufficient
      (self.method, self.methodInterval) = (method, methodInterval)
      (self.motive, self.motiveInterval) = (motive, motiveInterval)
      self.detail = detail
    }
  }

  public var title: String
  public var heading = "Position on the continuum in the recorded data, not a finding"
  /// Lines below the picture.
  public var notes: [String]
  public var actors: [Actor]
  /// Where the mixed part of both axes begins and ends, as positions.
  public var mixed = -0.3...0.3
  /// More names are not written.
  public var maximumNames = 40
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "continuum"

  public init(title: String, notes: [String] = [], actors: [Actor]) {
    self.title = title
    self.notes = notes
    self.actors = actors
  }

  /// The picture as one SVG element, fit to stand in a file of its own or in a page. The same values give the same
  /// bytes. O(*n*²) for *n* actors whose names are written, else O(*n*).
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)``.
  public func svg() throws(RenderingError) -> String {
    for (index, actor) in actors.enumerated() {
      let values = [
        ("method", actor.method), ("low end of the method", actor.methodInterval.lowerBound),
        ("high end of the method", actor.methodInterval.upperBound), ("motive", actor.motive),
        ("low end of the motive", actor.motiveInterval.lowerBound),
        ("high end of the motive", actor.motiveInterval.upperBound),
      ]
      for (subject, value) in values where !(-1...1).contains(value) {
        throw .valueOutOfRange(
          subject: "\(subject) of actor", index: index, value: value, expected: "-1...1")
      }
    }
    return PlaneDrawing(self).svg()
  }
}
