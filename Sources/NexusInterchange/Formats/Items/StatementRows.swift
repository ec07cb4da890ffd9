/// Rows of tables inside a value of another format: what nexus writes where a format has one place for an actor and
/// the data have several rows, or where its own words do not hold all that a row says.
///
/// A list of objects, each a row, each member a cell under the name of its column: `[{"region": "AF:0.8"}]`.
enum StatementRows {
  /// The value of a node that holds the further rows of its actor. Where they are too long for one value, others called
  /// `statements 2` and so on hold more of them.
  private static let name = "statements"

  /// The name of the value with this number, from 0.
  static func name(_ number: Int) -> String { number == 0 ? name : "\(name) \(number + 1)" }

  static func isName(_ text: String) -> Bool {
    text == name || text.hasPrefix(name + " ") && Int(text.dropFirst(name.count + 1)) != nil
  }

  /// The rows of a JSON value; nil when it is no list of objects.
  static func rows(_ value: JSONValue) -> [[(name: String, value: String?)]]? {
    guard case .array(let elements) = value else { return nil }
    var rows: [[(name: String, value: String?)]] = []
    for element in elements {
      guard let row = element.object else { return nil }
      rows.append(row.cells.map { ($0.name, $0.value) })
    }
    return rows
  }

  /// The rows of a text; nil when it is none of nexus, but something else under that name.
  static func rows(_ text: String) -> [[(name: String, value: String?)]]? {
    var scanner = JSONScanner(Array(text.utf8))
    guard scanner.kind() == .array else { return nil }
    // Not JSON: a value of the data that begins like it.
    guard let value = try? scanner.value(), scanner.isAtEnd() else { return nil }
    return rows(value)
  }
}
