internal import NexusModel

/// Rows that are predictions: kept, and in no measure and no score.
enum Predictions {
  static func findings(in examination: Examination) -> [Finding] {
    guard let network = examination.network else { return [] }
    let rows = Set(
      network.tieEvidence.filter { $0.kind == .prediction }.map(\.row)
        + network.transfers.map(\.evidence).filter { $0.kind == .prediction }.map(\.row))
    return rows.sorted().map { row in
      Finding(
        .prediction, file: network.rows.files[network.rows.file(of: row)], line: network.rows.line(of: row),
        "the row is marked as a prediction.", fix: "It is kept and counts in no measure and no score.")
    }
  }
}
