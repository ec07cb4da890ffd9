internal import NexusGraph
internal import NexusModel

/// Where the two ends of a transfer lie, as shares that add up to 1.
///
/// An end lies in its row's region, else in its actor's regions in proportion to the confidence of each, else
/// nowhere known. So the parts of an amount add up to the amount, whatever the regions.
struct RegionShares {
  typealias Share = (region: Region?, share: Double)

  private let ofActors: [[Share]]
  private let level: Region.Level

  private static let nowhere: [Share] = [(nil, 1)]

  /// - Parameter rule: how what rows say of a presence becomes its confidence.
  init(_ network: Network, level: Region.Level, rule: ConfidenceRule) {
    self.level = level
    var items: [[Region: [Evidence]]] = Array(repeating: [:], count: network.actors.count)
    for presence in network.actors.presences {
      items[presence.actor.index][presence.region, default: []].append(presence.evidence)
    }
    ofActors = items.map { claims in
      var known: [Region: Double] = [:]
      // By code, so that sums come out alike on every run.
      for (region, evidence) in claims.sorted(by: { $0.key < $1.key }) {
        let confidence = rule.confidence(of: evidence)
        if confidence > 0 { known[region.ancestor(at: level) ?? region, default: 0] += confidence }
      }
      let shares = known.sorted { $0.key < $1.key }
      let whole = shares.reduce(0) { $0 + $1.value }
      return whole > 0 ? shares.map { ($0.key, $0.value / whole) } : RegionShares.nowhere
    }
  }

  func payer(of transfer: Transfer) -> [Share] { end(transfer.payer, transfer.payerRegion) }
  func payee(of transfer: Transfer) -> [Share] { end(transfer.payee, transfer.payeeRegion) }

  private func end(_ actor: ActorID, _ region: Region?) -> [Share] {
    region.map { [($0.ancestor(at: level) ?? $0, 1)] } ?? ofActors[actor.index]
  }
}
