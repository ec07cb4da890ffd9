internal import NexusGraph
public import NexusModel

/// The exposure of a region on two sides, two data sets or two windows, under one method.
public struct ExposureShift: Sendable {
  /// A score and where it lies over the draws; the interval is nil without a simulation.
  public struct Side: Sendable {
    public let score: Double
    public let interval: ScoreInterval?
  }

  public let region: Region
  /// Nil: not observed on that side.
  public let before: Side?
  public let after: Side?
  /// P(after > before) when both sides' evidence is drawn and the method is frozen, equal draws counting half; nil
  /// where a side is not observed, or without a simulation.
  public let higherProbability: Double?

  /// Whether the two sides can be told apart; nil where that was not worked out.
  public var isDistinguishable: Bool? {
    higherProbability.map { max($0, 1 - $0) >= RegionComparison.distinguishableFrom }
  }
}

extension Network {
  /// How the exposure of each region moved from one network to this one.
  ///
  /// Half-values, weights, the mean of the dimensions and the indicators in use are those of the methods given, which
  /// must be made comparable first (``ExposureMethod/held(with:)``). Intervals are those of ``regionalRisk(_:)``, with
  /// everything drawn. For the probability only evidence is drawn, each side by itself: a row that both sides
  /// hold is drawn twice, which errs towards "not distinguishable".
  ///
  /// - Parameters:
  ///   - methods: those of the earlier and of this network.
  ///   - observed: which regions count as observed on the earlier and on this side; nil: all with evidence.
  /// - Returns: every region that is observed on one side, by level and code.
  /// - Complexity: that of ``regionalRisk(_:)``, four times.
  public func exposureShifts(
    from before: Network, methods: (before: ExposureMethod, after: ExposureMethod),
    observed: (before: Set<Region>, after: Set<Region>)? = nil, _ options: RiskOptions = RiskOptions()
  ) -> [ExposureShift] {
    let earlier = SimulatedSide(before, methods.before, observed?.before, options, stream: 0)
    let later = SimulatedSide(self, methods.after, observed?.after, options, stream: 1)
    let regions = Set(earlier.positions.keys).union(later.positions.keys)
    return regions.sorted { ($0.level, $0) < ($1.level, $1) }.map { region in
      ExposureShift(
        region: region, before: earlier.side(of: region), after: later.side(of: region),
        higherProbability: later.probability(above: earlier, region))
    }
  }
}

/// The draws of one side.
private struct SimulatedSide {
  /// The position of each observed region among those that were scored.
  let positions: [Region: Int]
  private let scores: [Double]
  private let intervals: [ScoreInterval]?
  /// With the method frozen.
  private let evidence: ExposureSimulation?

  init(
    _ network: Network, _ method: ExposureMethod, _ observed: Set<Region>?, _ options: RiskOptions,
    stream: UInt64
  ) {
    let source = ExposureSource(network, rule: method.rule, asOf: method.asOf)
    var model = source.model
    model.indicators = method.indicators
    model.measure = method.measure
    let layout = ExposureLayout(model)
    let counts = ExposureEvidence.count(of: network, source, layout, method.rule)
    let raw = model.rawIndicators(layout)
    let scored = source.regions.indices.filter {
      model.hasRoles && counts[$0].items > 0 && observed?.contains(source.regions[$0]) != false
    }
    positions = Dictionary(
      uniqueKeysWithValues: scored.enumerated().map { (source.regions[$0.element], $0.offset) })
    scores = scored.map { method.scale.score(of: raw[$0].values, measure: method.measure).score }
    var uncertainty = options.uncertainty
    uncertainty.sensitivity = .none
    guard uncertainty.draws > 0, !scored.isEmpty, !method.indicators.isEmpty else {
      (intervals, evidence) = (nil, nil)
      return
    }
    func simulate(_ uncertainty: UncertaintyOptions) -> ExposureSimulation {
      ExposureSimulation(
        of: model, regions: scored, external: scored.map { _ in nil }, scale: method.scale,
        weights: options.weights, uncertainty)
    }
    let all = simulate(uncertainty)
    intervals = scored.indices.map { ScoreInterval(all.scores(.exposure, $0)) }
    uncertainty.sources = [.evidence]
    uncertainty.seed = EvidenceWord.seed(uncertainty.seed, 0x5348_4946, stream)
    evidence = simulate(uncertainty)
  }

  func side(of region: Region) -> ExposureShift.Side? {
    positions[region].map { ExposureShift.Side(score: scores[$0], interval: intervals?[$0]) }
  }

  func probability(above other: SimulatedSide, _ region: Region) -> Double? {
    guard let evidence, let earlier = other.evidence, let position = positions[region],
      let former = other.positions[region]
    else { return nil }
    var above = 0
    for (after, before) in zip(evidence.scores(.exposure, position), earlier.scores(.exposure, former)) {
      above += after > before ? 2 : after == before ? 1 : 0
    }
    return Double(above) / Double(2 * evidence.draws)
  }
}
