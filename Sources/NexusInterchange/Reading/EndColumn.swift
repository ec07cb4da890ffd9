internal import NexusGraph
internal import NexusModel

/// The actors that the ends of a table's rows name, each distinct name looked up once.
///
/// An end is read before its row is known to be usable, and becomes an actor only then: a rejected row introduces
/// nobody.
struct EndColumn {
  /// What is known of an end: its actor, once a row was used; that its cell says "no value"; or less.
  private enum State {
    static let missing: Int32 = -1
    static let unused: Int32 = -2
    static let unread: Int32 = -3
  }

  private static let unnumbered: Int32 = -1

  private var cells = CellNumbers()
  private var states: [Int32] = []
  private var names: [String] = []
  private var accounts = Accounts()
  /// Of the rows that are read next, the hashes and the numbers of both ends.
  private var hashes: [Int] = []
  private var numbers: [Int32] = []
  /// Keeps what ``prepare(_:_:)`` reads ahead from being optimised away.
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

  /// Looks up the ends of the rows that are read next, all at a time, so that what they need of the memory is on its
  /// way together.
  mutating func prepare(_ records: ArraySlice<CSVTable.Record>, _ reader: RowReader) {
    let table = reader.table
    let columns = [reader.columns.source, reader.columns.target].compactMap(\.self)
    hashes.removeAll(keepingCapacity: true)
    for record in records {
      for column in columns { hashes.append(CellNumbers.hash(of: table.bytes(record, column), in: table)) }
    }
    touched &+= cells.touch(hashes)
    numbers.removeAll(keepingCapacity: true)
    for record in records {
      // Of rows that will be rejected, nothing is kept.
      let isSound = reader.isSound(record)
      for column in columns {
        let cell = table.bytes(record, column)
        numbers.append(isSound ? number(of: cell, hash: hashes[numbers.count], table) : EndColumn.unnumbered)
      }
    }
    for number in numbers where number >= 0 {
      touched &+= UInt64(truncatingIfNeeded: states[Int(number)])
    }
  }

  private mutating func number(of cell: CSVTable.Cell, hash: Int? = nil, _ table: CSVTable) -> Int32 {
    let (number, isNew) = cells.number(of: cell, in: table, hash: hash)
    if isNew {
      states.append(State.unread)
      names.append("")
    }
    return Int32(number)
  }

  /// The number of an end: from 0 that of a cell, below 0 that of an account within a bank.
  ///
  /// - Parameter position: that of the record among those of ``prepare(_:_:)``.
  /// - Throws: a fault of the row when the cell is missing.
  mutating func end(
    _ field: Field, _ record: CSVTable.Record, at position: Int, _ reader: RowReader
  ) throws(RowFault) -> Int {
    let (source, target) = (reader.columns.source, reader.columns.target)
    let isSource = field == .source
    guard let column = isSource ? source : target else { throw missing(field, record, reader) }
    let place = source == nil || target == nil ? position : 2 * position + (isSource ? 0 : 1)
    if numbers[place] == EndColumn.unnumbered {
      numbers[place] = self.number(of: reader.table.bytes(record, column), reader.table)
    }
    let number = Int(numbers[place])
    if states[number] == State.unread {
      let name = reader.unguarded(reader.table.cell(record, column))
      names[number] = name
      states[number] = MissingCell.matches(name) ? State.missing : State.unused
    }
    guard states[number] != State.missing else { throw missing(field, record, reader) }
    guard let bank = isSource ? reader.columns.sourceBank : reader.columns.targetBank else { return number }
    return account(number, ofBankIn: reader.table.bytes(record, bank), reader)
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
