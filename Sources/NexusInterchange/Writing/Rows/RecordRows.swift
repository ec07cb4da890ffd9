internal import NexusGraph
internal import NexusModel

/// A network as the rows that say it: those of its actors, of its ties, and of its transfers.
///
/// Read again by the rules of tables, the rows give the same network. Each item of evidence is a row, in the order in
/// which it was read, so that grouping gives the same ties; a further row of an actor follows its first.
struct RecordRows {
  struct ActorRows {
    var actor: ActorID
    /// At least one; the first holds what is known of the actor as such.
    var rows: [WrittenRow]
  }

  /// A row of a tie, or of a transfer.
  struct LinkRow {
    var source: ActorID
    var target: ActorID
    /// Nil for a transfer.
    var isDirected: Bool?
    var row: WrittenRow
  }

  let network: Network
  let actors: [ActorRows]
  let ties: [LinkRow]
  let transfers: [LinkRow]
  /// What no row can say.
  let losses: LossTally

  /// - Parameter strengths: whether rows of ties bear strengths.
  init(_ network: Network, _ values: RowValues, strengths: TieRows.Strengths = .whereNeeded) {
    self.network = network
    var losses = LossTally()
    let others = OtherCells(network, values)
    let tieRows = TieRows(network, others, strengths)
    ties = tieRows.rows(&losses)
    transfers = TransferRows(network, others).rows
    actors = ActorRowBuilder(network, others).rows(&losses)
    losses.add(
      "memberships that join nobody, with their further values; --keep-two-mode keeps them",
      values.membershipsJoiningNobody(of: Set(network.actors.ids)))
    self.losses = losses
  }

  /// Whether edges point where a format has one direction for all: as soon as one tie or transfer does.
  var pointsByDefault: Bool { !transfers.isEmpty || ties.contains { $0.isDirected == true } }

  /// Whether some ties point and others, or none beside transfers, do not.
  var isMixed: Bool { pointsByDefault && ties.contains { $0.isDirected == false } }

  func id(_ actor: ActorID) -> String { network.actors.ids[actor.index] }

  /// The columns that some row has, fields in their order first, then the others by first sight.
  ///
  /// - Parameter always: fields that are there in any case.
  static func columns(_ rows: some Sequence<WrittenRow>, always: [Field] = []) -> [WrittenRow.Column] {
    var seen = Set(always.map { WrittenRow.Column.field($0) })
    var others: [WrittenRow.Column] = []
    for row in rows {
      for cell in row.cells where seen.insert(cell.column).inserted {
        if case .other = cell.column { others.append(cell.column) }
      }
    }
    return Field.written.map { .field($0) }.filter(seen.contains) + others
  }
}

extension Field {
  /// The fields of rows in the order in which columns are written.
  static let written: [Field] = [
    .id, .source, .target, .name, .aliases, .role, .type, .region, .crimes, .status, .methodTerror,
    .methodCrime, .motiveTerror, .motiveCrime, .relation, .amount, .currency, .amountReceived,
    .currencyReceived, .channel, .crime, .strength, .directed, .date, .start, .end, .confidence, .grade,
    .origin, .evidence, .refutes, .kind, .handling, .sourceRegion, .targetRegion, .place,
  ]
}

/// What rows say beyond the network, as further cells, and where they stood.
struct OtherCells {
  private let network: Network
  let values: RowValues

  init(_ network: Network, _ values: RowValues) { (self.network, self.values) = (network, values) }

  /// Names under which a reader would take a column for a field. A column of the data that bears one is written with
  /// ` (value)` behind it, so that it stays what it is.
  private static let takenNames: (ties: Set<String>, actors: Set<String>) = {
    let ends = Field.endNames.flatMap { $0.source + $0.target }
    let ofEnds = ends.flatMap { end in ["role", "type", "region", "country"].map { end + $0 } }
    let ties = Set(Field.allCases.flatMap(\.tieNames) + ends + ofEnds)
    return (ties.union(["label"]), Set(Field.allCases.flatMap(\.actorNames) + ["label"]))
  }()

  /// Adds what a row says beyond its cells, and its place.
  func add(_ id: RowID, to row: inout WrittenRow, isOfActor: Bool) {
    let taken = isOfActor ? OtherCells.takenNames.actors : OtherCells.takenNames.ties
    var isPlaced = false
    for value in values[id] {
      if let field = Field(rawValue: value.name), OtherCells.isWritten(field, isOfActor) {
        if !row.has(.field(field)) { row.set(field, value.value) }
        continue
      }
      isPlaced = isPlaced || value.name == WrittenRow.placeColumn
      let isTaken = taken.contains(Field.fold(value.name))
      row.set(other: isTaken ? value.name + " (value)" : value.name, value.value)
    }
    if !isPlaced { row.set(other: WrittenRow.placeColumn, network.rows[id]) }
  }

  /// Where a row first stood.
  func place(of id: RowID) -> String {
    values[id].first { $0.name == WrittenRow.placeColumn }?.value ?? network.rows[id]
  }

  private static func isWritten(_ field: Field, _ isOfActor: Bool) -> Bool {
    switch field {
    case .grade, .evidence, .handling: true
    case .aliases, .status, .confidence, .kind, .origin, .date: isOfActor
    case .relation, .strength, .start, .end, .amountReceived, .currencyReceived, .currency, .channel:
      !isOfActor
    default: false
    }
  }
}
