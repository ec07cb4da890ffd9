/// A picture of what is observed in each region: ranked bars of contributions from 0 to 100, with intervals.
///
/// Bars are grouped by level, countries first. Within a level the ranked ones come first, by falling score; below
/// a dividing line stand those with too little evidence for a rank, then those where nothing is observed.
public struct RegionChart: Sendable {
  /// One region.
  public struct Bar: Sendable {
    public var name: String
    /// `country`, `subregion`, `region`, `world`, or any other word as a level of its own.
    public var level: String
    /// 0...100; nil: not observed.
    public var score: Double?
    /// The ends of the interval, 0...100.
    public var low: Double?
    public var high: Double?
    /// `A` to `D`.
    public var grade: String
    public var isRanked: Bool
    /// The parts that add up to the score, each ≥ 0, in the order in which they are stacked.
    public var contributions: [(name: String, value: Double)]
    /// Why it is not ranked, or anything else worth saying of it.
    public var note: String

    public init(
      name: String, level: String = "country", score: Double?, low: Double? = nil, high: Double? = nil,
      grade: String = "", isRanked: Bool = true, contributions: [(name: String, value: Double)] = [],
      note: String = ""
    ) {
      self.name = name
      self.level = level
      self.score = score
      self.low = low
      self.high = high
      self.grade = grade
      self.isRanked = isRanked
      self.contributions = contributions
      self.note = note
    }
  }

  public var title: String
  public var heading = "Observed exposure, not overall risk"
  /// Lines below the picture.
  public var notes: [String]
  public var bars: [Bar]
  /// More of one level are not drawn, and a line says how many.
  public var maximumBarsPerLevel = 40
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "regions"

  public init(title: String, notes: [String] = [], bars: [Bar]) {
    self.title = title
    self.notes = notes
    self.bars = bars
  }

  /// The picture as one SVG element, fit to stand in a file of its own or in a page. The same values give the same
  /// bytes. O(*n* log *n*).
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)``.
  public func svg() throws(RenderingError) -> String {
    try validate()
    return RegionDrawing(self).svg()
  }

  private func validate() throws(RenderingError) {
    for (index, bar) in bars.enumerated() {
      for (subject, value) in [("score", bar.score), ("low end", bar.low), ("high end", bar.high)] {
        guard let value, !(0...100.000001).contains(value) else { continue }
        throw .valueOutOfRange(
          subject: "\(subject) of region", index: index, value: value, expected: "0...100")
      }
      for part in bar.contributions where !(0...100.000001).contains(part.value) {
        throw .valueOutOfRange(
          subject: "contribution to region", index: index, value: part.value, expected: "0...100")
      }
    }
  }
}
