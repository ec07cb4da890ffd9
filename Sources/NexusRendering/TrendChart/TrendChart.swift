/// A picture of values from 0 to 100 over consecutive periods: one line a series, with intervals.
///
/// A period in which a series has no value leaves a gap in its line: it is not drawn as 0.
public struct TrendChart: Sendable {
  /// A value, and where it may lie.
  public struct Point: Hashable, Sendable {
    public var value: Double
    public var low: Double?
    public var high: Double?

    public init(value: Double, low: Double? = nil, high: Double? = nil) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// One line: a value for each period, nil where nothing was observed.
  public struct Series: Sendable {
    public var name: String
    public var points: [Point?]

    public init(name: String, points: [Point?]) {
      self.name = name
      self.points = points
    }
  }

  public var title: String
  public var heading = "Observed exposure, not overall risk"
  /// The periods, the oldest first.
  public var labels: [String]
  public var series: [Series]
  public var notes: [String]
  /// More are not drawn, and a line says how many. Those with the highest last values are.
  public var maximumSeries = 8
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier = "trend"

  public init(title: String, labels: [String], series: [Series], notes: [String] = []) {
    self.title = title
    self.labels = labels
    self.series = series
    self.notes = notes
  }

  /// The picture as one SVG element. The same values give the same bytes. O(*n* log *n*).
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)``.
  /// - Precondition: every series has a point or nil for each period.
  public func svg() throws(RenderingError) -> String {
    for (index, line) in series.enumerated() {
      precondition(line.points.count == labels.count, "A series has one point for each period.")
      for point in line.points.compactMap({ $0 }) {
        for value in [point.value, point.low, point.high].compactMap({ $0 })
        where !(0...100.000001).contains(value) {
          throw .valueOutOfRange(subject: "value of series", index: index, value: value, expected: "0...100")
        }
      }
    }
    return TrendDrawing(self).svg()
  }
}
