/// A table as it goes into a CSV file, into `analysis.json` and onto the report page.
public struct Table: Sendable {
  /// What one cell holds. `empty` is "not defined" or "not observed", never zero.
  public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    case whole(Int)
    case real(Double)
    case flag(Bool)
    case list([String])
  }

  /// The name of its file, without ending, and of its key in `analysis.json`.
  public let name: String
  public let columns: [String]
  public private(set) var rows: [[Cell]] = []

  public init(_ name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }

  /// The table for people: in columns of ids, an actor's name with its id behind it where the two differ.
  func naming(_ columns: [String], _ names: [String: String]) -> Table {
    var named = self
    for column in self.columns.indices where columns.contains(self.columns[column]) {
      for row in rows.indices {
        guard case .text(let id) = rows[row][column], let name = names[id] else { continue }
        named.rows[row][column] = .text("\(name) (\(id))")
      }
    }
    return named
  }

  /// The table with further columns at its end, those whose names it has left out.
  ///
  /// - Precondition: the other table has as many rows.
  func extended(by other: Table) -> Table {
    precondition(rows.count == other.rows.count, "Columns of \(other.name) stand beside those of \(name).")
    let further = other.columns.indices.filter { !columns.contains(other.columns[$0]) }
    var extended = Table(name, columns: columns + further.map { other.columns[$0] })
    for (row, more) in zip(rows, other.rows) { extended.append(row + further.map { more[$0] }) }
    return extended
  }

  /// The rows whose positions pass, in order.
  public func rows(where isIncluded: (Int) -> Bool) -> Table {
    var part = Table(name, columns: columns)
    for (position, row) in rows.enumerated() where isIncluded(position) { part.append(row) }
    return part
  }

  /// Adds a row. - Precondition: it has a cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(
      row.count == columns.count, "A row of \(name) has \(row.count) cells for \(columns.count) columns.")
    rows.append(row)
  }
}

extension Table.Cell {
  /// An optional number, empty when there is none.
  static func real(_ value: Double?) -> Table.Cell { value.map { .real($0) } ?? .empty }

  static func whole(_ value: Int?) -> Table.Cell { value.map { .whole($0) } ?? .empty }

  static func text(_ value: String?) -> Table.Cell { value.map { .text($0) } ?? .empty }
}
