public import NexusModel
public import NexusRisk

/// What `nexus links` looks for.
public struct LinksOptions: Sendable {
  /// How chains are looked for, and how evidence becomes confidence.
  public var paths = EvidencePathOptions()
  /// Whether pairs that only coexist are listed as well.
  public var pairs = PairsListed.withDirectTie
  /// How many of the strongest indirect links to list; 0: none.
  public var indirectLinks = 0
  /// The day that parts the two windows of time; nil: the middle of the dated observations.
  public var split: Instant?
  /// The Bayesian reading of the stages; nil: left out.
  public var stageModel: StageModel?

  public enum PairsListed: Sendable { case withDirectTie, coexistingToo }

  public init() {}
}

/// Where crime and terror meet in a data set: pairs, chains, and actors on the continuum.
public struct LinksFindings: Sendable {
  public let network: Network
  public let options: LinksOptions
  public let pairs: [CrimeTerrorPair]
  /// Who does what to whom, one list per pair.
  public let directions: [[PairDirection]]
  public let coexisting: [CoexistingPair]
  public let indirect: [EvidenceChain]
  public let continuum: ActorContinuum
  /// The probability of each stage by ``LinksOptions/stageModel`` and the confidences of its indicators, per pair;
  /// empty without a model.
  public let stages: [(indicators: [StageModel.Indicator: Double], posterior: [Double])]

  /// - Throws: ``ReliabilityError`` for options out of range.
  public init(of network: Network, _ options: LinksOptions = LinksOptions()) throws {
    let rule = options.paths.rule
    self.network = network
    self.options = options
    let pairs = network.crimeTerrorPairs(rule)
    self.pairs = pairs
    directions = network.directions(of: pairs)
    coexisting = options.pairs == .coexistingToo ? network.coexistingPairs(rule) : []
    indirect =
      options.indirectLinks > 0
      ? try network.indirectLinks(count: options.indirectLinks, options: options.paths) : []
    continuum = network.continuum(rule, split: options.split)
    stages =
      options.stageModel.map { model in
        network.stageIndicators(of: pairs, rule).map { ($0, model.posterior($0)) }
      } ?? []
  }
}
