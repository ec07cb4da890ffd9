import NexusModel
import NexusReport
import NexusRisk

/// Another index beside the Nexus Exposure Index, for a terminal: what was chosen, the regions, and the caveats.
struct AlternativeReport {
  private let scores: CompositeScores

  init(_ scores: CompositeScores) { self.scores = scores }

  func text(_ style: TerminalStyle) -> String {
    func sentence(_ text: String) -> String { TerminalLines.wrapped(text, to: style.width) }
    var lines = ["", style.heading(sentence(scores.heading))]
    if scores.options.weighting != .benefitOfTheDoubt {
      let weights = zip(scores.names, scores.weights).map { "\($0) \(rounded($1, 1_000))" }
      lines.append(sentence("Weights: \(weights.joined(separator: ", "))."))
    }
    guard !scores.rows.isEmpty else {
      return (lines + ["No region of this level has a score."]).joined(separator: "\n")
    }
    lines.append(table.text(style))
    if let shift = scores.meanRankShift {
      lines.append("Ranks differ from those of the NEI by \(shift.formatted(decimals: 2)) on average.")
    }
    return (lines + scores.caveats.map { sentence("Note: \($0)") }).joined(separator: "\n")
  }

  private var table: TextTable {
    let isDoubt = scores.options.weighting == .benefitOfTheDoubt
    // Copeland counts regions.
    let decimals = scores.options.aggregation == .copeland && !isDoubt ? 0 : 2
    let isPartial = scores.rows.contains { $0.coverage < 1 }
    var table = TextTable(
      [
        TextTable.Column(head: "rank", alignment: .right), TextTable.Column(head: "region", canShrink: true),
        TextTable.Column(head: "score", alignment: .right), TextTable.Column(head: "NEI", alignment: .right),
        TextTable.Column(head: "NEI rank", alignment: .right),
      ] + (isPartial ? [TextTable.Column(head: "coverage", alignment: .right)] : [])
        + (isDoubt ? [TextTable.Column(head: "own weights", canShrink: true)] : []))
    for row in scores.rows {
      let own = zip(scores.names, row.ownWeights ?? []).map { "\($0) \(rounded(100 * $1, 1_000))" }
      var cells = [
        row.rank.map(String.init) ?? "–", row.region.name,
        row.score.map { $0.formatted(decimals: decimals) } ?? "–",
        row.exposure.formatted(decimals: 1), row.exposureRank.map(String.init) ?? "–",
      ]
      if isPartial { cells.append("\(rounded(100 * row.coverage, 1)) %") }
      if isDoubt { cells.append(own.joined(separator: ", ")) }
      table.append(cells)
    }
    return table
  }
}

/// A number to some decimals, without trailing zeros of its own making.
private func rounded(_ value: Double, _ scale: Double) -> String {
  let number = (value * scale).rounded() / scale
  return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
}
