public import NexusAlgorithms
public import NexusGraph
public import NexusModel

/// Where money of some actors came from: of what a target received, how much each actor before it had paid on the way.
///
/// The share of one actor is what ``MoneyTrace`` of that actor gives at the target. Money passes several hands, so the
/// shares of actors that stand behind each other are of the same money and do not add up to the inflow.
public struct BackwardTrace: Sendable {
  /// What of the inflow of a target came from one actor.
  public struct Share: Sendable {
    public let source: ActorID
    /// The payments from one to the other that it takes at least.
    public let hops: Int
    /// Of the target.
    public let receipt: MoneyTrace.Receipt
  }

  /// By target and currency as given, then by hops, then by actor. Shares of nothing are left out.
  public private(set) var shares: [Share] = []
  /// Actors before a target that were too many to follow; the nearest are followed first.
  public private(set) var omitted = 0

  /// - Parameter effort: how much may be spent, in transfers looked at.
  /// - Complexity: O(transfers of the accounts before the target) for each actor before it, and the bounds.
  public init(_ streams: MoneyStreams, to targets: [ActorID], effort: Int = MoneyTrace.usualEffort)
    throws(FlowError)
  {
    var effort = effort
    for target in targets {
      for (currency, stream) in zip(streams.currencies, streams.streams) {
        let cone = BackwardCone(stream, to: target.index, actorCount: streams.ledger.actorCount)
        let near = stream.events(at: cone.hops)
        for source in cone.sources {
          guard effort > 0 else {
            omitted += 1
            continue
          }
          effort -= near.count + streams.ledger.actorCount
          let seeds = near.payers.map { Int($0) == source }
          let pass = TaintPass(near, seeds: seeds, actorCount: streams.ledger.actorCount)
          guard pass.tainted[target.index].poison > 0 else { continue }
          var bounds = TraceBounds(near, seeds: seeds, pass, budget: effort)
          let bound = try bounds.bounds(of: target.index)
          effort = bounds.budget
          shares.append(
            Share(
              source: ActorID(source), hops: cone.hops[source],
              receipt: MoneyTrace.Receipt(target.index, pass, near, currency, bound)))
        }
      }
    }
  }
}

/// The accounts from which money can have reached a target, forward in time.
private struct BackwardCone {
  /// By actor, the least payments to the target; -1: none of its money can have reached it.
  let hops: [Int]
  /// The actors but the target, by hops and then by number.
  let sources: [Int]

  /// One scan against the order of time. O(*m*).
  init(_ stream: MoneyStream, to target: Int, actorCount: Int) {
    var hops = [Int](repeating: -1, count: actorCount)
    hops[target] = 0
    for event in (0..<stream.count).reversed() {
      let (payer, payee) = (Int(stream.payers[event]), Int(stream.payees[event]))
      guard payer >= 0, payee >= 0, stream.moved[event] > 0, hops[payee] >= 0, payer != target else {
        continue
      }
      if hops[payer] < 0 || hops[payer] > hops[payee] + 1 { hops[payer] = hops[payee] + 1 }
    }
    self.hops = hops
    sources = hops.indices.filter { hops[$0] > 0 }.sorted { (hops[$0], $0) < (hops[$1], $1) }
  }
}

extension MoneyStream {
  /// The transfers to or from accounts of a cone; no other bears on what reaches its target.
  fileprivate func events(at hops: [Int]) -> MoneyStream {
    var near = MoneyStream()
    near.unitsPerOne = unitsPerOne
    for event in 0..<count {
      let (payer, payee) = (Int(payers[event]), Int(payees[event]))
      guard payer >= 0 && hops[payer] >= 0 || payee >= 0 && hops[payee] >= 0 else { continue }
      near.append(positions[event], payers[event], payees[event], paid[event], received[event])
    }
    return near
  }
}
