/// Words that stand for "no value" in tables. They never become an actor.
enum MissingCell {
  private static let words: Set<String> = [
    "", "n/a", "na", "nan", "null", "none", "unknown", "-9", "-99", "#n/a",
  ]

  /// Whether the cell of an end, a date, a role or another field says that there is no value.
  static func matches(_ cell: String) -> Bool {
    cell.utf8.count <= 7 && words.contains(cell.lowercased())
  }
}
