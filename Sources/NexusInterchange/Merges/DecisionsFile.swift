public import NexusModel

/// A table of decisions about pairs of records: `decision,a,b,who,when,why`, and `keep` where an id shall stay.
///
/// `decision` is `same`, `different`, or empty for a pair that nobody has decided yet. `a`, `b` and `keep` are ids of
/// actors. Further columns are for people. An id that begins like a formula bears the `'` that nexus writes before it.
public struct DecisionsFile: Sendable {
  /// The name of the file, without its folders.
  public let name: String
  public let contents: [UInt8]
  public let decisions: Decisions
  /// Rows without a decision.
  public let openRows: Int
  /// Where each id of a row that decides something stands first.
  let places: [(id: String, place: CellPlace)]

  /// - Throws: ``ReadingError`` when the file cannot be read, a row decides nothing that can be done, or rows
  ///   contradict each other.
  /// - Complexity: O(bytes).
  public init(path: String) throws(ReadingError) {
    let file = try SourceFile(path: path, purpose: .dataset, isOwnOutput: false)
    let text = try file.text()
    let dialect = CSVDialect(of: text.bytes)
    let table = CSVTable(text.bytes, delimiter: dialect.delimiter.byte, from: dialect.records)
    guard let first = table.records.first else { throw .emptyFile(file.name) }
    let header = table.cells(first).map(Field.fold)
    guard let decision = header.firstIndex(of: "decision"), let a = header.firstIndex(of: "a"),
      let b = header.firstIndex(of: "b")
    else { throw .noDecisionColumns(file.name, columns: table.cells(first)) }
    let columns = DecisionColumns(
      decision: decision, a: a, b: b, keep: header.firstIndex(of: "keep"), file: file.name)
    var rows: [Decisions.Row] = []
    var openRows = 0
    var places: [(id: String, place: CellPlace)] = []
    var seen = Set<String>()
    for record in table.records.dropFirst() {
      guard let row = try columns.row(record, of: table) else {
        openRows += 1
        continue
      }
      rows.append(row)
      for (id, column) in [(row.a, a), (row.b, b)] where seen.insert(id).inserted {
        places.append((id, CellPlace(file: file.name, line: record.line, column: column + 1)))
      }
    }
    do { decisions = try Decisions(rows) } catch {
      throw .contradictingDecisions(file.name, error)
    }
    (name, contents, self.openRows, self.places) = (file.name, file.contents, openRows, places)
  }
}

/// Where the cells of a table of decisions stand, from 0.
private struct DecisionColumns {
  var decision: Int
  var a: Int
  var b: Int
  var keep: Int?
  var file: String

  /// The decision of a row; nil where there is none yet.
  func row(_ record: CSVTable.Record, of table: CSVTable) throws(ReadingError) -> Decisions.Row? {
    let word = table.cell(record, decision)
    guard !word.isEmpty else { return nil }
    let verdict: Decisions.Row.Verdict
    switch word.lowercased() {
    case "same": verdict = .same
    case "different": verdict = .different
    default:
      throw fault(
        record, decision,
        "decision \(MessageText.quoted(word)) is neither same nor different. Write one of them, or leave it empty."
      )
    }
    if table.damage(record) != nil {
      throw fault(record, decision, "the row has broken quotes. Close each, or double it (\"\").")
    }
    let (first, second) = (id(table.cell(record, a)), id(table.cell(record, b)))
    for (text, column) in [(first, a), (second, b)] where text.isEmpty {
      throw fault(record, column, "the id is missing. A decision needs two actors: give the id of each.")
    }
    guard first != second else {
      throw fault(record, b, "both sides are \(MessageText.quoted(first)). Give the ids of two records.")
    }
    let kept = keep.map { id(table.cell(record, $0)) } ?? ""
    if verdict == .different, !kept.isEmpty {
      throw fault(
        record, keep ?? 0, "two actors stay two, so there is no id to keep. Leave the cell empty.")
    }
    guard kept.isEmpty || kept == first || kept == second else {
      throw fault(
        record, keep ?? 0, "the id to keep is neither of the two. Give one of them, or leave it empty.")
    }
    return Decisions.Row(
      verdict, first, second, keep: kept.isEmpty ? nil : kept, line: record.line)
  }

  /// An id without the mark that nexus puts before what a spreadsheet would run.
  private func id(_ cell: String) -> String {
    guard cell.first == "'" else { return cell }
    return cell.drop { $0 == "'" }.first.map { "=+-@\t\r".contains($0) } == true
      ? String(cell.dropFirst()) : cell
  }

  private func fault(_ record: CSVTable.Record, _ column: Int, _ message: String) -> ReadingError {
    .badDecision(place: "\(file):\(record.line):\(column + 1)", message: message)
  }
}

extension DecisionConflict {
  /// What contradicts what, by the lines of the file, and how to mend it.
  func message(in file: String) -> String {
    switch self {
    case .chainOfSame(let lines, let different):
      let listed = lines.prefix(8).map(String.init).joined(separator: ", ") + (lines.count > 8 ? ", …" : "")
      return
        "\(file):\(different): this pair is decided different, but \(lines.count == 1 ? "line" : "lines") "
        + "\(listed) \(lines.count == 1 ? "decides" : "decide together") that it is the same. Remove one side."
    case .twoKept(let first, let second):
      return "\(file):\(second): lines \(first) and \(second) keep different ids for one actor. Keep one."
    }
  }
}
