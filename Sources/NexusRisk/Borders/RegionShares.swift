import NexusGraph
import NexusModel

/// Where an actor or an end of a link lies, as shares that add up to at most 1: of one tie never more than one is
/// given away.
///
///     s_ir = a_ir / max(1, Σ_q a_iq)
///
/// What is left of 1 has no known region, and an area has the sum of its parts, as in all sums of flows. An end whose
/// row names its regions lies in each of them alike.
struct RegionShares {
  /// Numbers of regions, ascending, and the share of each.
  typealias Shares = [(region: Int, share: Double)]

  private let byActor: [Shares]
  /// The number that stands for a region of the model at the level asked for.
  private let lifted: [Int]

  init(_ model: ExposureModel, lifted: [Int]) {
    self.lifted = lifted
    var confidences = [[Int: Double]](repeating: [:], count: model.parties.count)
    for presence in model.presences {
      confidences[Int(presence.actor)][Int(presence.region), default: 0] += presence.confidence
    }
    byActor = confidences.map { regions in
      let sorted = regions.sorted { $0.key < $1.key }
      var shares: [Int: Double] = [:]
      for (region, share) in zip(sorted.map(\.key), locatedShares(sorted.map(\.value))) {
        shares[lifted[region], default: 0] += share
      }
      return shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  /// The shares of both ends; a tie that was in places of its own has both its ends there.
  func ends(of link: ExposureModel.Link) -> (source: Shares, target: Shares) {
    guard link.places.isEmpty else {
      let places = alike(link.places)
      return (places, places)
    }
    return (
      link.sourceRegions.isEmpty ? byActor[Int(link.source)] : alike(link.sourceRegions),
      link.targetRegions.isEmpty ? byActor[Int(link.target)] : alike(link.targetRegions)
    )
  }

  private func alike(_ regions: [Int32]) -> Shares {
    let distinct = Set(regions.map { lifted[Int($0)] }).sorted()
    return distinct.map { ($0, 1 / Double(distinct.count)) }
  }
}
