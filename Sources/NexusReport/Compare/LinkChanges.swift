internal import NexusGraph
internal import NexusModel

/// Pairs of actors that only one of two networks ties, or has a transfer between.
struct LinkChanges {
  let added: [NetworkComparison.Link]
  let removed: [NetworkComparison.Link]

  init(from before: ComparisonSide, to after: ComparisonSide) {
    let (earlier, later) = (LinkChanges.links(of: before.network), LinkChanges.links(of: after.network))
    let (known, kept) = (Set(earlier.map(\.key)), Set(later.map(\.key)))
    added = later.filter { !known.contains($0.key) }.map(\.link)
    removed = earlier.filter { !kept.contains($0.key) }.map(\.link)
  }

  private struct Key: Hashable {
    var ends: [String]
    var isDirected: Bool
    var isTransfer: Bool
  }

  /// Ties by their first row, then transfers by theirs.
  private static func links(of network: Network) -> [(key: Key, link: NetworkComparison.Link)] {
    let ids = network.actors.ids
    let ties = network.tieBundles(.structural()).map { bundle in
      let ends = [ids[bundle.source.index], ids[bundle.target.index]]
      let members = bundle.ties.map { network.ties[$0] }
      let rows = Set(members.flatMap { network.evidence(of: $0).map(\.row) }).sorted()
      return (
        Key(ends: bundle.isDirected ? ends : ends.sorted(), isDirected: bundle.isDirected, isTransfer: false),
        NetworkComparison.Link(
          source: ends[0], target: ends[1], isDirected: bundle.isDirected, isTransfer: false,
          words: Set(members.map(\.relation)).subtracting([.unknown]).sorted().map(\.word),
          rows: rows.map { network.rows[$0] })
      )
    }
    var positions: [Key: Int] = [:]
    var transfers: [(key: Key, members: [Transfer])] = []
    for transfer in network.transfers where transfer.stands {
      let key = Key(
        ends: [ids[transfer.payer.index], ids[transfer.payee.index]], isDirected: true, isTransfer: true)
      if let position = positions[key] {
        transfers[position].members.append(transfer)
      } else {
        positions[key] = transfers.count
        transfers.append((key, [transfer]))
      }
    }
    return ties
      + transfers.map { key, members in
        (
          key,
          NetworkComparison.Link(
            source: key.ends[0], target: key.ends[1], isDirected: true, isTransfer: true,
            words: Set(members.map(\.channel)).subtracting([.unknown]).sorted().map(\.word),
            rows: members.map { network.rows[$0.evidence.row] })
        )
      }
  }
}
