/// Reads Pajek networks (`.net`, and the first network of a `.paj`).
///
/// | Pajek | becomes |
/// |---|---|
/// | `*Vertices 9 6` | a two-mode network: six actors, and three events in which they took part; what is said of events is kept where they are |
/// | `*Vertices`: number and label | an actor; the label is the id where labels differ, else the number is |
/// | `*Edges`, `*Edgeslist` | undirected ties |
/// | `*Arcs`, `*Arcslist` | directed ties |
/// | the third number of a line | strength |
/// | `*Arcs :2 "kinship"` | the relation of the ties below |
/// | `l "text"` behind a tie | a value called `label` |
/// | `*Matrix` | ties by the rules of matrices |
/// | words in pairs behind a vertex or tie, such as `role terrorist` | a column of that name, where tables know it |
///
/// Partitions, vectors, positions, shapes and colours are passed over, with a note.
///
/// Source: W. de Nooy, A. Mrvar and V. Batagelj, *Exploratory Social Network Analysis with Pajek*, 3rd edition,
/// Cambridge University Press, 2018; NetworkX 3.6 writes words in pairs.
struct Pajek {
  private enum Section { case vertices, edges, arcs, edgeLists, arcLists, matrix, passedOver }

  private struct Tie {
    var source: Int
    var target: Int
    var isDirected: Bool
    var values: [(name: String, value: String)]
    var line: Int
  }

  /// The names that tables know columns by.
  private static let tieNames = Set(
    Field.allCases.flatMap(\.tieNames) + [Field.sourceRegion, .targetRegion].map { Field.fold($0.rawValue) })
  private static let actorNames = Set(Field.allCases.flatMap(\.actorNames))

  private var section = Section.passedOver
  private var vertices = NumberedVertices()
  private var ties: [Tie] = []
  private var relation: String?
  private var matrix: [(cells: [String], line: Int)] = []
  private var passedOver: [String] = []
  private var networks = 0
  private var names: [String] = []
  private var drawnWords = 0

  /// Whether a text begins as Pajek does: with a section, behind comments.
  static func begins(_ text: [UInt8]) -> Bool {
    for line in text.prefix(1 << 16).split(separator: UInt8(ascii: "\n")) {
      let words = String(decoding: line, as: UTF8.self).trimmingSpaces.lowercased()
      if words.isEmpty || words.hasPrefix("%") { continue }
      return ["*vertices", "*network", "*arcs", "*edges", "*matrix"].contains(where: words.hasPrefix)
    }
    return false
  }

  /// - Parameter text: the file in UTF-8.
  /// - Complexity: O(bytes).
  static func items(of text: [UInt8]) throws(FormatFault) -> ItemTables {
    var reader = Pajek()
    var number = 0
    let stage = ParsingStage(of: text.count)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A }) {
      number += 1
      stage?.reach(line.startIndex)
      guard let first = line.first(where: { $0 > 0x20 }), first != UInt8(ascii: "%") else { continue }
      // Of further networks only the names are of interest.
      guard reader.networks <= 1 || first == UInt8(ascii: "*") else { continue }
      let words = try GraphWords(line, number: number).words
      if first == UInt8(ascii: "*") {
        try reader.begin(words, line: number)
      } else {
        try reader.read(words, line: number)
      }
    }
    return try reader.tables()
  }

  private mutating func begin(_ words: [(text: String, isQuoted: Bool)], line: Int) throws(FormatFault) {
    let rest = words.dropFirst().map(\.text)
    guard networks <= 1 || words[0].text.lowercased() == "*network" else { return }
    relation =
      rest.first?.hasPrefix(":") == true && rest.count > 1 ? rest.dropFirst().joined(separator: " ") : nil
    switch words[0].text.lowercased() {
    case "*network":
      networks += 1
      names.append(rest.joined(separator: " "))
      section = .passedOver
    case "*vertices" where section == .passedOver && !passedOver.isEmpty && vertices.count > 0:
      break  // the length of a partition or vector
    case "*vertices":
      guard let count = rest.first.flatMap({ Int($0) }), (0...Int(Int32.max)).contains(count) else {
        throw FormatFault(line, "the number of vertices is missing. Expected *Vertices 12.")
      }
      let actors = rest.dropFirst().first.flatMap { Int($0) } ?? count
      guard (1...max(count, 1)).contains(actors) || actors == count else {
        throw FormatFault(
          line, "of \(count) vertices, \(actors) cannot be the first mode. Expected *Vertices 9 6.")
      }
      vertices.declare(count, actors: actors, line: line)
      section = .vertices
    case "*edges": section = .edges
    case "*arcs": section = .arcs
    case "*edgeslist": section = .edgeLists
    case "*arcslist": section = .arcLists
    case "*matrix": section = .matrix
    default:
      section = .passedOver
      passedOver.append(words[0].text)
    }
  }

  private mutating func read(_ words: [(text: String, isQuoted: Bool)], line: Int) throws(FormatFault) {
    switch section {
    case .passedOver: return
    case .vertices: try readVertex(words, line: line)
    case .edges, .arcs:
      guard words.count > 1 else { throw FormatFault(line, "a tie needs the numbers of two vertices.") }
      let pairs = pairs(words.dropFirst(3), of: Pajek.tieNames)
      let strength = words.count > 2 ? [(name: "strength", value: words[2].text)] : []
      try add(words[0].text, words[1].text, isDirected: section == .arcs, strength + pairs, line: line)
    case .edgeLists, .arcLists:
      for word in words.dropFirst() {
        try add(words[0].text, word.text, isDirected: section == .arcLists, [], line: line)
      }
    case .matrix: matrix.append((words.map(\.text), line))
    }
  }

  private mutating func readVertex(_ words: [(text: String, isQuoted: Bool)], line: Int) throws(FormatFault) {
    let number = try vertex(words[0].text, line: line)
    guard words.count > 1 else { return }
    let pairs = pairs(words.dropFirst(2), of: Pajek.actorNames)
    vertices.name(number, words[1].text, pairs, line: line)
  }

  private func vertex(_ word: String, line: Int) throws(FormatFault) -> Int {
    guard let number = Int(word), (1...max(vertices.count, 1)).contains(number), vertices.count > 0 else {
      throw FormatFault(
        line,
        "\(MessageText.quoted(word)) is no number of a vertex. Expected 1 to \(vertices.count), as *Vertices says."
      )
    }
    return number
  }

  private mutating func add(
    _ source: String, _ target: String, isDirected: Bool, _ values: [(name: String, value: String)], line: Int
  ) throws(FormatFault) {
    ties.append(
      Tie(
        source: try vertex(source, line: line), target: try vertex(target, line: line),
        isDirected: isDirected,
        values: values + (relation.map { [(name: "relation", value: $0)] } ?? []), line: line))
  }

  /// The words that tables know as names of columns, with the word behind each; `l` is a label. The others draw.
  private mutating func pairs(
    _ words: ArraySlice<(text: String, isQuoted: Bool)>, of names: Set<String>
  ) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    var rest = words
    while let word = rest.popFirst() {
      let isColumn = !word.isQuoted && names.contains(Field.fold(word.text))
      guard isColumn || word.text == "l", let value = rest.popFirst() else {
        drawnWords += 1
        continue
      }
      pairs.append((isColumn ? word.text : "label", value.text))
    }
    return pairs
  }

  private mutating func tables() throws(FormatFault) -> ItemTables {
    var items = GraphItems()
    var notes = try vertices.add(to: &items)
    for tie in ties where vertices.isTwoMode { try addMembership(tie, to: &items) }
    for tie in ties where !vertices.isTwoMode {
      try items.addEdge(
        vertices.id(tie.source), vertices.id(tie.target), isDirected: tie.isDirected, tie.values,
        line: tie.line)
    }
    if networks > 1 {
      let others = names.dropFirst()
      let named = others.isEmpty ? "" : ", not \(ReadingError.listed(Array(others)))"
      notes.append(
        "the file holds several networks, of which the first was read\(named). Put others in files.")
    }
    if !passedOver.isEmpty {
      notes.append("sections that nexus does not read: \(ReadingError.listed(passedOver)).")
    }
    if drawnWords > 0 { notes.append("\(drawnWords) words of drawing were passed over.") }
    guard !matrix.isEmpty else { return items.itemTables(notes: notes) }
    guard !vertices.isTwoMode else {
      try addMemberships(to: &items)
      return items.itemTables(notes: notes)
    }
    let ids = vertices.ids
    guard Set(ids).count == ids.count else {
      throw FormatFault(matrix[0].line, "labels of the matrix repeat. Give each vertex its own.")
    }
    var table = try RecordTable(matrix: ids, line: matrix[0].line)
    guard matrix.count == ids.count else {
      throw FormatFault(
        matrix[0].line, "the matrix has \(matrix.count) rows, but there are \(ids.count) vertices.")
    }
    for (id, row) in zip(ids, matrix) {
      guard row.cells.count == ids.count else {
        throw FormatFault(
          row.line, "the row of the matrix has \(row.cells.count) cells, but there are \(ids.count) vertices."
        )
      }
      try table.append(label: id, cells: row.cells, line: row.line)
    }
    return ItemTables(tables: items.tables + [table], notes: notes)
  }
}

extension Pajek {
  /// An edge of a two-mode network, in whatever order it names its ends.
  private func addMembership(_ tie: Tie, to items: inout GraphItems) throws(FormatFault) {
    let (actor, event) = (min(tie.source, tie.target), max(tie.source, tie.target))
    guard actor <= vertices.actorCount, event > vertices.actorCount else {
      throw FormatFault(
        tie.line,
        "in a two-mode network a line joins one of the first \(vertices.actorCount) vertices with one of the others."
      )
    }
    try items.addMembership(vertices.id(actor), vertices.id(event), tie.values, line: tie.line)
  }

  /// The rows of a matrix of actors by events.
  private func addMemberships(to items: inout GraphItems) throws(FormatFault) {
    let events = Array(vertices.ids.dropFirst(vertices.actorCount))
    guard matrix.count == vertices.actorCount else {
      throw FormatFault(
        matrix[0].line, "the matrix has \(matrix.count) rows, but there are \(vertices.actorCount) actors.")
    }
    for (actor, row) in zip(vertices.ids, matrix) {
      guard row.cells.count == events.count else {
        throw FormatFault(
          row.line,
          "the row of the matrix has \(row.cells.count) cells, but there are \(events.count) events.")
      }
      for (event, cell) in zip(events, row.cells) where Double(cell) != 0 {
        try items.addMembership(actor, event, [("strength", cell)], line: row.line)
      }
    }
  }
}
