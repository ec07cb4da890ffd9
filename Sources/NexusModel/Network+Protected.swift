internal import NexusGraph

extension Network {
  /// The rows of ties and transfers with a victim, a witness or a reporting party at an end. They enter no score,
  /// whatever they say of the other end.
  ///
  /// - Complexity: O(rows) where there is such an actor, else O(actors).
  package var protectedRows: Set<RowID> {
    let isProtected = actors.roles.map(\.isProtected)
    guard isProtected.contains(true) else { return [] }
    var rows: Set<RowID> = []
    for tie in ties where isProtected[tie.source.index] || isProtected[tie.target.index] {
      rows.formUnion(evidence(of: tie).lazy.map(\.row))
    }
    for transfer in transfers where isProtected[transfer.payer.index] || isProtected[transfer.payee.index] {
      rows.insert(transfer.evidence.row)
    }
    return rows
  }

  /// The presences that may enter a score: not those of protected actors, nor what a row of theirs says of others.
  package var scoredPresences: [Presence] {
    let protectedRows = protectedRows
    return actors.presences.filter {
      !actors.roles[$0.actor.index].isProtected && !protectedRows.contains($0.evidence.row)
    }
  }

  /// The network with other transfers in place of its own, one for each.
  package func replacing(transfers: [Transfer]) -> Network {
    precondition(transfers.count == self.transfers.count, "Each transfer is replaced by one.")
    return Network(partOf: self, actors: actors, ties: ties, tieEvidence: tieEvidence, transfers: transfers)
  }
}
