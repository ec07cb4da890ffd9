/// A table that stands inside its description, as the text of a delimited one.
///
/// | `data` | becomes |
/// |---|---|
/// | a list of lists | a row each; the first is the header |
/// | a list of objects | a row each; the header is their names by first sight |
/// | a text | the table as it stands, in the dialect of the resource |
enum InlineData {
  /// - Throws: a fault when the value is no table, or has too many columns.
  static func text(_ value: JSONValue, line: Int) throws(FormatFault) -> [UInt8] {
    if let text = value.text { return Array(text.utf8) }
    guard case .array(let rows) = value, !rows.isEmpty else {
      throw FormatFault(
        line, "data inside the description are a list of rows. Expected [[\"source\", \"target\"], …].")
    }
    return rows[0].isObject ? try objects(rows, line: line) : try lists(rows, line: line)
  }

  private static func lists(_ rows: [JSONValue], line: Int) throws(FormatFault) -> [UInt8] {
    var text: [UInt8] = []
    for row in rows {
      guard case .array(let cells) = row else {
        throw FormatFault(line, "a row of the data is no list, where the first is one. Write all alike.")
      }
      append(cells.map { $0.cell ?? "" }, to: &text)
    }
    return text
  }

  private static func objects(_ rows: [JSONValue], line: Int) throws(FormatFault) -> [UInt8] {
    var columns: [String: Int] = [:]
    var header: [String] = []
    var cells: [[(column: Int, value: String)]] = []
    for row in rows {
      guard let object = row.object else {
        throw FormatFault(line, "a row of the data is no object, where the first is one. Write all alike.")
      }
      var values: [(column: Int, value: String)] = []
      for (name, value) in zip(object.names, object.values) {
        let column: Int
        if let known = columns[name] {
          column = known
        } else {
          column = header.count
          columns[name] = column
          header.append(name)
        }
        guard header.count <= RecordTable.mostColumns else {
          throw FormatFault(
            object.line,
            "the rows of the data have more than \(RecordTable.mostColumns) names. Leave out what is not needed."
          )
        }
        values.append((column, value.cell ?? ""))
      }
      cells.append(values)
    }
    var text: [UInt8] = []
    append(header, to: &text)
    for values in cells {
      var row = [String](repeating: "", count: header.count)
      for (column, value) in values { row[column] = value }
      append(row, to: &text)
    }
    return text
  }

  private static func append(_ cells: [String], to text: inout [UInt8]) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { text.append(UInt8(ascii: ",")) }
      RecordTable.append(cell: cell, to: &text)
    }
    // A row of one empty cell would be a blank line, which is none.
    if text.isEmpty || text.last == 0x0A { text += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    text.append(0x0A)
  }
}
