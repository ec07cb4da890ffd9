/// What stands before the data of a DL file: how many actors there are, what they are called, and how the data are laid
/// out.
struct UCINETHeader {
  typealias Word = (text: String, isQuoted: Bool, line: Int)
  typealias Line = (words: [(text: String, isQuoted: Bool)], line: Int)

  /// How many rows and columns there are: the same of one kind, or of actors and events.
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  /// Whether `nr=` and `nc=` say that rows and columns name different things.
  private(set) var isTwoMode = false
  private(set) var matrices = 1
  private(set) var matrixLabels: [String] = []
  private(set) var format = "fullmatrix"
  /// The line on which the format stands.
  private(set) var formatLine = 1
  private(set) var rowLabels: [String] = []
  private(set) var columnLabels: [String] = []
  private(set) var areRowLabelsEmbedded = false
  private(set) var areColumnLabelsEmbedded = false
  private(set) var hasDiagonal = true
  /// The lines behind `data:`.
  private(set) var data: [Line] = []

  private var counts: [String: Int] = [:]

  /// - Throws: a fault when the head lacks what it must say.
  init(_ text: [UInt8]) throws(FormatFault) {
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
    try checkCounts()
  }

  var rowIDs: [String] { rowLabels.isEmpty ? (1..<(rowCount + 1)).map(String.init) : rowLabels }
  var columnIDs: [String] { columnLabels.isEmpty ? (1..<(columnCount + 1)).map(String.init) : columnLabels }

  // MARK: Options

  private enum Labels { case rows, columns, matrices }

  private mutating func readOptions(_ head: [Word]) throws(FormatFault) {
    var position = 1
    var named: Labels?
    var taking: Labels?
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
        counts[name] = number
      case "format":
        (format, formatLine) = (value.lowercased(), word.line)
        position += 1
      case "diagonal":
        hasDiagonal = value.lowercased() != "absent"
        position += 1
      case "labels" where value.lowercased().hasPrefix("embedded"):
        embed(named)
        position += 1
      case "embedded", "embedded:": embed(named ?? taking)
      case "labels:": (taking, named) = (named ?? .rows, nil)
      case "labels": break
      case "row", "rows": (named, taking) = (.rows, nil)
      case "col", "column", "columns": (named, taking) = (.columns, nil)
      case "matrix", "level": (named, taking) = (.matrices, nil)
      case "row:", "rows:": (taking, named) = (.rows, nil)
      case "title", "title:": position += 1
      default: take(word.text, taking)
      }
    }
  }

  private mutating func embed(_ labels: Labels?) {
    if labels != .columns { areRowLabelsEmbedded = true }
    if labels != .rows { areColumnLabelsEmbedded = true }
  }

  /// Words beyond the number of vertices are none of their labels.
  private mutating func take(_ label: String, _ labels: Labels?) {
    switch labels {
    case .rows? where rowLabels.count < counts["nr"] ?? counts["n"] ?? .max: rowLabels.append(label)
    case .columns? where columnLabels.count < counts["nc"] ?? counts["n"] ?? .max: columnLabels.append(label)
    case .matrices? where matrixLabels.count < counts["nm"] ?? 0: matrixLabels.append(label)
    default: break
    }
  }

  private mutating func checkCounts() throws(FormatFault) {
    matrices = counts["nm"] ?? 1
    isTwoMode = counts["nr"] != nil || counts["nc"] != nil
    guard let rows = counts["nr"] ?? (isTwoMode ? nil : counts["n"]),
      let columns = counts["nc"] ?? (isTwoMode ? nil : counts["n"])
    else {
      throw FormatFault(
        1,
        isTwoMode
          ? "nr= and nc= go together: how many rows, and how many columns there are. Give both."
          : "the number of vertices is missing. Expected N=12 behind DL.")
    }
    (rowCount, columnCount) = (rows, columns)
    try check(rowLabels, isTwoMode ? "NR" : "N", rowCount)
    if isTwoMode { try check(columnLabels, "NC", columnCount) }
  }

  private func check(_ labels: [String], _ name: String, _ count: Int) throws(FormatFault) {
    guard labels.isEmpty || labels.count == count else {
      throw FormatFault(1, "there are \(labels.count) labels, but \(name)=\(count). Mend one of the two.")
    }
    guard Set(labels).count == labels.count else {
      throw FormatFault(1, "labels repeat. Give each vertex its own.")
    }
  }
}
