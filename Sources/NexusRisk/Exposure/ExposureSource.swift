import NexusGraph
import NexusModel

/// A network as an ``ExposureModel``, and where each of its links stood.
///
/// Left out are protected actors with all that hangs on them, and what has no confidence (predictions, refuted
/// claims): they enter no indicator, and do not make one count as in use.
struct ExposureSource {
  let model: ExposureModel
  let numbering: ExposureNumbering
  /// Positions of the model's ties and transfers in the network.
  let tiePositions: [Int]
  let transferPositions: [Int]

  /// The regions of the data and all that contain them, by their numbers in the model.
  var regions: [Region] { numbering.regions }

  init(_ network: Network, rule: ConfidenceRule, asOf: Instant?, grouping: RegionGrouping? = nil) {
    let numbering = ExposureNumbering(network, grouping: grouping)
    let windows = asOf.map(ExposureWindows.init)
    let ties = ExposureSource.ties(of: network, numbering, rule, windows)
    let transfers = ExposureSource.transfers(of: network, numbering, rule, windows)
    (tiePositions, transferPositions) = (ties.map(\.position), transfers.map(\.position))
    model = ExposureModel(
      containers: numbering.containers,
      parties: network.actors.roles.map(ExposureModel.Party.init),
      presences: ExposureSource.presences(of: network, numbering, rule),
      crimes: ExposureSource.claims(of: network, numbering, rule), ties: ties.map(\.link),
      transfers: transfers.map(\.link),
      measure: ExposureSource.measure(of: transfers.lazy.map { network.transfers[$0.position] }))
    self.numbering = numbering
  }

  private typealias Placed = (position: Int, link: ExposureModel.Link)

  private static func ties(
    of network: Network, _ numbering: ExposureNumbering, _ rule: ConfidenceRule, _ windows: ExposureWindows?
  ) -> [Placed] {
    let isProtected = network.actors.roles.map(\.isProtected)
    return network.ties.enumerated().compactMap { position, tie in
      guard tie.source != tie.target, !isProtected[tie.source.index], !isProtected[tie.target.index] else {
        return nil
      }
      let known = confidence(of: network.evidence(of: tie), rule)
      guard known > 0 else { return nil }
      let link = ExposureModel.Link(
        source: tie.source.index, target: tie.target.index, confidence: known,
        crimes: numbering.numbers(of: tie.crimes), window: windows?.window(of: tie.first) ?? .undated,
        sourceRegions: numbering.numbers(of: tie.sourceRegions),
        targetRegions: numbering.numbers(of: tie.targetRegions), places: numbering.numbers(of: tie.places))
      return (position, link)
    }
  }

  private static func transfers(
    of network: Network, _ numbering: ExposureNumbering, _ rule: ConfidenceRule, _ windows: ExposureWindows?
  ) -> [Placed] {
    let isProtected = network.actors.roles.map(\.isProtected)
    return network.transfers.enumerated().compactMap { position, transfer in
      guard !isProtected[transfer.payer.index], !isProtected[transfer.payee.index] else { return nil }
      let known = confidence(of: transfer.evidence, rule)
      guard known > 0 else { return nil }
      let link = ExposureModel.Link(
        source: transfer.payer.index, target: transfer.payee.index, confidence: known,
        crimes: numbering.numbers(of: transfer.crimes),
        window: windows?.window(of: transfer.date) ?? .undated,
        sourceRegions: numbering.numbers(of: transfer.payerRegion.map { [$0] } ?? []),
        targetRegions: numbering.numbers(of: transfer.payeeRegion.map { [$0] } ?? []),
        amount: transfer.amount > 0 && transfer.amount.isFinite ? transfer.amount : 0)
      return (position, link)
    }
  }

  private static func presences(
    of network: Network, _ numbering: ExposureNumbering, _ rule: ConfidenceRule
  ) -> [ExposureModel.Presence] {
    confidences(of: network.scoredPresences, rule) { ($0.actor.index, numbering[$0.region], $0.evidence) }
      .map { ExposureModel.Presence(actor: $0, region: $1, confidence: $2) }
  }

  private static func claims(
    of network: Network, _ numbering: ExposureNumbering, _ rule: ConfidenceRule
  ) -> [ExposureModel.CrimeClaim] {
    let items = network.actors.crimes.filter { !network.actors.roles[$0.actor.index].isProtected }
    return confidences(of: items, rule) { ($0.actor.index, numbering[$0.crime], $0.evidence) }
      .map { ExposureModel.CrimeClaim(actor: $0, crime: $1, confidence: $2) }
  }

  /// The confidence of each actor and region or crime from all items that speak of it.
  private static func confidences<Item>(
    of items: [Item], _ rule: ConfidenceRule, _ read: (Item) -> (actor: Int, number: Int, evidence: Evidence)
  ) -> [(Int, Int, Double)] {
    let facts = items.map(read)
    let order = facts.indices.sorted {
      (facts[$0].actor, facts[$0].number, $0) < (facts[$1].actor, facts[$1].number, $1)
    }
    var confidences: [(Int, Int, Double)] = []
    var start = 0
    while start < order.count {
      let first = facts[order[start]]
      let end =
        order[start...].firstIndex {
          facts[$0].actor != first.actor || facts[$0].number != first.number
        } ?? order.count
      let items = order[start..<end].lazy.map { facts[$0].evidence }
      let known =
        items.count == 1 ? confidence(of: first.evidence, rule) : rule.confidence(of: items)
      if known > 0 { confidences.append((first.actor, first.number, known)) }
      start = end
    }
    return confidences
  }

  private static func measure(of transfers: some Collection<Transfer>) -> FlowMeasure {
    guard let currency = transfers.first?.currency, transfers.allSatisfy({ $0.currency == currency }),
      transfers.contains(where: { $0.amount > 0 })
    else { return .counts }
    return .amounts(currency: currency)
  }
}

/// The confidence from one item, taken as given. Most links have no more.
private func confidence(of item: Evidence, _ rule: ConfidenceRule) -> Double {
  item.stance == .supports ? rule.support(item) : 0
}

private func confidence(of items: ArraySlice<Evidence>, _ rule: ConfidenceRule) -> Double {
  items.count == 1 ? confidence(of: items[items.startIndex], rule) : rule.confidence(of: items)
}

extension ExposureModel.Party {
  init(_ role: Role) {
    self =
      switch role {
      case .terrorist: .terrorist
      case .organisedCrime: .organisedCrime
      case .facilitator: .facilitator
      default: .other
      }
  }
}
