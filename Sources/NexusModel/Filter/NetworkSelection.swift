import NexusGraph

/// What a filter lets through, worked out step by step: links by what they are, actors by what they are and by the
/// links left to them, then the neighbourhood of the focus.
struct NetworkSelection {
  private let network: Network
  private let filter: NetworkFilter
  private let rule: ConfidenceRule
  private let claims: ClaimSelection
  private let places: PlaceFilter

  private var keepsActor: [Bool]
  private var keepsTie: [Bool]
  private var keepsTransfer: [Bool]
  private var undated = 0

  init(of network: Network, _ filter: NetworkFilter, _ rule: ConfidenceRule) {
    self.network = network
    self.filter = filter
    self.rule = rule
    claims = ClaimSelection(of: network.actors, filter, rule)
    places = PlaceFilter(filter.regions, claims.presences)
    keepsActor = network.actors.roles.indices.map { actor in
      (filter.roles.isEmpty || filter.roles.contains(network.actors.roles[actor]))
        && (filter.types.isEmpty || filter.types.contains(network.actors.types[actor]))
    }
    keepsTie = network.ties.map { _ in false }
    keepsTransfer = network.transfers.map { _ in false }
  }

  // MARK: Links

  /// Keeps the links that all fields let through. An undated one is counted where only its date is missing.
  mutating func selectLinks() {
    for (number, tie) in network.ties.enumerated() where matches(tie) {
      keepsTie[number] = isInTime(first: tie.first ?? tie.last, last: tie.last ?? tie.first)
    }
    for (number, transfer) in network.transfers.enumerated() where matches(transfer) {
      keepsTransfer[number] = isInTime(first: transfer.date, last: transfer.date)
    }
  }

  private func matches(_ tie: Tie) -> Bool {
    guard keepsActor[tie.source.index], keepsActor[tie.target.index] else { return false }
    guard filter.relations.isEmpty ? filter.channels.isEmpty : filter.relations.contains(tie.relation) else {
      return false
    }
    guard filter.crimes.isEmpty || !filter.crimes.isDisjoint(with: tie.crimes) else { return false }
    if let minimum = filter.minimumConfidence,
      rule.confidence(of: network.evidence(of: tie)) < minimum
    {
      return false
    }
    return places.holds(
      tie.places, ends: [(tie.source, tie.sourceRegions), (tie.target, tie.targetRegions)])
  }

  private func matches(_ transfer: Transfer) -> Bool {
    guard keepsActor[transfer.payer.index], keepsActor[transfer.payee.index] else { return false }
    guard filter.channels.isEmpty ? filter.relations.isEmpty : filter.channels.contains(transfer.channel)
    else { return false }
    guard filter.crimes.isEmpty || !filter.crimes.isDisjoint(with: transfer.crimes) else { return false }
    if let minimum = filter.minimumConfidence,
      rule.confidence(of: CollectionOfOne(transfer.evidence)) < minimum
    {
      return false
    }
    return places.holds(
      transfer.place.map { [$0] } ?? [],
      ends: [
        (transfer.payer, transfer.payerRegion.map { [$0] } ?? []),
        (transfer.payee, transfer.payeeRegion.map { [$0] } ?? []),
      ])
  }

  /// Whether counts of an actor lie in the time that is asked for, undated ones always, and are sure enough.
  private func holds(_ observation: ActorObservation) -> Bool {
    if let minimum = filter.minimumConfidence, rule.support(observation.evidence) < minimum { return false }
    guard let date = observation.evidence.date else { return true }
    return (filter.since.map { date.lastSecond >= $0.seconds } ?? true)
      && (filter.until.map { date.seconds <= $0.lastSecond } ?? true)
  }

  private mutating func isInTime(first: Instant?, last: Instant?) -> Bool {
    guard filter.since != nil || filter.until != nil else { return true }
    guard let first, let last else {
      undated += 1
      return false
    }
    return (filter.since.map { last.lastSecond >= $0.seconds } ?? true)
      && (filter.until.map { first.seconds <= $0.lastSecond } ?? true)
  }

  // MARK: Actors

  /// Keeps the actors that a link is left to, or all that match when no field speaks of links.
  mutating func selectActors() {
    guard speaksOfLinks || !filter.regions.isEmpty else { return }
    var isKept = keepsActor.map { _ in false }
    for (tie, keeps) in zip(network.ties, keepsTie) where keeps && tie.strength > 0 {
      isKept[tie.source.index] = true
      isKept[tie.target.index] = true
    }
    for (transfer, keeps) in zip(network.transfers, keepsTransfer) where keeps && transfer.stands {
      isKept[transfer.payer.index] = true
      isKept[transfer.payee.index] = true
    }
    for actor in isKept.indices where keepsActor[actor] && standsAlone(actor) { isKept[actor] = true }
    keepsActor = isKept
  }

  /// Whether what rows state of an actor keeps it though no link does.
  private func standsAlone(_ actor: Int) -> Bool {
    let isThere = filter.regions.isEmpty || places.holds(ActorID(actor))
    guard speaksOfLinks else { return isThere }
    let speaksOnlyOfLinks =
      filter.since != nil || filter.until != nil || !filter.relations.isEmpty || !filter.channels.isEmpty
    return !speaksOnlyOfLinks && !filter.crimes.isEmpty && claims.hasCrime[actor] && isThere
  }

  private var speaksOfLinks: Bool {
    let hasLinks = !network.ties.isEmpty || !network.transfers.isEmpty
    return filter.since != nil || filter.until != nil || !filter.relations.isEmpty
      || !filter.channels.isEmpty || !filter.crimes.isEmpty || (filter.minimumConfidence != nil && hasLinks)
  }

  /// Keeps what lies within so many hops of the focus, breadth first over the links that are left.
  mutating func narrowToFocus() {
    guard !filter.focus.isEmpty else { return }
    var neighbours = [[Int]](repeating: [], count: keepsActor.count)
    func join(_ first: ActorID, _ second: ActorID) {
      neighbours[first.index].append(second.index)
      neighbours[second.index].append(first.index)
    }
    for (tie, keeps) in zip(network.ties, keepsTie) where keeps && tie.strength > 0 {
      join(tie.source, tie.target)
    }
    for (transfer, keeps) in zip(network.transfers, keepsTransfer) where keeps && transfer.stands {
      join(transfer.payer, transfer.payee)
    }
    var isNear = keepsActor.map { _ in false }
    var frontier = filter.focus.map(\.index).filter { keepsActor[$0] }
    for actor in frontier { isNear[actor] = true }
    var step = 0
    while step < filter.hops, !frontier.isEmpty {
      step += 1
      var next: [Int] = []
      for neighbour in frontier.lazy.flatMap({ neighbours[$0] })
      where keepsActor[neighbour] && !isNear[neighbour] {
        isNear[neighbour] = true
        next.append(neighbour)
      }
      frontier = next
    }
    keepsActor = isNear
  }

  // MARK: The part

  /// The part as a network of its own, its actors numbered anew.
  var result: FilteredNetwork {
    var numbers = [ActorID?](repeating: nil, count: keepsActor.count)
    var actors = Actors()
    for actor in keepsActor.indices where keepsActor[actor] {
      let number = actors.append(id: network.actors.ids[actor], name: network.actors.names[actor])
      actors.roles[number.index] = network.actors.roles[actor]
      actors.types[number.index] = network.actors.types[actor]
      actors.rows[number.index] = network.actors.rows[actor]
      numbers[actor] = number
    }
    actors.presences = claims.presences.compactMap { presence in
      numbers[presence.actor.index].map {
        Presence(actor: $0, region: presence.region, evidence: presence.evidence)
      }
    }
    actors.crimes = claims.crimes.compactMap { claim in
      numbers[claim.actor.index].map {
        CrimeClaim(actor: $0, crime: claim.crime, evidence: claim.evidence)
      }
    }
    actors.observations = network.actors.observations.compactMap { observation in
      guard holds(observation), let number = numbers[observation.actor.index] else { return nil }
      return ActorObservation(
        actor: number, counts: observation.counts, evidence: observation.evidence)
    }
    actors.particulars = network.actors.particulars.renumbered { numbers[$0.index] }
    var ties: [Tie] = []
    var evidence: [Evidence] = []
    for (tie, keeps) in zip(network.ties, keepsTie) where keeps {
      guard let source = numbers[tie.source.index], let target = numbers[tie.target.index] else { continue }
      var kept = tie
      (kept.source, kept.target) = (source, target)
      kept.evidence = evidence.count..<evidence.count + tie.evidence.count
      evidence += network.evidence(of: tie)
      ties.append(kept)
    }
    var transfers: [Transfer] = []
    for (transfer, keeps) in zip(network.transfers, keepsTransfer) where keeps {
      guard let payer = numbers[transfer.payer.index], let payee = numbers[transfer.payee.index] else {
        continue
      }
      var kept = transfer
      (kept.payer, kept.payee) = (payer, payee)
      transfers.append(kept)
    }
    var hidden = HiddenCounts()
    hidden.actors = network.actors.count - actors.count
    hidden.ties = network.ties.count - ties.count
    hidden.transfers = network.transfers.count - transfers.count
    hidden.undated = undated
    return FilteredNetwork(
      network: Network(
        partOf: network, actors: actors, ties: ties, tieEvidence: evidence, transfers: transfers),
      hidden: hidden)
  }
}
