extension Network {
  /// The network as it would have been read without some of its rows.
  ///
  /// A tie or transfer goes with its last row. A tie that other rows still speak of is grouped again from them:
  /// its strength, dates, regions and places are theirs. Presences and crimes that a row says of an actor go with
  /// it. Who the actors are stays: their numbers, ids, names, roles and types, and the actors themselves, so that a
  /// number of the view can be held against one of the whole. In a matrix that was read as undirected, a tie that both
  /// its rows show keeps the larger cell. What two rows say only together goes with either of them.
  ///
  /// - Complexity: O(*n* + *m* + items).
  public func leavingOut(_ isLeftOut: (RowID) -> Bool) -> Network {
    var kept: [Tie] = []
    var items: [Evidence] = []
    kept.reserveCapacity(ties.count)
    items.reserveCapacity(tieEvidence.count)
    for tie in ties {
      let start = items.count
      for item in evidence(of: tie)
      where !isLeftOut(item.row) && item.partner.map(isLeftOut) != true { items.append(item) }
      guard items.count > start else { continue }
      var tie = tie
      if items.count - start < tie.evidence.count { regroup(&tie, from: items[start...]) }
      tie.evidence = start..<items.count
      kept.append(tie)
    }
    var actors = actors
    actors.presences.removeAll { isLeftOut($0.evidence.row) }
    actors.crimes.removeAll { isLeftOut($0.evidence.row) }
    actors.observations.removeAll { isLeftOut($0.evidence.row) }
    return Network(
      partOf: self, actors: actors, ties: kept, tieEvidence: items,
      transfers: transfers.filter { !isLeftOut($0.evidence.row) })
  }

  /// Makes the tie what these of its rows say.
  private func regroup(_ tie: inout Tie, from items: ArraySlice<Evidence>) {
    var group = TieGroup()
    for item in items {
      guard let statement = rows.statement(of: item.row) else {
        // What each row of a matrix says is not kept: the tie stands as it was while one of them supports it.
        let stands = items.contains { $0.stance == .supports && $0.kind != .prediction }
        if !stands { tie.strength = 0 }
        return
      }
      group.add(statement, item)
    }
    tie.strength = group.strength
    (tie.first, tie.last) = (group.first, group.last)
    (tie.sourceRegions, tie.targetRegions, tie.places) = (
      group.sourceRegions, group.targetRegions, group.places
    )
  }
}
