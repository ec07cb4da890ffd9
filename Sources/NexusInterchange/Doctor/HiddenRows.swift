internal import NexusGraph
internal import NexusModel

/// The rows of a data set that no part of what a filter lets through rests on.
struct HiddenRows {
  private struct Line: Hashable {
    var file: String
    var line: Int
    /// Nil for a row that has its line for itself.
    var column: Int?
  }

  private let lines: Set<Line>

  /// Nil where nothing is filtered.
  ///
  /// - Complexity: O(items of evidence).
  init?(of examination: Examination) {
    guard let part = examination.part, let whole = examination.reading?.network else { return nil }
    let hidden = HiddenRows.rows(of: whole).subtracting(HiddenRows.rows(of: part.network))
    let shown = Set(HiddenRows.rows(of: part.network).map { HiddenRows.line(of: $0, in: whole) })
    lines = Set(hidden.map { HiddenRows.line(of: $0, in: whole) }).subtracting(shown)
  }

  /// Whether a finding is about a row that is hidden.
  func hides(_ finding: Finding) -> Bool {
    guard let line = finding.line else { return false }
    return lines.contains(Line(file: finding.file, line: line))
      || lines.contains(Line(file: finding.file, line: line, column: finding.column))
  }

  /// Every row that something in a network rests on.
  private static func rows(of network: Network) -> Set<RowID> {
    let actors = network.actors
    return Set(
      network.tieEvidence.map(\.row) + network.transfers.map(\.evidence.row)
        + actors.presences.map(\.evidence.row) + actors.crimes.map(\.evidence.row)
        + actors.observations.map(\.evidence.row) + actors.rows.compactMap { $0 })
  }

  private static func line(of row: RowID, in network: Network) -> Line {
    let file = network.rows.files[network.rows.file(of: row)]
    let line = network.rows.line(of: row)
    let place = network.rows[row].dropFirst("\(file):\(line)".count)
    return Line(file: file, line: line, column: Int(place.drop { $0 == ":" }))
  }
}
