/// Reads UCINET's DL files: matrices, edge lists and node lists, of actors alone or of actors and events.
///
/// | DL | becomes |
/// |---|---|
/// | `n=`, `labels:`, `labels embedded` | the actors: labels, else numbers from 1 |
/// | `nr=`, `nc=`, `row labels:`, `column labels:` | actors and the events in which they took part (two-mode) |
/// | `format = fullmatrix` (the default) | ties by the rules of matrices, or memberships |
/// | `format = lowerhalf`, `upperhalf` | the same, each half told by the other |
/// | `format = edgelist1`: source, target, perhaps strength | directed ties |
/// | `format = nodelist1`: source and its targets | directed ties |
/// | `format = edgelist2`, `nodelist2` | memberships: actor and events |
/// | `nm=`, several matrices | the first, with a note |
///
/// Source: S. P. Borgatti, M. G. Everett and L. C. Freeman, *UCINET 6 for Windows: Software for Social Network
/// Analysis*, Analytic Technologies, 2002.
struct UCINETFile {
  private let header: UCINETHeader
  private let knownRows: Set<String>
  private let knownColumns: Set<String>

  /// Whether a text begins as DL does: `DL`, and soon the number of vertices.
  static func begins(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text.prefix(400), as: UTF8.self).trimmingSpaces.lowercased()
    guard head.hasPrefix("dl"), let next = head.dropFirst(2).first, next.isWhitespace || next == "," else {
      return false
    }
    let packed = head.filter { !$0.isWhitespace }
    return ["n=", "nr=", "nc=", "nm="].contains(where: packed.contains)
  }

  /// - Parameter text: the file in UTF-8.
  /// - Complexity: O(bytes).
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    let reader = UCINETFile(header: try UCINETHeader(text))
    switch reader.header.format {
    case "fullmatrix", "fm": return try reader.matrix(.full)
    case "lowerhalf", "lh", "lowerhalfmatrix": return try reader.half(.lowerHalf)
    case "upperhalf", "uh", "upperhalfmatrix": return try reader.half(.upperHalf)
    case "edgelist1", "el1", "edgelist": return try reader.edges()
    case "nodelist1", "nl1", "nodelist": return try reader.neighbours()
    case "edgelist2", "el2", "nodelist2", "nl2": return try reader.memberships()
    default:
      throw FormatFault(
        reader.header.formatLine,
        "nexus does not read the format \(MessageText.quoted(reader.header.format)). Export it as "
          + "fullmatrix, edgelist1 or nodelist1.")
    }
  }

  private init(header: UCINETHeader) {
    self.header = header
    (knownRows, knownColumns) = (Set(header.rowLabels), Set(header.columnLabels))
  }

  // MARK: Matrices

  private func matrix(_ extent: UCINETMatrix.Extent) throws(FormatFault) -> ItemTables {
    var matrix = try UCINETMatrix(header, extent)
    guard header.isTwoMode else { return ItemTables(tables: [try matrix.table()], notes: notes) }
    var items = GraphItems()
    try matrix.addMemberships(to: &items)
    return items.itemTables(notes: notes)
  }

  private func half(_ extent: UCINETMatrix.Extent) throws(FormatFault) -> ItemTables {
    guard !header.isTwoMode else {
      throw FormatFault(
        header.formatLine,
        "a matrix of rows and columns that differ (nr=, nc=) has no half. Give it as fullmatrix.")
    }
    return try matrix(extent)
  }

  private var notes: [String] {
    guard header.matrices > 1 else { return [] }
    let others = header.matrixLabels.dropFirst()
    let named = others.isEmpty ? "" : ", not \(ReadingError.listed(Array(others)))"
    return [
      "the file holds \(header.matrices) matrices, of which the first was read\(named). Put others in files."
    ]
  }

  // MARK: Lists

  private func edges() throws(FormatFault) -> ItemTables {
    guard !header.isTwoMode else { return try memberships() }
    var items = try vertexItems()
    for (words, line) in data {
      guard words.count > 1 else {
        throw FormatFault(line, "a tie needs two ends. Expected: source target strength.")
      }
      let strength = words.count > 2 ? [(name: "strength", value: words[2].text)] : []
      try items.addEdge(
        actor(words[0].text, line), actor(words[1].text, line), isDirected: true, strength, line: line)
    }
    return ItemTables(tables: items.tables, notes: notes + [UCINETFile.directionNote])
  }

  private func neighbours() throws(FormatFault) -> ItemTables {
    guard !header.isTwoMode else { return try memberships() }
    var items = try vertexItems()
    for (words, line) in data {
      let source = try actor(words[0].text, line)
      for word in words.dropFirst() {
        try items.addEdge(source, actor(word.text, line), isDirected: true, [], line: line)
      }
    }
    return ItemTables(tables: items.tables, notes: notes + [UCINETFile.directionNote])
  }

  /// A membership a line, or an actor and its events.
  private func memberships() throws(FormatFault) -> ItemTables {
    guard header.isTwoMode else {
      throw FormatFault(
        header.formatLine, "\(header.format) needs nr= and nc=, how many actors and events there are.")
    }
    let isEdgeList = header.format.hasPrefix("e")
    var items = try vertexItems()
    if !header.areColumnLabelsEmbedded {
      for id in header.columnIDs { try items.addEvent(id, line: 1) }
    }
    for (words, line) in data {
      guard words.count > 1 else {
        throw FormatFault(line, "a membership needs an actor and an event. Expected: actor event.")
      }
      let source = try actor(words[0].text, line)
      let strength = isEdgeList && words.count > 2 ? [(name: "strength", value: words[2].text)] : []
      for word in words.dropFirst().prefix(isEdgeList ? 1 : .max) {
        try items.addMembership(source, event(word.text, line), strength, line: line)
      }
    }
    return items.itemTables(notes: notes)
  }

  /// The lines of the first matrix.
  private var data: some Sequence<UCINETHeader.Line> { header.data.prefix { $0.words.first?.text != "!" } }

  private static let directionNote =
    "lists of UCINET point from the first to the other; --undirected reads them both ways."

  /// The vertices that the head names; embedded labels come with the ties.
  private func vertexItems() throws(FormatFault) -> GraphItems {
    var items = GraphItems()
    if header.areRowLabelsEmbedded { return items }
    for id in header.rowIDs { try items.addNode(id, [], line: 1) }
    return items
  }

  private func actor(_ word: String, _ line: Int) throws(FormatFault) -> String {
    if header.areRowLabelsEmbedded || knownRows.contains(word) { return word }
    return try numbered(word, header.rowLabels, header.rowCount, line)
  }

  private func event(_ word: String, _ line: Int) throws(FormatFault) -> String {
    if header.areColumnLabelsEmbedded || knownColumns.contains(word) { return word }
    return try numbered(word, header.columnLabels, header.columnCount, line)
  }

  private func numbered(
    _ word: String, _ labels: [String], _ count: Int, _ line: Int
  ) throws(FormatFault) -> String {
    guard let number = Int(word), (1...count).contains(number) else {
      throw FormatFault(
        line, "\(MessageText.quoted(word)) is neither a label nor a number from 1 to \(count).")
    }
    return labels.isEmpty ? word : labels[number - 1]
  }
}
