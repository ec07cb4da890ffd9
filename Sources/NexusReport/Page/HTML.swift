internal import NexusRendering

/// Pieces of HTML. Whatever is not made here is text and gets escaped.
struct HTML: ExpressibleByStringInterpolation {
  private(set) var source: String

  init(stringLiteral value: String) { source = value }

  init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

  /// Markup of our own making, such as a picture that nexus drew.
  init(trusted source: String) { self.source = source }

  static func joined(_ parts: some Sequence<HTML>) -> HTML { HTML(trusted: parts.map(\.source).joined()) }

  /// Literal parts are markup; interpolated values are escaped unless they are HTML themselves.
  struct Interpolation: StringInterpolationProtocol {
    var source = ""

    init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { source += literal }

    mutating func appendInterpolation(_ html: HTML) { source += html.source }

    mutating func appendInterpolation(_ text: String) { source += HTML.escaped(text) }

    mutating func appendInterpolation(_ number: Int) { source += String(number) }
  }

  /// Text as it may stand in an element or a quoted attribute, on one line; control characters, which HTML does
  /// not allow, become the replacement character.
  static func escaped(_ text: String) -> String {
    var allowed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      allowed.append(scalar == "\n" || scalar == "\t" ? " " : isControl ? "\u{FFFD}" : scalar)
    }
    return Markup.escaped(String(allowed))
  }

  /// A name of the data, cut to a length, isolated so that its direction does not spill over.
  static func name(_ text: String, limit: Int = 80) -> HTML {
    let shown = text.count > limit ? String(text.prefix(limit - 1)) + "…" : text
    return "<bdi>\(shown)</bdi>"
  }

  /// Beyond so many rows a table of the page is cut even for those who want all of it.
  static let mostRows = 1_000

  /// A table for people: numbers to the right, at most `limit` rows at first sight, and where the others are.
  ///
  /// - Parameter mark: attributes of the row at a position, such as those that tie it to a mark of the map.
  static func table(
    _ table: Table, columns: [String], headings: [String], limit: Int, caption: String,
    whereAll: String? = nil, mark: (Int) -> HTML = { _ in "" }
  ) -> HTML {
    let positions = columns.compactMap { table.columns.firstIndex(of: $0) }
    let head = joined(
      zip(positions, headings).map { position, heading in
        let kind: HTML = holdsNumbers(table, position) ? " class=\"number\"" : ""
        return
          "<th scope=\"col\"\(kind)><abbr title=\"\(table.columns[position])\"\(wordMark(heading))>\(heading)</abbr></th>"
      })
    let body = joined(
      table.rows.prefix(mostRows).enumerated().map { number, row in
        let cells = positions.map { cell(row[$0], of: table.columns[$0]) }
        return "<tr\(mark(number))\(number < limit ? "" : " hidden")>\(joined(cells))</tr>\n"
      })
    let file = whereAll ?? table.name + ".csv"
    let rest: HTML =
      table.rows.count > limit
      ? "<p class=\"note cut\">\(limit) of \(table.rows.count) rows; all are in \(file).</p>" : ""
    return """
      <div class="scroll" data-limit="\(limit)" data-rows="\(table.rows.count)" data-file="\(file)"><table><caption\(wordMark(caption))>\(caption)</caption><thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>\(rest)
      """
  }

  /// Whether the cells of a column are numbers, as far as there are any.
  private static func holdsNumbers(_ table: Table, _ column: Int) -> Bool {
    let filled = table.rows.lazy.map { $0[column] }.filter { if case .empty = $0 { false } else { true } }
    return !filled.isEmpty
      && filled.allSatisfy {
        switch $0 {
        case .whole, .real: true
        default: false
        }
      }
  }

  /// Columns whose cells are words of a vocabulary, which the page can say in its language.
  private static let vocabularies: Set = [
    "role", "type", "roles", "relations", "modalities", "crimes", "crime", "channel", "channels", "stage",
    "status", "level", "label", "tendency",
  ]

  private static func cell(_ cell: Table.Cell, of column: String) -> HTML {
    if column == "amount" { return amount(cell) }
    if column == "first" || column == "last", case .text(let day) = cell {
      return "<td class=\"date\">\(name(day))</td>"
    }
    guard vocabularies.contains(column) else { return self.cell(cell) }
    switch cell {
    case .text(let term) where PageWords.table[term] != nil: return "<td>\(word(term))</td>"
    case .list(let terms) where !terms.isEmpty && terms.allSatisfy({ PageWords.table[$0] != nil }):
      return "<td>\(joined(terms.enumerated().map { "\($0 == 0 ? "" : ", ")\(word($1))" }))</td>"
    default: return self.cell(cell)
    }
  }

  /// A sum of money: two decimals, thousands apart.
  private static func amount(_ cell: Table.Cell) -> HTML {
    guard case .real(let sum) = cell, abs(sum) < 1e15 else { return self.cell(cell) }
    let digits = sum.formatted(decimals: 2)
    var grouped = String(digits.suffix(3))
    for (position, digit) in digits.dropLast(3).reversed().enumerated() {
      if position > 0, position % 3 == 0, digit != "-" { grouped = "\u{202F}" + grouped }
      grouped = String(digit) + grouped
    }
    return "<td class=\"number\">\(grouped)</td>"
  }

  static func cell(_ cell: Table.Cell) -> HTML {
    switch cell {
    case .empty: "<td class=\"none\">–</td>"
    case .text(let text): "<td>\(name(text, limit: 240))</td>"
    case .whole(let number): "<td class=\"number\">\(number)</td>"
    case .real(let number): "<td class=\"number\">\(short(number))</td>"
    case .flag(let flag): "<td>\(flag ? "yes" : "no")</td>"
    case .list(let items):
      items.count > 6
        ? "<td>\(name(items.prefix(6).joined(separator: ", "), limit: 160)) and \(items.count - 6) more</td>"
        : "<td>\(name(items.joined(separator: ", "), limit: 160))</td>"
    }
  }

  /// A number to about four significant digits; the files hold it in full.
  static func short(_ number: Double) -> String {
    let size = abs(number)
    if number == number.rounded(), size < 1e9 { return String(Int(number)) }
    return number.formatted(
      decimals: size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.001 ? 4 : 6)
  }
}
