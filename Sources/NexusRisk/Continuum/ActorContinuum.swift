public import NexusGraph
public import NexusModel

/// Where actors stand on the continuum from crime to terrorism, by what rows count of their acts and motives.
public struct ActorContinuum: Sendable {
  /// In the order of the actors; those without counts and those of protected roles are left out.
  public let actors: [ContinuumPosition]
  /// The day that parts the two windows of time; nil when the rows that count bear no two dates.
  public let split: Instant?

  public init(actors: [ContinuumPosition], split: Instant?) {
    (self.actors, self.split) = (actors, split)
  }
}

/// Where one actor stands: a position in the recorded data, not a finding.
public struct ContinuumPosition: Sendable {
  public let actor: ActorID
  public let label: ContinuumLabel
  /// What ``label`` would be if the observations were enough; the same where they are.
  public let tendency: ContinuumLabel
  public let method: ContinuumAxis
  public let motive: ContinuumAxis
  /// The same in the two windows of time; nil where one of them holds no dated observation of the actor.
  public let change: ContinuumChange?
  /// Distinct origins of rows that count anything.
  public let origins: Int
  /// The rows that count, ascending.
  public let rows: [RowID]
}

/// What changed between two windows of time.
public struct ContinuumChange: Sendable {
  public let earlyMethod: ContinuumAxis
  public let lateMethod: ContinuumAxis
  public let earlyMotive: ContinuumAxis
  public let lateMotive: ContinuumAxis

  /// P(early side of ½) · P(late side of ½) of the motive; nil when both means lie on one side.
  public var motiveCrossing: Double? {
    let (early, late) = (earlyMotive.towardsTerror, lateMotive.towardsTerror)
    if earlyMotive.mean < 0.5, lateMotive.mean > 0.5 { return (1 - early) * late }
    if earlyMotive.mean > 0.5, lateMotive.mean < 0.5 { return early * (1 - late) }
    return nil
  }

  /// How far the position moved, −2...2; above 0 towards terrorism.
  public var methodShift: Double { lateMethod.position - earlyMethod.position }
  public var motiveShift: Double { lateMotive.position - earlyMotive.position }
}

extension Network {
  /// The positions of actors on the continuum.
  ///
  /// A row's counts are worth its confidence, and the rows of an actor add up. Undated rows count in the position,
  /// but in neither window.
  ///
  /// - Parameters:
  ///   - rule: how evidence becomes confidence; an ungraded row counts ½.
  ///   - split: the day from which observations are late; nil: the middle between the oldest and the newest.
  /// - Complexity: O(observations), and for each actor about 1 000 terms of continued fractions.
  public func continuum(
    _ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5), split: Instant? = nil
  ) -> ActorContinuum {
    let counted = actors.observations.filter { observation in
      observation.counts.total > 0 && rule.support(observation.evidence) > 0
        && observation.evidence.stance == .supports && !actors.roles[observation.actor.index].isProtected
    }
    let day = split ?? Network.middle(of: counted.compactMap(\.evidence.date))
    let byActor = Dictionary(grouping: counted, by: \.actor).sorted { $0.key < $1.key }
    return ActorContinuum(
      actors: byActor.map { actor, items in
        let axes = Network.axes(of: items, rule)
        let change = day.flatMap { Network.change(of: items, at: $0, rule) }
        let origins = Set(items.map(\.evidence.origin)).count
        return ContinuumPosition(
          actor: actor,
          label: ContinuumLabel(
            method: axes.method, motive: axes.motive, origins: origins, crossing: change?.motiveCrossing),
          tendency: ContinuumLabel(
            method: axes.method, motive: axes.motive, crossing: change?.motiveCrossing),
          method: axes.method, motive: axes.motive, change: change, origins: origins,
          rows: Set(items.map(\.evidence.row)).sorted())
      }, split: day)
  }

  /// The day in the middle of some dates; nil when they are not two different ones.
  private static func middle(of dates: [Instant]) -> Instant? {
    guard let first = dates.min(), let last = dates.max(), first.seconds < last.seconds else { return nil }
    let middle = Instant(seconds: first.seconds + (last.seconds - first.seconds + 1) / 2, precision: .day)
    let (year, month, day) = middle.date
    return Instant(year: year, month: month, day: day).map { $0 > first ? $0 : last }
  }

  private static func change(
    of items: [ActorObservation], at split: Instant, _ rule: ConfidenceRule
  ) -> ContinuumChange? {
    let early = items.filter { $0.evidence.date.map { $0.seconds < split.seconds } ?? false }
    let late = items.filter { $0.evidence.date.map { $0.seconds >= split.seconds } ?? false }
    guard !early.isEmpty, !late.isEmpty else { return nil }
    let (before, after) = (axes(of: early, rule), axes(of: late, rule))
    return ContinuumChange(
      earlyMethod: before.method, lateMethod: after.method, earlyMotive: before.motive,
      lateMotive: after.motive)
  }

  private static func axes(
    of items: [ActorObservation], _ rule: ConfidenceRule
  ) -> (method: ContinuumAxis, motive: ContinuumAxis) {
    var sum = MethodMotiveCounts()
    for item in items { sum.add(item.counts, weight: rule.support(item.evidence)) }
    return (
      ContinuumAxis(terror: sum.methodTerror, crime: sum.methodCrime),
      ContinuumAxis(terror: sum.motiveTerror, crime: sum.motiveCrime)
    )
  }
}

extension ActorContinuum {
  /// The actors labelled hybrid that the data place in a region or in one that it contains, in their order.
  ///
  /// One of the conditions of a region's black hole.
  public func hybridActors(
    in region: Region, of network: Network, _ rule: ConfidenceRule = ConfidenceRule(ungraded: 0.5)
  ) -> [ActorID] {
    let present = Set(
      network.actors.presences.lazy.filter { presence in
        rule.support(presence.evidence) > 0
          && (presence.region == region || presence.region.ancestors.contains(region))
      }.map(\.actor))
    return actors.filter { $0.label == .hybrid && present.contains($0.actor) }.map(\.actor)
  }
}
