import NexusGraph
import NexusModel

/// In which regions an end of a tie or transfer lies, as expected shares.
///
/// An end lies in its row's region; rows of one tie that name several share it evenly. Else it lies in its actor's
/// regions with a_ir, the confidence that the actor is active there. An amount is not there twice: shares are
/// a_ir ÷ max(1, Σ a_ir), and what is missing to 1 lies in no region that the data name.
///
/// One rule for sums, corridors and borders. Shares in proportion, a_ir ÷ Σ a_ir, would give a region the whole of an
/// amount however faint the only word of it is, and a hint of one more region would halve that again; so doubt stays
/// to be seen, as "not known", and the parts of an amount still add up to it.
struct EndShares {
  private let ofActor: [[(region: Region, share: Double)]]

  init(_ network: Network, _ rule: ConfidenceRule) {
    var items = [[Region: [Evidence]]](repeating: [:], count: network.actors.count)
    for presence in network.actors.presences {
      items[presence.actor.index][presence.region, default: []].append(presence.evidence)
    }
    ofActor = items.map { regions in
      let confidences = regions.map { (region: $0, share: rule.confidence(of: $1)) }
        .filter { $0.share > 0 }.sorted { $0.region < $1.region }
      return zip(confidences, locatedShares(confidences.map(\.share))).map { ($0.region, $1) }
    }
  }

  func of(_ actor: ActorID, in regions: [Region]) -> [(region: Region, share: Double)] {
    guard !regions.isEmpty else { return ofActor[actor.index] }
    let distinct = Set(regions).sorted()
    return distinct.map { ($0, 1 / Double(distinct.count)) }
  }
}
