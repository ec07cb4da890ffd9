private import NexusGraph
public import NexusModel

/// The transfers of one currency, summed up.
public struct FlowLedger: Sendable {
  /// Empty where the rows name none.
  public let currency: String
  public let total: FlowTotal
  /// The earliest and latest date; nil where none is dated.
  public let first: Instant?
  public let last: Instant?
  public let channels: [FlowGroup<Channel>]
  /// By the crime that rows name. A transfer of several crimes counts under each, so shares may add up to more than 1.
  public let crimes: [FlowGroup<FlowCrime>]
  /// By the regions of both ends. An amount is divided over the regions of an end (see ``RegionPair``), a transfer counts
  /// once in each of its corridors.
  public let corridors: [FlowGroup<RegionPair>]
  /// In- and outflow of each actor, by falling turnover. Protected roles are left out. What an actor received is what
  /// arrived in this currency; all other sums are of what was paid in it.
  public let actors: [ActorFlow]
  /// What terrorist actors received, by crime, by falling inflow.
  public let dependencies: [FundingDependency]
  /// Transfers with a victim, a witness or a reporting party at one end: in the sums above, in no row of an actor.
  public let protectedTransfers: Int

  /// One transfer with what was paid, or what arrived, in the unit of the ledger.
  struct Entry {
    let position: Int32
    let amount: Double
  }

  init(
    _ network: Network, currency: String, _ entries: [Entry], received: [Entry], _ periods: FlowPeriods?,
    _ shares: TransferPlaces
  ) {
    var total = FlowTotal()
    var channels = FlowTally<Channel>()
    var crimes = FlowTally<FlowCrime>()
    var corridors = FlowTally<RegionPair>()
    var (first, last): (Instant?, Instant?) = (nil, nil)
    for entry in entries {
      let transfer = network.transfers[Int(entry.position)]
      let period = transfer.date.flatMap { periods?.period(of: $0) } ?? .outside
      total.add(entry.amount, period)
      channels[transfer.channel].add(entry.amount, period)
      if transfer.crimes.isEmpty { crimes[.notNamed].add(entry.amount, period) }
      for crime in transfer.crimes { crimes[.named(crime)].add(entry.amount, period) }
      for payer in shares.payer(of: transfer) {
        for payee in shares.payee(of: transfer) {
          let corridor = RegionPair(from: payer.region, to: payee.region)
          corridors[corridor].addAmount(entry.amount * payer.share * payee.share, period)
          corridors[corridor].addCount(period)
        }
      }
      if let date = transfer.date {
        first = min(first ?? date, date)
        last = max(last ?? date, date)
      }
    }
    self.currency = currency
    self.total = total
    (self.first, self.last) = (first, last)
    self.channels = channels.groups(of: total)
    self.crimes = crimes.groups(of: total)
    self.corridors = corridors.groups(of: total)
    let inflows = Inflows(network, received)
    actors = ActorFlow.all(of: network, paid: entries, received: received, inflows)
    dependencies = FundingDependency.all(of: network, inflows)
    let roles = network.actors.roles
    protectedTransfers = entries.count {
      let transfer = network.transfers[Int($0.position)]
      return roles[transfer.payer.index].isProtected || roles[transfer.payee.index].isProtected
    }
  }
}

/// The crime that a row names, or that it names none.
public enum FlowCrime: Hashable, Comparable, Sendable {
  case named(Crime)
  case notNamed

  public var crime: Crime? {
    if case .named(let crime) = self { crime } else { nil }
  }
}

/// The region where a payer is and the one where a payee is, in this order; nil where the data do not say.
///
/// An end is where its row says, else where its actor is. Of an actor in several regions each gets a part of the
/// amount by the confidence that the actor is there, and what no region claims lies nowhere known, so that corridors add
/// up to the total.
public struct RegionPair: Hashable, Comparable, Sendable {
  public let from: Region?
  public let to: Region?

  /// Named regions first, by code.
  public static func < (left: RegionPair, right: RegionPair) -> Bool { left.key < right.key }

  private var key: (Int, String, Int, String) {
    (from == nil ? 1 : 0, from?.code ?? "", to == nil ? 1 : 0, to?.code ?? "")
  }
}
