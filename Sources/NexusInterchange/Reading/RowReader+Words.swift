internal import NexusModel

extension RowReader {
  /// Whether the row speaks against the tie.
  func refutes(_ record: CSVTable.Record) -> Bool {
    guard let text = value(.refutes, record) else { return false }
    return !["0", "no", "false", "n", "f"].contains(text.lowercased())
  }

  /// Fact, assessment or prediction; fact where the row does not say.
  func evidenceKind(_ record: CSVTable.Record) -> Evidence.Kind {
    switch text(.kind, record).lowercased() {
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
