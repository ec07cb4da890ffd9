public import NexusGraph
public import NexusModel

/// Whether a region is in the state that Makarenko calls a black hole: a hybrid actor where little governs and where
/// actors hold territory.
///
/// It is a state of a region, never of an actor, and never of the network alone: without an external value for the
/// lack of governance and external evidence of territorial control there is no answer. All three must hold:
///
/// - lack of governance (the `consequence` of the indicators file) ≥ 80 of 100,
/// - territorial control by non-state actors is on record (`territorial_control`),
/// - at least one actor with the label hybrid is active there.
///
/// Source: T. Makarenko, "The crime–terror continuum", *Global Crime* 6(1), 2004, pp. 129–145,
/// doi:10.1080/1744057042000297025; the threshold is a convention of nexus.
public struct BlackHoleState: Hashable, Sendable {
  /// The conditions, in the order in which reports name them.
  public enum Condition: String, Hashable, CaseIterable, Sendable {
    case lackOfGovernance = "lack of governance"
    case territorialControl = "territorial control"
    case hybridActor = "hybrid actor"
  }

  /// What external data say of a region.
  public struct Evidence: Hashable, Sendable {
    /// 0...100; nil: not given.
    public var lackOfGovernance: Double?
    /// Whether territorial control by non-state actors is on record; nil: not given.
    public var territorialControl: Bool?

    public init(lackOfGovernance: Double?, territorialControl: Bool?) {
      self.lackOfGovernance = lackOfGovernance
      self.territorialControl = territorialControl
    }
  }

  /// The conditions that hold.
  public let met: Set<Condition>

  /// Whether the region is in the state.
  public var holds: Bool { met.count == Condition.allCases.count }

  public static let governanceLimit = 80.0

  /// - Parameters:
  ///   - evidence: what the indicators file says.
  ///   - hybridActors: how many actors with the label hybrid are active in the region.
  /// - Returns: nil when the external data are not complete: nothing may then be said.
  public init?(_ evidence: Evidence, hybridActors: Int) {
    guard let governance = evidence.lackOfGovernance, let control = evidence.territorialControl,
      (0...100).contains(governance)
    else { return nil }
    var met: Set<Condition> = []
    if governance >= BlackHoleState.governanceLimit { met.insert(.lackOfGovernance) }
    if control { met.insert(.territorialControl) }
    if hybridActors > 0 { met.insert(.hybridActor) }
    self.met = met
  }
}

extension Network {
  /// The state of each region, with what the outside source of a risk computation says and the hybrid actors by the
  /// continuum of method and motive.
  func blackHoleStates(by options: RiskOptions) -> [Region: BlackHoleState] {
    let evidence = options.indicators.entries.compactMapValues { entry in
      entry.territorialControl.map {
        BlackHoleState.Evidence(lackOfGovernance: entry.consequence, territorialControl: $0)
      }
    }
    guard !evidence.isEmpty else { return [:] }
    let hybrids = continuum(options.exposure.rule).actors.filter { $0.label == .hybrid }.map(\.actor)
    return blackHoleStates(evidence, hybridActors: Set(hybrids))
  }

  /// The state of each region for which external data are complete.
  ///
  /// - Parameters:
  ///   - evidence: what the indicators file says, by region.
  ///   - hybridActors: the actors with the label hybrid. Protected ones among them do not count.
  /// - Returns: one state per region with complete data. A hybrid actor counts in a region when a row says that it is
  ///   active there or in a region inside it.
  /// - Complexity: O(presences · depth of the hierarchy).
  public func blackHoleStates(
    _ evidence: [Region: BlackHoleState.Evidence], hybridActors: Set<ActorID>
  ) -> [Region: BlackHoleState] {
    var present: [Region: Set<ActorID>] = [:]
    for presence in actors.presences where hybridActors.contains(presence.actor) {
      guard presence.evidence.kind != .prediction, presence.evidence.stance == .supports,
        !actors.roles[presence.actor.index].isProtected
      else { continue }
      for region in [presence.region] + presence.region.ancestors {
        present[region, default: []].insert(presence.actor)
      }
    }
    return evidence.reduce(into: [:]) { states, entry in
      states[entry.key] = BlackHoleState(entry.value, hybridActors: present[entry.key]?.count ?? 0)
    }
  }
}
