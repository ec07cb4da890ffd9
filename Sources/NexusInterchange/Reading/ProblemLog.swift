internal import NexusModel

/// Collects what goes wrong while rows are read, and where each row ended.
struct ProblemLog {
  private(set) var problems: [Problem] = []
  private(set) var rejected: [RejectedRow] = []
  private(set) var notes: [String] = []
  /// The notes that no finding of the doctor repeats.
  private(set) var ownNotes: [String] = []
  var account = RowAccount()

  /// Whether a note stands alone, or a finding of the doctor says the same with places.
  enum NoteUse { case alone, besideFinding }

  mutating func note(_ sentence: String, _ use: NoteUse = .alone) {
    guard !notes.contains(sentence) else { return }
    notes.append(sentence)
    if use == .alone { ownNotes.append(sentence) }
  }

  mutating func add(_ kind: Problem.Kind, _ place: CellPlace, _ message: String) {
    problems.append(
      Problem(kind: kind, file: place.file, line: place.line, column: place.column, message: message))
  }

  /// Books a row as rejected, with its text.
  mutating func reject(_ fault: RowFault, row: String) {
    add(fault.kind, fault.place, fault.message)
    account.rejected += 1
    rejected.append(
      RejectedRow(
        file: fault.place.file, line: fault.place.line, column: fault.place.column, reason: fault.message,
        row: row))
  }
}

/// Where a cell stands: line and column from 1.
struct CellPlace: Hashable {
  var file: String
  var line: Int
  var column: Int?
}

/// Why a row cannot be used.
struct RowFault: Error {
  var kind: Problem.Kind
  var place: CellPlace
  var message: String
}
