extension Network {
  /// Every region that a row of the data names: of an actor, of an end, or of a tie or transfer itself.
  ///
  /// - Complexity: O(rows).
  public var namedRegions: Set<Region> {
    var named = Set(actors.presences.map(\.region))
    for tie in ties {
      named.formUnion(tie.sourceRegions)
      named.formUnion(tie.targetRegions)
      named.formUnion(tie.places)
    }
    for transfer in transfers {
      named.formUnion([transfer.payerRegion, transfer.payeeRegion, transfer.place].compactMap { $0 })
    }
    return named
  }
}
