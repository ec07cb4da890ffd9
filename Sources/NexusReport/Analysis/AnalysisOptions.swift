public import NexusAlgorithms
public import NexusFlows
public import NexusModel

/// The choices behind an analysis. All of them stand in `analysis.json`, and those that change results in the
/// manifest.
public struct AnalysisOptions: Sendable {
  /// What a row with neither grade nor confidence counts for regions, pairs and brokerage.
  public var defaultConfidence = 0.5
  /// Years in which evidence loses half its weight; nil: it does not age.
  public var halfLife: Double?
  /// The day on which ages and momentum are measured; nil: the newest date of the data.
  public var asOf: Instant?
  /// Groups of regions that are scored as one more level.
  public var grouping: RegionGrouping?
  /// Exchange rates by which amounts of several currencies enter the scores of regions and the sums of flows.
  public var rates: Rates?
  /// Whether strengths are multiplied by confidence.
  public var strengths = Strengths.asRead
  public var lengths = PathLengths.hops
  public var precision = PathPrecision.automatic
  public var quality = LeidenOptions.Quality.modularity
  public var resolution = 1.0
  /// How many networks are drawn for the intervals of actors' ranks; nil: 500, or as many as a large network allows;
  /// 0: none.
  public var rankDraws: Int?
  /// Draws behind the intervals of regional scores; 0: none.
  public var draws = 2000
  public var seed: UInt64 = 1
  /// Files beside the data set that change results, such as a table of groups: the manifest lists them.
  public var furtherInputs: [(name: String, bytes: [UInt8])] = []
  /// How many threads work at once, nil for one a processor. It never changes a result.
  public var threads: Int?

  public enum Strengths: Sendable { case asRead, weighedByConfidence }

  public init() {}
}
