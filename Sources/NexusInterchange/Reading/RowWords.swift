internal import NexusModel

/// A word of a vocabulary as a cell writes it.
struct SpelledWord<Words: Vocabulary> {
  var term: Term<Words>
  var text: String
  var isKnown: Bool

  /// Nil for a cell that says "no value".
  init?(_ text: String) {
    guard !MissingCell.matches(text) else { return nil }
    self.text = text
    term = Term(folding: text)
    isKnown = term.isKnown
  }
}

/// What the cells of a table mean whose words repeat from row to row.
struct RowWords {
  private var relations = WordColumn<SpelledWord<Relations>?>()
  private var channels = WordColumn<SpelledWord<Channels>?>()
  private var roles = WordColumn<SpelledWord<Roles>?>()
  private var types = WordColumn<SpelledWord<ActorTypes>?>()
  private var crimeLists = WordColumn<(crimes: [Crime], unknown: [Crime])>()
  private var currencies = WordColumn<String>()
  private var origins = WordColumn<Int32>()
  private var grades = WordColumn<Grade?>()
  private var regions = WordColumn<Region?>()
  private var kinds = WordColumn<Evidence.Kind>()
  private var refutations = WordColumn<Bool>()
  private var directions = WordColumn<RowReader.DirectionWord>()
  private var directionsInKind = WordColumn<RowReader.DirectionWord>()

  /// A cell of a row; nil when the table has no such column.
  private func cell(_ column: Int?, _ record: CSVTable.Record, _ reader: RowReader) -> CSVTable.Cell? {
    column.map { reader.table.bytes(record, $0) }
  }

  mutating func relation(_ record: CSVTable.Record, _ reader: RowReader) -> SpelledWord<Relations>? {
    cell(reader.columns.relation, record, reader).flatMap {
      relations.value($0, of: reader.table) { SpelledWord(reader.unguarded($0)) }
    }
  }

  mutating func channel(_ record: CSVTable.Record, _ reader: RowReader) -> SpelledWord<Channels>? {
    cell(reader.columns.channel, record, reader).flatMap {
      channels.value($0, of: reader.table) { SpelledWord(reader.unguarded($0)) }
    }
  }

  mutating func role(
    _ column: Int?, _ record: CSVTable.Record, _ reader: RowReader
  ) -> SpelledWord<Roles>? {
    cell(column, record, reader).flatMap {
      roles.value($0, of: reader.table) { SpelledWord(reader.unguarded($0)) }
    }
  }

  mutating func type(
    _ column: Int?, _ record: CSVTable.Record, _ reader: RowReader
  ) -> SpelledWord<ActorTypes>? {
    cell(column, record, reader).flatMap {
      types.value($0, of: reader.table) { SpelledWord(reader.unguarded($0)) }
    }
  }

  /// The crimes of a list cell, ascending, and those of them that the vocabulary does not know.
  mutating func crimes(
    _ record: CSVTable.Record, _ reader: RowReader
  ) -> (crimes: [Crime], unknown: [Crime]) {
    guard let cell = cell(reader.columns.crime, record, reader) else { return ([], []) }
    return crimeLists.value(cell, of: reader.table) { text in
      let words = reader.unguarded(text).split(separator: ";").map { $0.trimmingSpaces }
      let crimes = words.filter { !MissingCell.matches(String($0)) }.map { Crime(folding: $0) }
      return (crimes.count > 1 ? Set(crimes).sorted() : crimes, crimes.filter { !$0.isKnown })
    }
  }

  /// Empty where the row names none.
  mutating func currency(_ column: Int?, _ record: CSVTable.Record, _ reader: RowReader) -> String {
    guard let cell = cell(column, record, reader) else { return "" }
    return currencies.value(cell, of: reader.table) {
      let text = reader.unguarded($0)
      return MissingCell.matches(text) ? "" : text.uppercased()
    }
  }

  mutating func origin(
    _ record: CSVTable.Record, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) -> Int32 {
    guard let cell = cell(reader.columns.origin, record, reader) else { return 0 }
    return origins.value(cell, of: reader.table) {
      let text = reader.unguarded($0)
      return builder.origin(MissingCell.matches(text) ? nil : text)
    }
  }

  mutating func region(
    _ column: Int?, _ record: CSVTable.Record, _ reader: RowReader, _ builder: inout NetworkBuilder
  ) -> Region? {
    guard let cell = cell(column, record, reader), cell.count > 0 else { return nil }
    return regions.value(cell, of: reader.table) { builder.region(reader.unguarded($0)) }
  }

  mutating func evidenceKind(_ record: CSVTable.Record, _ reader: RowReader) -> Evidence.Kind {
    guard let cell = cell(reader.columns.kind, record, reader) else { return .fact }
    return kinds.value(cell, of: reader.table) { RowReader.evidenceKind(reader.unguarded($0)) }
  }

  mutating func refutes(_ record: CSVTable.Record, _ reader: RowReader) -> Bool {
    guard let cell = cell(reader.columns.refutes, record, reader) else { return false }
    return refutations.value(cell, of: reader.table) { RowReader.refutes(reader.unguarded($0)) }
  }

  /// Whether the row says that its tie is directed, in a column of its own or in `kind`.
  mutating func direction(_ record: CSVTable.Record, _ reader: RowReader) -> RowReader.DirectionWord {
    if let cell = cell(reader.columns.directed, record, reader) {
      let word = directions.value(cell, of: reader.table) { RowReader.direction(reader.unguarded($0)) }
      if word != .unsaid { return word }
    }
    guard let cell = cell(reader.columns.kind, record, reader) else { return .unsaid }
    return directionsInKind.value(cell, of: reader.table) { RowReader.directionInKind(reader.unguarded($0)) }
  }

  /// What the row says of its own reliability: a confidence cell, else a grade.
  mutating func grading(
    _ record: CSVTable.Record, _ reader: RowReader, _ log: inout ProblemLog
  ) throws(RowFault) -> Double? {
    if let confidence = try reader.confidence(record) { return confidence }
    guard let cell = cell(reader.columns.grade, record, reader), cell.count > 0 else { return nil }
    let grade = grades.value(cell, of: reader.table) { Grade(reader.unguarded($0)) }
    if let grade { return grade.confidence }
    guard let text = reader.value(.grade, record) else { return nil }
    log.add(
      .unreadableGrade, reader.place(record, .grade),
      "grade \(MessageText.quoted(text)) is not an Admiralty grade. Expected A1 to F6; the cell was left empty."
    )
    return nil
  }
}
