internal import NexusModel

/// A word of a vocabulary as a cell writes it.
struct SpelledWord<Words: Vocabulary> {
  var term: Term<Words>
  var text: String
  var isKnown: Bool
  /// What the cell says, where a spec reads it as another word.
  var replaced: String?

  /// Nil for a cell that says "no value".
  init?(_ text: String, _ list: WordList, _ replacements: WordReplacements) {
    guard !MissingCell.matches(text) else { return nil }
    let replacement = replacements.replacement(of: text, in: list)
    replaced = replacement == nil ? nil : text
    self.text = replacement ?? text
    term = Term(folding: self.text)
    isKnown = term.isKnown
  }
}

/// What the cells of a table mean whose words repeat from row to row.
struct RowWords {
  private let replacements: WordReplacements
  /// How many cells were read as another word.
  private var replacedCells = ReplacedCells()
  private var relations = WordColumn<SpelledWord<Relations>?>()
  private var channels = WordColumn<SpelledWord<Channels>?>()
  private var roles = WordColumn<SpelledWord<Roles>?>()
  private var types = WordColumn<SpelledWord<ActorTypes>?>()
  private var crimeLists = WordColumn<CrimeList>()
  private var currencies = WordColumn<String>()
  private var origins = WordColumn<Int32>()
  private var grades = WordColumn<Grade?>()
  private var regions = WordColumn<(region: Region?, replaced: String?)>()
  private var kinds = WordColumn<Evidence.Kind>()
  private var refutations = WordColumn<Bool>()
  private var directions = WordColumn<RowReader.DirectionWord>()
  private var directionsInKind = WordColumn<RowReader.DirectionWord>()

  private typealias CrimeList = (crimes: [Crime], unknown: [Crime], replaced: [String])

  /// - Parameter replacements: words that are read as others.
  init(_ replacements: WordReplacements) { self.replacements = replacements }

  /// Sentences that say which words were read as others, and how often.
  var replacementNotes: [String] { replacedCells.notes(replacements) }

  /// A word of a list cell, or what it is to be read as.
  mutating func replaced(_ text: String, _ list: WordList) -> String {
    guard let replacement = replacements.replacement(of: text, in: list) else { return text }
    replacedCells.add(text, list)
    return replacement
  }

  private mutating func counted<Words>(_ word: SpelledWord<Words>?, _ list: WordList) -> SpelledWord<Words>? {
    if let replaced = word?.replaced { replacedCells.add(replaced, list) }
    return word
  }

  /// A cell of a row; nil when the table has no such column.
  private func cell(_ column: Int?, _ record: CSVTable.Record, _ reader: RowReader) -> CSVTable.Cell? {
    column.map { reader.table.bytes(record, $0) }
  }

  mutating func relation(_ record: CSVTable.Record, _ reader: RowReader) -> SpelledWord<Relations>? {
    guard let cell = cell(reader.columns.relation, record, reader) else { return nil }
    return counted(
      relations.value(cell, of: reader.table) {
        SpelledWord(reader.unguarded($0), .relation, reader.replacements)
      }, .relation)
  }

  mutating func channel(_ record: CSVTable.Record, _ reader: RowReader) -> SpelledWord<Channels>? {
    guard let cell = cell(reader.columns.channel, record, reader) else { return nil }
    return counted(
      channels.value(cell, of: reader.table) {
        SpelledWord(reader.unguarded($0), .channel, reader.replacements)
      }, .channel)
  }

  mutating func role(
    _ column: Int?, _ record: CSVTable.Record, _ reader: RowReader
  ) -> SpelledWord<Roles>? {
    guard let cell = cell(column, record, reader) else { return nil }
    return counted(
      roles.value(cell, of: reader.table) { SpelledWord(reader.unguarded($0), .role, reader.replacements) },
      .role)
  }

  mutating func type(
    _ column: Int?, _ record: CSVTable.Record, _ reader: RowReader
  ) -> SpelledWord<ActorTypes>? {
    guard let cell = cell(column, record, reader) else { return nil }
    return counted(
      types.value(cell, of: reader.table) { SpelledWord(reader.unguarded($0), .type, reader.replacements) },
      .type)
  }

  /// The crimes of a list cell, ascending, and those of them that the vocabulary does not know.
  mutating func crimes(
    _ record: CSVTable.Record, _ reader: RowReader
  ) -> (crimes: [Crime], unknown: [Crime]) {
    guard let cell = cell(reader.columns.crime, record, reader) else { return ([], []) }
    let list = crimeLists.value(cell, of: reader.table) {
      RowWords.crimeList(reader.unguarded($0), reader.replacements)
    }
    for word in list.replaced { replacedCells.add(word, .crime) }
    return (list.crimes, list.unknown)
  }

  private static func crimeList(_ text: String, _ replacements: WordReplacements) -> CrimeList {
    let words = text.split(separator: ";").map { String($0.trimmingSpaces) }.filter {
      !MissingCell.matches($0)
    }
    let crimes = words.map { Crime(folding: replacements.replacement(of: $0, in: .crime) ?? $0) }
    return (
      crimes.count > 1 ? Set(crimes).sorted() : crimes, crimes.filter { !$0.isKnown },
      replacements.isEmpty ? [] : words.filter { replacements.replacement(of: $0, in: .crime) != nil }
    )
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
    let (region, replaced) = regions.value(cell, of: reader.table) { cell in
      let text = reader.unguarded(cell)
      let replacement = reader.replacements.replacement(of: text, in: .region)
      return (builder.region(replacement ?? text), replacement == nil ? nil : text)
    }
    if let replaced { replacedCells.add(replaced, .region) }
    return region
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
