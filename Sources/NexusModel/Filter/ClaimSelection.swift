import NexusGraph

/// What rows state of actors, presences and crimes, as far as a filter lets it through.
///
/// The items of one actor and region, or one actor and crime, are weighed together, as they are in every score.
struct ClaimSelection {
  let presences: [Presence]
  let crimes: [CrimeClaim]
  /// Whether a crime is left that rows state of an actor.
  let hasCrime: [Bool]

  private struct Key<Subject: Hashable>: Hashable {
    let actor: ActorID
    let subject: Subject
  }

  init(of actors: Actors, _ filter: NetworkFilter, _ rule: ConfidenceRule) {
    let asked = actors.crimes.filter { filter.crimes.isEmpty || filter.crimes.contains($0.crime) }
    let crimeWorth = ClaimSelection.worth(
      asked.map { (Key(actor: $0.actor, subject: $0.crime), $0.evidence) }, rule)
    if let minimum = filter.minimumConfidence {
      let presenceWorth = ClaimSelection.worth(
        actors.presences.map { (Key(actor: $0.actor, subject: $0.region), $0.evidence) }, rule)
      presences = zip(actors.presences, presenceWorth).filter { $1 >= minimum }.map(\.0)
      crimes = zip(asked, crimeWorth).filter { $1 >= minimum }.map(\.0)
    } else {
      presences = actors.presences
      crimes = asked
    }
    var hasCrime = [Bool](repeating: false, count: actors.count)
    for (claim, worth) in zip(asked, crimeWorth) where worth > 0 && worth >= filter.minimumConfidence ?? 0 {
      hasCrime[claim.actor.index] = true
    }
    self.hasCrime = hasCrime
  }

  /// For each item the confidence of what it speaks of, from all items that speak of the same.
  private static func worth<Subject>(
    _ items: [(key: Key<Subject>, evidence: Evidence)], _ rule: ConfidenceRule
  )
    -> [Double]
  {
    let worth = Dictionary(grouping: items, by: \.key).mapValues { rule.confidence(of: $0.map(\.evidence)) }
    return items.map { worth[$0.key] ?? 0 }
  }
}

/// Which actors and links lie in the regions of a filter.
struct PlaceFilter {
  private let regions: Set<Region>
  private var presences: [ActorID: [Region]] = [:]

  init(_ regions: Set<Region>, _ presences: [Presence]) {
    self.regions = regions
    guard !regions.isEmpty else { return }
    for presence in presences
    where presence.evidence.stance == .supports && presence.evidence.kind != .prediction {
      self.presences[presence.actor, default: []].append(presence.region)
    }
  }

  /// Whether rows place the actor in one of the regions.
  func holds(_ actor: ActorID) -> Bool { presences[actor]?.contains(where: holds) ?? false }

  /// Whether a place of a link, or one of its ends, lies in one of the regions; true when none are asked for.
  func holds(_ places: [Region], ends: [(actor: ActorID, regions: [Region])]) -> Bool {
    regions.isEmpty || places.contains(where: holds)
      || ends.contains { $0.regions.isEmpty ? holds($0.actor) : $0.regions.contains(where: holds) }
  }

  private func holds(_ region: Region) -> Bool {
    regions.contains(region) || region.ancestors.contains(where: regions.contains)
  }
}
