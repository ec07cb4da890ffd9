public import NexusGraph
public import NexusModel

/// What the picture of flows shows in one column.
public enum FlowStage: Hashable, Sendable {
  case crime, payerRegion, payer, payeeRole, channel, payeeRegion, payee
}

/// One place of a column.
public enum FlowStop: Hashable, Sendable {
  case crime(Crime)
  /// The row names more than one crime.
  case severalCrimes
  case region(Region)
  case role(Role)
  case channel(Channel)
  case actor(ActorID)
  /// A victim, witness or reporting party, which is not named.
  case protectedActor
  /// The data do not say.
  case notKnown

  /// A total order that does not depend on hashing.
  fileprivate var order: String {
    switch self {
    case .crime(let crime): "0" + crime.word
    case .severalCrimes: "1"
    case .region(let region): "2" + region.code
    case .role(let role): "3" + role.word
    case .channel(let channel): "4" + channel.word
    case .actor(let actor): "5" + String(1_000_000_000 + actor.index)
    case .protectedActor: "6"
    case .notKnown: "7"
    }
  }
}

/// All that went one way through the columns.
public struct FlowBand: Sendable {
  /// One stop for each stage.
  public let stops: [FlowStop]
  /// What was paid, in the unit of the ledger; what arrived may be less, or of another currency.
  public let amount: Double
  /// Transfers with a part in it; one of an actor in several regions has a part in several bands.
  public let transfers: Int
}

/// What was paid in each ledger by the way it took, as in ``FlowLedger/total``: from crime or region over the role of the payee to its region.
///
/// Where the data say nothing of one column another takes its place: crime, else the payer's region, else the payer;
/// the payee's role, else the channel where there are
/// several, else no column; the payee's region, else the payee.
public struct FlowPaths: Sendable {
  public let stages: [FlowStage]
  /// As in ``FlowSummary/converted`` and ``FlowSummary/ledgers``.
  public let converted: [FlowBand]?
  public let ledgers: [(currency: String, bands: [FlowBand])]

  /// - Complexity: O(*m* · regions of an end).
  public init(_ network: Network, _ summary: FlowSummary) {
    let shares = TransferPlaces(network, level: summary.options.level, rule: summary.options.rule)
    let stages = FlowPaths.stages(of: network, shares)
    self.stages = stages
    var groups: [String: [Way: Part]] = [:]
    var convertedGroup: [Way: Part] = [:]
    for transfer in network.transfers where transfer.stands {
      let value = summary.options.rates?.value(of: transfer)
      for (way, share) in FlowPaths.ways(of: transfer, in: network, stages, shares) {
        groups[transfer.currency, default: [:]][way, default: Part()].add(transfer.amount * share)
        if let value { convertedGroup[way, default: Part()].add(value * share) }
      }
    }
    ledgers = summary.ledgers.map { ($0.currency, FlowPaths.bands(groups[$0.currency] ?? [:])) }
    converted = summary.converted.map { _ in FlowPaths.bands(convertedGroup) }
  }

  private typealias Way = [FlowStop]

  private struct Part {
    var sum = AmountSum()
    var transfers = 0

    mutating func add(_ amount: Double) {
      sum.add(amount)
      transfers += 1
    }
  }

  private static func bands(_ parts: [Way: Part]) -> [FlowBand] {
    parts.map { FlowBand(stops: $0.key, amount: $0.value.sum.value, transfers: $0.value.transfers) }.sorted {
      ($1.amount, $0.stops.map(\.order).joined(separator: "\n"))
        < ($0.amount, $1.stops.map(\.order).joined(separator: "\n"))
    }
  }

  private static func stages(of network: Network, _ shares: TransferPlaces) -> [FlowStage] {
    var (crimes, origins, roles, regions) = (false, false, false, false)
    var channels = Set<Channel>()
    for transfer in network.transfers where transfer.stands {
      crimes = crimes || !transfer.crimes.isEmpty
      roles = roles || network.actors.roles[transfer.payee.index] != .unknown
      channels.insert(transfer.channel)
      if !origins { origins = shares.payer(of: transfer).contains { $0.region != nil } }
      if !regions { regions = shares.payee(of: transfer).contains { $0.region != nil } }
    }
    let first: FlowStage = crimes ? .crime : origins ? .payerRegion : .payer
    let middle: [FlowStage] = roles ? [.payeeRole] : channels.count > 1 ? [.channel] : []
    return [first] + middle + [regions ? .payeeRegion : .payee]
  }

  private static func ways(
    of transfer: Transfer, in network: Network, _ stages: [FlowStage], _ shares: TransferPlaces
  ) -> [(Way, Double)] {
    var ways: [(Way, Double)] = [([], 1)]
    for stage in stages {
      let stops = stops(of: transfer, at: stage, in: network, shares)
      if stops.count == 1 {
        for index in ways.indices { ways[index].0.append(stops[0].0) }
      } else {
        ways = ways.flatMap { way, share in stops.map { (way + [$0.0], share * $0.1) } }
      }
    }
    return ways
  }

  private static func stops(
    of transfer: Transfer, at stage: FlowStage, in network: Network, _ shares: TransferPlaces
  ) -> [(FlowStop, Double)] {
    func actor(_ actor: ActorID) -> FlowStop {
      network.actors.roles[actor.index].isProtected ? .protectedActor : .actor(actor)
    }
    func regions(_ shares: [TransferPlaces.Share]) -> [(FlowStop, Double)] {
      shares.map { ($0.region.map { .region($0) } ?? .notKnown, $0.share) }
    }
    switch stage {
    case .crime:
      let crimes = transfer.crimes
      return [(crimes.count > 1 ? .severalCrimes : crimes.first.map { .crime($0) } ?? .notKnown, 1)]
    case .payerRegion: return regions(shares.payer(of: transfer))
    case .payeeRegion: return regions(shares.payee(of: transfer))
    case .payer: return [(actor(transfer.payer), 1)]
    case .payee: return [(actor(transfer.payee), 1)]
    case .payeeRole:
      let role = network.actors.roles[transfer.payee.index]
      return [(role == .unknown ? .notKnown : .role(role), 1)]
    case .channel: return [(transfer.channel == .unknown ? .notKnown : .channel(transfer.channel), 1)]
    }
  }
}
