internal import NexusGraph
internal import NexusModel

/// What rows of a network say, in a few words.
struct RowWords {
  let network: Network
  let uses: RowUses

  init(_ network: Network) {
    self.network = network
    uses = RowUses(of: network)
  }

  /// `tie T1 – O1, finance (drugs), 2018-03-01` for the first thing that a row speaks of, and how many more there are.
  func says(_ row: RowID) -> String {
    let uses = uses[row]
    guard let first = uses.first else { return "" }
    let words = (first.item.stance == .refutes ? "against: " : "") + self.words(for: first.use)
    return uses.count > 1 ? "\(words) and \(uses.count - 1) more" : words
  }

  private func words(for use: RowUses.Use) -> String {
    switch use {
    case .tie(let position):
      let tie = network.ties[position]
      let ends = "\(id(tie.source)) \(tie.isDirected ? "→" : "–") \(id(tie.target))"
      return "tie \(ends)" + (tie.relation == .unknown ? "" : ", \(tie.relation.word)")
        + crimes(tie.crimes) + date(tie.first)
    case .transfer(let position):
      let transfer = network.transfers[position]
      return "transfer \(id(transfer.payer)) → \(id(transfer.payee)), \(HTML.short(transfer.amount))"
        + (transfer.currency.isEmpty ? "" : " \(transfer.currency)") + crimes(transfer.crimes)
        + date(transfer.date)
    case .presence(let position):
      let presence = network.actors.presences[position]
      return "\(id(presence.actor)) in \(presence.region.name)"
    case .crime(let position):
      let claim = network.actors.crimes[position]
      return "\(id(claim.actor)): \(claim.crime.word)"
    }
  }

  private func id(_ actor: ActorID) -> String { network.actors.ids[actor.index] }
  private func crimes(_ crimes: [Crime]) -> String {
    crimes.isEmpty ? "" : " (\(crimes.map(\.word).joined(separator: ", ")))"
  }
  private func date(_ date: Instant?) -> String { date.map { ", \($0)" } ?? "" }
}
