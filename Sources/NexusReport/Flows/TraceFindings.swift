public import NexusFlows
public import NexusGraph
public import NexusModel

/// Where the money of a source went, in the words of the data set: what `nexus flows trace` finds.
///
/// Victims, witnesses and reporting parties are followed through but not listed; they are counted.
public struct TraceFindings: Sendable {
  public let network: Network
  public let trace: MoneyTrace
  /// What the money is from: actors, crimes, or rows of transfers.
  public let origins: [String]
  /// The same for people: actors with their names.
  public let originNames: [String]
  /// How many dated payments the source is.
  public let payments: Int
  /// What is listed, in the order of actors and then of currencies.
  public let receipts: [MoneyTrace.Receipt]
  public let protectedActors: Int

  /// - Parameter targets: only these actors are listed; nil: all that were reached.
  public init(
    _ network: Network, _ trace: MoneyTrace, from origins: [String], payments: Int,
    to targets: [ActorID]? = nil
  ) {
    (self.network, self.trace, self.origins, self.payments) = (network, trace, origins, payments)
    let lookup = ActorLookup(network.actors)
    originNames = origins.map { origin in
      do throws(ActorLookupError) {
        let name = network.actors.names[try lookup.actor(origin).index]
        return name == origin ? origin : "\(name) (\(origin))"
      } catch { return origin }  // a crime or a row
    }
    let asked = trace.receipts.filter { targets?.contains($0.actor) ?? true }
    receipts = asked.filter { !network.actors.roles[$0.actor.index].isProtected }
    protectedActors = Set(asked.map(\.actor)).count - Set(receipts.map(\.actor)).count
  }

  /// What the source paid, by currency.
  public var paid: [String: Double] {
    trace.trail.lazy.filter(\.isFromSource)
      .reduce(into: [:]) { $0[$1.currency, default: 0] += $1.amounts.fifo }
  }

  /// How many receipts have bounds that would have taken too long.
  public var withoutBounds: Int { receipts.count { $0.most == nil } }

  /// The machine-readable form of `nexus flows trace`.
  public var document: JSONValue {
    [
      "source": .texts(origins), "payments": .whole(payments),
      "actors": .list(receipts.map { .object(TraceFindings.members($0, network)) }),
      "trail": .list(steps), "undated": .whole(trace.undated), "without_rate": .whole(trace.withoutRate),
      "ends_between_currencies": .whole(trace.endsBetweenCurrencies),
      "protected": .whole(protectedActors), "without_bounds": .whole(withoutBounds),
      "method": TraceFindings.method, "safeguards": .texts([Safeguards.sentences[0]]),
    ]
  }

  private var steps: [JSONValue] {
    trace.trail.map { step in
      var members = TraceFindings.amounts(step.amounts)
      members["transfer"] = .text(network.rows[network.transfers[step.transfer].evidence.row])
      members["currency"] = TraceFindings.currency(step.currency)
      members["amount"] = .real(step.amount)
      return .object(members)
    }
  }

  static func members(_ receipt: MoneyTrace.Receipt, _ network: Network) -> [String: JSONValue] {
    var members = amounts(receipt.amounts)
    members["actor"] = .text(network.actors.ids[receipt.actor.index])
    members["currency"] = currency(receipt.currency)
    members["inflow"] = .real(receipt.inflow)
    members["direct"] = .real(receipt.direct)
    members["least"] = receipt.least.map { .real($0) } ?? .null
    members["most"] = receipt.most.map { .real($0) } ?? .null
    return members
  }

  private static func amounts(_ amounts: TaintAmounts) -> [String: JSONValue] {
    [
      "poison": .real(amounts.poison), "haircut": .real(amounts.haircut), "fifo": .real(amounts.fifo),
      "lifo": .real(amounts.lifo),
    ]
  }

  static func currency(_ code: String) -> JSONValue { code.isEmpty ? .null : .text(code) }

  static let method: JSONValue = [
    "order": "by time, rows of one instant in row order",
    "opening":
      "the smallest balance that keeps the account from falling below 0, not from the source, the oldest",
    "fees": "what was paid beyond what arrived leaves; what arrived beyond what was paid is from elsewhere",
    "currencies": "the trail ends where a payment changes its currency, unless rates are given",
    "least": "inflow less the maximum time-respecting flow of other money into the actor",
    "most":
      "maximum time-respecting flow of money of the source; what comes back counts each time it arrives",
  ]
}

/// Where money of some actors came from: what `nexus flows trace --to` finds.
public struct BackwardFindings: Sendable {
  public let network: Network
  public let trace: BackwardTrace
  public let targets: [ActorID]
  public let undated: Int
  /// What is listed: the actors before the targets but for victims, witnesses and reporting parties.
  public let shares: [BackwardTrace.Share]

  public init(_ network: Network, _ trace: BackwardTrace, to targets: [ActorID], undated: Int) {
    (self.network, self.trace, self.targets, self.undated) = (network, trace, targets, undated)
    shares = trace.shares.filter { !network.actors.roles[$0.source.index].isProtected }
  }

  public var protectedActors: Int { trace.shares.count - shares.count }

  public var document: JSONValue {
    [
      "to": .texts(targets.map { network.actors.ids[$0.index] }),
      "sources": .list(
        shares.map { share in
          var members = TraceFindings.members(share.receipt, network)
          members["to"] = members["actor"]
          members["actor"] = .text(network.actors.ids[share.source.index])
          members["hops"] = .whole(share.hops)
          return .object(members)
        }),
      "omitted": .whole(trace.omitted), "undated": .whole(undated), "protected": .whole(protectedActors),
      "method": TraceFindings.method, "safeguards": .texts([Safeguards.sentences[0]]),
    ]
  }
}
