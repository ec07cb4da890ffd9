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

  /// Whether a cell says that its tie is directed.
  enum DirectionWord { case directed, undirected, unsaid, unreadable }

  static func direction(_ text: String) -> DirectionWord {
    guard !MissingCell.matches(text) else { return .unsaid }
    return switch text.lowercased() {
    case "directed", "true", "yes", "1", "t", "y": .directed
    case "undirected", "false", "no", "0", "f", "n": .undirected
    default: .unreadable
    }
  }

  /// A `kind` column may also say whether the tie is directed.
  static func directionInKind(_ text: String) -> DirectionWord {
    switch text.lowercased() {
    case "directed": .directed
    case "undirected": .undirected
    default: .unsaid
    }
  }
}
