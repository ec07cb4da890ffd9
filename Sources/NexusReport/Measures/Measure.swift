/// A measure that `nexus measures` computes: its name, what it is a number of, and its definition.
public struct Measure: Hashable, Sendable {
  /// What a measure gives a value to.
  public enum Subject: String, CaseIterable, Sendable {
    case actor, tie, network
    /// Rows of its own, such as a mixing matrix.
    case table
  }

  /// How its work grows. Large networks are refused or estimated by this.
  public enum Cost: String, CaseIterable, Sendable {
    /// A few passes over the ties.
    case passes
    /// A search from every actor: *n* · *m*.
    case searches
    /// Many networks drawn or shuffled at random.
    case draws
    /// Dense linear algebra: *n*² memory, *n*³ time.
    case dense
  }

  /// Its column, key and name on the command line.
  public let name: String
  public let subject: Subject
  public let cost: Cost
  /// The definition in one line.
  public let definition: String

  init(_ name: String, of subject: Subject = .actor, cost: Cost = .passes, _ definition: String) {
    (self.name, self.subject, self.cost, self.definition) = (name, subject, cost, definition)
  }
}

/// What a measure gave. Nil values are not defined for that actor or tie.
public struct MeasureResult: Sendable {
  public enum Values: Sendable {
    /// In the order of actors.
    case actors([Double?])
    /// In the order of the graph's edges.
    case ties([Double?])
    case network(Double?)
    case table(Table)
  }

  /// How well an estimated measure is known.
  public struct Estimate: Sendable {
    /// What was drawn, in words: "256 random sources".
    public let sample: String
    /// With the probability `confidence` no value is further from the exact one than this.
    public let errorBound: Double
    public let confidence: Double
  }

  public let name: String
  public let values: Values
  /// Nil when the values are exact.
  public private(set) var estimate: Estimate?

  init(_ name: String, _ values: Values) { (self.name, self.values) = (name, values) }

  func estimated(_ estimate: Estimate?) -> MeasureResult {
    var result = self
    result.estimate = estimate
    return result
  }

  static func actors(_ name: String, _ values: [Double]) -> MeasureResult {
    MeasureResult(name, .actors(values.map { $0 }))
  }

  static func actors(_ name: String, _ counts: [Int]) -> MeasureResult {
    MeasureResult(name, .actors(counts.map { Double($0) }))
  }

  static func ties(_ name: String, _ values: [Double]) -> MeasureResult {
    MeasureResult(name, .ties(values.map { $0 }))
  }

  static func network(_ name: String, _ value: Double?) -> MeasureResult {
    MeasureResult(name, .network(value))
  }
}
