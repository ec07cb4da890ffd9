public import NexusAlgorithms
public import NexusGraph
public import NexusModel

/// A path from one actor to another over ties that are each more or less certain.
public struct EvidenceChain: Sendable {
  public let path: ReliablePath
  public let steps: [Step]

  /// Two actors side by side in a chain.
  public struct Step: Sendable {
    public let source: ActorID
    public let target: ActorID
    /// That any tie of the two is true.
    public let probability: Double
    public let relations: [Relation]
    /// The rows for and against, ascending.
    public let rows: [RowID]
  }

  public var actors: [ActorID] { path.vertices }

  /// The rows of all steps, ascending, each once.
  public var rows: [RowID] { Set(steps.flatMap(\.rows)).sorted() }
}

/// How two actors are connected by ties.
public struct EvidenceConnection: Sendable {
  /// The most reliable first.
  public let chains: [EvidenceChain]
  /// That any chain within the hops is true as a whole.
  public let reliability: TwoTerminalReliability
}

/// Why chains between two actors are not looked for.
public enum EvidenceChainError: Error, Hashable, CustomStringConvertible {
  case protectedRole(Role)
  case unusable(ReliabilityError)

  public var description: String {
    switch self {
    case .protectedRole(let role):
      "one end has the role \(role.word). Victims, witnesses and reporting parties are neither scored nor "
        + "listed, so no chain is looked for. Name another actor."
    case .unusable(let error): error.description
    }
  }
}

extension Network {
  /// The most reliable chains of ties between two actors, and the probability that any connects them.
  ///
  /// Ties are taken as true or false independently of each other. Direction plays no part.
  ///
  /// - Parameter count: how many chains at most.
  /// - Throws: ``EvidenceChainError`` for a protected end or options out of range.
  /// - Complexity: see ``ReliabilityNetwork``.
  public func evidenceConnection(
    from source: ActorID, to target: ActorID, count: Int = 5,
    options: EvidencePathOptions = EvidencePathOptions()
  ) throws(EvidenceChainError) -> EvidenceConnection {
    for end in [source, target] where actors.roles[end.index].isProtected {
      throw .protectedRole(actors.roles[end.index])
    }
    do {
      let graph = try EvidenceGraph(self, options)
      let paths = try graph.network.mostReliablePaths(
        from: source, to: target, count: count, maximumHops: options.maximumHops, damping: options.damping)
      var reliability = ReliabilityOptions()
      reliability.maximumHops = options.maximumHops
      reliability.seed = options.seed
      return EvidenceConnection(
        chains: paths.map(graph.chain),
        reliability: try graph.network.reliability(from: source, to: target, options: reliability))
    } catch { throw .unusable(error) }
  }

  /// The strongest chains between organised-crime and terrorist actors without a direct tie, by damped score:
  /// for each pair its best.
  ///
  /// - Parameter count: how many pairs at most.
  /// - Throws: ``ReliabilityError`` for options out of range.
  public func indirectLinks(
    count: Int = 10, options: EvidencePathOptions = EvidencePathOptions()
  ) throws(ReliabilityError) -> [EvidenceChain] {
    let graph = try EvidenceGraph(self, options)
    func actors(of role: Role) -> [ActorID] {
      self.actors.roles.indices.filter { self.actors.roles[$0] == role }.map { ActorID($0) }
    }
    return try graph.network.bestIndirectPaths(
      from: actors(of: .organisedCrime), to: actors(of: .terrorist), count: count,
      maximumHops: options.maximumHops, damping: options.damping
    ).map(graph.chain)
  }
}
