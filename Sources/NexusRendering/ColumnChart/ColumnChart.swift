/// A picture of values by category: a column for each, or several side by side.
public struct ColumnChart: Sendable {
  /// One value for each category.
  public struct Series: Sendable {
    public var name: String
    public var values: [Double]

    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public var title: String
  /// What the categories are, below them.
  public var categoryAxis: String
  /// What the height of a column is, with its unit.
  public var valueAxis: String
  public var labels: [String]
  /// At most three are told apart.
  public var series: [Series]
  public var notes: [String]
  /// What ids in the document begin with; two pictures in one page need two.
  public var identifier: String

  public init(
    title: String, categoryAxis: String, valueAxis: String, labels: [String], series: [Series],
    notes: [String] = [], identifier: String
  ) {
    self.title = title
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.labels = labels
    self.series = series
    self.notes = notes
    self.identifier = identifier
  }

  /// The picture as one SVG element. The same values give the same bytes. O(values).
  ///
  /// - Throws: ``RenderingError/valueOutOfRange(subject:index:value:expected:)`` for a value below 0 or not finite.
  /// - Precondition: every series has a value for each label.
  public func svg() throws(RenderingError) -> String {
    for line in series {
      precondition(line.values.count == labels.count, "A series has one value for each label.")
      for (index, value) in line.values.enumerated() where !(value >= 0 && value.isFinite) {
        throw .valueOutOfRange(
          subject: "value of column", index: index, value: value, expected: "0 or more")
      }
    }
    return ColumnDrawing(self).svg()
  }
}
