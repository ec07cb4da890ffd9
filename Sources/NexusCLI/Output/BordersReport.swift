import NexusAlgorithms
import NexusModel
import NexusReport
import NexusRisk

/// Which regions ties and transfers join, for a terminal.
struct BordersReport {
  private let matrix: CrossBorderMatrix
  private static let longest = 15

  init(_ matrix: CrossBorderMatrix) { self.matrix = matrix }

  func text(_ style: TerminalStyle) -> String {
    let pairs = matrix.pairs.filter(\.crosses)
    // Amounts of different currencies have no common order, numbers of transfers do.
    let corridors = matrix.corridors.filter(\.crosses).enumerated().sorted {
      (-$0.element.transfers, $0.offset) < (-$1.element.transfers, $1.offset)
    }.map(\.element)
    let crossing = pairs.reduce(0) { $0 + $1.crossTies }
    var lines = [
      "",
      style.heading("Across borders, by \(matrix.level.rawValue)"),
      TextWrap.text(
        "Expected cross ties (organised crime with terrorist actors): \(decimal(matrix.allCrossTies)), of which "
          + "\(decimal(crossing)) cross a border and \(decimal(matrix.unlocatedCrossTies)) have an end without a region.",
        style),
    ]
    lines += section(
      "Pairs of regions", pairs, ["region", "region", "cross ties"], style
    ) { [$0.first.name, $0.second.name, decimal($0.crossTies)] }
    lines += section(
      "Corridors of transfers", corridors, ["from", "to", "currency", "transfers", "amount"], style
    ) { [$0.from.name, $0.to.name, $0.currency, decimal($0.transfers), decimal($0.amount)] }
    let exposures = matrix.exposures.enumerated().sorted {
      (-$0.element.crossing, $0.offset) < (-$1.element.crossing, $1.offset)
    }.map(\.element)
    lines += section(
      "Border exposure: share of a region's expected ties that cross a border, 95 % (Wilson)", exposures,
      ["region", "ties", "crossing", "share", "low", "high"], style
    ) { exposure in
      [exposure.region.name, decimal(exposure.ties), decimal(exposure.crossing)]
        + [exposure.share?.share, exposure.share?.low, exposure.share?.high].map { $0.map(decimal) ?? "–" }
    }
    lines.append("Each tie is split over the regions of its two ends, so nothing counts twice.")
    return lines.joined(separator: "\n")
  }

  /// A heading with a table, the first columns words, the others numbers; nothing when there is no row.
  private func section<Item>(
    _ title: String, _ items: [Item], _ heads: [String], _ style: TerminalStyle, _ cells: (Item) -> [String]
  ) -> [String] {
    guard !items.isEmpty else { return [] }
    let words: Set = ["region", "from", "to", "currency"]
    var table = TextTable(
      heads.map {
        TextTable.Column(
          head: $0, alignment: words.contains($0) ? .left : .right, canShrink: words.contains($0))
      })
    for item in items.prefix(BordersReport.longest) { table.append(cells(item)) }
    let rest = items.count - BordersReport.longest
    return ["", title, table.text(style)] + (rest > 0 ? ["… and \(rest) more; --json gives all."] : [])
  }
}

/// Two decimals.
private func decimal(_ value: Double) -> String {
  guard abs(value) < 1e13 else { return "\(value)" }
  let hundredths = Int((value * 100).rounded())
  let rest = abs(hundredths % 100)
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
