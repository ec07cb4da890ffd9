public import NexusAlgorithms
internal import NexusFlows
public import NexusGraph
public import NexusInterchange
public import NexusModel
public import NexusRisk

/// Everything that `nexus analyze` finds out about a data set.
public struct Analysis: Sendable {
  public let reading: Reading
  /// The part of the data set that the analysis looked at.
  public let part: NetworkPart
  public let options: AnalysisOptions
  /// The simple view that the measures ran on.
  public let graph: Graph
  public let figures: NetworkFigures
  public let measures: ActorMeasures
  /// How betweenness was estimated; nil when it is exact.
  public let approximation: PathApproximation?
  /// How far the ranks of actors move; nil when no draws were wanted or the network is too large for any.
  public let ranks: ActorRanks?
  public let communities: [CommunityProfile]
  /// Exposure and risk of regions, with their intervals.
  public let risk: RegionalRisk
  public let pairs: [CrimeTerrorPair]
  public let findings: RegionalFindings
  public let continuum: ActorContinuum
  /// Which spectral measures did not settle, and are left out.
  let spectralNotes: [String]
  /// The ties as the rows of `ties.csv`.
  let bundles: [TieBundle]

  public var network: Network { part.network }
  public var exposure: RegionalExposure { risk.exposure }

  /// Runs all measures on a data set.
  ///
  /// - Parameters:
  ///   - part: what of the data set to look at; nil: all of it.
  ///   - finished: told the name of each stage as it ends.
  /// - Throws: ``LeidenError`` for options out of range.
  public init(
    of reading: Reading, part: NetworkPart? = nil, options: AnalysisOptions,
    finished: (String) -> Void = { _ in }
  ) throws(LeidenError) {
    self.reading = reading
    self.part = part ?? NetworkPart(all: reading.network)
    self.options = options
    let network = self.part.network
    let structural = options.structuralRule(for: network)
    let scoring = options.scoringRule(for: network)
    graph = network.graph(weighedBy: options.strengths == .weighedByConfidence ? structural : nil)
    let skeleton = graph.undirectedSum()
    bundles = network.tieBundles(structural)
    finished("graph")

    let paths = graph.pathCentralities(options.pathOptions)
    approximation = paths.approximation
    finished("paths")

    let spectra = SpectralMeasures(of: graph, threads: options.threads)
    spectralNotes = spectra.notes
    finished("spectra")

    var generator = SeededGenerator(seed: options.seed)
    var leiden = LeidenOptions(quality: options.quality, resolution: options.resolution)
    leiden.threads = options.threads
    let partition = try skeleton.leiden(leiden, using: &generator)
    finished("communities")

    let components = graph.weakComponents()
    let clustering = skeleton.clustering(threads: options.threads)
    measures = ActorMeasures(
      component: components.labels.map { $0 + 1 }, community: partition.labels.map { $0 + 1 },
      degree: graph.degrees().values,
      inDegree: graph.isDirected ? graph.inDegrees().values : graph.degrees().values,
      outDegree: graph.isDirected ? graph.outDegrees().values : graph.degrees().values,
      strength: graph.strengths().values, betweenness: paths.betweenness.values,
      closeness: paths.closeness.values,
      harmonic: paths.harmonic.values, eigenvector: spectra.eigenvector, katz: spectra.katz,
      pageRank: spectra.pageRank, core: skeleton.coreness(threads: options.threads).values,
      clustering: clustering.local.values,
      constraint: skeleton.constraint().values, participation: skeleton.participation(in: partition).values,
      brokerage: network.definedBrokerage(scoring))
    let roles = VertexMap(network.actors.roles)
    let crossing = skeleton.crossTies(
      of: roles, between: .organisedCrime, and: .terrorist, using: &generator)
    figures = NetworkFigures(
      actors: network.actors.count, ties: bundles.count, transfers: network.transfers.count { $0.stands },
      isDirected: graph.isDirected, density: graph.density, components: components.count,
      largestComponent: components.sizes.first ?? 0, isolates: measures.degree.count { $0 == 0 },
      diameter: paths.diameter, transitivity: clustering.transitivity, meanClustering: clustering.mean,
      roleAssortativity: skeleton.nominalAssortativity(of: roles),
      modularity: skeleton.modularity(of: partition, resolution: options.resolution),
      crossing: crossing.flatMap { crossing in
        // Without both classes there is nothing to test.
        guard network.actors.roles.contains(.terrorist), network.actors.roles.contains(.organisedCrime) else {
          return nil
        }
        return NetworkFigures.Crossing(
          edges: crossing.count, share: crossing.share, expectedShare: crossing.expectedShare,
          pValue: crossing.pValue)
      })
    communities = CommunityProfile.all(of: partition, in: skeleton, network)
    finished("structure")

    ranks = ActorRanks(of: network, graph, options, usesEigenvector: measures.eigenvector != nil)
    finished("ranks")

    let converted = options.rates.map(network.converted) ?? network
    risk = converted.regionalRisk(options.riskOptions(for: converted, reading.indicators))
    pairs = network.crimeTerrorPairs(scoring)
    findings = RegionalFindings(of: network, scoring, seed: options.seed)
    continuum = network.continuum(scoring)
    finished("regions")
  }
}

extension Network {
  /// Brokerage between crime and terror, over ties; not defined where the data lack ties or one of the two roles.
  func definedBrokerage(_ rule: ConfidenceRule) -> [Double?] {
    guard !ties.isEmpty, actors.roles.contains(.terrorist), actors.roles.contains(.organisedCrime) else {
      return actors.roles.map { _ in nil }
    }
    return brokerage(rule).values
  }
}

extension AnalysisOptions {
  /// An ungraded row counts 1: structural measures, ties.csv and flows.csv.
  func structuralRule(for network: Network) -> ConfidenceRule {
    .structural(halfLife: halfLife, asOf: asOf ?? network.newestDate)
  }

  /// An ungraded row counts `defaultConfidence`: regions, pairs and brokerage.
  func scoringRule(for network: Network) -> ConfidenceRule {
    ConfidenceRule(ungraded: defaultConfidence, halfLife: halfLife, asOf: asOf ?? network.newestDate)
  }

  func riskOptions(for network: Network, _ indicators: RegionIndicators) -> RiskOptions {
    var risk = RiskOptions()
    risk.exposure.rule = scoringRule(for: network)
    risk.exposure.asOf = asOf
    risk.exposure.grouping = grouping
    risk.indicators = indicators
    risk.uncertainty.draws = draws
    risk.uncertainty.seed = seed
    risk.uncertainty.threads = threads
    return risk
  }

  var pathOptions: PathOptions {
    var paths = PathOptions()
    paths.lengths = lengths
    paths.precision = precision
    paths.seed = seed
    paths.threads = threads
    return paths
  }
}
