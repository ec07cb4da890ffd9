public import NexusModel

/// A picture of what is dated: ties and transfers over time, in lanes, each as finely as its date is known.
///
/// A lane whose marks would stand too deep shows how many begin in each month, year or other step instead.
public struct Timeline: Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable { case tie, transfer }

  /// A row of the picture.
  public struct Lane: Sendable {
    public var name: String
    /// How many of its ties and transfers bear no date, and have no mark.
    public var undated: Int

    public init(name: String, undated: Int = 0) {
      self.name = name
      self.undated = undated
    }
  }

  /// One tie or transfer.
  public struct Item: Sendable {
    /// The position of its lane.
    public var lane: Int
    public var kind: Kind
    /// Whether it joins terrorism and organised crime.
    public var isCrossing: Bool
    public var start: Instant
    /// The same as `start` where one date is all there is.
    public var end: Instant
    /// What a viewer shows when the pointer rests on the mark, after the dates.
    public var detail: String

    public init(
      lane: Int, kind: Kind, isCrossing: Bool = false, start: Instant, end: Instant? = nil, detail: String
    ) {
      self.lane = lane
      self.kind = kind
      self.isCrossing = isCrossing
      self.start = start
      self.end = max(start, end ?? start)
      self.detail = detail
    }
  }

  public var title: String
  public var heading: String
  public var lanes: [Lane]
  public var items: [Item]
  /// The day on which ages and momentum are measured.
  public var referenceDay: Instant?
  /// Lines below the picture; the first of them names the source.
  public var notes: [String]
  /// A lane in which marks would stand deeper is drawn as counts.
  public var maximumDepth = 12
  /// With more marks, the lanes of most marks are drawn as counts until no more are left.
  public var maximumMarks = 2_500
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "timeline"

  public init(
    title: String, heading: String, lanes: [Lane], items: [Item], referenceDay: Instant? = nil,
    notes: [String] = []
  ) {
    self.title = title
    self.heading = heading
    self.lanes = lanes
    self.items = items
    self.referenceDay = referenceDay
    self.notes = notes
  }

  /// The picture as one SVG element. The same values give the same bytes. O(*n* log *n*).
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)`` for an item in no lane.
  public func svg() throws(RenderingError) -> String {
    for (index, item) in items.enumerated() where !lanes.indices.contains(item.lane) {
      throw .valueOutOfRange(
        subject: "lane of item", index: index, value: Double(item.lane), expected: "0..<\(lanes.count)")
    }
    return TimelineDrawing(self).svg()
  }
}
