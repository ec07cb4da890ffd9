/// A table for the terminal: columns as wide as their cells, the text ones cut where the screen ends.
struct TextTable {
  struct Column {
    var head: String
    var alignment = Alignment.left
    /// A column of names gives way when the screen is narrow; the others keep their width.
    var canShrink = false
  }
  enum Alignment { case left, right }

  var columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row. - Precondition: it has a cell for each column.
  mutating func append(_ row: [String]) {
    precondition(row.count == columns.count, "A row has a cell for each column.")
    rows.append(row)
  }

  /// The table as lines, its cells made harmless.
  func text(_ style: TerminalStyle) -> String {
    let widths = widths(within: style.width)
    let head = style.heading(line(columns.map(\.head), widths))
    return ([head] + rows.map { line($0, widths) }).joined(separator: "\n")
  }

  private static let gap = 2

  private func widths(within limit: Int) -> [Int] {
    var widths = columns.indices.map { column in
      rows.reduce(TerminalText.width(of: columns[column].head)) {
        max($0, TerminalText.width(of: TerminalText.shown($1[column])))
      }
    }
    var excess = widths.reduce(0, +) + TextTable.gap * (columns.count - 1) - limit
    while excess > 0,
      let widest = columns.indices.filter({ columns[$0].canShrink && widths[$0] > 8 }).max(by: {
        widths[$0] < widths[$1]
      })
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += String(repeating: " ", count: TextTable.gap) }
      let shown = TerminalText.shown(cell, width: widths[column])
      let filler = String(repeating: " ", count: max(0, widths[column] - TerminalText.width(of: shown)))
      line += columns[column].alignment == .left ? shown + filler : filler + shown
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
