internal import NexusGraph
internal import NexusModel

/// Where the two ends of a transfer lie, as shares that add up to 1.
///
/// In proportion to the shares that ``EndShares`` has for corridors, at one level of regions. Corridors leave out what
/// doubt leaves of a presence; a sum of what was recorded does not, so here the parts of an amount add up to it.
struct TransferPlaces {
  typealias Share = (region: Region?, share: Double)

  private let ofActors: [[Share]]
  private let level: Region.Level

  private static let nowhere: [Share] = [(nil, 1)]

  /// - Parameter rule: how what rows say of a presence becomes its confidence.
  init(_ network: Network, level: Region.Level, rule: ConfidenceRule) {
    self.level = level
    let shares = EndShares(network, rule)
    ofActors = (0..<network.actors.count).map { actor in
      var known: [Region: Double] = [:]
      for (region, share) in shares.of(ActorID(actor), in: []) {
        known[region.ancestor(at: level) ?? region, default: 0] += share
      }
      let sorted = known.sorted { $0.key < $1.key }
      let whole = sorted.reduce(0) { $0 + $1.value }
      return whole > 0 ? sorted.map { ($0.key, $0.value / whole) } : TransferPlaces.nowhere
    }
  }

  func payer(of transfer: Transfer) -> [Share] { end(transfer.payer, transfer.payerRegion) }
  func payee(of transfer: Transfer) -> [Share] { end(transfer.payee, transfer.payeeRegion) }

  private func end(_ actor: ActorID, _ region: Region?) -> [Share] {
    region.map { [($0.ancestor(at: level) ?? $0, 1)] } ?? ofActors[actor.index]
  }
}
