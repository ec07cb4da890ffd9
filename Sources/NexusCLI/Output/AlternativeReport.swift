import NexusModel
import NexusReport
import NexusRisk

/// Another index beside the Nexus Exposure Index, for a terminal: what was chosen, the regions, and the caveats.
struct AlternativeReport {
  private let scores: CompositeScores

  init(_ scores: CompositeScores) { self.scores = scores }

  func text(_ style: TerminalStyle) -> String {
    var lines = ["", style.heading(scores.heading)]
    if scores.options.weighting != .benefitOfTheDoubt {
      let weights = zip(scores.names, scores.weights).map { "\($0) \(rounded($1, 1_000))" }
      lines.append("Weights: \(weights.joined(separator: ", ")).")
    }
    guard !scores.rows.isEmpty else {
      return (lines + ["No region of this level has a score."]).joined(separator: "\n")
    }
    lines.append(table.text(style))
    if let shift = scores.meanRankShift {
      lines.append("Ranks differ from those of the NEI by \(rounded(shift, 100)) on average.")
    }
    return (lines + scores.caveats.map { "Note: \($0)" }).joined(separator: "\n")
  }

  private var table: TextTable {
    let isDoubt = scores.options.weighting == .benefitOfTheDoubt
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
        row.rank.map(String.init) ?? "–", row.region.name, row.score.map { rounded($0, 100) } ?? "–",
        rounded(row.exposure, 10), row.exposureRank.map(String.init) ?? "–",
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
