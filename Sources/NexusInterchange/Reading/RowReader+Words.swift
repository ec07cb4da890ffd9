internal import NexusModel

extension RowReader {
  /// Whether a cell of the column `refutes` says that the row speaks against the tie.
  static func refutes(_ text: String) -> Bool {
    !MissingCell.matches(text) && !["0", "no", "false", "n", "f"].contains(text.lowercased())
  }

  /// Fact, assessment or prediction; fact where the cell does not say.
  static func evidenceKind(_ text: String) -> Evidence.Kind {
    switch text.lowercased() {
    case "assessment": .assessment
    case "prediction": .prediction
    default: .fact
    }
  }

  /// A `kind` column may also say whether the tie is directed.
  func directionInKind(_ record: CSVTable.Record) -> String? {
    let text = text(.kind, record).lowercased()
    return text == "directed" || text == "undirected" ? text : nil
  }
}
