internal import NexusGraph
internal import NexusModel

/// What a row says, apart from where it stands: two rows of the same content are the same item of evidence, in
/// whatever line of whatever file.
struct RowContent: Hashable {
  /// Ids, words, dates and numbers of everything that the row speaks of.
  private var facts: [String] = []

  init(_ row: RowID, in network: Network, _ uses: RowUses) {
    facts = uses[row].map { use, item in
      let about =
        switch use {
        case .tie(let position): RowContent.about(network.ties[position], item.row, network)
        case .transfer(let position): RowContent.about(network.transfers[position], network)
        case .presence(let position):
          [
            "presence", network.actors.ids[network.actors.presences[position].actor.index],
            network.actors.presences[position].region.code,
          ]
        case .crime(let position):
          [
            "crime", network.actors.ids[network.actors.crimes[position].actor.index],
            network.actors.crimes[position].crime.word,
          ]
        }
      let item = [
        network.origins[Int(item.origin)], item.grading?.description ?? "", "\(item.stance)", "\(item.kind)",
        item.date?.description ?? "",
      ]
      return (about + item).joined(separator: "\u{1F}")
    }
  }

  private static func about(_ tie: Tie, _ row: RowID, _ network: Network) -> [String] {
    let ends = [tie.source, tie.target].map { network.actors.ids[$0.index] }
    // The strength of one row is known where rows share a tie, and is the tie's where they do not.
    let strength = network.rows.statement(of: row).map { $0.strength ?? 1 } ?? tie.strength
    return ["tie"] + (tie.isDirected ? ends : ends.sorted())
      + [
        "\(tie.isDirected)", tie.relation.word, tie.crimes.map(\.word).joined(separator: ";"),
        strength.description,
      ]
  }

  private static func about(_ transfer: Transfer, _ network: Network) -> [String] {
    [
      "transfer", network.actors.ids[transfer.payer.index], network.actors.ids[transfer.payee.index],
      transfer.amount.description, transfer.currency, transfer.channel.word,
      transfer.crimes.map(\.word).joined(separator: ";"),
    ]
  }
}

/// The rows of one network whose content another has not, or has less often.
struct NewRows {
  let network: Network
  let uses: RowUses
  let rows: Set<RowID>

  /// O(items).
  init(in after: Network, against before: Network) {
    let former = RowUses(of: before)
    var known: [RowContent: Int] = [:]
    for row in former.rows { known[RowContent(row, in: before, former), default: 0] += 1 }
    let uses = RowUses(of: after)
    var rows: Set<RowID> = []
    for row in uses.rows {
      let content = RowContent(row, in: after, uses)
      let left = known[content, default: 0]
      if left > 0 { known[content] = left - 1 } else { rows.insert(row) }
    }
    (network, self.uses, self.rows) = (after, uses, rows)
  }

  /// `file:line` of those among these rows that are new, in reading order.
  func places(among candidates: some Sequence<RowID>) -> [String] {
    Set(candidates).intersection(rows).sorted().map { network.rows[$0] }
  }

  /// `file:line` of all, in reading order.
  var places: [String] { rows.sorted().map { network.rows[$0] } }
}
