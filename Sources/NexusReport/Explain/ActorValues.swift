internal import NexusAlgorithms
internal import NexusGraph
internal import NexusModel
internal import NexusRisk

/// Values of one actor in a network and in views of it, held to what the whole has fixed: whether edges point, the
/// communities, the day of reference.
struct ActorValues: Sendable {
  let actor: ActorID
  let kind: EdgeKind
  let scoring: ConfidenceRule
  var paths: PathOptions
  let seed: UInt64
  /// The communities of the whole network, for participation.
  let partition: Partition?
  /// Whether the data have ties and both roles that brokerage lies between.
  let hasBrokerage: Bool

  init(
    _ actor: ActorID, of measure: ActorMeasure, in network: Network, _ options: AnalysisOptions
  ) throws(LeidenError) {
    self.actor = actor
    kind = network.edgeKind
    scoring = options.scoringRule(for: network)
    var paths = options.pathOptions
    paths.threads = 1  // the rows are tried side by side
    self.paths = paths
    seed = options.seed
    let roles = network.actors.roles
    hasBrokerage = !network.ties.isEmpty && roles.contains(.terrorist) && roles.contains(.organisedCrime)
    guard measure == .participation || measure == .community else {
      partition = nil
      return
    }
    var generator = SeededGenerator(seed: options.seed)
    partition = try network.graph(kind: kind).undirectedSum().leiden(
      LeidenOptions(quality: options.quality, resolution: options.resolution), using: &generator)
  }

  /// Nil where the measure is not defined for the actor.
  func value(of measure: ActorMeasure, in network: Network) -> Double? {
    if measure == .brokerage { return hasBrokerage ? network.brokerage(scoring).values[actor.index] : nil }
    let graph = network.graph(kind: kind)
    switch measure {
    case .degree: return Double(graph.degrees().values[actor.index])
    case .inDegree:
      return Double((graph.isDirected ? graph.inDegrees() : graph.degrees()).values[actor.index])
    case .outDegree:
      return Double((graph.isDirected ? graph.outDegrees() : graph.degrees()).values[actor.index])
    case .strength: return graph.strengths().values[actor.index]
    case .betweenness: return graph.pathCentralities(paths).betweenness.values[actor.index]
    case .closeness: return graph.pathCentralities(paths).closeness.values[actor.index]
    case .harmonic: return graph.pathCentralities(paths).harmonic.values[actor.index]
    case .eigenvector: return SpectralMeasures.eigenvector(of: graph)?[actor.index]
    case .katz: return SpectralMeasures.katz(of: graph)?[actor.index]
    case .pageRank: return SpectralMeasures.one(of: graph, eigenvector: false)?[actor.index]
    case .core: return Double(graph.undirectedSum().coreness().values[actor.index])
    case .clustering: return graph.undirectedSum().clustering().local.values[actor.index]
    case .constraint: return graph.undirectedSum().constraint().values[actor.index]
    case .participation:
      return partition.flatMap { graph.undirectedSum().participation(in: $0).values[actor.index] }
    case .component: return Double(graph.weakComponents().labels[actor.index] + 1)
    case .community: return partition.map { Double($0.labels[actor.index] + 1) }
    case .brokerage: return nil
    }
  }
}
