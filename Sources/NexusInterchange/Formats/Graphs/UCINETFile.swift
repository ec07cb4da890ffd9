/// Reads UCINET's DL files: full matrices, edge lists and node lists.
///
/// | DL | becomes |
/// |---|---|
/// | `n=`, `labels:`, `labels embedded` | the actors: labels, else numbers from 1 |
/// | `format = fullmatrix` (the default) | ties by the rules of matrices |
/// | `format = edgelist1`: source, target, perhaps strength | directed ties |
/// | `format = nodelist1`: source and its targets | directed ties |
/// | `nm=`, several matrices | the first, with a note |
///
/// Two-mode files (`nr=`, `nc=`) and half matrices are refused.
///
/// Source: S. P. Borgatti, M. G. Everett and L. C. Freeman, *UCINET 6 for Windows: Software for Social Network
/// Analysis*, Analytic Technologies, 2002.
struct UCINETFile {
  private typealias Word = (text: String, isQuoted: Bool, line: Int)

  private var count: Int?
  private var matrices = 1
  private var format = "fullmatrix"
  private var labels: [String] = []
  private var knownLabels = Set<String>()
  private var areLabelsEmbedded = false
  private var hasDiagonal = true
  private var headerLine = 1

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
    var reader = UCINETFile()
    let data = try reader.readHeader(text)
    switch reader.format {
    case "fullmatrix", "fm": return try reader.matrix(data)
    case "edgelist1", "el1", "edgelist": return try reader.edges(data)
    case "nodelist1", "nl1", "nodelist": return try reader.neighbours(data)
    default:
      throw FormatFault(
        reader.headerLine,
        "nexus does not read the format \(MessageText.quoted(reader.format)). Export it as "
          + "fullmatrix, edgelist1 or nodelist1.")
    }
  }

  // MARK: The head

  /// Reads up to `data:` and returns the lines behind it.
  private mutating func readHeader(
    _ text: [UInt8]
  ) throws(FormatFault) -> [(words: [(text: String, isQuoted: Bool)], line: Int)] {
    var data: [(words: [(text: String, isQuoted: Bool)], line: Int)] = []
    var head: [Word] = []
    var isData = false
    var number = 0
    let marks: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "=")]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A }) {
      number += 1
      let words = try GraphWords(line, cutAt: marks, number: number).words
      guard !words.isEmpty else { continue }
      if isData {
        data.append((words, number))
        continue
      }
      let end = words.firstIndex { !$0.isQuoted && $0.text.lowercased() == "data:" }
      head += words[..<(end ?? words.count)].map { ($0.text, $0.isQuoted, number) }
      if let end {
        isData = true
        if end + 1 < words.count { data.append((Array(words[(end + 1)...]), number)) }
      }
    }
    guard isData else { throw FormatFault(number, "the line DATA: is missing. Put it before the numbers.") }
    try readOptions(head)
    return data
  }

  private mutating func readOptions(_ head: [Word]) throws(FormatFault) {
    var position = 1
    var takesLabels = false
    while position < head.count {
      let word = head[position]
      let name = word.isQuoted ? "" : word.text.lowercased()
      let value = position + 1 < head.count ? head[position + 1].text : ""
      position += 1
      switch name {
      case "n", "nr", "nc", "nm":
        guard let number = Int(value), number > 0, number <= NumberedVertices.mostUnlisted else {
          throw FormatFault(word.line, "a number from 1 to 1000000 is missing behind \(name)=.")
        }
        position += 1
        guard name == "n" || name == "nm" else {
          throw FormatFault(
            word.line,
            "nr= and nc= say that rows and columns name different things (two-mode), which nexus does not "
              + "read yet. Give the data as ties.")
        }
        if name == "n" { count = number } else { matrices = number }
      case "format":
        (format, headerLine) = (value.lowercased(), word.line)
        position += 1
      case "diagonal":
        hasDiagonal = value.lowercased() != "absent"
        position += 1
      case "labels" where value.lowercased().hasPrefix("embedded"):
        areLabelsEmbedded = true
        position += 1
      case "labels:", "row", "rows": takesLabels = true
      case "col", "column", "columns", "matrix", "level": takesLabels = false
      case "title", "title:": position += 1
      case "embedded", "embedded:": areLabelsEmbedded = true
      default: if takesLabels, count.map({ labels.count < $0 }) ?? true { labels.append(word.text) }
      }
    }
    guard let count else {
      throw FormatFault(1, "the number of vertices is missing. Expected N=12 behind DL.")
    }
    guard labels.isEmpty || labels.count == count else {
      throw FormatFault(1, "there are \(labels.count) labels, but N=\(count). Mend one of the two.")
    }
  }

  // MARK: The data

  private func matrix(
    _ data: [(words: [(text: String, isQuoted: Bool)], line: Int)]
  ) throws(FormatFault) -> ItemTables {
    let count = count ?? 0
    var lines = data
    var ids = labels.isEmpty ? (1...count).map(String.init) : labels
    if areLabelsEmbedded {
      guard let first = lines.first, first.words.count == count else {
        throw FormatFault(
          lines.first?.line, "the first line of the data must hold the \(count) labels of the columns.")
      }
      ids = first.words.map(\.text)
      lines.removeFirst()
    }
    let known = Set(ids)
    guard known.count == ids.count else {
      throw FormatFault(1, "labels repeat. Give each vertex its own.")
    }
    var words: [Word] = lines.flatMap { line in line.words.map { ($0.text, $0.isQuoted, line.line) } }
    let width = (areLabelsEmbedded ? 1 : 0) + count - (hasDiagonal ? 0 : 1)
    guard words.count >= width * count, matrices > 1 || words.count == width * count else {
      throw FormatFault(
        words.last?.line ?? data.first?.line,
        "the matrix has \(words.count) cells, but N=\(count) asks for \(width * count).")
    }
    words = Array(words.prefix(width * count))
    var table = try RecordTable(matrix: ids, line: data.first?.line ?? 1)
    for row in 0..<count {
      let cells = words[(row * width)..<((row + 1) * width)]
      let label = areLabelsEmbedded ? cells.first?.text ?? "" : ids[row]
      guard known.contains(label) else {
        throw FormatFault(
          cells.first?.line, "\(MessageText.quoted(label)) labels a row but no column. Mend the spelling.")
      }
      var numbers = cells.suffix(width - (areLabelsEmbedded ? 1 : 0)).map(\.text)
      if !hasDiagonal { numbers.insert("0", at: row) }
      try table.append(label: label, cells: numbers, line: cells.first?.line ?? 1)
    }
    let notes =
      matrices > 1
      ? ["the file holds \(matrices) matrices, of which the first was read. Put others in files."] : []
    return ItemTables(tables: [table], notes: notes)
  }

  private func edges(
    _ data: [(words: [(text: String, isQuoted: Bool)], line: Int)]
  ) throws(FormatFault) -> ItemTables {
    var items = try vertexItems()
    for (words, line) in data {
      if words.first?.text == "!" { break }  // the next matrix
      guard words.count > 1 else {
        throw FormatFault(line, "a tie needs two ends. Expected: source target strength.")
      }
      let strength = words.count > 2 ? [(name: "strength", value: words[2].text)] : []
      try items.addEdge(
        end(words[0].text, line), end(words[1].text, line), isDirected: true, strength, line: line)
    }
    return ItemTables(tables: items.tables, notes: [UCINETFile.directionNote])
  }

  private func neighbours(
    _ data: [(words: [(text: String, isQuoted: Bool)], line: Int)]
  ) throws(FormatFault) -> ItemTables {
    var items = try vertexItems()
    for (words, line) in data {
      if words.first?.text == "!" { break }  // the next matrix
      let source = try end(words[0].text, line)
      for word in words.dropFirst() {
        try items.addEdge(source, end(word.text, line), isDirected: true, [], line: line)
      }
    }
    return ItemTables(tables: items.tables, notes: [UCINETFile.directionNote])
  }

  private static let directionNote =
    "lists of UCINET point from the first to the other; --undirected reads them both ways."

  /// The vertices that the head names; embedded labels come with the ties.
  private func vertexItems() throws(FormatFault) -> GraphItems {
    var items = GraphItems()
    if areLabelsEmbedded { return items }
    for id in labels.isEmpty ? (1...(count ?? 1)).map(String.init) : labels {
      try items.addNode(id, [], line: 1)
    }
    return items
  }

  private func end(_ word: String, _ line: Int) throws(FormatFault) -> String {
    if areLabelsEmbedded || knownLabels.contains(word) { return word }
    guard let number = Int(word), let count, (1...count).contains(number) else {
      throw FormatFault(
        line, "\(MessageText.quoted(word)) is neither a label nor a number from 1 to \(count ?? 0).")
    }
    return labels.isEmpty ? word : labels[number - 1]
  }
}
