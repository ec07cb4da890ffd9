/// The cells of a matrix of a DL file: whole, or the half below or above the diagonal; of actors by actors, or of actors
/// by events.
struct UCINETMatrix {
  /// Which cells stand in the file.
  enum Extent { case full, lowerHalf, upperHalf }

  private let header: UCINETHeader
  private let extent: Extent
  private var rowIDs: [String]
  private var columnIDs: [String]
  private var words: ArraySlice<UCINETHeader.Word> = []

  /// - Throws: a fault when the cells are too few or too many, or labels do not fit.
  init(_ header: UCINETHeader, _ extent: Extent) throws(FormatFault) {
    self.header = header
    self.extent = extent
    (rowIDs, columnIDs) = (header.rowIDs, header.isTwoMode ? header.columnIDs : header.rowIDs)
    var lines = header.data[...]
    if header.areColumnLabelsEmbedded {
      guard extent == .full else {
        throw FormatFault(
          header.formatLine, "half matrices with embedded labels are not read. Give the labels before DATA:.")
      }
      guard let first = lines.popFirst(), first.words.count == columnIDs.count else {
        throw FormatFault(
          header.data.first?.line,
          "the first line of the data must hold the \(columnIDs.count) labels of the columns.")
      }
      columnIDs = first.words.map(\.text)
      if !header.isTwoMode { rowIDs = columnIDs }
    }
    guard Set(columnIDs).count == columnIDs.count else {
      throw FormatFault(1, "labels repeat. Give each vertex its own.")
    }
    let all: [UCINETHeader.Word] = lines.flatMap { line in
      line.words.map { ($0.text, $0.isQuoted, line.line) }
    }
    let expected = (0..<rowIDs.count).reduce(0) {
      $0 + width(ofRow: $1) + (header.areRowLabelsEmbedded ? 1 : 0)
    }
    guard all.count >= expected, header.matrices > 1 || all.count == expected else {
      let size = header.isTwoMode ? "NR=\(rowIDs.count) NC=\(columnIDs.count)" : "N=\(rowIDs.count)"
      throw FormatFault(
        all.last?.line ?? header.data.first?.line ?? header.formatLine,
        "the matrix has \(all.count) cells, but \(size) asks for \(expected).")
    }
    words = all.prefix(expected)
  }

  /// How many cells of a row stand in the file.
  private func width(ofRow row: Int) -> Int {
    let diagonal = header.hasDiagonal ? 1 : 0
    return switch extent {
    case .lowerHalf: row + diagonal
    case .upperHalf: rowIDs.count - row - 1 + diagonal
    case .full: columnIDs.count - (header.isTwoMode || header.hasDiagonal ? 0 : 1)
    }
  }

  /// One row of the file: its label, the cells that stand there, and its line.
  private mutating func nextRow(_ row: Int) -> (label: String, cells: [String], line: Int) {
    let line = words.first?.line ?? header.data.last?.line ?? 1
    let label = header.areRowLabelsEmbedded ? words.removeFirst().text : rowIDs[row]
    let cells = words.prefix(width(ofRow: row)).map(\.text)
    words.removeFirst(cells.count)
    return (label, cells, line)
  }

  // MARK: One mode

  /// The square matrix, each half told by the other where only one stands in the file.
  mutating func table() throws(FormatFault) -> RecordTable {
    let known = Set(columnIDs)
    var rows: [(label: String, cells: [String], line: Int)] = []
    for row in rowIDs.indices {
      let next = nextRow(row)
      guard known.contains(next.label) else {
        throw FormatFault(
          next.line, "\(MessageText.quoted(next.label)) labels a row but no column. Mend the spelling.")
      }
      rows.append(next)
    }
    var table = try RecordTable(matrix: columnIDs, line: header.data.first?.line ?? 1)
    for (number, row) in rows.enumerated() {
      var cells = row.cells
      if !header.hasDiagonal { cells.insert("0", at: extent == .upperHalf ? 0 : number) }
      switch extent {
      case .full: break
      case .lowerHalf:
        cells += rows[(number + 1)...].map { $0.cells[number] }
      case .upperHalf:
        let shift = header.hasDiagonal ? 0 : 1
        cells = rows[..<number].enumerated().map { $0.element.cells[number - $0.offset - shift] } + cells
      }
      try table.append(label: row.label, cells: cells, line: row.line)
    }
    return table
  }

  // MARK: Two modes

  /// Rows as actors, and a membership for each cell that is not 0.
  mutating func addMemberships(to items: inout GraphItems) throws(FormatFault) {
    for id in columnIDs { try items.addEvent(id, line: 1) }
    for row in rowIDs.indices {
      let (label, cells, line) = nextRow(row)
      try items.addNode(label, [], line: line)
      for (event, cell) in zip(columnIDs, cells) where Double(cell) != 0 && !MissingCell.matches(cell) {
        try items.addMembership(label, event, [("strength", cell)], line: line)
      }
    }
  }
}
