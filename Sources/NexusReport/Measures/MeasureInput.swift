internal import NexusAlgorithms
public import NexusGraph
public import NexusModel

/// What measures run on: the network, its simple view, and the view without directions.
public struct MeasureInput: Sendable {
  public let network: Network
  public let graph: Graph
  /// The graph without directions: both add up.
  public let skeleton: Graph
  public let options: MeasureOptions
  let structural: ConfidenceRule
  let scoring: ConfidenceRule

  /// - Parameters:
  ///   - structural: evidence to confidence where an ungraded row counts 1.
  ///   - scoring: evidence to confidence in scores, for brokerage.
  public init(
    _ network: Network, structural: ConfidenceRule, scoring: ConfidenceRule,
    options: MeasureOptions = MeasureOptions()
  ) {
    self.network = network
    self.options = options
    self.structural = structural
    self.scoring = scoring
    graph = network.graph(weighedBy: options.strengths == .weighedByConfidence ? structural : nil)
    skeleton = graph.undirectedSum()
  }

  /// What an analysis ran on, with its choices.
  public init(_ analysis: Analysis) {
    var options = MeasureOptions()
    options.lengths = analysis.options.lengths
    options.precision = analysis.options.precision
    options.strengths = analysis.options.strengths
    options.resolution = analysis.options.resolution
    options.seed = analysis.options.seed
    options.threads = analysis.options.threads
    network = analysis.network
    graph = analysis.graph
    skeleton = analysis.graph.undirectedSum()
    structural = analysis.options.structuralRule(for: analysis.network)
    scoring = analysis.options.scoringRule(for: analysis.network)
    self.options = options
  }
}
