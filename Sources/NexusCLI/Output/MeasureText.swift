import NexusAlgorithms
import NexusGraph
import NexusModel
import NexusReport

/// Measures on the terminal: the first actors and ties, the numbers of the network, and what was assumed.
struct MeasureText {
  private let report: MeasureReport
  private let sortedBy: String?
  private let limit: Int

  init(_ report: MeasureReport, sortedBy: String?, limit: Int) {
    (self.report, self.sortedBy, self.limit) = (report, sortedBy, limit)
  }

  func text(_ style: TerminalStyle) -> String {
    var parts: [String] = []
    if let table = report.actorTable { parts += actors(table, style) }
    if let table = report.tieTable { parts += ties(table, style) }
    for table in [report.networkTable].compactMap({ $0 }) + report.ownTables {
      parts.append(style.heading(table.name.replacing("_", with: " ")))
      parts += lines(table, rows: Array(table.rows.indices.prefix(max(limit, 20))), style)
      if table.rows.count > max(limit, 20) {
        parts.append("… \(table.rows.count - max(limit, 20)) more; --limit, --csv or --json show them.")
      }
      parts.append("")
    }
    parts += (report.notes + estimates + [assumptions, MeasureText.caution]).map { TextWrap.text($0, style) }
    return parts.joined(separator: "\n")
  }

  private static let caution =
    "Central in the data may mean closely watched. No number here is a finding about a person."

  private func actors(_ table: Table, _ style: TerminalStyle) -> [String] {
    let roles = report.input.network.actors.roles
    let eligible = table.rows.indices.filter { !roles[$0].isProtected }
    let named = MeasureText.dropping(["name", "type"], from: table)
    let order = ordered(eligible, by: table, start: 4)
    let fitting = fitting(named, always: order.column, style)
    let hidden = table.rows.count - eligible.count
    var head = "Actors by \(order.column)"
    if hidden > 0 { head += "; left out: \(hidden) of victims, witnesses and reporting parties" }
    return section(head, fitting, order.rows, of: eligible.count, style)
      + (fitting.columns.count < named.columns.count
        ? ["\(named.columns.count - fitting.columns.count) more columns; --csv or --json show them.", ""]
        : [])
  }

  private func ties(_ table: Table, _ style: TerminalStyle) -> [String] {
    let order = ordered(Array(table.rows.indices), by: table, start: 3)
    return section("Ties by \(order.column)", table, order.rows, of: table.rows.count, style)
  }

  private func section(
    _ head: String, _ table: Table, _ rows: [Int], of count: Int, _ style: TerminalStyle
  ) -> [String] {
    let shown = Array(rows.prefix(limit))
    var parts = [style.heading(head)]
    parts += lines(table, rows: shown, style)
    if shown.count < count {
      parts.append("… \(count - shown.count) more; --limit, --csv or --json show them.")
    }
    return parts + [""]
  }

  /// The rows with the largest values first; values that differ by rounding only are equal and keep their order.
  private func ordered(_ rows: [Int], by table: Table, start: Int) -> (column: String, rows: [Int]) {
    let measures = Array(table.columns[start...])
    let chosen = sortedBy.flatMap { measures.firstIndex(of: $0) } ?? MeasureText.firstRankable(of: measures)
    let column = start + chosen
    let values = table.rows.map { MeasureText.number($0[column]) }
    let largest = rows.compactMap { values[$0].map(abs) }.max() ?? 0
    let keys = values.map { value in
      value.map { largest > 0 ? ($0 / largest * 1e9).rounded() : 0 } ?? -.infinity
    }
    return (table.columns[column], rows.sorted { (-keys[$0], $0) < (-keys[$1], $1) })
  }

  /// A number of a component or community is no order to rank by.
  private static func firstRankable(of measures: [String]) -> Int {
    measures.firstIndex { !["component", "strong_component", "community"].contains($0) } ?? 0
  }

  private static func number(_ cell: Table.Cell) -> Double? {
    switch cell {
    case .whole(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// A table without some of its columns; with names in place of ids where they differ.
  private static func dropping(_ columns: Set<String>, from table: Table) -> Table {
    let kept = table.columns.indices.filter { !columns.contains(table.columns[$0]) }
    var shown = Table(table.name, columns: kept.map { table.columns[$0] })
    for row in table.rows {
      var cells = row
      if table.columns[1] == "name", case (.text(let id), .text(let name)) = (row[0], row[1]), id != name {
        cells[0] = .text("\(name) (\(id))")
      }
      shown.append(kept.map { cells[$0] })
    }
    return shown
  }

  /// The columns for which the screen has room beside names of a legible width.
  private func fitting(_ table: Table, always: String, _ style: TerminalStyle) -> Table {
    var room = style.width - 24 - 17
    var kept: Set<String> = [always]
    room -= MeasureText.width(of: always)
    for column in table.columns.dropFirst(2) where column != always {
      room -= MeasureText.width(of: column)
      guard room >= 0 else { break }
      kept.insert(column)
    }
    let dropped = Set(table.columns.dropFirst(2)).subtracting(kept)
    return MeasureText.dropping(dropped, from: table)
  }

  private static func width(of column: String) -> Int { max(column.count, 9) + 2 }

  private func lines(_ table: Table, rows: [Int], _ style: TerminalStyle) -> [String] {
    let numeric = table.columns.indices.map { column in
      table.rows.contains { MeasureText.number($0[column]) != nil }
    }
    var text = TextTable(
      table.columns.indices.map {
        TextTable.Column(
          head: table.columns[$0], alignment: numeric[$0] ? .right : .left, canShrink: !numeric[$0])
      })
    for row in rows { text.append(table.rows[row].map(MeasureText.shown)) }
    return [text.text(style)]
  }

  private static func shown(_ cell: Table.Cell) -> String {
    switch cell {
    case .empty: "–"
    case .text(let text): text
    case .whole(let number): "\(number)"
    case .real(let number): Numerals.short(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let items): items.joined(separator: ", ")
    }
  }

  private var estimates: [String] {
    report.results.compactMap { result in
      result.estimate.map {
        "\(result.name) was estimated from \($0.sample); every value is within \(Numerals.short($0.errorBound)) of the "
          + "exact one with \(Int($0.confidence * 100)) % confidence. --exact computes it in full."
      }
    }
  }

  private var assumptions: String {
    let (graph, options) = (report.input.graph, report.input.options)
    return "\(graph.vertexCount) actors, \(graph.edgeCount) "
      + (graph.isDirected ? "directed ties" : "ties without direction")
      + "; a step of a path is \(options.lengths == .hops ? "one hop" : "1/strength") long; strengths "
      + (options.strengths == .asRead ? "as read" : "multiplied by confidence") + "; seed \(options.seed)."
  }
}
