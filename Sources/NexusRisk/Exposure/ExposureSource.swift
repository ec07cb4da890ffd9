import NexusGraph
import NexusModel

/// A network as an ``ExposureModel``, and where each of its links stood.
///
/// Left out are protected actors with all that hangs on them, and what has no confidence (predictions, refuted
/// claims): they enter no indicator, and do not make one count as in use.
struct ExposureSource {
  let model: ExposureModel
  /// The regions of the data and all that contain them, by their numbers in the model.
  let regions: [Region]
  let numbers: [Region: Int]
  /// Positions of the model's ties and transfers in the network.
  let tiePositions: [Int]
  let transferPositions: [Int]
  let crimeNumbers: [Crime: Int]

  init(_ network: Network, rule: ConfidenceRule, asOf: Instant?) {
    let (regions, numbers) = ExposureSource.regions(of: network)
    let crimeNumbers = ExposureSource.crimes(of: network)
    let isProtected = network.actors.roles.map(\.isProtected)
    func counts(_ first: ActorID, _ second: ActorID) -> Bool {
      first != second && !isProtected[first.index] && !isProtected[second.index]
    }
    let windows = asOf.map(ExposureWindows.init)
    func places(_ regions: [Region]) -> [Int] { regions.map { numbers[$0] ?? 0 } }
    func crimes(_ crimes: [Crime]) -> [Int] {
      crimes.count > 1
        ? Set(crimes).map { crimeNumbers[$0] ?? 0 }.sorted() : crimes.map { crimeNumbers[$0] ?? 0 }
    }

    var (ties, tiePositions): ([ExposureModel.Link], [Int]) = ([], [])
    for (position, tie) in network.ties.enumerated() where counts(tie.source, tie.target) {
      let known = confidence(of: network.evidence(of: tie), rule)
      guard known > 0 else { continue }
      tiePositions.append(position)
      ties.append(
        ExposureModel.Link(
          source: tie.source.index, target: tie.target.index, confidence: known,
          crimes: crimes(tie.crimes),
          window: windows?.window(of: tie.first) ?? .undated, sourceRegions: places(tie.sourceRegions),
          targetRegions: places(tie.targetRegions), places: places(tie.places)))
    }
    var (transfers, transferPositions): ([ExposureModel.Link], [Int]) = ([], [])
    for (position, transfer) in network.transfers.enumerated() where counts(transfer.payer, transfer.payee) {
      let known = confidence(of: transfer.evidence, rule)
      guard known > 0 else { continue }
      transferPositions.append(position)
      transfers.append(
        ExposureModel.Link(
          source: transfer.payer.index, target: transfer.payee.index, confidence: known,
          crimes: crimes(transfer.crimes), window: windows?.window(of: transfer.date) ?? .undated,
          sourceRegions: places(transfer.payerRegion.map { [$0] } ?? []),
          targetRegions: places(transfer.payeeRegion.map { [$0] } ?? []),
          amount: transfer.amount > 0 && transfer.amount.isFinite ? transfer.amount : 0))
    }
    model = ExposureModel(
      containers: regions.map { region in region.ancestors.map { numbers[$0] ?? 0 } },
      parties: network.actors.roles.map(ExposureModel.Party.init),
      presences: ExposureSource.presences(of: network, numbers, rule),
      crimes: ExposureSource.claims(of: network, crimeNumbers, rule), ties: ties, transfers: transfers,
      measure: ExposureSource.measure(of: transferPositions.map { network.transfers[$0] }))
    (self.regions, self.numbers, self.crimeNumbers) = (regions, numbers, crimeNumbers)
    (self.tiePositions, self.transferPositions) = (tiePositions, transferPositions)
  }

  /// Every region that the data name and all its ancestors, ascending.
  private static func regions(of network: Network) -> ([Region], [Region: Int]) {
    var named = Set(network.actors.presences.map(\.region))
    for tie in network.ties {
      for region in tie.sourceRegions { named.insert(region) }
      for region in tie.targetRegions { named.insert(region) }
      for region in tie.places { named.insert(region) }
    }
    for transfer in network.transfers {
      for region in [transfer.payerRegion, transfer.payeeRegion, transfer.place] {
        if let region { named.insert(region) }
      }
    }
    let regions = named.union(named.flatMap(\.ancestors)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($0.element, $0.offset) })
    return (regions, numbers)
  }

  private static func crimes(of network: Network) -> [Crime: Int] {
    var crimes = Set(network.actors.crimes.map(\.crime))
    for tie in network.ties where !tie.crimes.isEmpty { crimes.formUnion(tie.crimes) }
    for transfer in network.transfers where !transfer.crimes.isEmpty { crimes.formUnion(transfer.crimes) }
    return Dictionary(uniqueKeysWithValues: crimes.sorted().enumerated().map { ($0.element, $0.offset) })
  }

  private static func presences(
    of network: Network, _ numbers: [Region: Int], _ rule: ConfidenceRule
  ) -> [ExposureModel.Presence] {
    let items = network.actors.presences.filter { !network.actors.roles[$0.actor.index].isProtected }
    return confidences(of: items, rule) { ($0.actor.index, numbers[$0.region] ?? 0, $0.evidence) }
      .map { ExposureModel.Presence(actor: $0, region: $1, confidence: $2) }
  }

  private static func claims(
    of network: Network, _ numbers: [Crime: Int], _ rule: ConfidenceRule
  ) -> [ExposureModel.CrimeClaim] {
    let items = network.actors.crimes.filter { !network.actors.roles[$0.actor.index].isProtected }
    return confidences(of: items, rule) { ($0.actor.index, numbers[$0.crime] ?? 0, $0.evidence) }
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

  private static func measure(of transfers: [Transfer]) -> FlowMeasure {
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

/// The two windows of momentum: (T − 2 years, T] and (T − 4 years, T − 2 years], in calendar years.
struct ExposureWindows {
  let newest: Int64
  let middle: Int64
  let oldest: Int64

  init(asOf: Instant) {
    newest = asOf.seconds
    middle = asOf.yearsEarlier(2).seconds
    oldest = asOf.yearsEarlier(4).seconds
  }

  func window(of date: Instant?) -> ExposureModel.Window {
    guard let seconds = date?.seconds else { return .undated }
    if seconds > newest || seconds <= oldest { return .outside }
    return seconds > middle ? .latest : .previous
  }
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
