/// Something in the input that the reader could not take as it stood: where, what, and how to mend it.
public struct Problem: Hashable, Sendable {
  /// What sort of trouble it is; messages of one kind are counted together.
  public enum Kind: String, CaseIterable, Sendable {
    // The row is rejected.
    case missingEnd = "missing end"
    case unreadableAmount = "unreadable amount"
    case missingAmount = "missing amount"
    case negativeAmount = "negative amount"
    case amountOutOfRange = "amount out of range"
    case unreadableStrength = "unreadable strength"
    case unreadableConfidence = "unreadable confidence"
    case unreadableDirection = "unreadable direction"
    case missingActor = "actor without id and name"
    case longRow = "too many cells"
    case brokenQuote = "broken quotes"
    case unusableIndicator = "unusable indicator"
    // The cell is emptied.
    case unreadableDate = "unreadable date"
    case unreadableGrade = "unreadable grade"
    case unreadableCount = "unreadable count"
    // The row stands as it is read.
    case shortRow = "short row padded"
    case strayQuote = "quote inside a bare cell"
    case roleConflict = "conflicting roles"
    case typeConflict = "conflicting types"
    case ambiguousName = "name of several actors"
    case unknownWord = "unknown word"
    case unknownRecord = "decision on an unknown id"

    /// What the reader did about it.
    public var outcome: Outcome {
      switch self {
      case .missingEnd, .unreadableAmount, .missingAmount, .negativeAmount, .amountOutOfRange,
        .unreadableStrength, .unreadableConfidence, .unreadableDirection,
        .missingActor, .longRow, .brokenQuote, .unusableIndicator:
        .rowRejected
      case .unreadableDate, .unreadableGrade, .unreadableCount: .cellEmptied
      case .shortRow, .strayQuote, .roleConflict, .typeConflict, .ambiguousName, .unknownWord, .unknownRecord:
        .kept
      }
    }
  }

  public enum Outcome: Sendable { case rowRejected, cellEmptied, kept }

  public var kind: Kind
  public var file: String
  public var line: Int
  /// From 1; nil when the trouble is with the whole row.
  public var column: Int?
  /// What is wrong and how to mend it.
  public var message: String

  /// `transfers.csv:214:9: amount "12a" is not a number. Expected …`
  public var description: String {
    let place = column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
    return "\(place): \(message)"
  }
}

/// A row that was not used, whole.
public struct RejectedRow: Hashable, Sendable {
  public var file: String
  public var line: Int
  public var column: Int?
  public var reason: String
  public var row: String
}

/// Where every data row ended. `read` = `used` + `folded` + `rejected`.
public struct RowAccount: Hashable, Sendable {
  public var used = 0
  /// Rows B–A beside A–B of an undirected tie without strengths.
  public var reciprocal = 0
  public var selfTies = 0
  /// Second rows of one actor, and items that refute a tie.
  public var merged = 0
  /// Identical rows, under `--drop-duplicates`.
  public var duplicates = 0
  /// Items that say nothing of actors, ties or transfers, or that their source withdrew.
  public var passedOver = 0
  public var rejected = 0
  /// Transfers from an actor to itself, among ``selfTies``.
  public var selfTransfers = 0
  /// Where the first of them stands, `file:line`.
  public var firstSelfTransfer: String?
  /// Dates with a time of day that name no zone and were read as UTC.
  public var zonelessTimes = 0

  public init() {}

  public var folded: Int { reciprocal + selfTies + merged + duplicates + passedOver }
  public var read: Int { used + folded + rejected }
}
