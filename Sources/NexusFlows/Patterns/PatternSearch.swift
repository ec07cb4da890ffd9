extension PatternLedger {
  /// All patterns among the transfers, by the definitions of the detectors.
  ///
  /// Hits in which a victim, a witness or a reporting party is a mover (the hub, an intermediary, a link of a chain)
  /// are set aside and counted.
  ///
  /// - Returns: the hits, most striking first: the largest hit of each pattern, the rarest pattern first, then the
  ///   second largest of each, and so on. Larger is more actors, then more transfers, then earlier.
  /// - Complexity: near O(*m*); each detector says more.
  public func patterns(_ options: PatternOptions = PatternOptions()) -> PatternFindings {
    var findings = PatternFindings()
    var byPattern: [[PatternHit]] = []
    let needsLayers = !options.patterns.isDisjoint(with: [.bipartite, .stack])
    let layers = needsLayers ? bipartiteLayers(options) : DetectorFindings()
    for pattern in FlowPattern.allCases where options.patterns.contains(pattern) {
      let found = detect(pattern, layers, options)
      let open = found.hits.filter { !$0.movers.contains { isProtected[Int($0)] } }
      findings.counts[pattern] = open.count
      findings.setAside += found.hits.count - open.count
      findings.recurring += found.recurring
      if found.guarded > 0 { findings.guarded[pattern] = found.guarded }
      byPattern.append(open.sorted(by: PatternHit.isMoreStriking))
    }
    let rarestFirst = byPattern.enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }.map(\.element)
    for rank in 0..<(byPattern.map(\.count).max() ?? 0) {
      for hits in rarestFirst where rank < hits.count { findings.hits.append(hits[rank]) }
    }
    return findings
  }

  private func detect(
    _ pattern: FlowPattern, _ layers: DetectorFindings, _ options: PatternOptions
  ) -> DetectorFindings {
    switch pattern {
    case .fanIn, .fanOut: fans(pattern, options)
    case .gatherScatter: gatherScatter(options)
    case .scatterGather: scatterGather(options)
    case .cycle: cycles(options)
    case .bipartite: layers
    case .stack: stacks(of: layers, options)
    case .random: chains(options)
    case .structuring: structuring(options)
    case .passThrough: passThrough(options)
    case .funnel: funnels(options)
    case .mirror: mirrors(options)
    case .price: unusualPrices(options)
    case .peel: peelChains(options)
    }
  }
}

/// The patterns that were found, and what was left out on the way.
public struct PatternFindings: Sendable {
  /// Most striking first.
  public var hits: [PatternHit] = []
  /// How many hits each pattern that was looked for has.
  public var counts: [FlowPattern: Int] = [:]
  /// Hits set aside because a mover is a victim, a witness or a reporting party.
  public var setAside = 0
  /// Fans of payroll-like hubs that were left out.
  public var recurring = 0
  /// At how many places a guard of ``SearchEffort`` cut the search short: there may be more hits than were found.
  public var guarded: [FlowPattern: Int] = [:]

  public init() {}
}
