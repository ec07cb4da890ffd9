/// One place in the data where transfers make a shape.
public struct PatternHit: Hashable, Sendable {
  public var pattern: FlowPattern
  /// The actors in the order of the shape: hub before the others, payers before payees, a chain from its start.
  public var actors: [Int32]
  /// Positions in the columns that were searched, in the order of time.
  public var transfers: [Int32]
  /// Times of the first and last transfer, seconds since 1970.
  public var start: Int64
  public var end: Int64
  /// Number of the one currency of the amounts that stand here, a position in ``PatternLedger/currencyNames``; nil when
  /// they mix.
  public var currency: Int32?
  /// What goes into the shape and what comes out of it, in that currency; each detector says what it counts.
  /// ``amountOut`` alone is nil when only what arrives is of another currency.
  public var amountIn: Double?
  public var amountOut: Double?
  /// Whether amounts could be compared: all of one known currency, or converted.
  public var isAmountChecked: Bool
  /// The actors without whom the money would not move on: the hub, intermediaries. A hit in which one of them is a
  /// victim, a witness or a reporting party is set aside.
  public var movers: [Int32]
}

extension PatternHit {
  /// How large a hit is, the measure by which hits of one pattern are ranked: distinct actors, then transfers, then
  /// the earlier start, then the transfers themselves.
  static func isMoreStriking(_ left: PatternHit, _ right: PatternHit) -> Bool {
    if left.actors.count != right.actors.count { return left.actors.count > right.actors.count }
    if left.transfers.count != right.transfers.count { return left.transfers.count > right.transfers.count }
    if left.start != right.start { return left.start < right.start }
    if left.transfers != right.transfers { return left.transfers.lexicographicallyPrecedes(right.transfers) }
    return left.actors.lexicographicallyPrecedes(right.actors)
  }
}
