internal import NexusGraph
internal import NexusModel

/// The actors that the ends of a table's rows name, each distinct name looked up once.
///
/// An end is read before its row is known to be usable, and becomes an actor only then: a rejected row introduces
/// nobody.
struct EndColumn {
  private var cells = CellNumbers()
  private var banks = CellNumbers()
  /// The end of each distinct cell.
  private var endOfCell: [Int] = []
  /// The distinct names, nil for cells that say "no value", and the actors of those that were used.
  private var names: [String?] = []
  private var actors: [ActorID?] = []
  private var bankNames: [String?] = []
  /// Ends of an account within a bank, by the numbers of both.
  private var accounts: [UInt64: Int] = [:]

  /// The number of an end.
  ///
  /// - Throws: a fault of the row when the cell is missing.
  mutating func end(
    _ field: Field, _ record: CSVTable.Record, _ reader: RowReader
  ) throws(RowFault) -> Int {
    guard let column = reader.layout.columns[field] else { throw missing(field, record, reader) }
    let cell = reader.table.bytes(record, column)
    let (cellNumber, isNew) = cells.number(of: cell, in: reader.table)
    if isNew { endOfCell.append(add(reader.unguarded(reader.table.text(of: cell)))) }
    let number = endOfCell[cellNumber]
    guard let name = names[number] else { throw missing(field, record, reader) }
    // An account number is only unique within its bank.
    guard let bankColumn = reader.layout.columns[field == .source ? .sourceBank : .targetBank] else {
      return number
    }
    let bankCell = reader.table.bytes(record, bankColumn)
    let (bank, isNewBank) = banks.number(of: bankCell, in: reader.table)
    if isNewBank {
      let bankName = reader.unguarded(reader.table.text(of: bankCell))
      bankNames.append(MissingCell.matches(bankName) ? nil : bankName)
    }
    guard let bankName = bankNames[bank] else { return number }
    let key = UInt64(bank) << 32 | UInt64(number)
    if let known = accounts[key] { return known }
    let account = add("\(bankName):\(name)")
    accounts[key] = account
    return account
  }

  /// The actor of an end, found or made when it is first asked for.
  mutating func actor(_ end: Int, at place: @autoclosure () -> CellPlace, _ builder: inout NetworkBuilder)
    -> ActorID
  {
    if let known = actors[end] { return known }
    let actor = builder.actor(named: names[end] ?? "", at: place())
    actors[end] = actor
    return actor
  }

  private mutating func add(_ name: String) -> Int {
    names.append(MissingCell.matches(name) ? nil : name)
    actors.append(nil)
    return names.count - 1
  }

  private func missing(_ field: Field, _ record: CSVTable.Record, _ reader: RowReader) -> RowFault {
    RowFault(
      kind: .missingEnd, place: reader.place(record, field),
      message: "the \(field.rawValue) is missing. A tie or transfer needs both ends; fill it in.")
  }
}
