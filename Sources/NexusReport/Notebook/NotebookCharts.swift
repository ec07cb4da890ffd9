internal import NexusRendering

/// The charts that cells of a notebook draw with matplotlib, as nexus draws them from the same numbers.
struct NotebookCharts {
  private let tables: [String: Table]

  init(_ tables: [String: Table]) { self.tables = tables }

  private static let note =
    "Drawn by nexus. Running the cell draws the same numbers with matplotlib."

  /// How many actors have each degree, ascending.
  var degreeCounts: [(degree: Int, actors: Int)] {
    var counts: [Int: Int] = [:]
    for case .whole(let degree) in column("degree", of: "actors") { counts[degree, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Every degree from the least to the greatest, in at most 200 columns.
  var degrees: ColumnChart {
    let counts = degreeCounts
    let least = counts.first?.degree ?? 0
    let greatest = counts.last?.degree ?? 0
    let width = (greatest - least) / 200 + 1
    var columns = [Double](repeating: 0, count: (greatest - least) / width + 1)
    for (degree, actors) in counts { columns[(degree - least) / width] += Double(actors) }
    let labels = columns.indices.map { column in
      let first = least + column * width
      return width == 1 ? "\(first)" : "\(first)–\(first + width - 1)"
    }
    return ColumnChart(
      title: "Degree distribution", categoryAxis: "Degree (distinct neighbours)", valueAxis: "Actors",
      labels: labels, series: [ColumnChart.Series(name: "Actors", values: columns)],
      notes: [NotebookCharts.note], identifier: "degrees")
  }

  var pairs: ColumnChart {
    let steps = ["p_transactional", "p_alliance", "p_integration"]
    let count = min(12, tables["pairs"]?.rows.count ?? 0)
    return ColumnChart(
      title: "Steps of the ladder", categoryAxis: "Pair, in the order of the table",
      valueAxis: "Probability",
      labels: (0..<count).map { "\($0 + 1)" },
      series: steps.map { step in
        ColumnChart.Series(
          name: String(step.dropFirst(2)),
          values: column(step, of: "pairs").prefix(count).map {
            if case .real(let value) = $0 { value } else { 0 }
          })
      }, notes: [NotebookCharts.note], identifier: "pairs")
  }

  var communities: ColumnChart {
    let sizes = column("size", of: "communities").prefix(40).map { cell -> Double in
      if case .whole(let size) = cell { Double(size) } else { 0 }
    }
    return ColumnChart(
      title: "Sizes of communities", categoryAxis: "Community", valueAxis: "Actors",
      labels: sizes.indices.map { "\($0 + 1)" },
      series: [ColumnChart.Series(name: "Actors", values: sizes)], notes: [NotebookCharts.note],
      identifier: "sizes")
  }

  /// Transfers by month, the months without one in between included.
  var months: ColumnChart {
    let counts = NotebookMonths(tables["transfers_by_month"]).byMonth
    let numbers = counts.keys.compactMap(NotebookCharts.number)
    let every = numbers.min().flatMap { first in numbers.max().map { Array(first...$0) } } ?? []
    let names = every.map { month in
      let (year, number) = (String(month / 12), String(month % 12 + 1))
      return String(repeating: "0", count: 4 - year.count) + year + (number.count == 1 ? "-0" : "-") + number
    }
    return ColumnChart(
      title: "Transfers by month", categoryAxis: "Month", valueAxis: "Transfers", labels: names,
      series: [ColumnChart.Series(name: "Transfers", values: names.map { Double(counts[$0] ?? 0) })],
      notes: [NotebookCharts.note], identifier: "months")
  }

  /// Months since year 0 of `2018-09`.
  private static func number(_ month: String) -> Int? {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
  }

  private func column(_ name: String, of table: String) -> [Table.Cell] {
    guard let table = tables[table], let position = table.columns.firstIndex(of: name) else { return [] }
    return table.rows.map { $0[position] }
  }
}

/// What a notebook says of the months of transfers.
struct NotebookMonths {
  private(set) var byMonth: [String: Int] = [:]
  /// Known to the year only.
  private(set) var coarse = 0
  private(set) var undated = 0

  init(_ table: Table?) {
    for row in table?.rows ?? [] {
      guard case .text(let month) = row[0], case .whole(let transfers) = row[2] else { continue }
      switch month.count {
      case 7: byMonth[month, default: 0] += transfers
      case 4: coarse += transfers
      default: undated += transfers
      }
    }
  }

  var sentence: String {
    "\(byMonth.values.reduce(0, +)) transfers in \(byMonth.count) months; \(coarse) known to the year only, "
      + "\(undated) undated\n"
  }
}
