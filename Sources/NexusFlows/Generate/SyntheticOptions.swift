/// What an invented network is to look like.
public struct SyntheticOptions: Hashable, Sendable {
  /// How many actors and transfers there are in all, those of planted patterns among them.
  public var actors = 1_000
  public var transfers = 10_000
  /// How many of each pattern are planted.
  public var plants: [FlowPattern: Int] = [:]
  public var seed: UInt64 = 1

  public init() {}
}

/// Why a network cannot be invented as asked.
public enum SyntheticError: Error, Hashable, CustomStringConvertible {
  case tooFewActors(Int, needed: Int)
  case tooFewTransfers(Int, needed: Int)
  case tooMany(Int)

  public var description: String {
    switch self {
    case .tooFewActors(let count, let needed):
      "\(count) actors are too few for the planted patterns and ordinary life beside them. Give --actors \(needed) or "
        + "more, or plant fewer."
    case .tooFewTransfers(let count, let needed):
      "\(count) transfers are too few for the planted patterns, which take \(needed). Give --transfers \(needed) or more, "
        + "or plant fewer."
    case .tooMany(let count):
      "\(count) are more actors or transfers than nexus counts (1 000 000 000)."
    }
  }
}

/// One invented transfer.
public struct SyntheticTransfer: Hashable, Sendable {
  public var payer: Int32
  public var payee: Int32
  /// In hundredths.
  public var cents: Int64
  /// Seconds since 1970-01-01T00:00:00Z.
  public var time: Int64
  /// Positions in ``SyntheticNetwork/currencies`` and ``SyntheticNetwork/channels``.
  public var currency: UInt8
  public var channel: UInt8
  /// Position in ``SyntheticNetwork/crimes``; -1 where the row names none.
  public var crime: Int8 = -1
  /// Where the row says that its ends were, positions in ``SyntheticNetwork/regions``; -1 where it does not say.
  public var payerRegion: Int8 = -1
  public var payeeRegion: Int8 = -1
  /// Number of the planted pattern that it is part of; -1 for ordinary life.
  public var plant: Int32 = -1
}

/// A pattern that was planted.
public struct SyntheticPlant: Hashable, Sendable {
  public let pattern: FlowPattern
  /// In the order of the shape: hub before the others, payers before payees, a chain from its start.
  public let actors: [Int32]
  /// In the order of time.
  public let transfers: [SyntheticTransfer]
}
