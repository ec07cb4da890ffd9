internal import NexusGraph
internal import NexusModel

/// The actors that the ends of a table's rows name, each distinct name looked up once.
///
/// An end is read before its row is known to be usable, and becomes an actor only then: a rejected row introduces
/// nobody.
struct EndColumn {
  /// What is known of an end: its actor, once a row was used; or that its cell says "no value".
  private enum State {
    static let missing: Int32 = -1
    static let unused: Int32 = -2
  }

  private var cells = CellNumbers()
  private var states: [Int32] = []
  private var names: [String] = []
  private var accounts = Accounts()
  private var hashes: [Int] = []
  /// Keeps what ``touch(_:_:)`` reads from being optimised away.
  private var touched: UInt64 = 0

  /// Accounts within banks, as ends behind those of plain cells: an account number is only unique within its bank.
  private struct Accounts {
    var banks = CellNumbers()
    /// The distinct banks; nil for a cell that says "no value".
    var bankNames: [String?] = []
    var numbers: [UInt64: Int] = [:]
    var states: [Int32] = []
    var names: [String] = []
  }

  /// The number of an end: from 0 that of a cell, below 0 that of an account within a bank.
  ///
  /// - Throws: a fault of the row when the cell is missing.
  mutating func end(
    _ field: Field, _ record: CSVTable.Record, _ reader: RowReader
  ) throws(RowFault) -> Int {
    guard let column = field == .source ? reader.columns.source : reader.columns.target else {
      throw missing(field, record, reader)
    }
    let cell = reader.table.bytes(record, column)
    let (number, isNew) = cells.number(of: cell, in: reader.table)
    if isNew {
      let name = reader.unguarded(reader.table.text(of: cell))
      names.append(name)
      states.append(MissingCell.matches(name) ? State.missing : State.unused)
    }
    guard states[number] != State.missing else { throw missing(field, record, reader) }
    guard let bank = field == .source ? reader.columns.sourceBank : reader.columns.targetBank else {
      return number
    }
    return account(number, ofBankIn: reader.table.bytes(record, bank), reader)
  }

  /// Makes what ``end(_:_:_:)`` needs of rows soon quick to reach.
  mutating func touch(_ records: ArraySlice<CSVTable.Record>, _ reader: RowReader) {
    guard let source = reader.columns.source, let target = reader.columns.target else { return }
    hashes.removeAll(keepingCapacity: true)
    for record in records {
      hashes.append(CellNumbers.hash(of: reader.table.bytes(record, source), in: reader.table))
      hashes.append(CellNumbers.hash(of: reader.table.bytes(record, target), in: reader.table))
    }
    touched &+= cells.touch(hashes)
  }

  /// The actor of an end, found or made when it is first asked for.
  mutating func actor(
    _ end: Int, at place: @autoclosure () -> CellPlace, _ builder: inout NetworkBuilder
  ) -> ActorID {
    if end >= 0 {
      if states[end] >= 0 { return ActorID(rawValue: states[end]) }
      let actor = builder.actor(named: names[end], at: place())
      states[end] = actor.rawValue
      return actor
    }
    if accounts.states[-1 - end] >= 0 { return ActorID(rawValue: accounts.states[-1 - end]) }
    let actor = builder.actor(named: accounts.names[-1 - end], at: place())
    accounts.states[-1 - end] = actor.rawValue
    return actor
  }

  private mutating func account(_ number: Int, ofBankIn cell: CSVTable.Cell, _ reader: RowReader) -> Int {
    let (bank, isNew) = accounts.banks.number(of: cell, in: reader.table)
    if isNew {
      let name = reader.unguarded(reader.table.text(of: cell))
      accounts.bankNames.append(MissingCell.matches(name) ? nil : name)
    }
    let key = UInt64(bank) << 32 | UInt64(number)
    if let known = accounts.numbers[key] { return known }
    guard let bankName = accounts.bankNames[bank] else { return number }
    accounts.states.append(State.unused)
    accounts.names.append("\(bankName):\(names[number])")
    accounts.numbers[key] = -accounts.states.count
    return -accounts.states.count
  }

  private func missing(_ field: Field, _ record: CSVTable.Record, _ reader: RowReader) -> RowFault {
    RowFault(
      kind: .missingEnd, place: reader.place(record, field),
      message: "the \(field.rawValue) is missing. A tie or transfer needs both ends; fill it in.")
  }
}
