public import NexusModel

/// What rows say that a ``Network`` has no place for: aliases, references, handling, grades as they are written,
/// columns that nexus does not use. Kept for converting, when ``ReadingOptions/otherValues`` asks for it.
public struct RowValues: Sendable {
  /// One value of a row, under the name of its ``Field`` or of its column.
  public struct Value: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) { (self.name, self.value) = (name, value) }
  }

  private var values: [RowID: [Value]] = [:]
  private var actorRows: [String: [RowID]] = [:]
  private var describing = Set<RowID>()
  private var unjoined: [(row: RowID, actor: String)] = []

  public init() {}

  public var isEmpty: Bool { values.isEmpty && actorRows.isEmpty }

  /// The values of a row, in the order of its columns.
  public subscript(row: RowID) -> [Value] { values[row] ?? [] }

  /// The rows of tables of actors that describe an actor, in reading order.
  public func rows(describing actor: String) -> [RowID] { actorRows[actor] ?? [] }

  mutating func add(_ row: RowID, _ values: [Value]) { if !values.isEmpty { self.values[row] = values } }

  /// Keeps that a row tells of a membership that joins its actor with nobody.
  mutating func add(_ row: RowID, joiningNobodyWith actor: String) { unjoined.append((row, actor)) }

  /// How many memberships of these actors join them with nobody.
  func membershipsJoiningNobody(of actors: Set<String>) -> Int {
    unjoined.count { actors.contains($0.actor) }
  }

  /// Whether a row is one of a table of actors.
  func describesActor(_ row: RowID) -> Bool { describing.contains(row) }

  mutating func add(_ row: RowID, describing actor: String) {
    actorRows[actor, default: []].append(row)
    describing.insert(row)
  }
}

/// The columns of a table whose values a ``Network`` has no place for.
struct OtherColumns {
  private let columns: [(name: String, field: Field?, column: Int)]

  /// Fields that no network holds as they are written, and those that say nothing of such a row.
  private static func fields(of shape: TableShape) -> [Field] {
    let ofAll: [Field] = [.grade, .evidence, .handling]
    return switch shape {
    // Of an actor that a row claims nothing of, a network holds neither origin nor date.
    case .actors: ofAll + [.aliases, .status, .confidence, .kind, .origin, .date]
    case .flows: ofAll + [.relation, .strength, .directed, .start, .end]
    case .ties, .headerless: ofAll + [.amountReceived, .currencyReceived, .currency, .channel]
    case .affiliations: ofAll + [.event]
    case .matrix, .regions, .description: []
    }
  }

  /// What a row says of its membership alone, where a tie of two memberships says when their event was and how many
  /// they share.
  private static let ofMemberships: [(name: String, field: Field)] = [
    ("membership_date", .date), ("membership_start", .start), ("membership_end", .end),
    ("membership_strength", .strength),
  ]

  /// - Parameter twoMode: what becomes of memberships; nil for a table of anything else.
  init(of reader: RowReader, twoMode: ReadingOptions.TwoMode? = nil) {
    let layout = reader.layout
    var columns: [(name: String, field: Field?, column: Int)] = OtherColumns.fields(of: layout.shape)
      .compactMap { field in layout.columns[field].map { (field.rawValue, field, $0) } }
    if twoMode == .project {
      columns += OtherColumns.ofMemberships.compactMap { name, field in
        layout.columns[field].map { (name, field, $0) }
      }
    }
    let taken = Set(layout.columns.columns.values)
    var names = Set(columns.map(\.name))
    for (column, header) in layout.header.enumerated() where !header.isEmpty && !taken.contains(column) {
      let header = reader.unguarded(header)
      var name = header
      var number = 2
      while !names.insert(name).inserted {
        name = "\(header) (\(number))"
        number += 1
      }
      columns.append((name, nil, column))
    }
    self.columns = columns
  }

  /// What a row says in these columns. Dates and shares are written as nexus writes them, for another file may write
  /// them by other rules.
  func values(_ record: CSVTable.Record, _ reader: RowReader) throws(RowFault) -> [RowValues.Value] {
    var values: [RowValues.Value] = []
    for (name, field, column) in columns {
      let text = reader.cell(record, column)
      guard !text.isEmpty else { continue }
      if field == .confidence {
        guard let share = try reader.confidence(record) else { continue }
        values.append(RowValues.Value(name: name, value: WrittenValue.number(share)))
      } else if let field, field.holdsDates {
        // Whether it can be read was said when the row was.
        var log = ProblemLog()
        let instant = reader.instant(field, record, &log)
        values.append(
          RowValues.Value(
            name: instant == nil ? "\(name) (value)" : name, value: instant?.description ?? text))
      } else {
        values.append(RowValues.Value(name: name, value: text))
      }
    }
    return values
  }
}
