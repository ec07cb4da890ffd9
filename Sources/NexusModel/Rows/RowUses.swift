/// What each row of the input became: the ties, transfers, presences and crimes that it speaks of.
public struct RowUses: Sendable {
  /// One thing that a row speaks of, by its position in the network's list of such things.
  public enum Use: Hashable, Sendable {
    case tie(Int)
    case transfer(Int)
    case presence(Int)
    case crime(Int)
  }

  private let uses: [RowID: [(use: Use, item: Evidence)]]

  /// O(items).
  public init(of network: Network) {
    var uses: [RowID: [(use: Use, item: Evidence)]] = [:]
    for (position, tie) in network.ties.enumerated() {
      // A row that several others stand beside in one tie speaks of it once.
      for item in network.evidence(of: tie) where uses[item.row]?.last?.use != .tie(position) {
        uses[item.row, default: []].append((.tie(position), item))
      }
    }
    for (position, transfer) in network.transfers.enumerated() {
      uses[transfer.evidence.row, default: []].append((.transfer(position), transfer.evidence))
    }
    for (position, presence) in network.actors.presences.enumerated() {
      uses[presence.evidence.row, default: []].append((.presence(position), presence.evidence))
    }
    for (position, claim) in network.actors.crimes.enumerated() {
      uses[claim.evidence.row, default: []].append((.crime(position), claim.evidence))
    }
    self.uses = uses
  }

  /// What a row speaks of: ties first, then transfers, presences and crimes, in the order of the network.
  public subscript(row: RowID) -> [(use: Use, item: Evidence)] { uses[row] ?? [] }

  /// Every row that speaks of something, ascending.
  public var rows: [RowID] { uses.keys.sorted() }
}
