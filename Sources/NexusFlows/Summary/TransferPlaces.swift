internal import NexusGraph
internal import NexusModel

/// Where the two ends of a transfer lie, as shares that add up to 1.
///
/// The shares of ``EndShares`` at one level of regions; what is missing to 1 lies nowhere known. So the parts of an
/// amount add up to the amount, whatever the regions.
struct TransferPlaces {
  typealias Share = (region: Region?, share: Double)

  private let ofActors: [[Share]]
  private let level: Region.Level

  private static let nowhere: [Share] = [(nil, 1)]
  /// Shares are sums of a few doubles.
  private static let rounding = 1e-12

  /// - Parameter rule: how what rows say of a presence becomes its confidence.
  init(_ network: Network, level: Region.Level, rule: ConfidenceRule) {
    self.level = level
    let shares = EndShares(network, rule)
    ofActors = (0..<network.actors.count).map { actor in
      var known: [Region: Double] = [:]
      for (region, share) in shares.of(ActorID(actor), in: []) {
        known[region.ancestor(at: level) ?? region, default: 0] += share
      }
      guard !known.isEmpty else { return TransferPlaces.nowhere }
      let sorted: [Share] = known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      let missing = 1 - sorted.reduce(0) { $0 + $1.share }
      return missing > TransferPlaces.rounding ? sorted + [(nil, missing)] : sorted
    }
  }

  func payer(of transfer: Transfer) -> [Share] { end(transfer.payer, transfer.payerRegion) }
  func payee(of transfer: Transfer) -> [Share] { end(transfer.payee, transfer.payeeRegion) }

  private func end(_ actor: ActorID, _ region: Region?) -> [Share] {
    region.map { [($0.ancestor(at: level) ?? $0, 1)] } ?? ofActors[actor.index]
  }
}
