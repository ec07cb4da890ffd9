public import NexusModel

/// A number of nexus with what it is made of, the rows behind it, and what it would be without each of them.
public struct Explanation: Sendable {
  /// The id of the actor, the code of the region, or both ids of the pair.
  public var subject: String
  /// What the subject is, in words.
  public var about: String
  public var measure: String
  /// Nil where the measure is not defined for the subject; a note says why.
  public var value: Double?
  /// What the value is made of; the parts sum to it.
  public var contributions: [Part] = []
  /// What the parts are, or why there are none.
  public var contributionNote: String
  /// The rows that were tried, by falling effect, then in reading order.
  public var evidence: [RowEffect] = []
  /// Which rows were looked for, and what stays as it is while one is left out.
  public var evidenceNote: String
  /// Rows that could matter, of which the first were tried.
  public var rowsFound = 0
  public var rowsTried = 0
  public var formula: String
  /// The defaults that the value depends on.
  public var defaults: [String] = []
  public var notes: [String] = []
  /// The measures that the subject could be asked for.
  public var measures: [String]

  /// One part of a value.
  public struct Part: Hashable, Sendable {
    public var name: String
    public var value: Double

    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// A row of the input and its effect on the value.
  public struct RowEffect: Sendable {
    public var row: RowID
    /// `file:line`
    public var place: String
    /// What the row says, in a few words.
    public var says: String
    /// The weight of the row's strongest item, 0...1.
    public var confidence: Double
    public var stance: Evidence.Stance
    /// Nil where the value is then not defined.
    public var valueWithout: Double?
  }
}

/// How a number is explained.
public struct ExplanationOptions: Sendable {
  /// The defaults of the analysis that the number comes from.
  public var analysis = AnalysisOptions()
  /// What an outside source says of regions, for their risk index.
  public var indicators = RegionIndicators()
  /// How many rows are left out in turn.
  public var rows = Rows.bounded

  public enum Rows: Sendable {
    /// As many as take some seconds, at least 1 and at most 400; the result says how many of how many.
    case bounded
    case all
  }

  public init() {}
}

extension Explanation {
  /// What is said with every number about an actor that is, or may be, a person.
  static let association =
    "Association is not involvement: this number says where recorded ties place the actor, and is no finding about "
    + "a person."
}
