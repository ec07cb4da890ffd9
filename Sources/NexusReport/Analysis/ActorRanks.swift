public import NexusAlgorithms
internal import NexusGraph
internal import NexusModel

/// How far the ranks of actors move when ties are as doubtful as their evidence and some were never recorded.
///
/// Each draw keeps every tie and transfer with its confidence (an ungraded one always) and adds missing ties, a
/// tenth of the joined pairs, in proportion to their resource allocation. Victims, witnesses and reporting parties take
/// part in every draw and in no ranking.
public struct ActorRanks: Sendable {
  /// δ, missing ties as a share of the joined pairs.
  public static let missingShare = 0.1

  /// One measure with its intervals, as the summary and `analysis.json` name it.
  public struct Measure: Sendable {
    public let name: String
    public let intervals: RankIntervals
  }

  public let effort: RankEffort
  /// How many ties a draw tries to add.
  public let missingCount: Int
  /// degree, betweenness, and eigenvector or, where that is not defined, pagerank.
  public let measures: [Measure]

  public subscript(name: String) -> RankIntervals? { measures.first { $0.name == name }?.intervals }

  /// The intervals behind `rank_low`, `rank_high` and `p_top10` of `actors.csv`.
  public var betweenness: RankIntervals? { self["betweenness"] }

  /// The sizes of the sets whose membership is worked out: those of the summary, the report and `p_top10`.
  static let tops = [5, 10]

  /// - Returns: nil when no draws are wanted or the network is too large for any.
  init?(
    of network: Network, _ graph: Graph, _ options: AnalysisOptions, usesEigenvector: Bool
  ) {
    guard let effort = RankEffort(of: graph, options) else { return nil }
    self.effort = effort
    let rule = options.structuralRule(for: network)
    let uncertain = network.uncertainGraph(
      rule, isWeighed: options.strengths == .weighedByConfidence, missingShare: ActorRanks.missingShare)
    missingCount = uncertain.missingCount
    let ranked = network.actors.roles.indices.filter { !network.actors.roles[$0].isProtected }
    let lengths = options.lengths
    let intervals = uncertain.rankIntervals(
      draws: effort.draws, ranked: ranked, tops: ActorRanks.tops, seed: options.seed, threads: options.threads
    ) { drawn, seed in
      var paths = PathOptions()
      paths.lengths = lengths
      paths.precision = effort.pivots.map { .pivots($0) } ?? .exact
      paths.seed = seed
      paths.threads = 1
      let spectral = SpectralMeasures.one(of: drawn, eigenvector: usesEigenvector)
      return [drawn.degrees().values.map(Double.init), drawn.betweenness(paths).values, spectral]
    }
    measures = zip(["degree", "betweenness", usesEigenvector ? "eigenvector" : "pagerank"], intervals).map {
      Measure(name: $0, intervals: $1)
    }
  }
}

extension Network {
  /// The network as a graph whose edges are there with the confidence of their ties and transfers.
  ///
  /// - Parameters:
  ///   - rule: turns evidence into confidence.
  ///   - isWeighed: whether strengths are multiplied by it too, as in the graph that is measured.
  ///   - kind: whether edges point; nil: as the network says.
  func uncertainGraph(
    _ rule: ConfidenceRule, isWeighed: Bool, missingShare: Double, kind: EdgeKind? = nil
  ) -> UncertainGraph {
    var edges: [UncertainEdge] = []
    func append(_ edge: Edge, isMutual: Bool, _ confidence: Double) {
      let strength = edge.strength * (isWeighed ? confidence : 1)
      guard strength >= Network.leastStrength else { return }
      edges.append(
        UncertainEdge(
          Edge(edge.source, edge.target, strength: strength), isMutual: isMutual, probability: confidence))
    }
    for tie in ties where tie.strength > 0 {
      append(
        Edge(tie.source, tie.target, strength: tie.strength), isMutual: !tie.isDirected,
        rule.confidence(of: evidence(of: tie)))
    }
    for transfer in transfers where transfer.stands {
      append(Edge(transfer.payer, transfer.payee), isMutual: false, rule.support(transfer.evidence))
    }
    return UncertainGraph(
      vertexCount: actors.count, kind: kind ?? edgeKind, edges: edges, missingShare: missingShare)
  }
}
